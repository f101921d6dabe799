package ner

import (
	"strconv"
	"strings"
)

// label gives each word its entity label with the maximum-entropy classifier
// (Berger, Della Pietra and Della Pietra, 1996), from left to right: what is
// known of a word without its left neighbour's label is added up first.
func (m *recognizerModel) label(words []string, tags []uint8) []string {
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
