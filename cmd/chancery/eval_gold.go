package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chancery/pipeline"
)

// A goldSpan is a mention as a gold file has it: where it stands, and what the
// file states of it, by field.
type goldSpan struct {
	Start, End int
	stated     map[string]string
}

func (g goldSpan) overlaps(o goldSpan) bool { return g.Start < o.End && o.Start < g.End }

// A gold is what a gold file states of a text. It may hold more than is read here.
type gold struct {
	spans map[string][]goldSpan // by layer, and "other"
	facts []map[string]any
}

// other names the spans that are neither right nor wrong.
const other = "other"

// UnmarshalJSON reads the layers and the facts.
func (g *gold) UnmarshalJSON(data []byte) error {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	g.spans = map[string][]goldSpan{}
	names := []string{other}
	for _, l := range layers {
		names = append(names, l.name)
	}
	for _, name := range names {
		list, err := spansOf(all[name])
		if err != nil {
			return fmt.Errorf("%s %w", name, err)
		}
		g.spans[name] = list
	}
	if facts := all["facts"]; facts != nil {
		return json.Unmarshal(facts, &g.facts)
	}
	return nil
}

// spansOf reads the list of a layer; there may be none.
func spansOf(data json.RawMessage) ([]goldSpan, error) {
	if data == nil {
		return nil, nil
	}
	var items []map[string]any
	if err := json.Unmarshal(data, &items); err != nil {
		return nil, fmt.Errorf("is no list of spans: %w", err)
	}
	var list []goldSpan
	for i, item := range items {
		start, hasStart := item["start"].(float64)
		end, hasEnd := item["end"].(float64)
		if !hasStart || !hasEnd {
			return nil, fmt.Errorf("%d: no start and end", i+1)
		}
		s := goldSpan{Start: int(start), End: int(end), stated: map[string]string{}}
		for name, v := range item {
			if text, ok := statedText(v); ok {
				s.stated[name] = text
			}
		}
		list = append(list, s)
	}
	return list, nil
}

// statedText is a value of gold as text. Of null nothing is stated.
func statedText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), true
	case []any:
		var items []string
		for _, item := range v {
			text, ok := statedText(item)
			if !ok {
				return "", false
			}
			items = append(items, text)
		}
		return strings.Join(items, "; "), true
	}
	return "", false
}

// A field is something that gold may state of a mention.
type field struct {
	name string
	of   func(m *pipeline.Mention) string
	same func(want, got string) bool
}

var (
	valueField = field{"value", func(m *pipeline.Mention) string { return m.Value }, sameName}
	country    = field{"country", (*pipeline.Mention).Country, sameName}

	dateFields   = []field{{"value", valueField.of, sameDate}}
	personFields = []field{
		valueField,
		{"role", func(m *pipeline.Mention) string { return m.Person.Role }, sameName},
		{"office", func(m *pipeline.Mention) string { return m.Person.Office }, sameName},
		{"organization", func(m *pipeline.Mention) string { return m.Person.Organization }, sameName},
		country,
	}
	placeFields = []field{
		valueField,
		{"kind", func(m *pipeline.Mention) string { return m.Place.Kind }, sameName},
		country,
		{"geonames_id", geonames, sameName},
	}
	organizationFields = []field{
		valueField,
		{"acronym", func(m *pipeline.Mention) string { return m.Organization.Acronym }, sameName},
		{"kind", func(m *pipeline.Mention) string { return m.Organization.Kind }, sameName},
		country,
	}
	agreementFields = []field{
		valueField,
		{"type", func(m *pipeline.Mention) string { return m.Agreement.Type }, sameName},
		{"subject", func(m *pipeline.Mention) string { return m.Agreement.Subject }, sameName},
		{"parties", func(m *pipeline.Mention) string { return strings.Join(m.Agreement.Parties, "; ") }, sameSet},
		{"level", func(m *pipeline.Mention) string { return m.Agreement.Level }, sameName},
		{"signed", signed, sameDate},
		{"place", func(m *pipeline.Mention) string { return m.Agreement.Place }, sameName},
		{"term", func(m *pipeline.Mention) string { return m.Agreement.Term }, sameDate},
		{"status", func(m *pipeline.Mention) string { return m.Agreement.Status }, sameName},
	}
)

func geonames(m *pipeline.Mention) string {
	if m.Place.GeonameID == 0 {
		return ""
	}
	return strconv.Itoa(m.Place.GeonameID)
}

func signed(m *pipeline.Mention) string {
	if m.Agreement.Signed == nil {
		return ""
	}
	return m.Agreement.Signed.EDTF
}

// describeFields lists the fields of each layer, for the help.
func describeFields() string {
	var b strings.Builder
	for _, l := range layers {
		var names []string
		for _, f := range l.fields {
			names = append(names, f.name)
		}
		fmt.Fprintf(&b, "  %-14s %s\n", l.name, strings.Join(names, ", "))
	}
	return b.String()
}

func sameName(want, got string) bool { return plainName(want) == plainName(got) }

// plainName is a name without what writers differ in: case, blanks, a leading
// article and the form of the apostrophe.
func plainName(s string) string {
	s = strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(s), " ")), "’", "'")
	return strings.TrimPrefix(s, "the ")
}

func sameSet(want, got string) bool {
	list := func(s string) []string {
		items := strings.Split(s, ";")
		for i, item := range items {
			items[i] = plainName(item)
		}
		slices.Sort(items)
		return items
	}
	return slices.Equal(list(want), list(got))
}

// sameDate compares a gold value with an EDTF value. Gold that states one day of
// a range says nothing of the other.
func sameDate(want, got string) bool {
	exact := strings.NewReplacer("~", "", "?", "")
	want, got = exact.Replace(want), exact.Replace(got)
	if strings.Contains(want, "/") {
		return want == got
	}
	low, high, _ := strings.Cut(got, "/")
	if low == ".." {
		low = high
	}
	return low == want
}

// statement is what gold states of a field, and whether it can be compared: a
// date of an unknown year cannot. The end of a date may stand apart.
func (g goldSpan) statement(f field) (string, bool) {
	want, ok := g.stated[f.name]
	if strings.Contains(want, "XX") || want == "" && f.name == valueField.name { // every mention has a value
		return "", false
	}
	if end := g.stated[f.name+"_end"]; end != "" {
		want += "/" + end
	}
	return want, ok
}
