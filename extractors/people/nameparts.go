package people

import (
	"strings"
	"unicode"

	"chancery/pipeline/text"
)

// withoutArticle is a family name without the Arabic article before it.
func withoutArticle(family string) string {
	for _, article := range []string{"al-", "Al-", "el-", "El-", "Al ", "al ", "El ", "el "} {
		if bare, ok := strings.CutPrefix(family, article); ok {
			return bare
		}
	}
	return family
}

// name is the canonical form of a name as written: one blank between words, an
// initial's stop followed by one.
func (r *reader) name(t text.Range) string {
	var b strings.Builder
	for i := t.First; i < t.End; i++ {
		tok := r.doc.Tokens[i]
		if i > t.First && (tok.Has(text.Spaced) || r.doc.Tokens[i-1].Class == text.Dot && tok.Class == text.Word) {
			b.WriteByte(' ')
		}
		b.WriteString(r.doc.Word(i))
	}
	return b.String()
}

// parts splits a name into given names and family name.
func (r *reader) parts(t text.Range) (given, family string) {
	words := strings.Fields(r.name(t))
	if len(words) < 2 || r.family(t) {
		return "", strings.Join(words, " ")
	}
	if given, family := loudFamily(words); family != "" {
		return given, family
	}
	first, last := r.doc.Tokens[t.First], len(words)-1
	if surnames.Has(first) && !givenNames.Has(first) && len(words) <= 3 && r.syllables(t) {
		return strings.Join(words[1:], " "), words[0]
	}
	if suffixes.Has(r.doc.Tokens[t.End-1]) || strings.HasSuffix(words[last], ".") && len(words) > 2 {
		last--
	}
	from := last
	for from > 1 && particles.Has(text.Tokenize(words[from-1])[0]) && strings.ToLower(words[from-1]) == words[from-1] {
		from--
	}
	return strings.Join(words[:from], " "), strings.TrimSuffix(strings.Join(words[from:last+1], " "), ",")
}

// loudFamily splits a name of which one word, the first or the last, is in capitals and no other is:
// "KAMIKAWA Yoko", "Boudjemâa DELMI".
func loudFamily(words []string) (given, family string) {
	last := len(words) - 1
	loud := func(w string) bool { // no small letter, and no full stop
		return len(w) > 2 && strings.IndexFunc(w, func(c rune) bool { return c == '.' || !unicode.IsUpper(c) && unicode.IsLetter(c) }) < 0
	}
	for _, w := range words[1:last] {
		if loud(w) {
			return "", ""
		}
	}
	switch first, end := loud(words[0]), loud(words[last]); {
	case first && !end:
		return strings.Join(words[1:], " "), words[0]
	case end && !first && !suffixes.Has(text.Tokenize(words[last])[0]):
		return strings.Join(words[:last], " "), words[last]
	}
	return "", ""
}

// agrees reports whether the given names or initials of a short form fit those
// of a full name.
func agrees(short, full string) bool {
	s, f := strings.Fields(text.Fold(short)), strings.Fields(text.Fold(full))
	for i := range s {
		w := strings.TrimSuffix(s[i], ".")
		if i >= len(f) {
			return false
		}
		if !strings.HasPrefix(f[i], w) {
			return false
		}
	}
	return true
}

// called is the given name that one is called by: "Dewa" of "I Dewa Gede".
func called(given string) string { return firstWord(strings.TrimPrefix(given, "I ")) }

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
