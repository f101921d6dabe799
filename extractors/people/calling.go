package people

import "chancery/pipeline/text"

// officeOfCalling is the index of the office that the words from the article at token i on
// give besides a calling: "was an Indian lawyer who served as Minister of External
// Affairs", "a physician and three-time Prime Minister of Norway"; -1 for none.
func (r *reader) officeOfCalling(i, end int) int {
	const longest = 18 // tokens
	if !r.at(i).Is(keyA) && !r.at(i).Is(keyAn) || r.at(i).Capital() {
		return -1
	}
	called := false
	for j := i + 1; j < min(end, i+longest); j++ {
		t := r.at(j)
		if k := r.firstRole(j); called && k < len(r.roles) && r.roles[k].tokens.First == j {
			if callings[r.roles[k].code] && r.at(j).Has(text.Lower) {
				continue
			}
			if r.joinsOffice(j) {
				return k
			}
			return -1
		}
		switch {
		case t.Is(keyWho) && called:
			return r.officeAt(r.predicate(j+1, end), end)
		case t.Class == text.Word && t.Has(text.Lower):
			called = called || people.Has(t)
			if !called && behindName.Has(t) {
				return -1
			}
		case t.Class == text.Word && t.Capital() && r.demonymEnd(j, end) > j:
			j = r.demonymEnd(j, end) - 1
		case t.Class == text.Comma, t.Class == text.Dash:
		default:
			return -1
		}
	}
	return -1
}

// behindName are words with which something else is told than a calling.
var behindName = text.NewSet("of", "in", "from", "at", "by", "for", "to", "with")

// joinsOffice reports whether "and", a comma or a modifier in small letters stands before
// the office at token i.
func (r *reader) joinsOffice(i int) bool {
	p := r.at(i - 1)
	return p.Is(keyAnd) || p.Class == text.Comma || p.Class == text.Word && p.Has(text.Lower) && (r.at(i-2).Is(keyAnd) || r.at(i-2).Class == text.Comma || r.at(i-2).Class == text.Dash)
}

// officeAt is the index of the office that begins at token i, articles aside; -1 for none.
func (r *reader) officeAt(i, end int) int {
	if i < 0 {
		return -1
	}
	k := r.firstRole(i)
	for i < end && leads.Has(r.at(i)) && r.at(i).Has(text.Lower) && (k == len(r.roles) || r.roles[k].tokens.First > i) {
		i++
	}
	if k == len(r.roles) || r.roles[k].tokens.First != i {
		return -1
	}
	return k
}

// demonymEnd is the token behind the country's adjective at token i, or i.
func (r *reader) demonymEnd(i, end int) int {
	_, n := r.demonymAt(i, end)
	return i + n
}

// nationality is the country whose adjective stands first from token i on.
func (r *reader) nationality(i, end int) string {
	for ; i < end; i++ {
		if code, n := r.demonymAt(i, end); n > 0 {
			return code
		}
	}
	return ""
}

// weighShare counts against a single word the share that follows it, "Christian 5%", or the list of
// a fact sheet in which it stands.
func (r *reader) weighShare(c *candidate) {
	switch i, t := c.tokens.End, r.doc.Tokens[c.tokens.First]; {
	case c.tokens.Len() > 1 || c.role != nil || renowned.Has(t) || lastNames.Has(t) && !givenNames.Has(t):
		// "Macron 58.5%"
	case r.at(i).Class == text.Number && r.percent(i+1):
		c.add(-4, "its share after it")
		r.listedPeople(c)
	case r.frame.Sole != "" && r.ofPeoples(c.tokens.First):
		c.add(-4, "in a line about peoples, faiths or languages")
		r.listedPeople(c)
	}
}

// listedPeople notes a word that the page uses of a people or a faith.
func (r *reader) listedPeople(c *candidate) {
	if r.ofMany == nil {
		r.ofMany = map[uint64]bool{}
	}
	r.ofMany[r.doc.Tokens[c.tokens.First].Key] = true
}

// ofPeoples reports whether the label of token i's line says that it lists peoples, faiths or
// languages: "Religions: Muslim, Christian".
func (r *reader) ofPeoples(i int) bool {
	const longest, furthest = 4, 200 // tokens of such a label, and of its list
	first, listed := r.doc.LineStart(i), false
	if i-first > furthest {
		return false
	}
	for j := first; j < first+longest; j++ {
		listed = listed || peoples.Has(r.at(j))
		if r.at(j).Class == text.Colon {
			return listed
		}
	}
	return false
}

var peoples = text.NewSet("ethnic", "religion", "religions", "language", "languages", "nationality", "peoples", "tribes")

// percent reports whether a sign of percent stands at token i, or behind the decimals there.
func (r *reader) percent(i int) bool {
	const longest = 3 // tokens: ".5%"
	for j := i; j < i+longest && !r.at(j).Has(text.Spaced); j++ {
		if r.at(j).Class == text.Other && r.doc.Word(j) == "%" {
			return true
		}
	}
	return false
}

// kinOf reports whether the name that ends before token i is that of whose kin a sentence tells
// of: "The third wife of A was president".
func (r *reader) kinOf(i int) bool {
	j := i - 1
	for ; j > 1 && i-j <= most && (r.at(j).Capital() || r.at(j).Class == text.Dot); j-- {
	}
	return r.at(j).Is(keyOf) && relatives.Has(r.at(j-1))
}
