package places

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// titled reports whether the words before a head are a person's or a ship's, and
// the head a surname: "President Park", "USS Harlan County".
func (r *reader) titled(first, head int) bool {
	for i := first; i < head; i++ {
		if t := r.doc.Tokens[i]; persons.Has(t) || t.Has(text.Initial) && r.at(i+1).Class == text.Dot {
			return true
		}
	}
	return persons.Has(r.at(first - 1))
}

// calledAfter reports whether the title at token first, or before it, belongs to a place's
// name: "Lady Elliot Island", "Sir Hubert Murray Stadium". The head is no surname.
func (r *reader) calledAfter(first, head, from int) bool {
	t := r.doc.Tokens[first]
	return styleOfPlace.Has(t) && head > first+1 && first >= from && !surnames.Has(r.doc.Tokens[head]) && !oftenBorne.Has(r.doc.Tokens[head])
}

// styleOfPlace are the titles with which places are named after people.
var styleOfPlace = text.NewSet("sir", "lady", "lord", "king", "queen", "prince", "princess", "general", "emperor", "empress")

// perhapsSurname reports whether a head is a surname as often as a place's word,
// and no word of place stands before the name: "Anthony Lake", "at Elvedon Hall".
func (r *reader) perhapsSurname(first, head int) bool {
	before := r.at(first - 1)
	if oftenBorne.Has(r.doc.Tokens[head]) && r.hasGiven(first, head) {
		return true // "Henry Cabot Lodge"
	}
	if m, ok := r.matchAt(head + 2); ok && r.at(head+1).Class == text.Comma && (m.entries[0].Kind == "city" || m.entries[0].Kind == "region") && !gazetteer.GivenNames.Has(r.at(first)) {
		return false // "Rizal Park, Manila"
	}
	if next := r.at(head + 1); (ofLand.Has(next) || lying.Has(next)) && next.Has(text.Lower) && !gazetteer.GivenNames.Has(r.at(first)) {
		return false // "Bodmin Moor rises"
	}
	if h, _ := heads.Get(r.doc.Tokens[head].Key); h.suffix == "street" && head == first+1 && !gazetteer.GivenNames.Has(r.at(first)) && !r.at(head).Has(text.Possess) {
		return false // "Wellington Street in Port Louis"
	}
	return head == first+1 && surnames.Has(r.doc.Tokens[head]) && !before.Is(keyThe) && !situating.Has(before) && !cityAfter.Has(before) &&
		!before.Is(keyOn) && !along.Has(before)
}

// hasGiven reports whether a given name stands among the words from token i on.
func (r *reader) hasGiven(i, end int) bool {
	for ; i < end; i++ {
		if gazetteer.GivenNames.Has(r.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

// ofLand are verbs of what only the land does.
var ofLand = text.NewSet("rises", "stretches", "overlooks", "overlooked", "adjoins", "borders", "straddles", "slopes")

// stop reports the name of a railway station whose words for it have small letters:
// "Cosham railway station".
func (r *reader) stop(i int, s text.Range, report func(pipeline.Mention)) {
	if !r.at(i).Is(keyStation) || !stopsOf.Has(r.at(i-1)) || r.at(i-1).Capital() {
		return
	}
	first := r.nameRunBefore(i-1, s.First)
	if a := r.at(first - 1); first == i-1 || article.Has(a) && !a.Is(keyThe) || r.titled(first, i) {
		return
	}
	if _, n := gazetteer.Lookup(r.doc.Tokens, first, i-1); n == i-1-first && r.at(first-1).Is(keyThe) {
		return // "the London railway station" is one of several
	}
	r.reportBuilt(text.Range{First: first, End: i + 1}, "building", report)
}

var (
	stopsOf    = text.NewSet("railway", "railroad", "metro", "subway", "tram", "underground")
	keyStation = text.KeyOf("station")
)

// perhapsPlace reports whether the gazetteer has a name at token i, which then may be of a
// place that another stands before.
func (r *reader) perhapsPlace(i int) bool {
	_, ok := r.matchAt(i)
	return ok
}
