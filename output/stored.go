package output

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"iter"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// doubtsTable names the blocks of doubts in a store. They are no table of a dataset.
const doubtsTable = "doubts"

// textsTable names the blocks of the sources' texts, for the formats that show them.
const textsTable = "texts"

// A storedText is a sourceText in a block.
type storedText struct {
	Document, Text string
	Missed         []pipeline.Trigger
}

// blockMentions is from how many mentions on the rows of documents are stored
// together: large blocks pack better, small ones need less memory.
const blockMentions = 2000

// A Putter makes the rows of what a source gives and stores them in blocks.
type Putter struct {
	w *store.Writing
	b *Builder
}

// NewPutter stores through w.
func NewPutter(w *store.Writing) *Putter {
	p := &Putter{w: w}
	p.clear()
	return p
}

// clear makes room for the next block.
func (p *Putter) clear() {
	p.b = NewBuilder()
	p.b.KeepTexts()
}

// Result stores what a document gave.
func (p *Putter) Result(res pipeline.Result) error {
	p.b.result(&res)
	if len(p.b.d.Mentions) < blockMentions {
		return nil
	}
	return p.flush()
}

// Failure stores that a document gave nothing.
func (p *Putter) Failure(f pipeline.Failure) { p.b.d.Failures = append(p.b.d.Failures, Failure(f)) }

// End stores the rest and makes the source complete.
func (p *Putter) End(e store.Entry) error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.w.End(e)
}

// flush stores the rows that stand in memory.
func (p *Putter) flush() error {
	d := &p.b.d
	d.People, d.Places, d.Organizations = sorted(p.b.people), sorted(p.b.places), sorted(p.b.organizations)
	for _, t := range Tables {
		rows, block, err := t.encode(d)
		if err == nil && rows > 0 {
			err = p.w.Put(t.Name, rows, block)
		}
		if err != nil {
			return err
		}
	}
	var texts []storedText
	for _, doc := range d.Documents {
		t := d.texts[doc.ID]
		texts = append(texts, storedText{doc.ID, t.text, t.missed})
	}
	if err := errors.Join(putRows(p.w, doubtsTable, d.doubts), putRows(p.w, textsTable, texts)); err != nil {
		return err
	}
	p.clear()
	return nil
}

// putRows stores rows that belong to no table of a dataset.
func putRows[R any](w *store.Writing, name string, rows []R) error {
	n, block, err := encodeRows(rows)
	if err != nil || n == 0 {
		return err
	}
	return w.Put(name, n, block)
}

func encodeRows[R any](rows []R) (int, []byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(rows)
	return len(rows), b.Bytes(), err
}

// held are the tables that a dataset of a store has in memory: what is said of
// one thing in several sources becomes one row, and issues and failures are few.
var held = map[string]bool{"people": true, "places": true, "organizations": true, "issues": true, "failures": true}

// Stored is the dataset of what a store holds, with the failures to find sources.
// Only entities, issues and failures are in memory.
func Stored(s *store.Store, failures []pipeline.Failure) (*Dataset, error) {
	b := NewBuilder()
	b.d.store, b.d.stored = s, map[string]int{}
	for _, t := range Tables {
		if held[t.Name] {
			continue
		}
		n, err := s.Count(t.Name)
		if err != nil {
			return nil, err
		}
		b.d.stored[t.Name] = n
	}
	err := errors.Join(
		eachStored(s, "people", func(p *Person) error { b.mergePerson(p); return nil }),
		eachStored(s, "places", func(p *Place) error { b.mergePlace(p); return nil }),
		eachStored(s, "organizations", func(o *Organization) error { b.mergeOrganization(o); return nil }),
		eachStored(s, "failures", func(f *Failure) error { b.d.Failures = append(b.d.Failures, *f); return nil }),
	)
	if err != nil {
		return nil, err
	}
	d := b.Dataset(failures)
	return d, d.failed
}

// eachStored gives the rows of a table's blocks.
func eachStored[R any](s *store.Store, name string, do func(*R) error) error {
	return s.Each(name, func(block []byte) error {
		var rows []R
		if err := gob.NewDecoder(bytes.NewReader(block)).Decode(&rows); err != nil {
			return err
		}
		for i := range rows {
			if err := do(&rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// eachRow gives the rows of a table, those in memory before those stored.
func eachRow[R any](d *Dataset, name string, rows []R, do func(*R) error) error {
	for i := range rows {
		if err := do(&rows[i]); err != nil {
			return err
		}
	}
	if d.store == nil || held[name] {
		return nil
	}
	return eachStored(d.store, name, do)
}

// errEnough ends a loop over rows early.
var errEnough = errors.New("enough")

// every is eachRow for a loop. The dataset keeps the error.
func every[R any](d *Dataset, name string, rows []R) iter.Seq[R] {
	return func(yield func(R) bool) {
		err := eachRow(d, name, rows, func(row *R) error {
			if !yield(*row) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) && d.failed == nil {
			d.failed = err
		}
	}
}

// Whole is the dataset with all rows in memory, and the texts if they are wanted.
func (d *Dataset) Whole(texts bool) (*Dataset, error) {
	if d.store == nil {
		return d, nil
	}
	all := *d
	for _, t := range Tables {
		if err := t.load(&all); err != nil {
			return nil, err
		}
	}
	var doubts []doubt
	for q := range every(d, doubtsTable, d.doubts) {
		doubts = append(doubts, q)
	}
	if texts {
		all.texts = map[string]sourceText{}
		for t := range every[storedText](d, textsTable, nil) {
			all.texts[t.Document] = sourceText{t.Text, t.Missed}
		}
	}
	all.doubts, all.store, all.stored = doubts, nil, nil
	return &all, d.failed
}

// known is the row that stands under an id already; a row without one is kept.
func known[R any](rows map[string]*R, id string, row *R) (*R, bool) {
	if o := rows[id]; o != nil {
		return o, true
	}
	kept := *row // a block's rows share their memory
	rows[id] = &kept
	return &kept, false
}

func (b *Builder) mergePerson(p *Person) {
	o, seen := known(b.people, p.ID, p)
	if !seen {
		return
	}
	o.Family, o.Given = cmp.Or(o.Family, p.Family), cmp.Or(o.Given, p.Given)
	o.Aliases = union(o.Aliases, append(p.Aliases, p.Name), o.Name)
	o.Countries, o.Roles = union(o.Countries, p.Countries, ""), union(o.Roles, p.Roles, "")
	o.Mentions, o.Documents, o.Evidence = o.Mentions+p.Mentions, o.Documents+p.Documents, firsts(o.Evidence, p.Evidence)
}

func (b *Builder) mergePlace(p *Place) {
	o, seen := known(b.places, p.ID, p)
	if !seen {
		return
	}
	o.Aliases = union(o.Aliases, append(p.Aliases, p.Name), o.Name)
	o.Mentions, o.Documents, o.Evidence = o.Mentions+p.Mentions, o.Documents+p.Documents, firsts(o.Evidence, p.Evidence)
}

func (b *Builder) mergeOrganization(p *Organization) {
	o, seen := known(b.organizations, p.ID, p)
	if !seen {
		return
	}
	o.Acronym, o.Kind, o.Country = cmp.Or(o.Acronym, p.Acronym), cmp.Or(o.Kind, p.Kind), cmp.Or(o.Country, p.Country)
	o.Aliases = union(o.Aliases, append(p.Aliases, p.Name), o.Name)
	o.Mentions, o.Documents, o.Evidence = o.Mentions+p.Mentions, o.Documents+p.Documents, firsts(o.Evidence, p.Evidence)
}
