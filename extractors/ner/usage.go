package ner

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// usage says how a document uses a word, wherever it stands.
type usage uint64

const (
	small       usage = 1 << iota // also written with a small letter
	inside                        // with a capital where no sentence begins
	afterGiven                    // after a given name
	afterTitle                    // after an honorific
	afterIn                       // after a preposition of place
	beforeName                    // a given name that a capital follows
	beforeVerb                    // before what people do
	possesses                     // before a possessive
	afterThe                      // after an article
	beforeComma                   // alone between a comma and a capital, as places are
	endsRun                       // the last of several capitalized words
	beginsRun                     // the first of several
	alone                         // with no other beside it
	afterOf                       // after "of"
	afterBy                       // after "by" or "with"
	often                         // four times and more with a capital
	twice
)

var (
	titles    = text.NewSet("mr", "mrs", "ms", "dr", "sir", "lord", "lady", "president", "minister", "general", "colonel", "captain", "major", "king", "queen", "prince", "senator", "governor", "ambassador", "secretary", "judge", "bishop", "pope", "saint", "professor", "chancellor", "sheikh", "premier")
	situating = text.NewSet("in", "at", "near", "from", "to", "outside", "via")
	deeds     = text.NewSet("said", "says", "was", "is", "had", "has", "became", "met", "served", "died", "married", "wrote", "told", "went", "began", "made", "took", "would", "won", "joined", "received", "also", "later", "returned", "left", "moved", "and", "who", "decided", "believed", "asked", "signed", "visited", "argued", "appointed", "announced", "agreed")
	keyThe    = text.KeyOf("the")
	keyOf     = text.KeyOf("of")
	keyBy     = text.KeyOf("by")
	keyWith   = text.KeyOf("with")
)

// usages walks the document once.
func usages(doc *pipeline.Document) *text.Table[usage] {
	t := doc.Tokens
	seen := text.NewEmptyTable[usage](len(t)/8 + 8)
	for i := range t {
		if t[i].Class == text.Word && t[i].Capital() {
			u := seen.At(t[i].Key)
			*u |= capitalUse(t, i, *u)
		}
	}
	for i := range t {
		if t[i].Class == text.Word && t[i].Has(text.Lower) {
			if u, ok := seen.Get(t[i].Key); ok && u&small == 0 {
				*seen.At(t[i].Key) |= small
			}
		}
	}
	return seen
}

// capitalUse is what the surroundings of one capitalized word say.
func capitalUse(t []text.Token, i int, before usage) (u usage) {
	if before&twice != 0 {
		u |= often
	}
	if before != 0 {
		u |= twice
	}
	if i > 0 && !t[i].Has(text.SentStart) {
		u |= inside
		p := t[i-1]
		if p.Class == text.Dot && i > 1 {
			p = t[i-2]
		}
		switch {
		case gazetteer.CommonGivenNames.Has(p) && p.Capital():
			u |= afterGiven
		case titles.Has(p) && p.Capital():
			u |= afterTitle
		case situating.Has(p):
			u |= afterIn
		case p.Is(keyThe):
			u |= afterThe
		case p.Is(keyOf):
			u |= afterOf
		case p.Is(keyBy), p.Is(keyWith):
			u |= afterBy
		}
	}
	u |= place(t, i)
	if i+1 < len(t) {
		n := t[i+1]
		switch {
		case n.Class == text.Word && n.Capital() && gazetteer.CommonGivenNames.Has(t[i]):
			u |= beforeName
		case deeds.Has(n):
			u |= beforeVerb
		case n.Has(text.Possess):
			u |= possesses
		case n.Class == text.Comma && i+2 < len(t) && t[i+2].Capital():
			u |= beforeComma
		}
	}
	return u
}

// place says where in a run of capitalized words a word stands.
func place(t []text.Token, i int) usage {
	joins := func(a, b int) bool {
		return a >= 0 && b < len(t) && t[a].Class == text.Word && t[b].Class == text.Word && t[a].Capital() && t[b].Capital() && !t[a].Has(text.SentStart) && !t[b].Has(text.SentStart)
	}
	switch before, after := joins(i-1, i), joins(i, i+1); {
	case before && !after:
		return endsRun
	case after && !before:
		return beginsRun
	case !before:
		return alone
	}
	return 0
}

// local are the uses that the features combine with others.
const local = uint64(small | inside | afterGiven | afterTitle | afterIn | beforeName | beforeVerb | possesses | afterThe | beforeComma | often | twice)
