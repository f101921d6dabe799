package places

import (
	"sort"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// series reports the unknown names that stand in one list with places or under a noun
// of places: "at Neville, Vanguard and Aneroid", "villages include A, B and C".
func (r *reader) series(s text.Range) {
	for i := s.First; i < s.End; i++ {
		if t := &r.doc.Tokens[i]; !t.Capital() || t.Class != text.Word || !r.named[i] && !r.unknown(i) {
			continue
		}
		switch {
		case r.named[i] && (i == s.First || !r.named[i-1]) && r.openedBy(i-1):
			i = max(i, r.members(i, s.End, false)-1)
		case i == s.First || r.at(i-1).Class == text.Semi:
			i = max(i, r.membersBy(i, s.End)-1)
		case i > s.First && !r.named[i] && r.covered(i, s):
			i = max(i, r.members(i, s.End, true)-1)
		case r.at(i-1).Is(keyThe) && r.begins(i-1):
			i = max(i, r.membersBy(i, s.End)-1)
		case i > s.First && !r.named[i] && r.doc.Tokens[i-1].Has(text.Lower|text.Possess): // what announces a list has no capital
			if sure, ok := r.announced(i); ok {
				i = max(i, r.members(i, s.End, sure)-1)
			} else if r.at(i-1).Is(keyThe) || r.at(i-1).Is(keyBetween) || r.at(i-1).Is(keyOf) {
				i = max(i, r.membersBy(i, s.End)-1)
			}
		}
	}
}

// seriesAgain reads the lists of the sentences in which guessed names stand, now that
// these are known. Lists of two are not enough then.
func (r *reader) seriesAgain() {
	guessed := r.guesses
	r.guesses, r.least = nil, 3
	last := -1
	for _, g := range guessed {
		n := sort.Search(len(r.doc.Sentences), func(k int) bool { return r.doc.Sentences[k].End > g.tokens.First })
		if n != last && n < len(r.doc.Sentences) {
			r.series(r.doc.Sentences[n])
		}
		last = n
	}
	r.guess()
}

// openedBy reports whether a list of places may begin behind token i: a preposition of
// place, not one that speaks as well for teams, "for Chelsea, Arsenal and".
func (r *reader) openedBy(i int) bool {
	if r.at(i).Is(keyThe) {
		i--
	}
	t := r.at(i)
	if t.Class != text.Word || !t.Has(text.Lower) || !opening.Has(t) {
		return false
	}
	return t.Is(keyBy) && borders.Has(r.at(i-1)) || situating.Has(t) || cityAfter.Has(t) || along.Has(t) || listing.Has(t) && several.Has(r.at(i-1)) || borders.Has(t) || comprising.Has(t) || t.Is(keyOf) && consisting.Has(r.at(i-1))
}

// opening are the words behind which a list may begin.
var opening = text.Union(situating, cityAfter, along, listing, borders, comprising, text.NewSet("by", "of"))

// announced reports whether what stands before the unknown name at token i may announce
// a list of places, and whether it is sure even where no name of the list is known.
func (r *reader) announced(i int) (sure, ok bool) {
	before := r.at(i - 1)
	if nearby.Has(r.at(i-2)) && (before.Is(keyAre) || before.Is(keyWere)) {
		return true, true // "Nearby are A and B"
	}
	if r.headed(i) || borders.Has(before) || before.Is(keyBy) && borders.Has(r.at(i-2)) || before.Is(keyBetween) && stretching.Has(r.at(i-2)) || r.situatedKind(text.Range{First: i, End: i}) != "" && !situating.Has(before) {
		return true, true
	}
	return false, situating.Has(before)
}

// headed reports whether a noun of places announces the list that begins at token i:
// "the villages of", "towns such as", "islands include".
func (r *reader) headed(i int) bool {
	t := r.at(i - 1)
	if t.Is(keyThe) {
		i--
		t = r.at(i - 1)
	}
	if t.Class == text.Comma || t.Class == text.Colon {
		return false
	}
	if !listing.Has(t) {
		return false
	}
	back := i - 2
	if r.at(back).Is(keySuch) {
		back--
	}
	if r.at(back).Class == text.Comma {
		back--
	}
	return several.Has(r.at(back)) && (r.at(back).Has(text.Lower) || r.at(back).Has(text.SentStart))
}

// members walks over a list from its first name at token i, takes its unknown names for
// places when "and" closes it, and says where it ends.
func (r *reader) members(i, end int, sure bool) int {
	l := r.list(i, end)
	next := r.at(l.end)
	if l.closed && r.headed(i) && next.Has(text.Lower) && !strings.HasSuffix(r.doc.Word(l.end), "s") {
		r.takeList(l) // "The cities of Basel, Mulhouse and Freiburg share an airport"
		return l.end
	}
	if !l.closed || !sure && !l.known || l.names < r.least || l.end < end && (next.Class == text.Word && !behindList.Has(next) && !(l.known && !r.at(i-1).Is(keyTo) && (r.happens(l.end) || r.at(i-1).Is(keyFrom) && copula.Has(next))) && !(joint.Has(next) && r.at(l.end+1).Has(text.Lower)) || next.Has(text.Possess) || next.Class == text.Dash && !next.Has(text.Spaced)) {
		return l.end
	}
	r.takeList(l)
	return l.end
}

// happens reports whether a verb at token i, behind a list, tells what happened there and not
// what someone did: "in Dadaab and Kakuma received aid", "from A and B were shipped".
func (r *reader) happens(i int) bool {
	t := r.at(i)
	return t.Has(text.Lower) && !acting.Has(t) && (t.Is(keyWere) || t.Is(keyAre) || strings.HasSuffix(r.doc.Word(i), "ed"))
}

// membersBy does as members where what follows the list tells that it is of places:
// "Aniak, McGrath and Sleetmute lie upstream", "the Bačka and Srem regions".
func (r *reader) membersBy(i, end int) int {
	l := r.list(i, end)
	next := r.at(l.end)
	if !l.closed || l.names < 2 || l.end >= end || !r.stretch(l.end) && !((r.at(i-1).Is(keyThe) || r.at(i-1).Is(keyBetween) || r.at(i-1).Is(keyOf)) && several.Has(next) && next.Has(text.Lower)) {
		return i
	}
	r.takeList(l)
	return l.end
}

// A series is a list of names: those that are not known yet, how many there are, where it
// ends, whether "and" closes it and whether one of them is known.
type series struct {
	open       []text.Range
	names, end int
	closed     bool
	known      bool
}

func (r *reader) takeList(l series) {
	for _, run := range l.open {
		r.guesses = append(r.guesses, guess{run, "", "series", "in one list with places", pipeline.Likely})
	}
}

// list walks over the names that commas and "and" join from token i on.
func (r *reader) list(i, end int) (l series) {
	the, from, headed := r.at(i-1).Is(keyThe), r.at(i-1).Is(keyFrom), r.headed(i)
	for last := false; ; {
		run := r.member(i, end, headed)
		if l.end = i; run.Len() == 0 {
			return l
		}
		if l.names++; !r.named[run.First] {
			l.open = append(l.open, run)
		} else {
			l.known = true
		}
		if i, l.end = run.End, run.End; last {
			l.closed = true
			return l
		}
		var next int
		next, last = r.nextMember(i)
		if from && next == i && r.at(i).Is(keyTo) {
			next, last = i+1, true // "from Rottweil to Laiz"
		}
		if r.at(next).Is(keyThe) {
			next++
			the = the || next < end && r.named[next]
			if !the {
				return l // "in Angola, and the Contras"
			}
		}
		if next == i || next >= end {
			return l
		}
		i = next
	}
}

// nextMember is where the next name of a list begins behind a comma, "and" or both at
// token i, and whether it is the last; i when the list ends there.
func (r *reader) nextMember(i int) (next int, last bool) {
	if r.at(i).Class == text.Comma {
		i++
	}
	if joint.Has(r.at(i)) && r.at(i).Has(text.Lower) {
		return i + 1, true
	}
	return i, false
}

// member is the name at token j: one reported as a place, or one that nothing has
// claimed and that no given name begins, but under a noun of places, "suburbs of Glen Iris".
func (r *reader) member(j, end int, headed bool) text.Range {
	k := j
	for k < end && r.named[k] {
		k++
	}
	if k > j || !r.unknown(j) || !headed && gazetteer.GivenNames.Has(r.doc.Tokens[j]) {
		return text.Range{First: j, End: k}
	}
	run := text.Range{First: j, End: r.unknownRun(j, end)}
	if run.Len() > 0 && r.doc.Tokens[run.End-1].Len() < 3 || run.Len() == 1 && compass.Has(r.doc.Tokens[j]) {
		run.End = j // "St."
	}
	return run
}

// amongRegions reports whether a region whose name may be a word stands in a list with
// another region of its country: "borders Khövsgöl, Arkhangai and Uvs".
func (r *reader) amongRegions(m *match, e *gazetteer.Entry) bool {
	for _, side := range []int{-1, 1} {
		n, ok := r.neighbour(m, side)
		if !ok {
			continue
		}
		for _, o := range n.entries {
			if o.Kind == "region" && o.Country == e.Country {
				return true
			}
		}
	}
	return false
}
