package agreements

import "chancery/pipeline/text"

// A plural may stand for all the instruments of a list, each with its date in brackets:
// "agreements on trade (1998), investment protection (1995) and double taxation (2001)".

// mostGap is how many words may say what an instrument of such a list is about.
const mostGap = 14

// gap reads the item of such a list that follows at token i, behind the bracket of the one
// before; nil when there is none.
func (r *reader) gap(t *title, i int) *title {
	if !t.isMany() || t.subject.Len() == 0 || t.hasParties() {
		return nil
	}
	j := r.pastBracket(i)
	if j == i || !r.datedIn(i, j) {
		return nil
	}
	if r.class(j) == text.Comma {
		j++
	}
	if r.has(j, and) {
		j++
	}
	if r.has(j, subject) {
		j++
	}
	end := j
	for ; end < len(r.tokens) && end < j+mostGap && r.class(end) == text.Word; end++ {
		if r.tokens[end].Has(text.SentStart) || r.has(end, isHead|stop|finite|sign) || r.world.date(end) != nil {
			return nil
		}
	}
	if end == j || j == r.pastBracket(i) || !r.datedIn(end, r.pastBracket(end)) {
		return nil
	}
	also := *t
	also.first, also.head = t, j
	also.at = text.Range{First: j, End: end}
	also.subject = also.at
	return &also
}

// datedIn reports whether a date begins between two tokens.
func (r *reader) datedIn(i, end int) bool {
	for j := i; j < end; j++ {
		if r.dateBegins(j) {
			return true
		}
	}
	return false
}
