package pipeline

import (
	"chancery/pipeline/text"
	"cmp"
	"slices"
	"strings"
	"unicode"
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

// entities groups mentions by entity id and gives an id to those without.
func entities(mentions []*Mention) []Entity {
	index := map[string]int{}
	var all []Entity
	for _, m := range mentions {
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
			all = append(all, Entity{ID: m.Entity, Kind: m.Kind, Name: m.Value})
		}
		e := &all[i]
		e.Mentions = append(e.Mentions, m)
		e.addAlias(m.Value)
		e.addAlias(strings.Join(strings.Fields(m.Text), " "))
	}
	for i := range all {
		all[i].settle()
	}
	slices.SortFunc(all, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

func (e *Entity) addAlias(s string) {
	if s != "" && !slices.Contains(e.Aliases, s) {
		e.Aliases = append(e.Aliases, s)
	}
}

// settle sorts the aliases and leaves the name itself out of them.
func (e *Entity) settle() {
	e.Aliases = slices.DeleteFunc(e.Aliases, func(s string) bool { return s == e.Name })
	slices.Sort(e.Aliases)
}

// Slug is a name as part of an id: its folded letters and digits, with hyphens
// between the words.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range text.Fold(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
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
