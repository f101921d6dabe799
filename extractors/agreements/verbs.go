package agreements

import (
	"strings"

	"chancery/pipeline/text"
)

// done reports whether "done" at token i is the verb of "done at Oslo on ...".
func (r *reader) done(i int) bool {
	return r.word(i) == "done" && (r.word(i+1) == "at" || r.has(i+1, in))
}

// signedBefore reports whether a verb of signing stands before the title with
// nothing but small words, names and other titles between.
func (r *reader) signedBefore(k int) bool { return r.signedRight(r.titles[r.firstListed(k)]) }

// signedRight is signedBefore of a title by itself.
func (r *reader) signedRight(t *title) bool { return r.verbBefore(t) >= 0 }

// successions stand before "by" and the instrument that took another's place.
var successions = text.NewSet("replaced", "superseded", "succeeded", "followed", "supplanted")

// verbBefore is the verb of signing that governs a title by itself, or -1.
func (r *reader) verbBefore(t *title) int {
	for j, words := t.at.First-1, 0; j >= 0 && words < 7; j-- {
		if r.world.date(j) != nil || r.world.placeMention(j) != nil {
			continue // "the signing in Lima on 5 May 2010 of a Treaty"
		}
		if passing.Has(r.tokens[j]) {
			continue // "signed yesterday an agreement"
		}
		words++
		if r.concludes(j) || r.witnessed(j) {
			return r.unless(r.status(j) == "ratified" || r.denied(j) || r.closesTalks(t, j), j)
		}
		if j > 0 && r.word(j) == "by" && successions.Has(r.tokens[j-1]) {
			return r.unless(r.denied(j-1), j-1)
		}
		if r.class(j) == text.Comma && r.has(j-1, isHead) && !r.tokens[j-1].Capital() && r.has(j+1, det) {
			j-- // "signed a bilateral agreement, the Shantung Treaty"
			continue
		}
		if r.compound(j) && !r.tokens[j].Has(text.SentStart) {
			continue
		}
		if r.class(j) == text.Word && !r.tokens[j].Capital() && !r.has(j, link|det|plain) || r.class(j) == text.Semi || r.tokens[j].Has(text.SentStart) {
			return -1
		}
	}
	return -1
}

// passing are adverbs that may stand between the verb and what was signed.
var passing = text.NewSet("yesterday", "today", "here", "recently", "jointly", "formally", "officially", "also", "then", "finally", "later", "earlier", "virtually", "successfully")

// signedInList reports whether the k-th title goes on, past nothing but dates,
// places and small words, with a list of titles whose first a verb of signing
// governs: "signed the Treaty in 1995 and the Protocol in 2001".
func (r *reader) signedInList(k int) bool { return r.listVerb(k) >= 0 }

// listVerb is the verb of signing that governs the first of the list, or -1.
func (r *reader) listVerb(k int) int {
	for least := k - mostListed; k > max(0, least); k-- {
		t, before := r.titles[k], r.titles[k-1]
		for j := t.at.First - 1; j >= before.at.End; j-- {
			if which := r.relative(j, before.at.End); which > 0 {
				j = which // ", which entered into force on 5 May 2010,"
				continue
			}
			at, _ := r.world.place(j)
			known := r.world.date(j) != nil || at.Len() > 0 || r.class(j) == text.Comma || r.has(j, link|det|and)
			if !known || r.tokens[j].Has(text.SentStart) {
				return -1
			}
		}
		if r.tokens[t.at.First].Has(text.SentStart) {
			return -1
		}
		if verb := r.verbBefore(before); verb >= 0 {
			return verb
		}
	}
	return -1
}

// concludes reports whether token i is a verb of conclusion, or the "entered" of "entered into
// a Treaty".
func (r *reader) concludes(i int) bool {
	return r.has(i, sign) || enters.Has(r.tokens[i]) && r.word(i+1) == "into" && !r.has(i+2, force)
}

var enters = text.NewSet("enter", "entered", "entering")

// notYet stand before a signing that is wished for.
var notYet = text.NewSet("early", "earliest", "speedy", "swift", "rapid", "prompt", "possible", "imminent", "future", "planned", "expected", "upcoming", "eventual")

// relative is the comma before the "which" of a clause that the comma at token j ends,
// behind token from; 0 for none.
func (r *reader) relative(j, from int) int {
	if r.class(j) != text.Comma {
		return 0
	}
	for i := j - 1; i > from && i > j-16; i-- {
		if r.word(i) == "which" && r.class(i-1) == text.Comma {
			return i - 1
		}
	}
	return 0
}

// ahead reports whether the sentence says that the signing at token i is yet to come:
// "the signing of an agreement on transit is on the agenda".
func (r *reader) ahead(i int) bool {
	for j := i + 1; j < len(r.tokens) && j < i+reach && !r.tokens[j].Has(text.SentStart); j++ {
		if yetToCome.Has(r.tokens[j]) && r.tokens[j].Has(text.Lower) { // but "May 2020"
			return !r.has(j+1, sign)
		}
		if w := r.word(j); r.has(j, finite) || w == "took" || w == "which" || w == "that" {
			return j+1 < len(r.tokens) && mootedWords.Has(r.tokens[j+1]) // "was discussed"
		}
	}
	return false
}

var mootedWords = text.NewSet("discussed", "considered", "proposed", "negotiated", "expected")

var yetToCome = text.NewSet("is", "are", "will", "would", "should", "may", "can", "could", "remains")

// witnessed reports whether token i is the "exchange" of "witnessed the exchange of the
// Memorandum": copies are exchanged when they are signed.
func (r *reader) witnessed(i int) bool {
	return r.lower(i) == "exchange" && r.has(i+1, of) && r.word(i-1) == "the" && r.lower(i-2) == "witnessed"
}

// denied reports whether the verb at token i did not happen: "did not sign",
// "hope to sign", "will be signed".
func (r *reader) denied(i int) bool {
	if signings.Has(r.tokens[i]) && (r.has(i+1, of) && r.ahead(i) || r.has(i-1, for_) && r.word(i-2) == "ready" || i > 0 && notYet.Has(r.tokens[i-1])) {
		return true // "the signing of ... is on the agenda", "ready for signing", "an early conclusion of"
	}
	past := strings.HasSuffix(r.word(i), "ed")
	if r.supposed(i) || r.hardly(i) {
		return true
	}
	if r.tokens[i].Has(text.SentStart) {
		return false
	}
	if !past && r.shunned(i) {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if c := r.class(j); c == text.Comma || c == text.Semi || r.world.placeMention(j) != nil {
			return false // "visit to Egypt; signing of"
		}
		switch r.word(j) {
		case "not", "never", "cannot", "without":
			return r.word(j+1) != "only"
		case "to", "would", "will", "should", "may", "could", "might":
			if !past || r.word(i-1) == "be" {
				return true
			}
		}
		if r.tokens[j].Has(text.SentStart) {
			return false
		}
	}
	return false
}

// ofRatification reports whether the sentence tells of the ratification of a title: "the
// ratifications of the treaty".
func (r *reader) ofRatification(t *title) bool {
	j := r.pastDet(t.at.First - 1)
	return r.has(j, of) && strings.HasPrefix(r.lower(j-1), "ratification")
}

// status is what a verb of conclusion makes of an instrument.
func (r *reader) status(i int) string {
	switch w := strings.ToLower(r.word(i)); {
	case strings.HasPrefix(w, "initial"):
		return "initialled"
	case strings.HasPrefix(w, "ratif"):
		return "ratified"
	}
	return "signed"
}
