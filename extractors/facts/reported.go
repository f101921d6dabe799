package facts

import "chancery/pipeline/text"

// leads reports whether piece k is "headed" or "led", before "by", or "under the leadership"
// before "of".
func (s *sentence) leads(k int) bool {
	p := s.p(k)
	if s.p(k+1).has(of) && p.at.Len() == 1 && leaderships.Has(s.doc.Tokens[p.at.First]) && s.says(k-2, "under") {
		return true
	}
	if p.kind != other {
		return false
	}
	w := s.doc.Word(p.at.First)
	return w == "headed" || w == "led"
}

var leaderships = text.NewSet("leadership", "presidency", "chairmanship", "headship")

// represented reports whether piece j is the "is" of "is represented in A by its embassy in
// B" or "is accredited to A", whose subject is no country behind it.
func (s *sentence) represented(j int) bool {
	return s.p(j).has(be) && (s.says(j+1, "represented") || s.says(j+1, "accredited"))
}

// reportedBy is the verb of "A announced that it severed relations" before the "it" at piece
// k, whose subject "it" means; -1 for none.
func (s *sentence) reportedBy(k int) int {
	if !s.says(k, "it") {
		return -1
	}
	if s.says(k-1, "that") {
		k--
	}
	for v := k - 1; v >= 0 && v >= k-8; v-- {
		p := s.p(v)
		if p.has(announce) || p.has(verb) && !p.has(be) && reporting.Has(s.doc.Tokens[p.at.First]) {
			return v
		}
		if p.kind == stop || p.has(barrier|acts|be) || v == k-1 && p.has(and) {
			return -1
		}
	}
	return -1
}

// reporting are verbs that tell what a state says of itself.
var reporting = text.NewSet("announced", "declared", "stated", "said", "reaffirmed", "affirmed", "confirmed", "informed", "notified", "proclaimed")
