package people

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// statesRow are the countries of "Chile, the Republic of Peru and Bolivia" from the place p on, and
// the token behind the last; of two only, where nothing says that several are meant.
func (r *reader) statesRow(p *pipeline.Mention, end int, several bool) (row []string, next int) {
	const most = 12
	for len(row) < most && isState(p) && p.Tokens.End <= end {
		row, next = append(row, p.Place.Country), p.Tokens.End
		i, last := next, false
		if r.at(i).Class == text.Comma && several {
			i++
		}
		if r.at(i).Is(keyAnd) {
			i, last = i+1, true
		}
		if len(row) > 1 && r.at(p.Tokens.First-1).Is(keyAnd) || len(row) > 1 && r.at(p.Tokens.First-1).Is(keyThe) && r.at(p.Tokens.First-2).Is(keyAnd) {
			return row, next
		}
		if i == next || !several && !last {
			break
		}
		if several {
			i = r.behindThe(i)
		}
		if p = r.place[min(i, len(r.place)-1)]; p == nil || p.Tokens.First != i {
			break
		}
	}
	return nil, next
}

// adjectives takes the countries whose adjectives a row joins before an office of several, of which
// the last is taken: "the Kenyan, Ugandan and Tanzanian presidents".
func (r *reader) adjectives(ro *role, from int) {
	if !r.plural(ro) || !r.at(ro.tokens.First-1).Is(keyAnd) {
		return
	}
	row, first := []string{ro.country}, ro.tokens.First
	for {
		i := first - 1
		if i > from && r.at(i).Is(keyAnd) && r.at(i-1).Class == text.Comma {
			i--
		}
		if i <= from || !r.at(i).Is(keyAnd) && r.at(i).Class != text.Comma {
			break
		}
		code, n := r.demonymBefore(i, from)
		if n == 0 {
			break
		}
		row, first = append(row, code), i-n
	}
	if len(row) > 1 {
		slices.Reverse(row)
		ro.country, ro.others, ro.own, ro.tokens.First = row[0], row[1:], true, first
	}
}

// distribute gives those of a chain of names, the candidates from index first to last, the countries
// that stand in a row behind the last: "Foreign Ministers A, B and C of X, Y and Z".
func (r *reader) distribute(first, last int) {
	i := r.cands[last].tokens.End
	if !r.at(i).Is(keyOf) {
		return
	}
	i = r.behindThe(i + 1)
	p := r.place[min(i, len(r.place)-1)]
	if p == nil || p.Tokens.First != i {
		return
	}
	row, _ := r.statesRow(p, r.doc.Sentences[r.cands[last].sentence].End, true)
	var chain []*candidate
	for k := first; k <= last; k++ {
		if r.cands[k].role != nil {
			chain = append(chain, &r.cands[k])
		}
	}
	if len(row) < 2 || len(row) != len(chain) {
		return
	}
	for n, c := range chain {
		c.role.country, c.role.inferred, c.role.own = row[n], false, true
	}
}

// stateBetween is the country named between two names of a row, behind the first or before the second:
// "the Prime Ministers of Norway (A), Denmark (B)", "of Norway A and Denmark B"; "" for none.
func (r *reader) stateBetween(a, b *candidate) string {
	i, end := a.tokens.End, r.styles(b.tokens.First, r.doc.Sentences[b.sentence])
	bracketed := r.at(i).Class == text.Close
	if bracketed {
		if i++; r.at(end-1).Class != text.Open {
			return ""
		}
		end--
	}
	for r.at(i).Class == text.Comma || r.at(i).Is(keyAnd) || r.at(i).Is(keyOf) && i > a.tokens.End || r.at(i).Is(keyThe) {
		i++
	}
	if p := r.place[min(i, len(r.place)-1)]; i > a.tokens.End && p != nil && p.Tokens.First == i && p.Tokens.End == end && isState(p) {
		return p.Place.Country
	}
	return ""
}

// withoutLand drops from the words of an office the country of another who shares it.
func (r *reader) withoutLand(ro *role) {
	for i := ro.words.End - 1; i > ro.words.First; i-- {
		if j := r.behindThe(i + 1); r.at(i).Is(keyOf) && r.place[j] != nil && isState(r.place[j]) {
			ro.words.End = i
			return
		}
	}
}

// shared gives an office of several, as "Prime Ministers A and B" or "Foreign
// Ministers A of X and B of Y", to those that the sentence lists behind the first.
func (r *reader) shared() {
	for i := 1; i < len(r.cands); i++ {
		if a, b := &r.cands[i-1], &r.cands[i]; len(a.others) > 0 && a.sentence == b.sentence && b.role == nil && r.joins(a, b) {
			b.country, b.rule, b.others = a.others[0], a.rule, a.others[1:]
			b.add(6, "called a counterpart")
		}
	}
	before, first := 0, 0
	for i := 1; i < len(r.cands); i++ {
		if r.cands[i-1].role != nil || r.cands[i-1].score >= open {
			before = i - 1 // not the town of "Mayors A of Paris and B of London"
		}
		a, b := &r.cands[before], &r.cands[i]
		if a.role == nil || b.role != nil || a.sentence != b.sentence || a.rule != "office-before" || !r.plural(a.role) {
			first = i
			continue
		}
		between := r.stateBetween(a, b)
		if between == "" && !r.joins(a, b) {
			first = i
			continue
		}
		ro := *a.role
		switch {
		case between != "":
			ro.country, ro.inferred, ro.own, ro.others = between, false, true, nil
			r.withoutLand(&ro)
		case len(ro.others) > 0:
			ro.country, ro.others = ro.others[0], ro.others[1:]
		case ro.own || ofTowns[ro.code] && ro.inferred:
			ro.country, ro.own = "", false
		}
		b.role, b.rule = &ro, "office-before"
		b.add(6, "an office before it that it shares")
		r.servedBehind(b, r.doc.Sentences[b.sentence])
		r.distribute(first, i)
	}
}
