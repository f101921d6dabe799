package people

import (
	"strings"

	"chancery/pipeline/text"
)

// cabinet are the offices that one person may hold several of.
var cabinet = map[string]bool{
	"minister": true, "foreign-minister": true, "defence-minister": true, "finance-minister": true, "interior-minister": true,
}

// together reports whether two offices that "and" joins are one person's: "Deputy
// Prime Minister and Minister of Foreign Affairs". The second has no article, and
// the first is no head's, who is named apart.
func (r *reader) together(a, b *role) bool {
	if !r.at(a.tokens.End).Is(keyAnd) || b.tokens.First != a.tokens.End+1 || !r.at(b.words.First).Capital() {
		return false
	}
	if !cabinet[strings.TrimPrefix(b.code, "deputy-")] || a.country != "" && b.country != "" && a.country != b.country {
		return false
	}
	return r.deputy(a) || cabinet[a.code]
}

// merge makes one of two offices of a person. The first gives the code.
func (ro *role) merge(b *role) {
	ro.tokens.End, ro.words.End = b.tokens.End, b.words.End
	if ro.country == "" || ro.inferred && b.country != "" {
		ro.country, ro.inferred = b.country, b.inferred
	}
	if ro.organization == "" {
		ro.organization = b.organization
	}
}

// deputy reports whether a deputy or vice holds the office.
func (r *reader) deputy(ro *role) bool {
	for i := ro.words.First; i < ro.words.End; i++ {
		t := r.doc.Tokens[i]
		if t.Is(text.KeyOf("deputy")) || t.Is(text.KeyOf("vice")) {
			return true
		}
		if t.Is(keyOf) || t.Is(keyAnd) {
			break
		}
	}
	return false
}

// codeOf is the office's code with its deputies.
func (r *reader) codeOf(ro *role) string {
	if r.deputy(ro) {
		return "deputy-" + strings.TrimPrefix(ro.code, "deputy-")
	}
	return ro.code
}
