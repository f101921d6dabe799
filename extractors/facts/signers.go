package facts

import (
	"slices"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// noteSigners keeps the two countries whose envoys or ministers the sentence says signed an
// instrument of which its name tells no parties: "Secretary of State A and Colombian Chargé B
// signed the A–B Treaty", "signed with the British Ambassador", "was signed by A and B".
func (s *sentence) noteSigners() {
	if !s.some(title) {
		return
	}
	last := -1 // the title before, whose signers are known
	for i := range s.pieces {
		p := s.p(i)
		if p.kind != title || len(p.m.Agreement.Parties) > 1 {
			continue
		}
		if s.namesParties(p) {
			continue // "a cooperation agreement between the University of A and the University of B"
		}
		codes := s.signersOf(i)
		if k := s.beforeArticle(i); len(codes) == 0 && last >= 0 && (k == last || k == last+1 && (s.p(k).has(and) || s.p(k).kind == comma)) {
			codes = s.signers[s.p(last).m.Entity] // "signed an agreement on trade and a protocol on visas"
		}
		if len(codes) > 1 {
			last = i
			if s.signers == nil {
				s.signers = map[string][]string{}
			}
			s.signers[p.m.Entity] = codes
		}
	}
}

// namesParties reports whether a title itself says between whom it is.
func (s *sentence) namesParties(p *piece) bool {
	for j := p.at.First; j < p.at.End; j++ {
		if s.doc.Tokens[j].Is(keyBetween) {
			return true
		}
	}
	return false
}

var keyBetween = text.KeyOf("between")

// signersOf are the countries of those who signed the instrument at piece i.
func (s *sentence) signersOf(i int) []string {
	v := s.beforeArticle(i)
	for s.common(v) || s.p(v).kind == place || s.p(v).kind == date || s.p(v).kind == comma || s.p(v).has(in|on) && !s.p(v).has(acts) {
		v--
	}
	var who []participant
	switch {
	case s.signs(v) && !s.p(v-1).has(be):
		if k := s.subject(v, isState); k >= 0 && s.p(k).kind == state {
			if both := s.listLeft(k, isState); len(both) == 2 {
				return s.countries(both) // "The United States and Great Britain negotiated"
			}
		}
		who = s.visitorsOf(v)
		if s.p(i+1).has(with) && len(who) == 1 {
			who = append(who, s.actorsBehind(i+2, 4)...)
		}
	case (s.p(i+1).has(be) || s.p(i+1).kind == comma) && s.signs(i+2):
		if k := s.pastAdjuncts(i + 3); s.p(k).has(by) {
			who = s.actorsBehind(k+1, 4)
		}
	}
	var codes []string
	for _, w := range who {
		if _, known := gazetteer.CountryOf(w.Country); !known || slices.ContainsFunc(codes, func(c string) bool { return s.same(c, w.Country) }) {
			return nil
		}
		codes = append(codes, w.Country)
	}
	return codes
}

// signs reports whether piece v is a verb of concluding an instrument.
func (s *sentence) signs(v int) bool {
	return s.anyOf(concluded, v, v+1)
}

var concluded = text.NewSet("signed", "concluded", "negotiated", "initialled", "initialed", "issued")
