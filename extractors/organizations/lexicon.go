package organizations

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

// The data: heads.tsv holds the words around which names are built, words.tsv
// the words that names take or refuse, bodies.tsv the institutions known by name.
var (
	//go:embed heads.tsv
	headsFile string
	//go:embed words.tsv
	wordsFile string
	//go:embed bodies.tsv
	bodiesFile string
	//go:embed refused.txt
	refusedFile string
)

// A role is what a word does in the names of institutions. The roles of one
// word are added up.
type role uint32

const (
	of     role = 1 << iota // a head that takes "of" or "for" after it
	on                      // a head that also takes "on"
	mod                     // a head that takes capitalized words before it
	alone                   // a head that is a name by itself
	the                     // a head that is a name by itself after "the"
	suffix                  // a head that ends a company's name
	club                    // a head that begins a sports club's name
	placed                  // a head that ends a name after a place's alone
	topic
	stop
	office
	possessed
	generic
	plain
	bare
	deputies
	head = of | on | mod | alone | the | suffix | club
)

var roleNames = map[string]role{
	"of": of, "on": on, "mod": mod, "alone": alone, "the": the, "suffix": suffix, "club": club, "placed": placed, "topic": topic, "stop": stop,
	"office": office, "possessed": possessed, "generic": generic, "plain": plain, "bare": bare, "deputies": deputies,
}

// An entry is all that is known of one word.
type entry struct {
	roles role
	kind  string // of a head
	needs uint64 // key of a word that must stand before a head, or 0
	body  bool   // it begins the name of a body
}

// lexicon has every word that begins or heads a name, so that a word of the
// text costs one look-up.
var lexicon, bodies = load()

func load() (*text.Table[entry], *text.Phrases[[]form]) {
	words := map[uint64]entry{}
	for _, f := range rows(wordsFile) {
		for _, w := range strings.Fields(f[1]) {
			e := words[text.KeyOf(w)]
			e.roles |= roleNames[f[0]]
			words[text.KeyOf(w)] = e
		}
	}
	for _, f := range rows(headsFile) {
		e := words[text.KeyOf(f[0])]
		e.kind = f[1]
		for _, name := range strings.Fields(f[2]) {
			e.roles |= roleNames[name]
		}
		if f[3] != "" {
			e.needs = text.KeyOf(f[3])
		}
		words[text.KeyOf(f[0])] = e
	}
	names := forms(rows(bodiesFile))
	for name := range names {
		key := text.Tokenize(name)[0].Key
		e := words[key]
		e.body = true
		words[key] = e
	}
	return text.NewKeyTable(words), text.NewPhrases(names)
}

// rows are the lines of a data file as columns, five at least, without comments.
func rows(file string) [][]string {
	var all [][]string
	for _, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		for len(f) < 5 {
			f = append(f, "")
		}
		all = append(all, f)
	}
	return all
}

// refused are phrases around a head that name no institution, folded.
var refused = func() map[string]bool {
	all := map[string]bool{}
	for _, line := range strings.Split(refusedFile, "\n") {
		if line != "" && line[0] != '#' {
			all[text.Fold(line)] = true
		}
	}
	return all
}()

var (
	keyOf         = text.KeyOf("of")
	keyFor        = text.KeyOf("for")
	keyOn         = text.KeyOf("on")
	keyService    = text.KeyOf("service")
	keyAffairs    = text.KeyOf("affairs")
	keyThe        = text.KeyOf("the")
	keyAnd        = text.KeyOf("and")
	keyChamber    = text.KeyOf("chamber")
	keyCommission = text.KeyOf("commission")
	keyTrust      = text.KeyOf("trust")
	keyTerritory  = text.KeyOf("territory")
	keyExile      = text.KeyOf("exile")
	keyAssembly   = text.KeyOf("assembly")
	keyNational   = text.KeyOf("national")
	keyState      = text.KeyOf("state")
	keyHouse      = text.KeyOf("house")
	keyGeneral    = text.KeyOf("general")
	keyHigh       = text.KeyOf("high")
	keyOperation  = text.KeyOf("operation")
	keyIn         = text.KeyOf("in")
)
