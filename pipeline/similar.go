package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/adrg/strutil/metrics"

	"chancery/pipeline/text"
)

const (
	neighbours = 8    // how many entries of the sorted list each name is compared with
	alike      = 0.94 // Jaro-Winkler similarity from which two names are near
)

// Similar finds names that may be spellings of one name, without merging them:
// "Abai Kunanbayev" and "Abai Kunanbaiuly". names maps entity ids to canonical
// names of one kind; the answer maps an id to the sorted ids near it.
//
// It is the sorted neighbourhood method (Hernández and Stolfo, 1995): the names
// are sorted once by their first word and once by their last, and each is
// compared only with those next to it, by Jaro-Winkler similarity (Winkler,
// 1990) of the folded words. The cost is that of sorting.
func Similar(names map[string]string) map[string][]string {
	list := make([]name, 0, len(names))
	for id, n := range names {
		words := strings.Fields(text.Fold(n))
		if len(words) > 1 {
			list = append(list, name{id, words})
		}
	}
	near := map[string][]string{}
	for _, from := range []func(name) string{
		func(n name) string { return n.words[0] + " " + n.words[len(n.words)-1] },
		func(n name) string { return n.words[len(n.words)-1] + " " + n.words[0] },
	} {
		slices.SortFunc(list, func(a, b name) int { return cmp.Or(cmp.Compare(from(a), from(b)), cmp.Compare(a.id, b.id)) })
		for i, a := range list {
			for _, b := range list[i+1 : min(i+1+neighbours, len(list))] {
				if a.near(b) && !slices.Contains(near[a.id], b.id) {
					near[a.id] = append(near[a.id], b.id)
					near[b.id] = append(near[b.id], a.id)
				}
			}
		}
	}
	for id := range near {
		slices.Sort(near[id])
	}
	return near
}

type name struct {
	id    string
	words []string
}

// near reports whether two names have as many words, or an initial or a middle
// name more, and differ in spelling only. Two names that differ in a whole
// given name are two people: "Ivan Petrov" and "Igor Petrov".
func (a name) near(b name) bool {
	if a.id == b.id || !nearWord(a.words[len(a.words)-1], b.words[len(b.words)-1]) {
		return false
	}
	x, y := a.words[0], b.words[0]
	return nearWord(x, y) || initial(x, y) || initial(y, x)
}

func nearWord(a, b string) bool {
	if a == b {
		return true
	}
	if min(len(a), len(b)) < 5 {
		return false
	}
	return metrics.NewJaroWinkler().Compare(a, b) >= alike
}

// initial reports whether a is the initial of b: "e." of "erlan".
func initial(a, b string) bool {
	a = strings.TrimSuffix(a, ".")
	return len(a) == 1 && strings.HasPrefix(b, a)
}
