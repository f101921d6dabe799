package places

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed heads.tsv
var headList string

//go:embed words.tsv
var wordList string

// A head is a word that makes the name beside it a place of some kind.
type head struct{ suffix, prefix, of, abroad, noun string }

var heads = func() *text.Table[head] {
	words := map[string]head{}
	for _, line := range strings.Split(headList, "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		word := text.Fold(f[0]) // one entry for "chateau" and "château"
		h := words[word]
		switch f[2] {
		case "suffix":
			h.suffix = f[1]
		case "prefix":
			h.prefix = f[1]
		case "of":
			h.of = f[1]
		case "abroad":
			h.abroad = f[1]
		case "noun":
			h.noun = f[1]
		}
		words[word] = h
	}
	return text.NewTable(words)
}()

var wordSets = func() map[string]text.Set {
	sets := map[string]text.Set{}
	for _, line := range strings.Split(wordList, "\n") {
		if name, words, ok := strings.Cut(line, "\t"); ok && name[0] != '#' {
			sets[name] = text.NewSet(strings.Fields(words)...)
		}
	}
	return sets
}()

var (
	locative      = wordSets["locative"]
	cityAfter     = wordSets["city"]
	particles     = wordSets["particle"]
	follows       = wordSets["follow"]
	near          = wordSets["near"]
	offices       = wordSets["office"]
	noPlace       = wordSets["noplace"]
	events        = wordSets["event"]
	plainHead     = wordSets["plainhead"]
	settlement    = wordSets["settlement"]
	situating     = wordSets["situating"]
	shortTitles   = text.NewSet("mr", "mrs", "ms", "dr", "messrs", "gov", "prof", "rev", "capt")
	surnames      = wordSets["surname"]
	ofCity        = text.NewSet("city", "port", "town", "municipality")
	copula        = text.NewSet("is", "was")
	joint         = text.NewSet("and", "or")
	article       = text.NewSet("a", "an", "the")
	bearers       = wordSets["bearer"]
	common        = wordSets["common"]
	persons       = wordSets["persons"]
	styled        = wordSets["styled"]
	officeOf      = wordSets["officeof"]
	regional      = wordSets["regional"]
	noState       = wordSets["nostate"]
	styles        = wordSets["style"]
	beginnings    = wordSets["beginning"]
	compass       = wordSets["compass"]
	calendar      = wordSets["calendar"]
	motion        = wordSets["motion"]
	coursing      = wordSets["coursing"]
	along         = wordSets["along"]
	features      = wordSets["feature"]
	seats         = wordSets["seat"]
	several       = wordSets["several"]
	listing       = wordSets["listing"]
	behindNoun    = wordSets["behindnoun"]
	routeWords    = wordSets["route"]
	borders       = wordSets["border"]
	behindList    = wordSets["behindlist"]
	acting        = wordSets["acting"]
	namesakes     = wordSets["namesake"]
	leavings      = text.NewSet("left", "leaves", "leave", "leaving", "departed", "departs", "sailed", "sails", "embarked", "bound", "headed")
	gatherings    = wordSets["gathering"]
	eventsOf      = text.NewSet("peace", "battle", "siege", "massacre", "sack")
	ships         = wordSets["ship"]
	prefixes      = wordSets["prefix"]
	keyDepartment = text.KeyOf("department")
	keySuch       = text.KeyOf("such")
	oftenBorne    = wordSets["borne"]
	placeParts    = wordSets["placepart"]
	possessors    = wordSets["possessor"]
	saints        = text.NewSet("st", "saint", "sts")
	stretching    = wordSets["stretching"]
	nameless      = wordSets["nameless"]
	keyBetween    = text.KeyOf("between")
	keyFrom       = text.KeyOf("from")
	overThe       = wordSets["overthe"]
	regionStyle   = wordSets["regionstyle"]
	centres       = wordSets["centre"]
	keyState      = text.KeyOf("state")
	keyProvince   = text.KeyOf("province")
	keyOn         = text.KeyOf("on")
	keyOne        = text.KeyOf("one")
	keyFor        = text.KeyOf("for")
	keyAt         = text.KeyOf("at")
	keyAll        = text.KeyOf("all")
	keyKing       = text.KeyOf("king")
	// served are what a district that is a body is for
	served      = text.NewSet("school", "fire", "water", "navigation", "irrigation", "sanitation", "drainage", "utility", "hospital")
	keyDistrict = text.KeyOf("district")
	keySigned   = text.KeyOf("signed")
	keyThe      = text.KeyOf("the")
	keyOf       = text.KeyOf("of")
	keyTo       = text.KeyOf("to")
	ofState     = text.NewSet("head", "heads", "chief", "chiefs", "secretary", "minister", "ministers", "department")
	keyHouse    = text.KeyOf("house")
	keyIn       = text.KeyOf("in")
	keyBy       = text.KeyOf("by")
	keyCity     = text.KeyOf("city")
)

// combining are the countries that first parts of compounds name, by key: "Sino-".
var combining = func() map[uint64]string {
	codes := map[uint64]string{}
	for _, line := range strings.Split(wordList, "\n") {
		if forms, ok := strings.CutPrefix(line, "combining\t"); ok {
			for _, f := range strings.Fields(forms) {
				form, code, _ := strings.Cut(f, ":")
				codes[text.KeyOf(form)] = code
			}
		}
	}
	return codes
}()
