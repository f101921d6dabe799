package dates

import "chancery/pipeline/text"

// A tense says when a sentence speaks of.
type tense uint8

const (
	unknown tense = iota
	past
	future
)

var (
	pastWords = text.NewSet("was", "were", "had", "did", "took", "met", "held", "went", "came", "gave", "made", "said", "told", "left", "began",
		"became", "spoke", "saw", "wrote", "won", "led", "sent", "fell", "ago", "been", "has", "have", "paid", "flew", "brought")
	habits       = text.NewSet("every", "annual", "annually", "yearly", "each", "traditionally")
	customs      = text.NewSet("is", "are")
	celebrations = text.NewSet("celebrated", "observed", "marked", "commemorated")
	feastDays    = text.NewSet("day", "holiday", "feast", "birthday", "anniversary")
	futureWords  = text.NewSet("will", "shall", "upcoming", "scheduled", "planned", "expected", "next", "forthcoming", "plans", "due", "going")
)

// foretells reports whether the clause of a finding says what will be: "on April 1, it will
// join", but not "told A on May 26, “we will".
func (r *reader) foretells(f *finding) bool {
	const nearby = 6 // tokens
	for i := max(r.sent, f.tokens.First-nearby); i < min(r.limit, f.tokens.End+nearby); i++ {
		switch t := r.at(i); {
		case t.Class == text.Quote:
			return false
		case t.Is(keyWill) || t.Is(keyShall):
			return true
		}
	}
	return false
}

// habitual reports whether the sentence tells of what returns every year.
func (r *reader) habitual() bool {
	for i := r.sent; i < min(r.limit, r.sent+120); i++ {
		if t := r.at(i); habits.Has(t) || celebrations.Has(t) && customs.Has(r.at(i-1)) {
			return true
		}
	}
	return false
}

// yearly reports whether a finding only says on which day of every year a feast
// falls: "National Day: 6 March", "Independence Day (9 July)", "the national day
// of Niger is 18 December"; or names an event by its day: "the September 11 attacks".
func (r *reader) yearly(f *finding) bool {
	if f.a.shape() == hasDay|hasMonth && f.tokens.End < r.limit && namedAfter.Has(r.at(f.tokens.End)) {
		return true
	}
	i := f.tokens.First - 1
	sign := r.at(i).Class
	label := sign == text.Colon || sign == text.Open || sign == text.Dash && r.at(i).Has(text.Spaced)
	if r.at(i).Is(keyOn) {
		i--
	}
	if !label && !r.at(i).Is(keyIs) && r.symbol(i) != "falls" {
		return false
	}
	for j := i - 1; j >= max(r.sent, i-6); j-- {
		if feastDays.Has(r.at(j)) && (label || !r.at(j).Capital() || r.at(j-1).Capital()) {
			return true
		}
		if r.at(j).Class != text.Word || label && !r.at(j).Capital() {
			return false
		}
	}
	return false
}

// postposed tells on which side of the day of writing older prose puts a day or a month: "on the
// 5th of April last", "in March next".
func (r *reader) postposed(f *finding) tense {
	if f.a.d > 0 && f.a.m > 0 && r.at(f.tokens.First-1).Is(keyNext) && !r.at(f.tokens.First-2).Is(keyThe) {
		return future // "next Aug. 31"
	}
	next := r.at(f.tokens.End + 1)
	if f.a.m == 0 || f.tokens.End >= r.limit || next.Class == text.Word && f.tokens.End+1 < r.limit && !goesOn.Has(next) {
		return unknown // also "5 May last year"
	}
	switch t := r.at(f.tokens.End); {
	case t.Is(keyLast):
		return past
	case t.Is(keyNext):
		return future
	}
	return unknown
}

// goesOn are words with which a sentence goes on behind a day.
var goesOn = text.NewSet("the", "a", "an", "by", "at", "in", "on", "and", "to", "for", "between", "with", "of", "was", "were", "is", "are", "has", "have", "had", "i", "it", "he", "she", "we", "they", "that", "which", "who", "when", "from", "under", "as", "upon", "this", "his", "her", "its", "their", "our", "no", "not", "but", "or", "after", "before", "until", "there", "will", "shall", "would")

// reported reports whether the date at token i is that of a report: "according to a statement on
// Wednesday", "said on Friday".
func (r *reader) reported(i int) bool {
	if i--; r.at(i).Is(keyOn) {
		i--
	}
	return i >= r.sent && reports.Has(r.at(i)) && r.at(i).Has(text.Lower)
}

// pastBefore reports whether the verb nearest before token i in its sentence tells of the past.
func (r *reader) pastBefore(i int) bool {
	const furthest = 12 // tokens
	for j := i - 1; j >= r.sent && i-j < furthest; j-- {
		if t := r.at(j); futureWords.Has(t) || have.Has(t) {
			return false
		} else if pastWords.Has(t) {
			return true
		}
	}
	return false
}

var have = text.NewSet("has", "have", "been", "ago")

var reports = text.NewSet("statement", "announcement", "announced", "said", "told", "reported", "report", "tweet", "interview", "briefing", "release")

// tense tells when the sentence of a partial date speaks of. A date that stands
// all alone is taken for an entry of a calendar, which looks ahead.
func (r *reader) tense(f *finding) tense {
	if present.Has(r.at(f.tokens.End - 1)) { // "from 1 January to date"
		return past
	}
	if t := r.postposed(f); t != unknown {
		return t
	}
	if r.alone(f.tokens.First, f.tokens.End) {
		return future
	}
	if r.reported(f.tokens.First) {
		return past
	}
	seen := unknown
	for i := r.sent; i < min(r.limit, r.sent+120); i++ {
		t := r.at(i)
		if t.Class != text.Word || !t.Has(text.Lower) {
			continue
		}
		if futureWords.Has(t) {
			if r.pastBefore(f.tokens.First) {
				return past // "A, who was here on Friday, will travel on Monday"
			}
			return future
		}
		if pastWords.Has(t) || t.Len() > 4 && r.doc.Text[t.End-2:t.End] == "ed" {
			seen = past
		}
	}
	return seen
}
