package facts_test

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

// leastPassages is how many marked passages there are at least.
const leastPassages = 250

// TestMarked runs the marked passages of testdata/marked/facts. A line is a
// passage; ⏎ stands for a line's end. The lines under it that begin with "=" are
// the facts it states, all of them and no others, in the order of the text: the
// class, then the slots that are not empty. A line "? why" says that what is
// found is known to be wrong in what follows "=": the test fails when it is right
// at last, so that the list of known misses only shrinks.
func TestMarked(t *testing.T) {
	files, err := filepath.Glob("../../testdata/marked/facts/*.txt")
	require.NoError(t, err)
	passages := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for _, p := range marked(string(data)) {
			passages++
			got := read(t, p.text)
			same := slices.Equal(p.want, got)
			if same == p.known {
				t.Errorf("%s:%d: %s (known miss: %v)\n  want\n    %s\n  got\n    %s", filepath.Base(f), p.line, p.text, p.known,
					strings.Join(p.want, "\n    "), strings.Join(got, "\n    "))
			}
		}
	}
	require.GreaterOrEqual(t, passages, leastPassages)
}

// A passage is one of a marked file.
type passage struct {
	line  int
	text  string
	want  []string
	known bool
}

func marked(file string) []passage {
	var all []passage
	for n, line := range strings.Split(file, "\n") {
		switch {
		case line == "", line[0] == '#':
		case line[0] == '=':
			p := &all[len(all)-1]
			p.want = append(p.want, strings.TrimSpace(line[1:]))
		case line[0] == '?':
			all[len(all)-1].known = true
		default:
			all = append(all, passage{line: n + 1, text: line})
		}
	}
	return all
}

// read is the facts of a passage in the marked form.
func read(t *testing.T, text string) []string {
	doc := pipeline.NewDocument("marked", strings.ReplaceAll(text, "⏎", "\n"), pipeline.Meta{})
	facts, err := pipeline.NewReading(doc, extractors.All)
	require.NoError(t, err)
	var got []string
	for _, f := range facts {
		got = append(got, shown(f))
	}
	return got
}

// shown is a fact in the marked form: "visit visitor=A to=CN date=2015-03".
func shown(f *pipeline.Fact) string {
	s := slots{f.Class}
	switch {
	case f.Relation != nil:
		if f.Relation.Kind != "diplomatic" {
			s.add("kind", f.Relation.Kind)
		}
		s.add("parties", strings.Join(f.Relation.Parties, " "))
	case f.Mission != nil:
		v := f.Mission
		s.add("type", v.Type, "sending", v.Sending, "receiving", v.Receiving, "city", v.City)
	case f.Visit != nil:
		v := f.Visit
		s.add("visitor", v.Visitor.Person, "role", v.Visitor.Role, "from", v.From, "to", v.To, "city", v.City)
		if v.Type != "unspecified" {
			s.add("type", v.Type)
		}
		s.add("occasion", v.Occasion)
	case f.Meeting != nil:
		for _, p := range f.Meeting.Participants {
			s.add("with", fmt.Sprintf("%s/%s/%s", p.Person, p.Role, p.Country))
		}
		s.add("place", f.Meeting.Place)
	case f.Appointment != nil:
		v := f.Appointment
		s.add("event", v.Event, "person", v.Person.Person, "role", v.Person.Role, "sending", v.Sending, "receiving", v.Receiving)
	case f.Instrument != nil:
		s.add("name", f.Instrument.Name, "type", f.Instrument.Type, "parties", strings.Join(f.Instrument.Parties, " "), "place", f.Instrument.Place)
	case f.Quantity != nil:
		v := f.Quantity
		s.add("indicator", v.Indicator, "comparator", v.Comparator, "value", v.Value, "unit", v.Unit)
	}
	if f.Date != nil {
		s.add("date", f.Date.EDTF)
	}
	s.add("status", f.Status, "inferred", strings.Join(f.Inferred, " "))
	return strings.Join(s, "; ")
}

type slots []string

// add adds the slots that are not empty.
func (s *slots) add(pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			*s = append(*s, pairs[i]+"="+pairs[i+1])
		}
	}
}
