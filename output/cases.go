package output

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// Cases makes a case of each correction, in their order. The job reads the texts
// that the store keeps, to find the shortest passage that it reads as it does the
// whole. Corrections of documents that are not in the store are left over.
func Cases(job pipeline.Job, s *store.Store, list []Correction) (cases []Case, left []Correction, err error) {
	m := caseMaker{job: job, of: map[string][]int{}, made: make([]*Case, len(list))}
	for i, c := range list {
		m.of[c.Document] = append(m.of[c.Document], i)
	}
	documents := map[string]*Document{}
	concerned := func(d *Document) bool { return m.of[d.ID] != nil }
	err = eachStored(s, 1, "documents", concerned, func(d *Document) error {
		documents[d.ID] = d
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	err = eachStored(s, 1, textsTable, nil, func(t *storedText) error {
		if doc := documents[t.Document]; doc != nil {
			return m.document(doc, t.Text, list)
		}
		return nil
	})
	for i, c := range m.made {
		if c == nil {
			left = append(left, list[i])
			continue
		}
		cases = append(cases, *c)
	}
	return cases, left, err
}

// A caseMaker makes cases document by document.
type caseMaker struct {
	job  pipeline.Job
	of   map[string][]int // the corrections of a document
	made []*Case          // by correction
}

func (m *caseMaker) document(doc *Document, text string, list []Correction) error {
	about := Case{ID: doc.ID, Title: doc.Title, Date: cmp.Or(doc.Updated, doc.Created)}
	whole, err := about.read(m.job, text)
	if err != nil {
		return err
	}
	flat := newFlatText(text)
	for _, i := range m.of[doc.ID] {
		c := caseOf(&list[i], doc, whole)
		if err := c.Check(); err != nil {
			return fmt.Errorf("%s: the correction of %s: %w", doc.ID, c.Record, err)
		}
		if err := m.passage(&c, flat, whole); err != nil {
			return err
		}
		m.made[i] = &c
	}
	return nil
}

// passage gives the case the shortest passage that reads as the whole text does.
func (m *caseMaker) passage(c *Case, text *flatText, whole *Dataset) error {
	want, fault := c.reading(whole), c.fault(whole)
	c.Missed = fault != ""
	for _, passage := range text.around(c.Quote) {
		d, err := c.read(m.job, passage)
		if err != nil {
			return err
		}
		if slices.Equal(c.reading(d), want) && c.fault(d) == fault {
			c.Text = passage
			return nil
		}
	}
	c.Text = text.text
	return nil
}

// reading is what a dataset makes of the words of a case.
func (c *Case) reading(d *Dataset) []string {
	t := Tables[tableIndex(c.Table)]
	var list []string
	for row := range t.texts(d) {
		if row[t.index("quote")] != c.Quote {
			continue
		}
		var b strings.Builder
		for i, column := range t.Columns {
			if t.correctable(column.Name) != nil {
				b.WriteString(row[i] + "\x00")
			}
		}
		list = append(list, b.String())
	}
	return list
}

// A flatText is a text in which quotes are found, whose words may stand on several
// lines of it.
type flatText struct {
	text, flat string
	at         []int // by byte of flat: its place in text
}

func newFlatText(text string) *flatText {
	t := &flatText{text: text, at: make([]int, 0, len(text))}
	flat := make([]byte, 0, len(text))
	blank := true
	for i, r := range text {
		switch {
		case !unicode.IsSpace(r):
			for k := range utf8.RuneLen(r) {
				flat, t.at = append(flat, text[i+k]), append(t.at, i+k)
			}
		case !blank:
			flat, t.at = append(flat, ' '), append(t.at, i)
		}
		blank = unicode.IsSpace(r)
	}
	t.flat = string(flat)
	return t
}

// around are parts of the text around a quote, the shortest first: its lines, its
// paragraph to their end, the paragraph before as well, each also with the first
// line of the text, and all that stands before. A quote that is not to be found has
// none.
func (t *flatText) around(quote string) []string {
	i := strings.Index(t.flat, quote)
	if i < 0 || quote == "" {
		return nil
	}
	start, end := strings.LastIndexByte(t.text[:t.at[i]], '\n')+1, t.at[i+len(quote)-1]+1
	if more := strings.IndexByte(t.text[end:], '\n'); more >= 0 {
		end += more
	} else {
		end = len(t.text)
	}
	title, _, _ := strings.Cut(t.text, "\n")
	paragraph := paragraphAt(t.text, start)
	before := paragraphAt(t.text, len(strings.TrimRight(t.text[:paragraph], "\n")))
	var list []string
	for _, from := range []int{start, paragraph, before} {
		passage := strings.Trim(t.text[from:end], "\n") + "\n"
		if list = append(list, passage); from > 0 {
			list = append(list, title+"\n\n"+passage)
		}
	}
	return append(list, strings.TrimRight(t.text[:end], "\n")+"\n")
}

// paragraphAt is where the paragraph of a place begins, after a blank line.
func paragraphAt(text string, at int) int {
	if i := strings.LastIndex(text[:at], "\n\n"); i >= 0 {
		return i + 2
	}
	return 0
}

// texts are the rows of a table as comparisons write them. The slice is used again.
func (t *Table) texts(d *Dataset) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		row := make([]string, len(t.Columns))
		_ = t.Each(d, func(cells []any) error {
			for i, v := range cells {
				row[i] = cellText(t.Columns[i], v)
			}
			if !yield(row) {
				return errEnough
			}
			return nil
		})
	}
}
