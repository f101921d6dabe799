package report

import (
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// MarshalJSON writes a row as an array, which is a third of its size as an object.
func (r Row) MarshalJSON() ([]byte, error) {
	mentions, cells := r.Mentions, r.Cells
	if mentions == nil {
		mentions = []int{}
	}
	return json.Marshal([]any{r.ID, r.Document, r.Line, mentions, r.Issues, cells})
}

// A text is a document as page.js reads it.
type text struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Text  string   `json:"text"`
	Marks [][3]int `json:"marks"` // start and end in UTF-16 code units, row of the mention
}

// data is what page.js reads. Marshal writes <, > and & as escapes, so that no
// text can end the script element that holds it.
func (p *Page) data(s sets) ([]byte, error) {
	texts := []text{}
	for _, d := range p.Documents {
		texts = append(texts, text{d.ID, d.Title, d.Text, d.units()})
	}
	return json.Marshal(map[string]any{"documents": texts, "tables": p.Tables, "sets": append(sets{}, s...)})
}

// units are the marks with offsets in UTF-16 code units, in which JavaScript
// counts.
func (d *Document) units() [][3]int {
	var offsets []int
	for _, m := range d.Marks {
		offsets = append(offsets, m.Start, m.End)
	}
	slices.Sort(offsets)
	at, byteAt, unitAt := map[int]int{}, 0, 0
	for _, o := range slices.Compact(offsets) {
		for byteAt < min(o, len(d.Text)) {
			r, size := utf8.DecodeRuneInString(d.Text[byteAt:])
			if byteAt += size; r > 0xFFFF {
				unitAt++
			}
			unitAt++
		}
		at[o] = unitAt
	}
	marks := [][3]int{}
	for _, m := range d.Marks {
		marks = append(marks, [3]int{at[m.Start], at[m.End], m.Mention})
	}
	return marks
}

// mostSentences is how many sentences the report shows of one word; the command
// coverage has all.
const mostSentences = 12

// A coverage is what the sources gave, and what they did not.
type coverage struct {
	Documents []covered
	Gaps      []wordGaps
}

type covered struct {
	ID, Title         string
	Mentions, Records int
}

type wordGaps struct {
	Gap
	Shown []Sentence
	More  int
}

func (p *Page) coverage() coverage {
	var c coverage
	for _, d := range p.Documents {
		c.Documents = append(c.Documents, covered{d.ID, d.Title, len(d.Marks), d.Records})
	}
	for _, g := range p.Gaps {
		n := min(mostSentences, len(g.Sentences))
		c.Gaps = append(c.Gaps, wordGaps{g, g.Sentences[:n], len(g.Sentences) - n})
	}
	return c
}
