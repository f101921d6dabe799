package gazetteer

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed endings.tsv
var endingList string

// An ending of names, or a beginning, and where such names are usual.
type ending struct {
	letters   string // in small letters, folded unless only the accent tells
	first     bool   // names begin with it
	given     bool   // of given names
	telling   bool   // of a name wherever it stands: "shvili", "enko"
	accented  bool   // only with its accents
	countries []string
}

var endings = func() []ending {
	const telling = 4 // letters
	var all []ending
	for line := range strings.SplitSeq(endingList, "\n") {
		codes, letters, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for l := range strings.FieldsSeq(letters) {
			bare := strings.TrimLeft(l, "*+")
			marked := len(bare) < len(l)
			bare, first := strings.CutSuffix(strings.ToLower(bare), "-")
			folded := text.Fold(bare)
			e := ending{letters: folded, first: first, given: l[0] == '+', telling: marked || first || len(folded) >= telling, accented: marked && folded != bare, countries: strings.Fields(codes)}
			if e.accented {
				e.letters = bare
			}
			all = append(all, e)
		}
	}
	return all
}()

// has reports whether a word, folded or else in small letters alone, has the ending.
func (e *ending) has(folded, small string) bool {
	word := folded
	if e.accented {
		word = small
	}
	if len(word) <= len(e.letters)+1 {
		return false
	}
	if e.first {
		return strings.HasPrefix(word, e.letters)
	}
	return strings.HasSuffix(word, e.letters)
}

// forms are a word folded, and in small letters alone, which are one for most.
func forms(word string) (folded, small string) {
	folded = text.Fold(word)
	if small = folded; text.Runes(word) != len(word) {
		small = strings.ToLower(word)
	}
	return folded, small
}

// edges are endings by the byte that a word must end with, or begin with, to have them:
// most words are compared with few of the hundreds.
type edges struct{ last, first [256][]*ending }

func newEdges(want func(*ending) bool) *edges {
	var by edges
	for i := range endings {
		e := &endings[i]
		switch letters := e.letters; {
		case !want(e):
		case e.first:
			by.first[letters[0]] = append(by.first[letters[0]], e)
		default:
			last := letters[len(letters)-1]
			by.last[last] = append(by.last[last], e)
		}
	}
	return &by
}

// longest is the length of the longest of the endings that a word has, 0 for none.
func (by *edges) longest(folded, small string) int {
	most := 0
	for _, w := range []string{folded, small} {
		if w == "" {
			break
		}
		for _, list := range [][]*ending{by.last[w[len(w)-1]], by.first[w[0]]} {
			for _, e := range list {
				if len(e.letters) > most && e.has(folded, small) {
					most = len(e.letters)
				}
			}
		}
		if small == folded {
			break
		}
	}
	return most
}

// has reports whether a word has one of the endings.
func (by *edges) has(word string) bool { return by.longest(forms(word)) > 0 }

var (
	ofGiven = newEdges(func(e *ending) bool { return e.given })
	ofNames = newEdges(func(e *ending) bool { return e.telling })
	ofAny   = newEdges(func(*ending) bool { return true })
)

// EndsAsGiven reports whether a word ends or begins as only given names do: "Turgunbek".
func EndsAsGiven(word string) bool { return ofGiven.has(word) }

// EndsAsName reports whether a word ends or begins as only names of people do:
// "Botchorishvili", "Rakotomalala".
func EndsAsName(word string) bool { return ofNames.has(word) }

// endingsIn are the endings that are usual in a country.
var endingsIn = func() map[string][]*ending {
	in := map[string][]*ending{}
	for i := range endings {
		for _, c := range endings[i].countries {
			in[c] = append(in[c], &endings[i])
		}
	}
	return in
}()

// EndsAsIn reports whether a name ends or begins as is usual in a country, by its code of
// Entry.Country: "Japaridze" in Georgia. Of endings in one another the longest tells:
// "Saudabayev" is no Russian name.
func EndsAsIn(name, country string) bool {
	folded, small := forms(name)
	best := 0
	for _, e := range endingsIn[country] {
		if len(e.letters) > best && e.has(folded, small) {
			best = len(e.letters)
		}
	}
	return best > 0 && best >= ofAny.longest(folded, small)
}
