package ner

import (
	"regexp"
	"strconv"
	"strings"
)

// tag gives each word its part of speech with the averaged perceptron (Collins,
// 2002, in the features of Honnibal's tagger), as prose's tags are numbered in
// the model.
func (m *taggerModel) tag(words []string) []int {
	tags := make([]int, len(words))
	shapes := make([]string, len(words)+4)
	shapes[0], shapes[1] = "-START-", "-START2-"
	for i, w := range words {
		shapes[i+2] = normal(w)
	}
	shapes[len(words)+2], shapes[len(words)+3] = "-END-", "-END2-"
	before, earlier := "-START-", "-START2-"
	for i, w := range words {
		t, ok := m.special(w)
		if !ok {
			t = m.predict(w, shapes[i:i+5], before, earlier)
		}
		tags[i] = t
		earlier, before = before, m.tags[t]
	}
	return tags
}

// special are the words that the perceptron is not asked about.
func (m *taggerModel) special(w string) (tag int, ok bool) {
	switch {
	case w == "-":
		return m.index("-"), true
	case strings.ContainsAny(w, "./@") && len(w) > 2 && (link.MatchString(w) || w[0] == '@'):
		return m.index("NN"), true
	case w == "0" || w == "*":
		return m.index("-NONE-"), true
	}
	t, ok := m.fixed[w]
	return t, ok
}

func (m *taggerModel) index(tag string) int {
	for i, t := range m.tags {
		if t == tag {
			return i
		}
	}
	return 0
}

// link tells what looks like the address of a page or a mailbox.
var link = regexp.MustCompile(`(?i)^(https?://|www\.)|[a-z0-9]@[a-z0-9]|^[a-z0-9\-]+\.(com|org|net|gov|edu|int|info)(/|$)`)

// predict adds up the rows of a word's features. ctx is the word before the one
// before it, and so on to the second after it.
func (m *taggerModel) predict(w string, ctx []string, before, earlier string) int {
	var s scoreboard
	r := m.rows
	r.add(noHash.add("bias"), &s)
	r.add(noHash.add("i suffix ").add(tail(w)), &s)
	r.add(noHash.add("i pref1 ").add(string(rune(w[0]))), &s)
	r.add(noHash.add("i-1 tag ").add(before), &s)
	r.add(noHash.add("i-2 tag ").add(earlier), &s)
	r.add(noHash.add("i tag+i-2 tag ").add(before).add(" ").add(earlier), &s)
	r.add(noHash.add("i word ").add(ctx[2]), &s)
	r.add(noHash.add("i-1 tag+i word ").add(before).add(" ").add(ctx[2]), &s)
	r.add(noHash.add("i-1 word ").add(ctx[1]), &s)
	r.add(noHash.add("i-1 suffix ").add(tail(ctx[1])), &s)
	r.add(noHash.add("i-2 word ").add(ctx[0]), &s)
	r.add(noHash.add("i+1 word ").add(ctx[3]), &s)
	r.add(noHash.add("i+1 suffix ").add(tail(ctx[3])), &s)
	r.add(noHash.add("i+2 word ").add(ctx[4]), &s)
	return s.best(len(m.tags))
}

func tail(w string) string { return w[max(0, len(w)-3):] }

// normal is a word as the tagger's context sees it.
func normal(w string) string {
	switch {
	case strings.Contains(w, "-") && w[0] != '-':
		return "!HYPHEN"
	case len(w) == 4 && isInteger(w):
		return "!YEAR"
	case '0' <= w[0] && w[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(w)
}

func isInteger(w string) bool {
	_, err := strconv.Atoi(w)
	return err == nil
}

// label gives each word its entity label with the maximum-entropy classifier
// (Berger, Della Pietra and Della Pietra, 1996), from left to right: what is
// known of a word without its left neighbour's label is added up first.
func (m *recognizerModel) label(words []string, tags []int) []string {
	labels := make([]string, len(words))
	history := "None"
	for i, w := range words {
		var s scoreboard
		r := m.rows
		pos := m.tags[tags[i]]
		previousShape := "None"
		if i > 1 {
			previousShape = shape(words[i-1])
		}
		r.add(noHash.add("bias-True"), &s)
		r.add(noHash.add("en-wordlist-").add(truth(m.basic[w])), &s)
		r.add(noHash.add("pos-").add(pos), &s)
		r.add(noHash.add("prefix3-").lower(w[:min(3, len(w))]), &s)
		r.add(noHash.add("suffix3-").lower(tail(w)), &s)
		r.add(noHash.add("shape-").add(shape(w)), &s)
		r.add(noHash.add("word-").add(w), &s)
		r.add(noHash.add("word.lower-").add(strings.ToLower(w)), &s)
		r.add(noHash.add("wordlen-").add(strconv.Itoa(len(w))), &s)
		if i == 0 {
			r.add(noHash.add("prevword-None"), &s)
			r.add(noHash.add("prevpos-None"), &s)
		} else {
			r.add(noHash.add("prevword-").add(strings.ToLower(words[i-1])), &s)
			r.add(noHash.add("prevpos-").add(m.tags[tags[i-1]]), &s)
		}
		nextPos := "None"
		if i == len(words)-1 {
			r.add(noHash.add("nextword-None"), &s)
		} else {
			nextPos = strings.ToLower(m.tags[tags[i+1]])
			r.add(noHash.add("nextword-").add(strings.ToLower(words[i+1])), &s)
		}
		r.add(noHash.add("nextpos-").add(nextPos), &s)
		r.add(noHash.add("word+nextpos-").add(strings.ToLower(w)).add("+").add(nextPos), &s)
		r.add(noHash.add("prevtag-").add(history), &s)
		r.add(noHash.add("pos+prevtag-").add(pos).add("+").add(history), &s)
		r.add(noHash.add("shape+prevtag-").add(previousShape).add("+").add(history), &s)
		labels[i] = m.labels[s.best(len(m.labels))]
		history = labels[i][:1]
	}
	return labels
}

func truth(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

// shape is how a word is written, as the weights know it.
func shape(w string) string {
	last := w[len(w)-1]
	switch {
	case isNumber(w):
		return "number"
	case last != '_' && !('0' <= last && last <= '9') && !('a' <= last && last <= 'z') && !('A' <= last && last <= 'Z'):
		return "punct"
	case strings.ToLower(w) == w:
		return "downcase"
	case strings.Title(w) == w: //nolint:staticcheck // the weights were trained with this very function
		return "upcase"
	}
	return "mixedcase"
}

// isNumber reports whether a word reads as a number; most are turned away by
// their first letter.
func isNumber(w string) bool {
	if c := w[0] | 0x20; 'a' <= c && c <= 'z' && c != 'i' && c != 'n' {
		return false
	}
	_, err := strconv.ParseFloat(w, 64)
	return err == nil
}
