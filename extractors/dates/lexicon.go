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
	cardinal
	magnitude
	roman
	letter
	holiday
	partOf
	article
	unit
	decade
	shift
	day
	partOfDay
)

// fortnight is the unit of two weeks.
const fortnight = 9

var sorts = map[string]sort{
	"month": month, "short": month, "weekday": weekday, "season": season, "ordinal": ordinal, "tens": tens, "part": partOf,
	"cardinal": cardinal, "magnitude": magnitude, "roman": roman, "letter": letter, "article": article, "unit": unit, "decade": decade,
	"shift": shift, "day": day, "part-of-day": partOfDay,
}

// A word is an entry of the lexicon.
type word struct {
	sort  sort
	mark  mark
	short bool // may be followed by the full stop of an abbreviation
	value int16
}

// A mark is the fourth column of words.tsv.
type mark uint8

const (
	loose mark = 1 + iota // a month that is also another word
	told                  // a shift that counts from what the text tells, not from when it was written
)

var marks = map[string]mark{"loose": loose, "told": told}

// lexicon holds the words of words.tsv and the first words of the holidays.
var lexicon = func() *text.Table[word] {
	words := map[string]word{}
	for name := range feasts {
		first := text.Tokenize(name)[0]
		words[name[first.Start:first.End]] = word{sort: holiday}
	}
	for _, line := range strings.Split(wordList, "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 3 || f[0][0] == '#' {
			continue
		}
		v, err := strconv.Atoi(f[2])
		if err != nil || sorts[f[1]] == none {
			panic("words.tsv: " + line)
		}
		var m mark
		if len(f) > 3 {
			m = marks[f[3]]
		}
		words[f[0]] = word{
			sort: sorts[f[1]], value: int16(v), mark: m,
			short: f[1] == "short" || len(f[0]) <= 5 && f[1] == "weekday",
		}
	}
	return text.NewTable(words)
}()

// Words that rules look for beside a date.
var (
	keyOf      = text.KeyOf("of")
	keyThe     = text.KeyOf("the")
	keyWill    = text.KeyOf("will")
	keyShall   = text.KeyOf("shall")
	keyAnd     = text.KeyOf("and")
	keyS       = text.KeyOf("s")
	keyIes     = text.KeyOf("ies")
	keyQ       = text.KeyOf("q")
	keyT       = text.KeyOf("t")
	keyIn      = text.KeyOf("in")
	keyOn      = text.KeyOf("on")
	keyAt      = text.KeyOf("at")
	keyFrom    = text.KeyOf("from")
	keyBetween = text.KeyOf("between")
	keyAs      = text.KeyOf("as")
	keyPrior   = text.KeyOf("prior")
	keyUp      = text.KeyOf("up")
	keyTo      = text.KeyOf("to")
	keyNot     = text.KeyOf("not")
	keyOr      = text.KeyOf("or")
	keyC       = text.KeyOf("c")
	keyThan    = text.KeyOf("than")
	keyLast    = text.KeyOf("last")
	keyNext    = text.KeyOf("next")
	keyThis    = text.KeyOf("this")
	keyPast    = text.KeyOf("past")
	keyComing  = text.KeyOf("coming")
	keyAgo     = text.KeyOf("ago")
	keyBefore  = text.KeyOf("before")
	keyAfter   = text.KeyOf("after")
	keyBC      = text.KeyOf("bc")
	keyBCE     = text.KeyOf("bce")
	keyBE      = text.KeyOf("be")
	keyB       = text.KeyOf("b")
	keyE       = text.KeyOf("e")
	keyA       = text.KeyOf("a")
	keyD       = text.KeyOf("d")
	suffixes   = text.NewSet("st", "nd", "rd", "th")
	through    = text.NewSet("to", "through", "until", "till", "thru", "til")
	eras       = text.NewSet("ad", "ce", "bc", "bce", "be")
)
