package facts

import (
	"chancery/pipeline/text"
)

// ofOtherAct reports whether a date is not that of someone's appointment, by the verb at piece i to
// the office at piece hi: that of his credentials, or of what was before.
func (s *sentence) ofOtherAct(i, hi int, when *piece) bool {
	if when == nil {
		return false
	}
	k := s.indexOf(when)
	if k < i && s.says(i, "accredited") && s.ofAnother(k, i) {
		return true // "presented his credentials on 25 June, and was also accredited to A"
	}
	return s.presentedThen(hi, when) || s.untilWhich(k, i) || s.anyOf(later, k+1, i)
}

// untilWhich reports whether "until" stands between the date at piece k and the verb at piece i:
// "worked from 1877 until he was appointed Secretary".
func (s *sentence) untilWhich(k, i int) bool {
	for k++; k < i; k++ {
		if s.p(k).has(until) && s.p(k+1).kind != date {
			return true
		}
	}
	return false
}

// later are words that part an act from the date of the one before: "was named Consul in 1923 and
// then was appointed Ambassador".
var later = text.NewSet("then", "later", "subsequently", "afterwards", "thereafter", "eventually")

// elsewhen reports whether a date behind the office at piece hi, which someone holds by the
// verb at piece i, is that of something else told: "served as Minister, gaining experience when
// the army was used in 1962", "who had served as Secretary, B served from 1795 to 1800",
// "during the rise to power of B in 1876".
func (s *sentence) elsewhen(i, hi int, when *piece) bool {
	aside := s.p(s.beforeVerb(i)).has(who)
	for k := hi + 1; k < s.indexOf(when); k++ {
		p := s.p(k)
		if p.has(and) && s.p(i).has(be) && !lasting(when) {
			return true // "was a Senator and a candidate for President in 1844"
		}
		if s.says(k, "when") && s.p(i).has(serve) && s.parted(hi, k) || aside && p.kind == comma && (isActor(s.p(k+1)) || s.p(k+1).is(acts|hold, past)) || p.kind == role && s.p(s.beforeArticle(k)).has(as) || s.says(k, "during") && !lasting(when) && s.anyNamed(k+1, s.indexOf(when)) {
			return true
		}
	}
	return false
}

// parted reports whether a comma stands between pieces i and j.
func (s *sentence) parted(i, j int) bool {
	for i++; i < j; i++ {
		if s.p(i).kind == comma {
			return true
		}
	}
	return false
}

// anyNamed reports whether a person is named among the pieces from i up to j.
func (s *sentence) anyNamed(i, j int) bool {
	for ; i < j; i++ {
		if s.p(i).kind == person {
			return true
		}
	}
	return false
}
