package agreements

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

// The data: heads.tsv names the kinds of instrument, words.tsv the words that
// titles take and refuse.
var (
	//go:embed heads.tsv
	headsFile string
	//go:embed words.tsv
	wordsFile string
)

// A role is what a word does in or around a title. The roles of one word are
// added up.
type role uint64

const (
	of role = 1 << iota
	and
	with
	for_
	to
	in
	subject
	party
	other
	det
	stop
	sign
	force
	plan
	count
	plain
	joint
	frame
	topic
	people
	vague
	office
	refused
	larger
	field
	amended
	inert
	finite
	weekday
	paper
	verb
	gathering
	noun
	prefix
	grade
	strong // forms of heads, from here on
	formal
	jointly
	framed
	change
	many
	initials
	isHead = strong | formal | jointly | framed | change
	link   = of | and | with | for_ | to | in | subject | party | other
)

var roleNames = map[string]role{
	"of": of, "and": and, "with": with, "for": for_, "to": to, "in": in, "subject": subject, "party": party,
	"other": other, "det": det, "stop": stop, "sign": sign, "force": force, "plan": plan, "count": count,
	"plain": plain, "joint": joint, "frame": frame, "topic": topic, "people": people, "vague": vague,
	"office": office, "refused": refused, "larger": larger, "field": field, "amended": amended, "inert": inert, "finite": finite, "weekday": weekday, "paper": paper, "verb": verb, "gathering": gathering, "noun": noun, "prefix": prefix, "grade": grade,
}

var formNames = map[string]role{
	"strong": strong, "formal": formal, "joint": jointly, "framed": framed, "change": change, "many": many, "initials": initials,
}

// An entry is all that is known of one word.
type entry struct {
	roles role
	kind  string // of a head: the type of instrument
}

// lexicon has every word that matters, heads the few around which a title can
// stand: the one look-up that every word of a text costs.
var lexicon, heads = load()

func load() (*text.Table[entry], *text.Table[entry]) {
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
			e.roles |= formNames[name]
		}
		words[text.KeyOf(f[0])] = e
	}
	few := map[uint64]entry{}
	for key, e := range words {
		if e.roles&isHead != 0 {
			few[key] = e
		}
	}
	return text.NewKeyTable(words), text.NewKeyTable(few)
}

// rows are the lines of a data file as columns, without comments.
func rows(file string) [][]string {
	var all [][]string
	for _, line := range strings.Split(file, "\n") {
		if line != "" && line[0] != '#' {
			all = append(all, strings.Split(line, "\t"))
		}
	}
	return all
}
