package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/require"

	"chancery/pipeline/text"
)

// names is a toy extractor: it reports every word of three letters or more
// that is written in capitals.
var names = &Extractor{Name: "names", Run: func(p *Pass) {
	for i, t := range p.Doc.Tokens {
		if t.Has(text.Upper) && t.Len() > 2 {
			p.Report(Mention{Kind: Place, Tokens: text.Range{First: i, End: i + 1}, Value: p.Doc.Word(i), Rule: "capitals"})
		}
	}
}}

func candidate(kind Kind, first, end int, s Strength) *Mention {
	m := &Mention{Kind: kind, Tokens: text.Range{First: first, End: end}, Strength: s, Value: string(kind)}
	if kind == Place {
		m.Place = &PlaceValue{Kind: "city"}
	}
	return m
}

func TestResolve(t *testing.T) {
	venue := candidate(Place, 0, 4, Likely)
	venue.Place.Kind = "venue"
	for name, c := range map[string]struct {
		in   []*Mention
		want []int // indexes into in that win
		nest []int // of those, the nested
	}{
		"the stronger wins":                    {[]*Mention{candidate(Person, 0, 2, Likely), candidate(Place, 1, 2, Certain)}, []int{1}, nil},
		"then the longer":                      {[]*Mention{candidate(Place, 0, 1, Likely), candidate(Person, 0, 2, Likely)}, []int{1}, nil},
		"then the kind":                        {[]*Mention{candidate(Person, 0, 1, Likely), candidate(Place, 0, 1, Likely)}, []int{1}, nil},
		"a place nests in an organization":     {[]*Mention{candidate(Place, 2, 3, Certain), candidate(Organization, 0, 3, Likely)}, []int{1, 0}, []int{0}},
		"also when the organization is strong": {[]*Mention{candidate(Place, 2, 3, Likely), candidate(Organization, 0, 3, Certain)}, []int{1, 0}, []int{0}},
		"a weak name does not swallow":         {[]*Mention{candidate(Place, 2, 3, Certain), candidate(Organization, 0, 3, Weak)}, []int{0}, nil},
		"a date in a title stands by itself":   {[]*Mention{candidate(Agreement, 0, 5, Certain), candidate(Date, 3, 5, Certain)}, []int{0, 1}, nil},
		"a date in an organization is lost":    {[]*Mention{candidate(Organization, 0, 5, Certain), candidate(Date, 3, 5, Certain)}, []int{0}, nil},
		"a city nests in a venue":              {[]*Mention{venue, candidate(Place, 0, 1, Certain)}, []int{0, 1}, []int{1}},
		"a city does not nest in a city":       {[]*Mention{candidate(Place, 0, 2, Likely), candidate(Place, 0, 1, Likely)}, []int{0}, nil},
		"crossing names do not both stand":     {[]*Mention{candidate(Organization, 0, 3, Likely), candidate(Place, 2, 4, Likely)}, []int{0}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			for _, m := range c.in {
				m.Nested = false
			}
			winners, losers := Resolve(&Document{Tokens: make([]text.Token, 8)}, c.in)
			var want []*Mention
			for _, i := range c.want {
				want = append(want, c.in[i])
			}
			require.Equal(t, want, winners)
			require.Len(t, losers, len(c.in)-len(want))
			for _, l := range losers {
				require.NotEmpty(t, l.Reason)
			}
			for i, m := range c.in {
				require.Equal(t, contains(c.nest, i), m.Nested, "nested %d", i)
			}
		})
	}
}

func contains(list []int, i int) bool {
	for _, v := range list {
		if v == i {
			return true
		}
	}
	return false
}

func TestAnnotateQuotesTheSource(t *testing.T) {
	src := "\ufeffThe\r\nP\u00adRC and\u00a0UAE\r\n"
	res, err := Annotate(NewDocument("d", src, Meta{}), []*Extractor{names})
	require.NoError(t, err)
	require.Len(t, res.Mentions, 2)
	for _, m := range res.Mentions {
		require.Equal(t, src[m.Source.Start:m.Source.End], m.Text)
		require.Equal(t, 2, m.Line)
	}
	require.Equal(t, "P\u00adRC", res.Mentions[0].Text)
	require.Equal(t, "place:prc", res.Entities[0].ID)
}

func TestAnnotateSurvivesAPanic(t *testing.T) {
	_, _, here, _ := runtime.Caller(0)
	line := strconv.Itoa(here + 2)
	boom := &Extractor{Name: "boom", Run: func(*Pass) { panic("no") }}
	res, err := Annotate(NewDocument("d", "A text.", Meta{}), []*Extractor{names, boom})
	require.EqualError(t, err, "d: boom: panic: no in pipeline_test.go:"+line)
	require.Empty(t, res)
	_, err = Job{Metadata: func(*Document) (string, string) { panic("no") }}.Annotate("d", "A text.", Meta{})
	require.ErrorContains(t, err, "d: document: panic: no in pipeline_test.go:")
	reads := &Extractor{Name: "reads", Facts: func(r *Reading) { _ = r.Mentions[5] }}
	_, err = Annotate(NewDocument("d", "A text.", Meta{}), []*Extractor{reads})
	require.ErrorContains(t, err, "d: reads: panic: runtime error: index out of range [5] with length 0 in pipeline_test.go:")
}

func TestRequirementsRunFirst(t *testing.T) {
	var order []string
	e := func(name string, requires ...*Extractor) *Extractor {
		return &Extractor{Name: name, Requires: requires, Run: func(*Pass) { order = append(order, name) }}
	}
	a := e("a")
	b := e("b", a)
	NewPass(NewDocument("d", "x", Meta{}), e("c", b, a))
	require.Equal(t, []string{"a", "b", "c"}, order)
}

func write(t *testing.T, dir, name, content string) string {
	path := filepath.Join(dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	return path
}

func TestRunKeepsOrderAndGoesOnAfterFailures(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a/one.txt", "The PRC agreed.")
	write(t, dir, "a/two.txt", "bad \xff byte")
	write(t, dir, "a/three.bin", "PK\x03\x04 whatever")
	write(t, dir, "a/empty.txt", " \n")
	write(t, dir, "a/zero.txt", "x\x00y")
	write(t, dir, "a/.hidden.txt", "The UAE agreed.")
	write(t, dir, "a/deep/four.md", "# The UAE\n\nThe UAE agreed with the PRC.")
	require.NoError(t, os.Symlink(filepath.Join(dir, "a"), filepath.Join(dir, "a", "loop")))
	sources, failures := Find([]string{filepath.Join(dir, "a"), filepath.Join(dir, "missing.txt"), filepath.Join(dir, "*.none")})
	require.Len(t, failures, 2)
	first := ""
	for _, jobs := range []int{1, 2, 8} {
		var log []string
		err := Job{Extractors: []*Extractor{names}, Jobs: jobs}.Run(context.Background(), sources,
			func(r Result) { log = append(log, r.Doc.ID+" "+r.Doc.SHA256[:4]+" "+r.Mentions[0].Text) },
			func(f Failure) { log = append(log, f.Path+" "+f.Stage+": "+f.Cause) })
		require.NoError(t, err)
		got := strings.Join(log, "\n")
		if first == "" {
			first = got
		}
		require.Equal(t, first, got, "jobs %d", jobs)
	}
	require.Equal(t, strings.TrimSpace(`
deep/four.md 588c UAE
empty.txt decode: empty: no text to read
loop read: not a file but a link to a folder
one.txt d5d2 PRC
three.bin decode: zip: damaged: no valid zip directory, the file may be cut
two.txt decode: not UTF-8: byte 0xFF at offset 4, line 1
zero.txt decode: binary file: zero byte at offset 1`), first)
}

func TestRunStopsWhenCancelled(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "one.txt", "The PRC agreed.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var sources []Source
	for range 50 {
		sources = append(sources, Source{"one.txt", path})
	}
	err := Job{Extractors: []*Extractor{names}}.Run(ctx, sources, func(Result) {}, func(Failure) {})
	require.ErrorIs(t, err, context.Canceled)
}

func TestASourceThatVanishesIsAFailure(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "one.txt", "The PRC agreed.")
	sources, failures := Find([]string{dir})
	require.Empty(t, failures)
	require.NoError(t, os.Remove(path))
	fail := only(t, Job{}, sources[0])
	require.Equal(t, &Failure{"one.txt", "read", "no such file or directory"}, fail)
}

func TestFindNamesSourcesBelowTheirFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a/x.txt", "x")
	write(t, dir, "b/x.txt", "x")
	write(t, dir, "b/y.txt", "x")
	sources, failures := Find([]string{filepath.Join(dir, "b"), filepath.Join(dir, "a"), filepath.Join(dir, "b", "y.txt"), Stdin})
	require.Empty(t, failures)
	var ids []string
	for _, s := range sources {
		ids = append(ids, strings.TrimPrefix(s.ID, filepath.ToSlash(dir)))
	}
	require.Equal(t, []string{"/a/x.txt", "/b/x.txt", "stdin", "y.txt"}, ids)
	empty := t.TempDir()
	_, failures = Find([]string{empty})
	require.Equal(t, []Failure{{filepath.ToSlash(empty), "find", "no sources in this folder"}}, failures)
	link := filepath.Join(empty, "link")
	require.NoError(t, os.Symlink(filepath.Join(dir, "b"), link))
	sources, failures = Find([]string{link})
	require.Empty(t, failures)
	require.Equal(t, []Source{{"x.txt", filepath.Join(link, "x.txt")}, {"y.txt", filepath.Join(link, "y.txt")}}, sources)
}

// only runs a job over one source of one document and is its failure, if it has one.
func only(t *testing.T, j Job, s Source) *Failure {
	var failures []*Failure
	err := j.Run(context.Background(), []Source{s}, func(Result) { failures = append(failures, nil) }, func(f Failure) { failures = append(failures, &f) })
	require.NoError(t, err)
	require.Len(t, failures, 1)
	return failures[0]
}

func TestLargeSourcesAreRefused(t *testing.T) {
	path := write(t, t.TempDir(), "big.txt", strings.Repeat("x", 100))
	fail := only(t, Job{MaxBytes: 99}, Source{"big.txt", path})
	require.Equal(t, &Failure{"big.txt", "read", "larger than the 99 bytes that a source may have"}, fail)
	fail = only(t, Job{MaxBytes: 100}, Source{"big.txt", path})
	require.Nil(t, fail)
	fail = only(t, Job{MaxBytes: 1 << 20, Stdin: strings.NewReader(strings.Repeat("x", 1<<20+1))}, Source{"stdin", Stdin})
	require.Equal(t, &Failure{"stdin", "read", "larger than the 1 MB that a source may have"}, fail)
	broken := iotest.ErrReader(errors.New("broken pipe"))
	fail = only(t, Job{Stdin: broken}, Source{"stdin", Stdin})
	require.Equal(t, &Failure{"stdin", "read", "broken pipe"}, fail)
}

// TestWhatTakesTooLongIsGivenUp has one document that never ends.
func TestWhatTakesTooLongIsGivenUp(t *testing.T) {
	dir := t.TempDir()
	sources := []Source{{"a.txt", write(t, dir, "a.txt", "One.")}, {"b.txt", write(t, dir, "b.txt", "Forever.")}, {"c.txt", write(t, dir, "c.txt", "Three.")}}
	forever := make(chan struct{})
	defer close(forever)
	slow := &Extractor{Name: "slow", Doc: "x", Run: func(p *Pass) {
		if p.Doc.ID == "b.txt" {
			<-forever
		}
	}}
	var read []string
	var failures []Failure
	job := Job{Extractors: []*Extractor{slow}, Jobs: 1, MaxTime: 2 * time.Second}
	require.NoError(t, job.Run(context.Background(), sources, func(r Result) { read = append(read, r.Doc.ID) }, func(f Failure) { failures = append(failures, f) }))
	require.Equal(t, []string{"a.txt", "c.txt"}, read)
	require.Equal(t, []Failure{{"b.txt", Late, "takes longer than 2s: given up, the next run tries again"}}, failures)
}
