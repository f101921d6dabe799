package facts

import (
	"chancery/pipeline"
)

// presentation reads "X presented his credentials to the President".
func (s *sentence) presentation(i int) {
	v := s.actBefore(i, present)
	if v < 0 {
		if b, passive := s.actBehind(i, present); b < 0 || !passive {
			return
		}
		return
	}
	f := s.posting(v, i, "presented credentials", s.visitorsOf(v), s.officeAs(i))
	if f == nil {
		return
	}
	s.receiver(f, i)
	s.keepPost(f, v, i)
}

// officeAs is the office behind "as" and piece i: "presented his credentials as
// Envoy to Luxembourg"; -1 for none.
func (s *sentence) officeAs(i int) int {
	for k := i + 1; k < len(s.pieces) && k <= i+12; k++ {
		if s.p(k).has(as) {
			return s.officeBehind(k, 3)
		}
		if s.p(k).kind == stop || s.p(k).has(barrier|acts|verb) {
			return -1
		}
	}
	return -1
}

// receiver takes the country to which credentials were presented: that of the
// person, the government or the city behind piece i.
func (s *sentence) receiver(f *pipeline.Fact, i int) {
	v := f.Appointment
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		p := s.p(k)
		switch {
		case p.kind == date:
		case p.kind == stop, p.has(barrier|acts|verb) && !p.has(as|from):
			return
		case p.country != "" && p.kind != date && !s.same(p.country, v.Sending):
			if v.Receiving == "" {
				v.Receiving = s.countryOfPiece(p)
				s.evidence(f, k)
			}
			return
		}
	}
}

func (s *sentence) countryOfPiece(p *piece) string {
	if p.kind == place {
		return s.hostOf(p.m)
	}
	return p.country
}
