package dates

import (
	_ "embed"
	"strconv"
	"strings"

	"chancery/pipeline/text"
)

//go:embed words.tsv
var wordList string

// A sort is what part of a date a word can be.
type sort uint8

const (
	none sort = iota
	month
	weekday
	season
	ordinal
	tens
	part
	cardinal
	article
	unit
	decade
	shift
	day
)

var sorts = map[string]sort{
	"month": month, "short": month, "weekday": weekday, "season": season, "ordinal": ordinal, "tens": tens, "part": part,
	"cardinal": cardinal, "article": article, "unit": unit, "decade": decade, "shift": shift, "day": day,
}

// A word is an entry of the lexicon.
type word struct {
	sort  sort
	value int8
	short bool // may be followed by the full stop of an abbreviation
	loose bool // a month that is also another word
}

var lexicon = func() *text.Table[word] {
	words := map[string]word{}
	for _, line := range strings.Split(wordList, "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 3 || f[0][0] == '#' {
			continue
		}
		v, err := strconv.Atoi(f[2])
		if err != nil || sorts[f[1]] == none {
			panic("words.tsv: " + line)
		}
		words[f[0]] = word{sorts[f[1]], int8(v), f[1] == "short" || len(f[0]) <= 5 && f[1] == "weekday", len(f) > 3}
	}
	return text.NewTable(words)
}()

// Words that rules look for beside a date.
var (
	keyOf    = text.KeyOf("of")
	keyThe   = text.KeyOf("the")
	keyAnd   = text.KeyOf("and")
	keyS     = text.KeyOf("s")
	keyDay   = text.KeyOf("day")
	suffixes = text.NewSet("st", "nd", "rd", "th")
	through  = text.NewSet("to", "through", "until", "till", "thru")
	eras     = text.NewSet("ad", "ce")
)
