package agreements

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline/text"
)

// standings are the words behind a title, or before it, that say how an
// instrument stands.
var standings = text.NewPhrases(map[string]string{
	"entered into force": "in force", "came into force": "in force", "took effect": "in force", "in force": "in force", "entered into effect": "in force", "came into effect": "in force", "went into effect": "in force", "went into force": "in force", "put into effect": "in force", "has entered into force": "in force", "effective from": "in force", "effective since": "in force", "effective as of": "in force", "in effect since": "in force", "valid since": "in force",
	"ratified": "ratified", "initialled": "initialled", "initialed": "initialled", "terminated": "terminated", "denounced": "terminated", "expired": "terminated",
	"abrogated": "terminated", "no longer in force": "terminated", "was replaced": "terminated", "was superseded": "terminated", "were replaced": "terminated", "were superseded": "terminated", "lapsed": "terminated",
	"expected to sign": "planned", "plan to sign": "planned", "plans to sign": "planned", "will sign": "planned", "due to sign": "planned", "agreed to sign": "planned", "agreed to conclude": "planned", "agree to conclude": "planned", "to conclude negotiations on": "planned", "hope to sign": "planned", "hoped to sign": "planned",
	"will be signed": "planned", "is to be signed": "planned", "are to be signed": "planned", "expected to be signed": "planned", "are negotiating": "planned", "is negotiating": "planned", "currently negotiating": "planned", "been negotiating": "planned", "started negotiating": "planned", "began negotiating": "planned",
	"intention to sign": "planned", "intend to sign": "planned", "intends to sign": "planned", "intended to sign": "planned", "ready to sign": "planned", "looked forward to the signing of": "planned", "looking forward to the signing of": "planned", "look forward to the signing of": "planned", "early signing of": "planned", "expedite the signing of": "planned", "accelerate the signing of": "planned", "speed up the signing of": "planned", "facilitate the signing of": "planned", "prepare for the signing of": "planned", "finalise the signing of": "planned", "finalize the signing of": "planned", "forthcoming signing of": "planned", "upcoming signing of": "planned", "under negotiation": "planned", "being negotiated": "planned", "in preparation": "planned", "to be signed": "planned",
})

// standingReach is how many tokens before and behind a title they are looked for.
const standingReach = 16

// stages are the ways in which an instrument may stand, in the order of its life.
var stages = []string{"", "planned", "initialled", "signed", "ratified", "in force", "terminated"}

// Later is the later of two stages in the life of an instrument.
func Later(a, b string) string {
	if slices.Index(stages, b) > slices.Index(stages, a) {
		return b
	}
	return a
}

// standing is how the sentence of the k-th title says that the instrument stands,
// and the sentences behind it that go on about "the Agreement".
func (r *reader) standing(t *title, k int) string {
	next := len(r.tokens)
	last := r.lastListed(k)
	if last+1 < len(r.titles) {
		next = r.titles[last+1].at.First
	}
	at := r.titles[last].at
	end := min(r.sentenceEnd(at.End-1), at.End+standingReach, next)
	if t.line.Len() > 0 {
		end = min(end, t.line.End)
	}
	status := cmp.Or(r.doneTo(t), r.plannedBefore(t))
	if r.lower(t.at.First-1) == "draft" || r.class(t.at.End) == text.Open && r.word(t.at.End+1) == "draft" {
		status = "planned"
	}
	if status == "" && r.had(t) {
		status = "in force"
	}
	from := at.End
	if last != k { // what its bracket says of the last of several is said of it alone
		from = r.pastBracket(at.End)
		status = cmp.Or(status, r.bracketStanding(t))
	}
	for i := from; i < end; i++ {
		found, n := standings.Longest(r.tokens, i, end)
		if n == 0 || r.unfulfilled(max(at.End, i-3), i) || r.actsOn(at.End, i) || r.supposing(i) || found == "terminated" && r.ofPart(t) {
			continue
		}
		status = found
		i += n - 1
	}
	return r.standingOn(t, r.sentenceEnd(at.End-1), next, status)
}

// ofPart reports whether the sentence tells of a part of an instrument: "the fourth article of the
// treaty with Peru having expired".
func (r *reader) ofPart(t *title) bool {
	j := r.pastDet(r.pastPlain(t.at.First - 1))
	return r.has(j, of) && j > 0 && partWords.Has(r.tokens[j-1])
}

var partWords = text.NewSet("article", "articles", "clause", "clauses", "part", "parts", "provision", "provisions", "stipulation", "stipulations")

// supposing reports whether the verb at token i is what would have been: "would by a strict reading
// have terminated".
func (r *reader) supposing(i int) bool {
	const furthest = 12 // tokens
	for j := i - 1; r.word(i-1) == "have" && j > 0 && j > i-furthest && !r.tokens[j].Has(text.SentStart); j-- {
		if w := r.word(j); w == "would" || w == "might" || w == "could" || w == "should" {
			return true
		}
	}
	return false
}

// actsOn reports whether the instrument that ends before token end is what did what the verb
// at token i says: "the Convention of 1800 terminated the war", ", which also terminated the war".
func (r *reader) actsOn(end, i int) bool {
	j := i - 1
	for j > end && (r.word(j) == "also" || strings.HasSuffix(r.word(j), "ly")) {
		j--
	}
	return (r.word(j) == "which" || r.word(j) == "that" || j == end-1 && r.lower(i) != "expired" && r.lower(i) != "lapsed") && r.has(i+1, det)
}

// bracketStanding is how the bracket right behind a title says that it stands.
func (r *reader) bracketStanding(t *title) (status string) {
	end := r.pastBracket(t.at.End)
	for i := t.at.End; i < end; i++ {
		if found, n := standings.Longest(r.tokens, i, end); n > 0 && !r.unfulfilled(max(t.at.End, i-3), i) {
			status = found
		}
	}
	return status
}

// plannedBefore is "planned" when the sentence says so before the title.
func (r *reader) plannedBefore(t *title) (status string) {
	first := max(0, t.at.First-standingReach)
	for i := t.at.First; i > first; i-- {
		if r.tokens[i].Has(text.SentStart) {
			first = i
		}
	}
	for i := first; i < t.at.First; i++ {
		if found, n := standings.Longest(r.tokens, i, t.at.First); n > 0 && found == "planned" && !r.negated(max(first, i-3), i) {
			status = found
		}
	}
	return status
}

// doneTo is what the verb that governs the title makes of it: "the Senate ratified the
// Treaty", "Iraq abrogated the Agreement".
func (r *reader) doneTo(t *title) string {
	i := t.at.First - 1
	if d := r.world.date(i); d != nil { // "denounced the 1999 Agreement"
		i = d.Tokens.First - 1
	}
	for i = r.pastPlain(i); i > 0 && r.has(i, det); {
		i--
	}
	if i < 0 {
		return ""
	}
	if r.has(i, of) && r.word(i-1) == "force" && r.word(i-3) == "entry" && !r.wished(i-3) {
		return "in force" // "welcomed the entry into force of the Agreement"
	}
	if r.exchange(i) > 0 {
		return "ratified"
	}
	found, n := standings.Longest(r.tokens, i, i+1)
	if ends.Has(r.tokens[i]) {
		found, n = "terminated", 1
	}
	if n == 0 || found == "initialled" || r.unfulfilled(max(0, i-3), i) || r.lower(i-1) == "has" || r.pending(max(0, i-3), i) {
		return ""
	}
	return found
}

// wished reports whether an entry into force at token i is only hoped or waited for: "early
// entry", "to expedite the entry", "pending the entry".
func (r *reader) wished(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if notYet.Has(r.tokens[j]) || r.pending(j, j+1) || r.word(j) == "to" || r.word(j) == "pending" || r.word(j) == "awaiting" || r.word(j) == "before" {
			return true
		}
	}
	return false
}

// ends are verbs that terminate the instrument that is their object.
var ends = text.NewSet("ended", "cancelled", "canceled", "scrapped", "revoked", "rescinded", "repudiated", "annulled")

// mostSentences is how many sentences behind a title's own may tell how "the
// Agreement" stands.
const mostSentences = 2

// standingOn follows the sentences from token i on that begin with "The Agreement"
// or "It", up to the next title.
func (r *reader) standingOn(t *title, i, next int, status string) string {
	for range mostSentences {
		if i >= next || i+2 >= len(r.tokens) || r.tokens[i].Has(text.ParaStart) {
			break
		}
		end := min(r.sentenceEnd(i), next)
		if !r.resumes(t, i) {
			return Later(status, r.doneToIt(t, i, end))
		}
		for j := i; j < end; j++ {
			if found, n := standings.Longest(r.tokens, j, end); n > 0 && found != "planned" && !r.unfulfilled(max(i, j-3), j) {
				status = Later(status, found)
			}
		}
		i = end
	}
	return status
}

// doneToIt is what the sentence from token i to end says that somebody did to the title of
// the sentence before: "Iran terminated it in 1979", "The Senate ratified the Treaty".
func (r *reader) doneToIt(t *title, i, end int) string {
	for j := i + 1; j < min(end, i+standingReach); j++ {
		found, n := standings.Longest(r.tokens, j, end)
		if n > 0 && found != "planned" && r.word(j-1) == "which" && r.class(j-2) == text.Comma && r.lower(j-3) == r.lower(t.head) && r.has(j-4, det) {
			return found // "did not renew the treaty, which expired"
		}
		if n == 0 || found == "planned" || r.unfulfilled(max(i, j-3), j) || r.pending(max(i, j-3), j) {
			continue
		}
		after := j + n
		if r.word(after) == "it" && r.class(after+1) != text.Word || r.word(after) == "it" && (r.has(after+1, in) || r.word(after+1) == "on") || r.has(after, det) && r.lower(after+1) == r.lower(t.head) && r.world.date(after+2) == nil && !r.has(after+2, of|subject|party|with) {
			return found
		}
	}
	return ""
}

// resumes reports whether the sentence at token i goes on about a title: "The
// Agreement entered into force ...", "It was terminated ...".
func (r *reader) resumes(t *title, i int) bool {
	if found, n := standings.Longest(r.tokens, i, len(r.tokens)); n > 0 && found != "planned" && r.tokens[i].Capital() {
		return true // "... . Entered into force March 30, 1968. Terminated in 1975."
	}
	if r.class(t.at.End) == text.Open && r.class(t.at.End+2) == text.Close {
		if short := r.word(t.at.End + 1); acronym(short) && (r.word(i) == short || r.has(i, det) && r.word(i+1) == short) {
			return true // "the Partnership Agreement (CEPA) ... CEPA entered into force"
		}
	}
	switch r.word(i) {
	case "It":
		return true
	case "The", "This":
		return r.lower(i+1) == r.lower(t.head) || r.has(i+1, strong) && r.entry(i+1).roles&many == 0 && r.lower(i+1) == t.entry.kind || r.lower(i+1) == "agreement" && t.entry.kind == "exchange"
	}
	return false
}

// negated reports whether one of the tokens from i to end is "not" or "never".
func (r *reader) negated(i, end int) bool {
	for ; i < end; i++ {
		if w := r.word(i); w == "not" || w == "never" {
			return true
		}
	}
	return false
}

// unfulfilled reports whether one of the tokens from i to end denies what follows.
func (r *reader) unfulfilled(i, end int) bool {
	for ; i < end; i++ {
		if denials.Has(r.tokens[i]) {
			return true
		}
	}
	return false
}

// denials stand before what did not happen.
var denials = text.NewSet("not", "never", "be", "to")

// signedNext reads the sentence behind the title's that tells when it was signed: "The two
// sides initialled an Agreement on Visas. It was signed in Belgrade on 5 June 2019."
func (r *reader) signedNext(t *title, next int, s *signing) {
	i := r.sentenceEnd(t.at.End - 1)
	for j := t.at.End; s.status == "initialled" && j < min(next, i); j++ { // "initialled in March, was signed on 2 May"
		if r.word(j) != "signed" || r.word(j-1) != "was" && !r.has(j-1, and) && r.class(j-1) != text.Comma || r.denied(j) {
			continue
		}
		if then := r.signedBehind(t, j, min(next, i)); then.date != nil {
			*s = then
			return
		}
	}
	if i+2 >= min(next, len(r.tokens)) || r.tokens[i].Has(text.ParaStart) || !r.resumes(t, i) {
		return
	}
	for j := i + 1; j < i+5 && j+1 < len(r.tokens); j++ {
		if r.word(j) != "was" || !r.has(j+1, sign) || r.status(j+1) != "signed" {
			continue
		}
		if then := r.signedBehind(t, j+1, min(next, r.sentenceEnd(i))); then.date != nil {
			*s = then
		}
		return
	}
}
