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
	alike      = 0.93 // Jaro-Winkler similarity from which two names are near: the last of six letters may differ
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
		words := withoutSuffix(strings.Fields(text.Fold(n)))
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

// near reports whether two names differ in spelling only, or one has initials or
// a middle name more. Two names that differ in a whole given name are two people:
// "Ivan Petrov" and "Igor Petrov".
func (a name) near(b name) bool {
	if a.id == b.id || !nearWord(a.words[len(a.words)-1], b.words[len(b.words)-1]) {
		return false
	}
	return oneName(a.words[0], b.words[0]) && middlesAgree(a.words[1:len(a.words)-1], b.words[1:len(b.words)-1])
}

// middlesAgree reports whether every middle name of the one who has fewer may be
// one of the other's, in their order: "George Bush" and "George H. W. Bush", but
// not "George H. Bush" and "George W. Bush".
func middlesAgree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		i := slices.IndexFunc(b, func(y string) bool { return oneName(x, y) })
		if i < 0 {
			return false
		}
		b = b[i+1:]
	}
	return true
}

// oneName reports whether two given names may be one: near in spelling, or one
// the initial of the other.
func oneName(a, b string) bool { return nearWord(a, b) || initial(a, b) || initial(b, a) }

// suffixes stand behind a family name.
var suffixes = text.NewSet("jr", "jnr", "sr", "snr", "esq", "ii", "iii", "iv")

// withoutSuffix drops "Jr." and the like, and the comma before it.
func withoutSuffix(words []string) []string {
	for len(words) > 2 {
		last := strings.TrimRight(words[len(words)-1], ".,")
		if !suffixes.Has(text.Token{Class: text.Word, Key: text.KeyOf(last)}) {
			break
		}
		words = words[:len(words)-1]
	}
	if n := len(words) - 1; n >= 0 {
		words[n] = strings.TrimSuffix(words[n], ",")
	}
	return words
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
