package dates

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// An order is what a document shows of how it writes numeric dates.
type order struct {
	fixed              string // what was decided elsewhere: "dmy", "mdy", "ymd" or nothing
	dayFirst, monthFst int    // numeric dates that can only be read one way
	dottedDayFirst     int
	dayName, nameDay   int // "19 August" against "August 19"
}

// orderOf is an order that was decided elsewhere.
func orderOf(fixed string) order { return order{fixed: fixed} }

// orderIn is the order of a document. In other languages than English the day comes first.
func orderIn(doc *pipeline.Document) order {
	o := observe(doc.Tokens, doc.DateOrder)
	if doc.Foreign() {
		o.dayFirst++
	}
	return o
}

// observe gathers the evidence in one walk over the numbers.
func observe(tokens []text.Token, fixed string) order {
	o := order{fixed: fixed}
	for i := range tokens {
		t := &tokens[i]
		if t.Class != text.Number || t.Len() > 2 {
			continue
		}
		if w, ok := wordAt(tokens, i+1); ok && w.sort == month && t.Num() <= 31 {
			o.dayName++
		}
		if w, ok := wordAt(tokens, i-1); ok && w.sort == month && t.Num() <= 31 {
			o.nameDay++
		}
		o.dayFirst += took(dayRange(tokens, i))
		if a, b, ok := triple(tokens, i); ok {
			if a > 12 && b <= 12 {
				o.dayFirst++
				o.dottedDayFirst += took(tokens[i+1].Class == text.Dot)
			}
			if b > 12 && a <= 12 {
				o.monthFst++
			}
		}
	}
	return o
}

func wordAt(tokens []text.Token, i int) (word, bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Class != text.Word {
		return word{}, false
	}
	return lexicon.Get(tokens[i].Key)
}

// triple reads two numbers of a numeric date that begins at token i, "31.08."
// or "8/31/", when a number follows.
func triple(tokens []text.Token, i int) (a, b int, ok bool) {
	if i+4 >= len(tokens) {
		return 0, 0, false
	}
	sep := tokens[i+1].Class
	if sep != text.Dot && sep != text.Slash && sep != text.Dash || tokens[i+3].Class != sep ||
		tokens[i+2].Class != text.Number || tokens[i+2].Len() > 2 || tokens[i+4].Class != text.Number {
		return 0, 0, false
	}
	for _, t := range tokens[i+1 : i+5] {
		if t.Has(text.Spaced) {
			return 0, 0, false
		}
	}
	return tokens[i].Num(), tokens[i+2].Num(), true
}

// dayRange reports whether a range of days before a month, which nobody writes month
// first, begins at token i: "4-6/12/2022", or one whose first day is no month:
// "30/6-3/7/2024".
func dayRange(tokens []text.Token, i int) bool {
	joined := func(at int, sep text.Class) bool {
		return at+1 < len(tokens) && tokens[at].Class == sep && tokens[at+1].Class == text.Number && !tokens[at].Has(text.Spaced) && !tokens[at+1].Has(text.Spaced)
	}
	if tokens[i].Num() > 12 && joined(i+1, text.Slash) {
		return tokens[i+2].Num() <= 12 && joined(i+3, text.Dash) && joined(i+5, text.Slash) && joined(i+7, text.Slash) && tokens[i+8].Len() == 4
	}
	if i > 0 && tokens[i-1].Class == text.Slash {
		return false // "10/1-11/2/2017"
	}
	return tokens[i].Num() < 32 && joined(i+1, text.Dash) && tokens[i].Num() < tokens[i+2].Num() && joined(i+3, text.Slash) && joined(i+5, text.Slash) && tokens[i+6].Len() == 4
}

// decide says whether a, the first of two numbers, is the day, and whether that
// is known or only the custom of the separator. Numbers over twelve decide for
// themselves, then who ran the program, then the document's other numeric dates, then its
// dates with month names; dots are day first everywhere.
func (o order) decide(a, b int, sep text.Class) (dayFirst, known bool) {
	switch {
	case a > 12 && b <= 12:
		return true, true
	case b > 12 && a <= 12:
		return sep == text.Dot && o.dottedDayFirst > 0, true // then "12.13.2015" is a slip
	case o.fixed == "dmy":
		return true, true
	case o.fixed == "mdy" || o.fixed == "ymd":
		return false, true
	case o.dayFirst > 0 && o.monthFst == 0:
		return true, true
	case o.monthFst > 0 && o.dayFirst == 0:
		return false, true
	case o.dayFirst > 0:
		return sep == text.Dot || o.dayFirst > o.monthFst, false
	case sep == text.Dot:
		return true, o.dayName >= o.nameDay && o.dayName > 0
	case o.dayName > o.nameDay:
		return true, o.nameDay == 0
	}
	return false, o.nameDay > 0 && o.dayName == 0
}
