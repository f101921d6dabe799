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
