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
	asWritten := true
	for i := t.First + 1; i < t.End && asWritten; i++ {
		switch from, to := r.doc.Tokens[i-1].End, r.doc.Tokens[i].Start; {
		case r.parted(i):
			asWritten = to == from+1 && r.doc.Text[from] == ' '
		default:
			asWritten = to == from
		}
	}
	if asWritten { // as nearly all are
		return r.doc.Slice(t)
	}
	var b strings.Builder
	for i := t.First; i < t.End; i++ {
		if i > t.First && r.parted(i) {
			b.WriteByte(' ')
		}
		b.WriteString(r.doc.Word(i))
	}
	return b.String()
}

// parted reports whether a blank stands before token i of a name in its canonical form.
func (r *reader) parted(i int) bool {
	tok := r.doc.Tokens[i]
	return tok.Has(text.Spaced) || r.doc.Tokens[i-1].Class == text.Dot && tok.Class == text.Word
}

// parts splits a name into given names and family name.
func (r *reader) parts(t text.Range) (given, family string) {
	name := r.name(t)
	if strings.IndexByte(name, ' ') < 0 || r.family(t) {
		return "", name
	}
	words := strings.Split(name, " ")
	if given, family := loudFamily(words); family != "" {
		return given, family
	}
	first, last := r.doc.Tokens[t.First], len(words)-1
	if surnames.Has(first) && !givenNames.Has(first) && len(words) <= 3 && r.syllables(t) {
		return name[len(words[0])+1:], words[0]
	}
	if suffixes.Has(r.doc.Tokens[t.End-1]) || strings.HasSuffix(words[last], ".") && len(words) > 2 {
		last--
	}
	from := last
	for from > 1 && particles.Has(text.Tokenize(words[from-1])[0]) && strings.ToLower(words[from-1]) == words[from-1] {
		from--
	}
	return between(name, words, 0, from), strings.TrimSuffix(between(name, words, from, last+1), ",")
}

// between is the part of a name that some of its words are, which single blanks part.
func between(name string, words []string, from, to int) string {
	start := 0
	for _, w := range words[:from] {
		start += len(w) + 1
	}
	end := start - 1
	for _, w := range words[from:to] {
		end += len(w) + 1
	}
	return name[start:max(start, end)]
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
	if short == "" {
		return true
	}
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
