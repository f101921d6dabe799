package agreements

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// What instruments are signed at, and sentences about their signing begin with.
var (
	occasionNouns = text.NewSet("visit", "occasion", "talks", "negotiations", "meeting", "presence", "ceremony", "sidelines", "margins", "summit", "session")
	visitNouns    = text.NewSet("visit", "occasion")
	signings      = text.NewSet("signing", "signature", "conclusion")
	toldOf        = text.NewSet("visit", "visits", "visited", "arrived", "talks", "met", "meeting", "received", "travelled")
)

// occasioned reports whether the sentence says before token i what it is that
// something was signed at: "During the visit, the Air Services Agreement was signed".
func (r *reader) occasioned(i int) bool {
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		if visitNouns.Has(r.tokens[j]) {
			return true
		}
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	return false
}

// atOccasion reports whether the tokens say what it is that something was signed at.
func (r *reader) atOccasion(at text.Range) bool {
	for j := at.First; j < at.End; j++ {
		if occasionNouns.Has(r.tokens[j]) {
			return true
		}
	}
	return false
}

// occasionBehind takes the date of what an instrument was signed at, told behind it: "signed the
// Agreement on Visas during the minister's visit to Amman on 4 February 2020".
func (r *reader) occasionBehind(k int, s *signing) {
	last := r.titles[r.lastListed(k)].at.End
	if s.date != nil || !r.signedBefore(k) || last >= len(r.tokens) {
		return
	}
	occasion := false
	for i := last; i < min(len(r.tokens), last+reach/2) && !r.tokens[i].Has(text.SentStart); i++ {
		if d := r.world.date(i); d != nil && d.Tokens.First == i {
			if occasion && !open(d) && !term(d) {
				s.date, s.inferred = spanning(d, r.lastDay(d)).Date, true
			}
			return
		}
		occasion = occasion || occasionNouns.Has(r.tokens[i])
		if r.class(i) == text.Semi || r.class(i) == text.Open || r.has(i, sign|isHead|finite) || r.word(i) == "which" || r.has(i, and) && !r.tokens[i+1].Capital() && !r.has(i+1, det) {
			return
		}
	}
}

// earlier is the date nearest before token i in the same line, for "during that
// visit"; past it, that of a sentence which tells of a visit or talks.
func (r *reader) earlier(i int) *pipeline.Mention {
	past := false
	for j := i - 1; j >= 0 && j > i-3*reach; j-- {
		if d := r.world.date(j); d != nil && d.Tokens.First == j && !term(d) {
			if past && (open(d) || !r.tells(j)) {
				return nil
			}
			return r.bothDays(d)
		}
		past = past || r.tokens[j].Has(text.ParaStart) || r.tokens[j].Has(text.LineStart) && r.tokens[j].Has(text.SentStart)
	}
	return nil
}

// goesOn reports whether the sentence that begins at token i tells, without a date of its
// own, what came of the visit or talks that the sentence before it in the line dates:
// "... paid a visit in May 2011. A Plan of Action was signed."
func (r *reader) goesOn(i int) bool {
	if i == 0 || r.tokens[i].Has(text.LineStart) && !r.bothBegin(i) || !sequels.Has(r.tokens[i]) && !(r.word(i) == "The" && (r.word(i+1) == "two" || r.has(i+1, isHead) || signingSides.Has(r.tokens[i+1]))) {
		return false
	}
	first := i - 1
	for first > 0 && first > i-reach && !r.tokens[first].Has(text.SentStart) {
		first--
	}
	tells, dated := false, 0
	for j := first; j < i; j++ {
		tells = tells || toldOf.Has(r.tokens[j])
		if r.dateBegins(j) {
			dated++
		}
	}
	return tells && (dated == 1 || dated == 2 && r.has(first+2, and))
}

// bothBegin reports whether the paragraph at token i begins with those who met: "The two
// sides signed".
func (r *reader) bothBegin(i int) bool {
	return r.word(i) == "The" && r.word(i+1) == "two" && i+2 < len(r.tokens) && signingSides.Has(r.tokens[i+2]) || r.word(i) == "Both" && i+1 < len(r.tokens) && signingSides.Has(r.tokens[i+1])
}

// sequels begin such sentences.
var sequels = text.NewSet("a", "an", "presidents", "both", "following", "ministers")

// tells reports whether the sentence of token i tells of a visit or of talks.
func (r *reader) tells(i int) bool {
	first := i
	for first > 0 && first > i-reach && !r.tokens[first].Has(text.SentStart) {
		first--
	}
	for j := first; j < r.sentenceEnd(i); j++ {
		if toldOf.Has(r.tokens[j]) {
			return true
		}
	}
	return false
}

// happened reports whether the sentence says that the instrument was signed or
// otherwise concluded.
func (r *reader) happened(t *title, k int) bool { return r.concluding(t, k) >= 0 }

// concluding is the verb by which the sentence says that the instrument was signed
// or otherwise concluded, or -1. Papers on a ratification are not the instrument.
func (r *reader) concluding(t *title, k int) int {
	for j := t.at.First - 1; j >= 0 && j > t.at.First-reach; j-- {
		if w := r.lower(j); strings.HasPrefix(w, "ratification") || w == "accession" || w == "accessions" {
			return -1
		}
		if (r.concludes(j) || r.witnessed(j)) && r.status(j) != "ratified" && !r.closesTalks(t, j) {
			return r.unless(r.denied(j), j)
		}
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	end := r.titles[r.lastListed(k)].at.End
	for j := end; j < len(r.tokens) && j < end+12 && !r.tokens[j].Has(text.SentStart) && r.class(j) != text.Semi; j++ {
		if r.has(j, sign) && r.status(j) != "ratified" && !r.closesTalks(t, j) && r.word(j-1) != "which" && r.word(j-1) != "that" {
			return r.unless(r.denied(j), j)
		}
	}
	return -1
}
