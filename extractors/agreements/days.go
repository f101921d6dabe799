package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// lastDay is the last of the days on which an instrument was signed or notes were exchanged,
// of which d is the first: "at Rockville and Brussels March 12 and 25, 2024".
func (r *reader) lastDay(d *pipeline.Mention) *pipeline.Mention {
	last := d
	for {
		i := last.Tokens.End
		if r.class(i) == text.Comma {
			i++
		}
		if r.has(i, and) {
			i++
		}
		next := r.world.date(i)
		if i == last.Tokens.End || next == nil || next.Tokens.First != i {
			break
		}
		last = next
	}
	if r.word(last.Tokens.End) == "respectively" {
		return d
	}
	return last
}

// spanning is the date from one day to a later one, or just the first.
func spanning(from, to *pipeline.Mention) *pipeline.Mention {
	if from.Date == nil || to.Date == nil || from.Date.Precision != "day" || to.Date.Precision != "day" || from.Date.EDTF >= to.Date.EDTF || len(from.Date.EDTF) != len(to.Date.EDTF) {
		return from
	}
	both, v := *from, *from.Date
	v.EDTF, v.Max = from.Date.EDTF+"/"+to.Date.EDTF, to.Date.Max
	both.Date = &v
	return &both
}

// bothDays is the date of "26 and 27 May 2015", of whose days d is the second; else d.
func (r *reader) bothDays(d *pipeline.Mention) *pipeline.Mention {
	i := d.Tokens.First
	if !r.has(i-1, and) || d.Date == nil || d.Date.Precision != "day" {
		return d
	}
	if from := r.world.date(i - 2); from != nil && from.Date != nil && len(from.Date.EDTF) == len(d.Date.EDTF) && from.Date.EDTF[:7] == d.Date.EDTF[:7] {
		return spanning(from, d)
	}
	return d
}

// year is the date by which the text tells an instrument from others of its
// name: "the 1875 Treaty of Reciprocity", "the Convention of 1818".
func (r *reader) year(t *title) *pipeline.Mention {
	if d := r.yearBefore(t); d != nil {
		return d
	}
	if d := r.world.date(t.at.End - 1); d != nil && d != t.term && t.at.Len() <= 6 {
		return d
	}
	for j := t.head + 1; j < min(t.at.End, t.head+5); j++ {
		if r.word(j) == "dated" && r.dateBegins(j+1) {
			return r.world.date(j + 1)
		}
	}
	if d := r.dateOf(t.head + 1); d != nil && d.Tokens.First < t.at.End { // "Treaty of 5 March 1993 between ..."
		return d
	}
	for j := t.head + 1; j < t.at.End && !r.has(j, isHead|party|subject); j++ {
		if d := r.world.date(j + 1); r.has(j, of) && d != nil && d.Tokens.First == j+1 && d.Tokens.End < t.at.End && r.has(d.Tokens.End, party|subject) {
			return d // "Treaty of Amity of 1934 between"
		}
	}
	return r.yearBehind(t)
}

// yearBefore is the date of "the 1875 Treaty", "the December 1971 Smithsonian Agreement".
func (r *reader) yearBefore(t *title) *pipeline.Mention {
	d := r.world.date(t.at.First - 1)
	if r.class(t.at.End) == text.Open && r.word(t.at.End+1) == "entered" {
		return nil // "2009 Air Services Agreement (entered into force)"
	}
	if d != nil && d.Date != nil && !term(d) && !r.tokens[t.at.First].Has(text.SentStart) && (d.Date.Precision == "year" || r.lower(d.Tokens.First-1) == "the") {
		return d
	}
	return nil
}

// yearBehind is the date of "the Treaty of Amity of 1875", when the title does not hold it.
func (r *reader) yearBehind(t *title) *pipeline.Mention {
	return r.dateOf(r.pastQuote(max(r.pastWith(t.at.End), t.parties.End)))
}

// dateOf is the date behind "of" or "dated" at token i: "of the 3d of July, 1815".
func (r *reader) dateOf(i int) *pipeline.Mention {
	if !r.has(i, of) && r.word(i) != "dated" {
		return nil
	}
	if r.word(i+1) == "the" && r.dateBegins(i+2) {
		i++
	}
	return r.world.date(i + 1)
}

// yearBeside is the date right beside a title by which the text tells it from others, or nil.
func (r *reader) yearBeside(t *title) *pipeline.Mention {
	for _, d := range []*pipeline.Mention{r.yearBefore(t), r.yearBehind(t)} {
		if d != nil && d.Date != nil && !open(d) {
			return d
		}
	}
	return nil
}
