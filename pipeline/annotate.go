package pipeline

import (
	"fmt"
	"path"
	"runtime"
	"strings"

	"chancery/pipeline/text"
)

// Annotate runs the extractors over a document and resolves what they propose.
// A panic in an extractor becomes an error that names the document and the
// extractor; the caller goes on with the next document.
func Annotate(doc *Document, extractors []*Extractor) (res Result, err error) {
	p := newPass(doc)
	defer func() {
		if r := recover(); r != nil {
			res, err = Result{}, panicked(doc.ID, p.name(), r)
		}
	}()
	candidates := p.candidates(extractors)
	winners, losers := Resolve(doc, candidates)
	at := newPositions(doc)
	locate(doc, at, winners)
	res = Result{Doc: describe(doc), Text: doc.Source, Mentions: winners, Entities: entities(winners), Rejected: losers}
	res.Facts, res.Missed = p.facts(extractors, winners, at)
	res.Doc.Candidates = len(candidates)
	for _, e := range extractors {
		if f, ok := p.notes[e].(Frame); ok {
			res.Doc.CountryA, res.Doc.CountryB = f.A, f.B
		}
	}
	return res, nil
}

// candidates runs the extractors and is all that they report.
func (p *Pass) candidates(extractors []*Extractor) []*Mention {
	done := map[*Extractor]bool{}
	for _, e := range extractors {
		p.run(e, done)
	}
	p.extractor = nil
	var all []*Mention
	for _, e := range extractors {
		all = append(all, p.reports[e]...)
	}
	return all
}

// facts runs what reads facts from the mentions that won.
func (p *Pass) facts(extractors []*Extractor, winners []*Mention, at positions) ([]*Fact, []Trigger) {
	reading := &Reading{Doc: p.Doc, Mentions: winners, pass: p}
	for _, e := range extractors {
		if e.Facts != nil && e.reads(p.Doc) {
			p.extractor = e
			e.Facts(reading)
		}
	}
	p.extractor = nil
	reading.settle(at)
	return reading.facts, reading.missed
}

// name is the extractor that runs, or the pipeline itself.
func (p *Pass) name() string {
	if p.extractor == nil {
		return "pipeline"
	}
	return p.extractor.Name
}

// panicked is the error that a panic becomes, with the line of this program that
// it came from. The whole stack would bring addresses and paths of one machine
// into the data.
func panicked(document, who string, value any) error {
	return fmt.Errorf("%s: %s: panic: %v%s", document, who, value, origin())
}

// origin is where the panic that is being recovered began, as " in file.go:12".
func origin() string {
	var callers [32]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers[:])])
	began := false
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			began = began || f.Function == "runtime.gopanic"
		case began && strings.HasPrefix(f.Function, "chancery/"):
			return fmt.Sprintf(" in %s:%d", path.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}

// A Frame is the note that says what countries a page is about, as ISO 3166-1
// alpha-2 codes. A and B are the two of a bilateral page, in the order of its
// title, and empty when it is about none or one. Sole is the one whose name is all of a
// heading at the page's beginning, as of a country's fact sheet.
type Frame struct {
	A, B      string
	Sole      string
	Countries []CountryWeight // every country named, the most often named first
}

// leastNamed is how often a country must be named to be one of the two that a page
// without a telling title is about.
const leastNamed = 3

// Pair is the two countries of a page: those of its title, else the two that are named far
// more often than any other.
func (f Frame) Pair() (a, b string) {
	c := f.Countries
	if f.A != "" || len(c) < 2 || c[1].Weight < leastNamed || len(c) > 2 && 3*c[2].Weight > c[1].Weight {
		return f.A, f.B
	}
	return c[0].Country, c[1].Country
}

// A CountryWeight says how often a document names a country, demonyms included.
type CountryWeight struct {
	Country string
	Weight  int
}

// language is that of the text where its words show it, else, or where both say the
// same, what the source states.
func (d *Document) language() string {
	stated := d.Meta.Language
	primary, _, _ := strings.Cut(stated, "-")
	script := strings.HasPrefix(d.Language, "und-") // which says less than any language but English
	if d.Language == "" || strings.EqualFold(primary, d.Language) || script && stated != "" && !strings.EqualFold(primary, text.English) {
		return stated
	}
	return d.Language
}

func describe(doc *Document) DocumentInfo {
	return DocumentInfo{
		ID: doc.ID, Title: doc.Meta.Title, Language: doc.language(), Created: doc.Meta.Created, Updated: doc.Meta.Updated,
		Chars: text.Runes(doc.Source), Ruleset: Ruleset,
	}
}
