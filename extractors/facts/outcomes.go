package facts

import "chancery/pipeline/text"

// notOutcome is the date of a journey, nil when it is that of what came of it: "A's visit led to
// talks in December".
func (s *sentence) notOutcome(j *journey, when *piece) *piece {
	if when == nil || j.lo != j.hi || !s.p(j.hi).is(visit, noun) {
		return when
	}
	for k := j.hi + 1; k < s.indexOf(when); k++ {
		if p := s.p(k); p.at.Len() == 1 && outcomes.Has(s.doc.Tokens[p.at.First]) {
			return nil
		}
	}
	return when
}

// outcomes are verbs that tell what came of a visit.
var outcomes = text.NewSet("led", "resulted", "occupied", "prompted", "caused", "helped", "produced", "failed", "convinced", "encouraged", "persuaded", "contributed", "strengthened", "gave", "brought", "triggered", "sparked", "provoked", "enabled", "allowed")
