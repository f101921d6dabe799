package agreements

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A signing is what the text says of an instrument's conclusion.
type signing struct {
	date     *pipeline.DateValue
	place    string
	status   string
	inferred bool // the date is that of a visit or meeting, not of the act
}

const (
	reach     = 60 // tokens around a title in which its signature is looked for
	lineReach = 8  // lines behind a title that fills a line
)

// signing reads the particulars of the k-th title: behind it, in the lines
// under it, or before it in its sentence.
func (r *reader) signing(t *title, k int) signing {
	next := len(r.tokens)
	if k+1 < len(r.titles) {
		next = r.titles[k+1].at.First
	}
	s := r.behind(t, next)
	if t.line.Len() > 0 && s.date == nil {
		under := r.under(t, next)
		under.status = orElse(under.status, s.status)
		return under
	}
	if s.date == nil && s.status != "in force" {
		r.before(t, k, &s)
	}
	return s
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// behind reads from the title's end to the end of its sentence or the next
// title: "(August 2015, Beijing)", ", signed in December 2002 in Beijing",
// "was signed in Moscow on 5 May 2010".
func (r *reader) behind(t *title, next int) (s signing) {
	i := t.at.End
	if r.class(i) == text.Quote {
		i++
	}
	end := min(next, r.sentenceEnd(t.at.End-1), i+reach)
	if t.line.Len() > 0 {
		end = min(next, t.line.End)
	}
	if r.class(i) == text.Open {
		return r.bracketed(i, end)
	}
	signed := t.line.Len() > 0
	for ; i < end; i++ {
		switch {
		case r.has(i, sign) && !r.has(i, force):
			signed = true
			s.status = orElse(s.status, r.status(i))
		case r.has(i, force) || r.doc.Word(i) == "which" || r.doc.Word(i) == "that":
			if r.doc.Word(i) == "force" || r.doc.Word(i) == "effect" {
				s.status = orElse(s.status, "in force")
			}
			if !signed || s.status == "in force" {
				return s
			}
		}
		if signed && r.particulars(i, &s) {
			if r.entered(i, end) {
				s.status = "in force"
			}
			return s
		}
	}
	return s
}

// entered reports whether the tokens from i to end say that something entered
// into force.
func (r *reader) entered(i, end int) bool {
	for ; i+2 < end; i++ {
		if r.doc.Word(i) == "into" && r.doc.Word(i+1) == "force" || r.doc.Word(i) == "in" && r.doc.Word(i+1) == "force" {
			return strings.HasPrefix(r.doc.Word(i-1), "ente") || strings.HasPrefix(r.doc.Word(i-1), "c")
		}
		if r.tokens[i].Has(text.ParaStart) {
			return false
		}
	}
	return false
}

// status is what a verb of conclusion makes of an instrument.
func (r *reader) status(i int) string {
	switch w := strings.ToLower(r.doc.Word(i)); {
	case strings.HasPrefix(w, "initial"), w == "inked":
		return "initialled"
	case strings.HasPrefix(w, "ratif"):
		return "ratified"
	}
	return "signed"
}

// bracketed reads "(August 2015, Beijing)" and "(signed in Rome, 5 May 1990)".
func (r *reader) bracketed(i, end int) (s signing) {
	for ; i < end && r.class(i) != text.Close; i++ {
		if r.has(i, force) {
			return s
		}
		if d := r.world.date(i); d != nil && s.date == nil && !term(d) {
			s.date, s.status = d.Date, "signed"
		}
		if p := r.world.placeName(i); p != "" && s.place == "" {
			s.place = p
		}
	}
	if s.date == nil {
		s.place = ""
	}
	return s
}

// particulars takes the date and place around token i, behind a verb of
// signing, and reports whether both are known or can no longer follow.
func (r *reader) particulars(i int, s *signing) bool {
	d := r.world.date(i)
	if d == nil || d.Tokens.First != i || s.date != nil {
		return false
	}
	s.date = d.Date
	s.status = orElse(s.status, "signed")
	if s.place = r.placeBefore(i); s.place == "" {
		s.place = r.placeAfter(d.Tokens.End)
	}
	return true
}

// placeBefore reads "at Washington and Montevideo" before the date at token i,
// as written: a city is named as it was when the instrument was signed.
func (r *reader) placeBefore(i int) string {
	end := i
	if end > 0 && r.doc.Word(end-1) == "on" || r.class(end-1) == text.Comma {
		end--
	}
	for j := end - 1; j > 0 && j > end-30; j-- {
		t := r.tokens[j]
		if t.Has(text.SentStart) && r.doc.Word(j-1) != "at" { // the line may break behind "at"
			return ""
		}
		switch {
		case t.Class == text.Word && !t.Capital() && (r.has(j, in) || r.doc.Word(j) == "at"):
			if j+1 < end && r.world.placeMention(j+1) == nil && r.doc.Word(j) != "at" {
				return ""
			}
			return r.words(text.Range{First: j + 1, End: end})
		case t.Class == text.Word && !t.Capital() && !r.has(j, and) && r.world.placeMention(j) == nil && t.Len() > 3,
			t.Class == text.Number, t.Class == text.Semi, r.world.date(j) != nil:
			return ""
		}
	}
	return ""
}

// placeAfter reads "in Beijing" and "at Geneva" behind the date that ends at token i.
func (r *reader) placeAfter(i int) string {
	if i+1 >= len(r.tokens) || !r.has(i, in) && r.doc.Word(i) != "at" {
		return ""
	}
	return r.world.placeName(i + 1)
}

// under reads the lines under a title that fills its line: "Signed at Abuja
// January 10, 2025; entered into force ...".
func (r *reader) under(t *title, next int) (s signing) {
	lines := 0
	for i := t.line.End; i < len(r.tokens) && i < next+reach && lines < lineReach; i++ {
		if r.tokens[i].Has(text.ParaStart) && i > t.line.End+1 && lines > 3 {
			break
		}
		if r.tokens[i].Has(text.LineStart) {
			lines++
		}
		word := strings.ToLower(r.doc.Word(i))
		if word != "signed" && word != "notes" && word != "letters" && word != "done" {
			continue
		}
		for j := i + 1; j < len(r.tokens) && j < i+24; j++ {
			if r.class(j) == text.Semi || r.class(j) == text.Stop || r.has(j, force) {
				break
			}
			if r.particulars(j, &s) {
				if r.entered(j, min(len(r.tokens), j+reach)) {
					s.status = "in force"
				}
				return s
			}
		}
	}
	return s
}

// before takes the date that the sentence gave before the title, when the
// sentence says that something was signed: "On 31 August 2015 ... an Agreement
// ... was signed". The dates of a visit during which it was are inferred.
func (r *reader) before(t *title, k int, s *signing) {
	if !r.concluded(t) {
		return
	}
	var last *pipeline.Mention
	visit := false
	first := t.at.First
	for j := t.at.First - 1; j >= 0 && j > t.at.First-2*reach; j-- {
		first = j
		if d := r.world.date(j); d != nil && d.Tokens.First == j && !term(d) && !r.inTitle(j, k) {
			last = d
		}
		visit = visit || r.doc.Word(j) == "visit"
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	if last == nil && visit {
		last = r.earlier(first)
	}
	s.status = orElse(s.status, "signed")
	if last == nil || last.Date == nil {
		return
	}
	s.date = last.Date
	s.inferred = visit && strings.Contains(last.Date.EDTF, "/")
}

// inTitle reports whether token i is part of a title before the k-th.
func (r *reader) inTitle(i, k int) bool {
	for k--; k >= 0 && r.titles[k].at.End > i; k-- {
		if r.titles[k].at.First <= i {
			return true
		}
	}
	return false
}

// earlier is the date that opened the nearest sentence before token i in the
// same paragraph, for "during that visit".
func (r *reader) earlier(i int) *pipeline.Mention {
	for j := i - 1; j >= 0 && j > i-3*reach; j-- {
		if d := r.world.date(j); d != nil && d.Tokens.First == j {
			return d
		}
		if r.tokens[j].Has(text.ParaStart) {
			return nil
		}
	}
	return nil
}
