package facts

import (
	"strings"
	"time"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// nextDay reports whether two dates are days of which one follows the other.
func nextDay(a, b *piece) bool {
	const day = "2006-01-02"
	x, err := time.Parse(day, a.m.Date.EDTF)
	if err != nil {
		return false
	}
	return x.AddDate(0, 0, 1).Format(day) == b.m.Date.EDTF
}

// throughDay is the date from one day to another.
func throughDay(from, to *pipeline.DateValue) *pipeline.DateValue {
	d := *from
	d.EDTF, d.Max = from.EDTF+"/"+to.EDTF, to.Max
	return &d
}

// firstDay is the day before a date that "and" joins to it: "on 9 and 10 May".
func (s *sentence) firstDay(p *piece) *piece {
	if p == nil {
		return nil
	}
	k := s.indexOf(p)
	if before := s.p(k - 2); s.p(k-1).has(and) && before.kind == date && nextDay(before, p) {
		return before
	}
	return p
}

// turned is the date of what did "not ... until" then: the date itself.
func turned(d *pipeline.DateValue) *pipeline.DateValue {
	if at, ok := strings.CutPrefix(d.EDTF, "../"); ok {
		return d.Closed(at, d.Max)
	}
	return d
}

// datedThen gives an event without a date that of the sentence before when its own begins with
// "At this time".
func (s *sentence) datedThen(f *pipeline.Fact) {
	if f.Date != nil || f.Class == "mission.exists" || !s.atThatTime() {
		return
	}
	for n := len(s.facts) - 1; n >= 0 && n >= len(s.facts)-12; n-- {
		o := s.facts[n]
		if told := o.At[len(o.At)-1].First; told < s.doc.Sentences[max(s.n-1, 0)].First || told < s.begins {
			continue
		}
		if o.Date != nil && (o.Relation != nil || o.Mission != nil) {
			f.Date = o.Date
			f.Evidence = append(f.Evidence, dateOf(o)...)
			inferred(f, "date")
			return
		}
	}
}

// dateOf are the mentions that date a fact.
func dateOf(f *pipeline.Fact) (dates []*pipeline.Mention) {
	for _, m := range f.Evidence {
		if m.Kind == pipeline.Date {
			dates = append(dates, m)
		}
	}
	return dates
}

// atThatTime reports whether the sentence begins with "At this time" or the like.
func (s *sentence) atThatTime() bool {
	return s.says(0, "at") && (s.says(1, "this") || s.says(1, "that")) && s.says(2, "time") ||
		s.says(0, "at") && s.says(1, "the") && s.says(2, "same") && s.says(3, "time")
}

// finer is the date in the brackets that end the line of a chronicle, for the year with which it
// begins: "2013 – Minister A meets Minister B in Abuja (February)".
func (s *sentence) finer(year *piece) *piece {
	last := len(s.pieces) - 1
	if last > 0 && s.p(last).kind == other {
		last-- // its full stop
	}
	d := s.p(last - 1)
	if s.p(last-2).kind == comma && s.p(last-3).kind == place {
		last -= 2 // "(New York, September)"
	}
	if year == nil || s.p(len(s.pieces)-1).kind != closeSign && s.p(len(s.pieces)-2).kind != closeSign || d.kind != date || s.p(last-2).kind != openSign || year != s.opening() || !strings.HasPrefix(d.m.Date.EDTF, year.m.Date.EDTF) {
		return year
	}
	return d
}

// termOfCells makes a term of the two years that fill the cells of a line: "A | 1992 | 1996".
func (s *sentence) termOfCells(f *pipeline.Fact, when *piece) {
	if when == nil {
		return
	}
	k := s.indexOf(when)
	next := s.p(k + 2)
	if !s.bar(k+1) || next.kind != date || len(f.Date.EDTF) != 4 || len(next.m.Date.EDTF) != 4 || f.Date.EDTF > next.m.Date.EDTF {
		return
	}
	d := *f.Date
	d.EDTF, d.Max = f.Date.EDTF+"/"+next.m.Date.EDTF, next.m.Date.Max
	f.Date = &d
	f.Evidence = append(f.Evidence, next.m)
}

// actedBefore reports whether another act stands between pieces lo and k, whose date piece k
// is: "was opened in 1972, closed after a coup".
func (s *sentence) actedBefore(lo, k int) bool {
	for j := lo + 1; j < k; j++ {
		if p := s.p(j); p.has(establish|resume|closing|sever|move|elevate) && s.p(j-1).has(be) {
			return true
		}
	}
	return false
}

// onThatDay dates what happened then to the day itself: "until 1930, when legations were
// established".
func (s *sentence) onThatDay(f *pipeline.Fact, when *piece) {
	if when == nil || f.Date == nil {
		return
	}
	k := s.indexOf(when)
	next := k + 1
	if s.p(next).kind == comma {
		next++
	}
	if (s.p(k-1).has(until) || s.says(k-1, "by")) && s.says(next, "when") {
		f.Date = turned(f.Date)
	}
}

// newDay forgets of whom the line before told where a line begins with a date of its own, as
// each of a chronicle does.
func (s *sentence) newDay() {
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) || s.opening() == nil {
		return
	}
	clear(s.inOffice)
	if s.p(0).kind == date && s.p(1).kind == stop {
		s.lastSubject = nil
	}
}

// ofHolder reports whether the date at piece d tells since when somebody holds an office, whom a comma
// parts from the act at piece hi: "In 1942 the legation was raised, and A, minister since 1934, became ambassador".
func (s *sentence) ofHolder(hi, d int) bool {
	if s.p(d).m.Date == nil || s.p(d).m.Date.Qualifier != "since" || s.p(d+1).kind != comma {
		return false
	}
	for k := d - 1; k > hi && s.p(k).kind != comma; k-- {
		if s.p(k).kind == date || s.p(k).has(acts) {
			return false
		}
	}
	for k := hi + 1; k < d; k++ {
		if s.p(k).kind == person {
			return true
		}
	}
	return false
}
