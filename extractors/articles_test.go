package extractors_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/pipeline"
)

// A mark is what an article says by hand of a stretch of its plain text.
type mark struct {
	start, end int    // bytes of the plain text
	kind       string // person, place, nested
	slots      []string
}

// slot is what the mark gives for the i-th thing after its kind; "*" where it
// leaves it open.
func (m mark) slot(i int) string {
	if i >= len(m.slots) {
		return "*"
	}
	return strings.TrimSpace(m.slots[i])
}

// agrees says whether what was found is what the slot asks for.
func (m mark) agrees(i int, found string) bool {
	if found == "" {
		found = "-"
	}
	want := m.slot(i)
	return want == "*" || slices.Contains(strings.Split(want, " / "), found)
}

// readArticle takes the header and the marks out of an article.
func readArticle(t *testing.T, rest string) (plain string, marks []mark) {
	for strings.HasPrefix(rest, "#") {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), marks
		}
		inside, after, closed := strings.Cut(after, "}")
		head, words, cut := strings.Cut(inside, "|")
		require.True(t, closed && cut && words != "" && !strings.ContainsAny(inside, "{\n"), "mark %q", inside)
		kind, slots, _ := strings.Cut(head, "=")
		require.Contains(t, []string{"person", "place", "nested"}, kind)
		m := mark{start: b.Len(), end: b.Len() + len(words), kind: kind}
		if slots != "" {
			m.slots = strings.Split(slots, ";")
		}
		marks = append(marks, m)
		b.WriteString(words)
		rest = after
	}
}

// A score counts the mentions of one kind.
type score struct{ right, found, gold int }

func (s score) precision() float64 { return ratio(s.right, s.found) }
func (s score) recall() float64    { return ratio(s.right, s.gold) }
func (s score) f1() float64        { return ratio(2*s.right, s.found+s.gold) }

func (s score) plus(o score) score {
	return score{s.right + o.right, s.found + o.found, s.gold + o.gold}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// A tally is what one article gives, or all of them.
type tally struct {
	people, places score
	offices        score // right: office and country; gold: people with an office, found or not; found: offices reported
	office         int   // people with an office whose office is right, whatever the country
	country        int   // people with an office whose country is right, whatever the office
	open           int   // people with an office that is right and whose country is left empty
	names          score // right: canonical name, of the people found
	located        score // right: country of a place, of the places found
	differences    []string
}

func (a *tally) add(b tally) {
	a.people, a.places, a.offices = a.people.plus(b.people), a.places.plus(b.places), a.offices.plus(b.offices)
	a.names, a.located = a.names.plus(b.names), a.located.plus(b.located)
	a.office, a.country, a.open = a.office+b.office, a.country+b.country, a.open+b.open
	a.differences = append(a.differences, b.differences...)
}

// differ notes a difference with the words around it.
func (a *tally) differ(what, plain string, start, end int, detail string) {
	from, to := max(0, start-40), min(len(plain), end+40)
	around := strings.ReplaceAll(plain[from:start]+"["+plain[start:end]+"]"+plain[end:to], "\n", " ")
	a.differences = append(a.differences, fmt.Sprintf("%-16s %s%s", what, strings.ToValidUTF8(around, ""), detail))
}

// compare scores the mentions found in an article against its marks.
func compare(plain string, marks []mark, found []*pipeline.Mention) (a tally) {
	seen := make([]bool, len(marks))
	for _, m := range found {
		if m.Nested || m.Kind != pipeline.Person && m.Kind != pipeline.Place {
			continue
		}
		i := slices.IndexFunc(marks, func(k mark) bool {
			return k.start == m.Source.Start && k.end == m.Source.End && k.kind == string(m.Kind)
		})
		if i < 0 {
			a.surplus(plain, marks, m)
			continue
		}
		seen[i] = true
		if m.Kind == pipeline.Person {
			a.person(plain, marks[i], m)
		} else {
			a.place(plain, marks[i], m)
		}
	}
	for i, k := range marks {
		a.expect(plain, k, seen[i])
	}
	return a
}

// surplus counts a mention that no mark asks for, unless it touches nothing but
// nested words.
func (a *tally) surplus(plain string, marks []mark, m *pipeline.Mention) {
	for _, k := range marks {
		if k.kind == "nested" && k.start < m.Source.End && m.Source.Start < k.end {
			return
		}
	}
	a.scoreOf(string(m.Kind)).found++
	a.differ("surplus "+string(m.Kind), plain, m.Source.Start, m.Source.End, "")
}

// expect counts a mark as one of the mentions to find.
func (a *tally) expect(plain string, k mark, seen bool) {
	if k.kind == "nested" {
		return
	}
	a.scoreOf(k.kind).gold++
	if office := k.slot(1); k.kind == "person" && office != "-" && office != "*" {
		a.offices.gold++
	}
	if !seen {
		a.differ("missed "+k.kind, plain, k.start, k.end, "")
	}
}

func (a *tally) scoreOf(kind string) *score {
	if kind == "person" {
		return &a.people
	}
	return &a.places
}

// person counts a person found where a mark is.
func (a *tally) person(plain string, k mark, m *pipeline.Mention) {
	a.people.right++
	a.people.found++
	a.names.found++
	if k.agrees(0, m.Value) {
		a.names.right++
	} else {
		a.differ("name", plain, k.start, k.end, " is "+m.Value)
	}
	role, country := k.agrees(1, m.Person.Role), k.agrees(2, m.Person.Country)
	want := k.slot(1)
	a.offices.found += count(want != "*" && m.Person.Role != "")
	if want != "-" && want != "*" {
		a.offices.right += count(role && country)
		a.office += count(role)
		a.country += count(country)
		a.open += count(role && m.Person.Country == "")
	}
	if !role || !country {
		a.differ("office", plain, k.start, k.end, fmt.Sprintf(" is %q %q, not %q %q", m.Person.Role, m.Person.Country, k.slot(1), k.slot(2)))
	}
}

// place counts a place found where a mark is.
func (a *tally) place(plain string, k mark, m *pipeline.Mention) {
	a.places.right++
	a.places.found++
	if k.slot(2) == "*" {
		return
	}
	a.located.found++
	if k.agrees(2, m.Place.Country) {
		a.located.right++
	} else {
		a.differ("country", plain, k.start, k.end, fmt.Sprintf(" is %q, not %q", m.Place.Country, k.slot(2)))
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// row is a line of the table.
func (a tally) row(name string) string {
	shown := func(s score) string {
		return fmt.Sprintf("%4d %5.3f %5.3f %5.3f", s.gold, s.precision(), s.recall(), s.f1())
	}
	return fmt.Sprintf("%-20s %s  %s  %3d of %3d", name, shown(a.people), shown(a.places), a.offices.right, a.offices.gold)
}

// A corpus is a folder of texts annotated whole, with floors that stand just below
// the figures measured.
type corpus struct {
	folder  string
	texts   int
	people  float64 // F1
	places  float64 // F1
	offices float64 // people with an office whose office and country are right
}

var corpora = []corpus{
	{folder: "articles", texts: 20, people: 0.94, places: 0.96, offices: 0.92},
	{folder: "pages", texts: 12, people: 0.98, places: 0.95, offices: 0.97},
}

// TestCorpora measures the extractors on texts annotated whole by hand;
// testdata/marked/articles/README.md tells the conventions and the figures.
func TestCorpora(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.folder, c.measure)
	}
}

func (c corpus) measure(t *testing.T) {
	files, err := filepath.Glob("../testdata/marked/" + c.folder + "/*.txt")
	require.NoError(t, err)
	require.Len(t, files, c.texts)
	var all tally
	t.Logf("%-20s %-22s  %-22s  %s", "text", "people: gold P R F1", "places: gold P R F1", "offices")
	for _, file := range files {
		a := measureFile(t, file)
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Log(a.row(name))
		for i := range a.differences {
			a.differences[i] = name + ": " + a.differences[i]
		}
		all.add(a)
	}
	t.Log(all.row("all"))
	t.Logf("of %d offices: office right %d, country right %d, both %d; office right and no country %d; offices reported %d",
		all.offices.gold, all.office, all.country, all.offices.right, all.open, all.offices.found)
	t.Logf("canonical name right %d of %d people found; country right %d of %d places found", all.names.right, all.names.found, all.located.right, all.located.found)
	t.Log("differences:\n" + strings.Join(all.differences, "\n"))
	require.GreaterOrEqual(t, all.people.f1(), c.people)
	require.GreaterOrEqual(t, all.places.f1(), c.places)
	require.GreaterOrEqual(t, ratio(all.offices.right, all.offices.gold), c.offices)
}

func measureFile(t *testing.T, file string) tally {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	plain, marks := readArticle(t, string(data))
	res, err := pipeline.Annotate(pipeline.NewDocument(file, plain, pipeline.Meta{}), extractors.All)
	require.NoError(t, err)
	return compare(plain, marks, res.Mentions)
}

// TestCompare scores a sentence by hand: a right person with the wrong office, a
// place missed, a person too many, and nested words that count for nothing.
func TestCompare(t *testing.T) {
	plain, marks := readArticle(t, "# Header\n{person=Ann Lee; Consul / Envoy; US|Ann Lee} of {nested|Bern} left {place=Peru; country; PE|Peru} for {place=Chad; country; TD|Chad}.")
	require.Equal(t, "Ann Lee of Bern left Peru for Chad.", plain)
	found := func(kind pipeline.Kind, words string) *pipeline.Mention {
		m := &pipeline.Mention{Kind: kind, Value: words, Person: &pipeline.PersonValue{Role: "Envoy", Country: "FR"}, Place: &pipeline.PlaceValue{Country: "TD"}}
		m.Source.Start = strings.Index(plain, words)
		m.Source.End = m.Source.Start + len(words)
		return m
	}
	a := compare(plain, marks, []*pipeline.Mention{
		found(pipeline.Person, "Ann Lee"), found(pipeline.Place, "Bern"), found(pipeline.Person, "left"), found(pipeline.Place, "Chad"),
	})
	require.Equal(t, score{right: 1, found: 2, gold: 1}, a.people)
	require.Equal(t, score{right: 1, found: 1, gold: 2}, a.places)
	require.Equal(t, score{right: 0, found: 1, gold: 1}, a.offices)
	require.Equal(t, []int{1, 0, 0}, []int{a.office, a.country, a.open})
	require.Equal(t, []score{{1, 1, 0}, {1, 1, 0}}, []score{a.names, a.located})
	require.Len(t, a.differences, 3)
}
