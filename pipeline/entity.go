package pipeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"chancery/pipeline/text"
)

// An Entity is one person, place, organization or agreement with all its
// mentions in a document.
type Entity struct {
	ID       string
	Kind     Kind
	Name     string   // canonical name
	Aliases  []string // other forms that the text uses, sorted
	Mentions []*Mention
}

// mostAtOnce is for how many entities room is made before any is seen: a long
// document names the same ones again and again.
const mostAtOnce = 512

// entities groups mentions by entity id and gives an id to those without.
func entities(mentions []*Mention) []Entity {
	few := min(len(mentions)/2, mostAtOnce)
	index := make(map[string]int, few)
	all := make([]Entity, 0, few)
	owners := make([]int32, len(mentions)) // by mention: its entity
	counts := make([]int, 0, few)          // by entity: its mentions
	for k, m := range mentions {
		if m.Kind == Date {
			continue
		}
		if m.Entity == "" {
			m.Entity = string(m.Kind) + ":" + Slug(m.Value)
		}
		i, ok := index[m.Entity]
		if !ok {
			i = len(all)
			index[m.Entity] = i
			all, counts = append(all, Entity{ID: m.Entity, Kind: m.Kind, Name: m.Value}), append(counts, 0)
		}
		owners[k] = int32(i)
		counts[i]++
		all[i].addAlias(m.Value)
		all[i].addAlias(text.OneLine(m.Text))
	}
	room := make([]*Mention, len(mentions)) // of all entities, one after the other
	for i, n := range counts {
		slices.Sort(all[i].Aliases)
		all[i].Mentions, room = room[:0:n], room[n:]
	}
	for k, m := range mentions {
		if m.Kind != Date {
			e := &all[owners[k]]
			e.Mentions = append(e.Mentions, m)
		}
	}
	slices.SortFunc(all, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

func (e *Entity) addAlias(s string) {
	if s != "" && s != e.Name && !slices.Contains(e.Aliases, s) {
		e.Aliases = append(e.Aliases, s)
	}
}

// Slug is a name as part of an id: its folded letters and digits, with hyphens
// between the words.
func Slug(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range text.Fold(name) {
		if !('a' <= r && r <= 'z') && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = r != '\''
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
