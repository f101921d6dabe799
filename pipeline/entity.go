package pipeline

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

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
			m.Entity = EntityID(m.Kind, m.Value, "")
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

// EntityID is the id of what has a name in a country; one without a country has an empty code.
func EntityID(kind Kind, name, country string) string {
	var room [96]byte
	b := append(append(room[:0], kind...), ':')
	b = appendSlug(b, name)
	if country != "" {
		b = text.AppendFold(append(b, '-'), country)
	}
	return string(b)
}

// Slug is a name as part of an id: its folded letters and digits, with hyphens
// between the words.
func Slug(name string) string {
	var room [64]byte
	return string(appendSlug(room[:0], name))
}

func appendSlug(b []byte, name string) []byte {
	var room [64]byte
	folded := text.AppendFold(room[:0], name)
	from, gap := len(b), false
	for len(folded) > 0 {
		r, n := utf8.DecodeRune(folded)
		folded = folded[n:]
		if !('a' <= r && r <= 'z') && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = r != '\''
			continue
		}
		if gap && len(b) > from {
			b = append(b, '-')
		}
		gap = false
		b = utf8.AppendRune(b, r)
	}
	return b
}
