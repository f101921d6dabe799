package facts

import (
	"cmp"

	"chancery/pipeline/text"
)

// forms finds tables that stand upright: lines of a label and what it is of someone,
// "Name: X", "Position: Ambassador of A to B", "Presented credentials: 4 December
// 2018".
func (r *reader) forms() (all []table) {
	var open table
	var row []text.Range
	done := func() {
		if name := r.nameAbove(open.at.First); name.Len() > 0 && !open.has(nameColumn) && open.has(credentialsColumn) {
			open.columns, row = append(open.columns, nameColumn), append(row, name)
		}
		if open.has(nameColumn) && open.has(startColumn|whenColumn|credentialsColumn|endColumn) {
			open.rows = [][]text.Range{row}
			all = append(all, open)
		}
		open, row = table{}, nil
	}
	for i := 0; i < len(r.doc.Tokens); {
		end := r.doc.LineEnd(i)
		label, kind := r.label(i, end)
		switch {
		case label == 0 || len(row) == 0 || open.at.End != i || kind != 0 && kind == open.columns[0]:
			done()
			if label == 0 {
				break
			}
			open = table{at: text.Range{First: i}, form: true}
			fallthrough
		default:
			open.columns, row, open.at.End = append(open.columns, kind), append(row, text.Range{First: label, End: end}), end
		}
		i = end
	}
	done()
	return all
}

// formed is the caption of a form, which the next may share, and the token behind it.
type formed struct {
	caption caption
	at      int
}

// nameAbove is the name of someone that begins the line above token i, or the one above that:
// "A", "Career Foreign Service Officer", "Presentation of Credentials: 3 May 1961".
func (r *reader) nameAbove(i int) text.Range {
	const furthest = 24 // tokens
	for j, lines := i-1, 0; j >= 0 && i-j < furthest && lines < 2; j-- {
		if !r.doc.Tokens[j].Has(text.LineStart) {
			continue
		}
		lines++
		if k := r.mentionFrom(j); k < len(r.mentions) && r.mentions[k].Tokens.First == j && isPerson(r.mentions[k]) {
			return r.mentions[k].Tokens
		}
	}
	return text.Range{}
}

// label is the token behind the colon of a line that begins with one, 0 when it does
// not, and what the label means.
func (r *reader) label(i, end int) (behind int, kind column) {
	const most = 7
	i = r.pastBullet(text.Range{First: i, End: end})
	for j := i + 1; j < min(end-1, i+most); j++ {
		if r.doc.Tokens[j].Class == text.Colon {
			kind, n := columnHeads.Longest(r.doc.Tokens, i, j)
			if n != j-i {
				kind = 0
			}
			return j + 1, kind
		}
	}
	return 0, 0
}

// readForm makes the fact of a form: who holds which post since when, or who came.
func (s *sentence) readForm(t *table) {
	if t.at.First != s.formed.at { // else under the caption of the one before
		s.formed.caption = s.captionOf(s, t)
	}
	s.formed.at = t.at.End
	c := s.formed.caption
	if c.subject == visitsTable {
		s.visitsRow(&c, t, t.rows[0])
		return
	}
	who := s.only(t.cell(t.rows[0], nameColumn), isPerson)
	if who == nil {
		return
	}
	if c.role == "" && diplomatic(who.Person.Role) { // "Ambassador: X"
		c.role = shortRole(who.Person.Role, who.Person.Country)
		c.from = cmp.Or(c.from, who.Person.Country)
	}
	s.postsRow(&c, t, t.rows[0])
}

// addressed is the country to which an office that stands anywhere is posted, "".
func (s *sentence) addressed(at text.Range) string {
	s.recut(s.sentenceOf(at.First), s)
	return s.postedTo(at)
}
