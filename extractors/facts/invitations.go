package facts

import "chancery/pipeline/text"

// invited reads "A invited B to visit Japan, and B accepted the invitation" at the verb,
// piece i: a visit that is planned, when the invitation was accepted.
func (s *sentence) invited(i int, j *journey) {
	to := s.infinitive(i)
	if to < 0 || !s.acceptedInvitation() {
		return
	}
	v := to - 1
	for v >= 0 && v > to-10 && !s.says(v, "invited") && !s.p(v).has(not) && s.p(v).kind != stop {
		v--
	}
	if !s.says(v, "invited") || s.polarity(v) == denied {
		return
	}
	host := s.visitorsOf(v)
	guests := s.actorsBehind(v+1, 3)
	if s.p(v - 1).has(be) {
		guests = host
	}
	if len(guests) != 1 {
		return
	}
	j.visitors, j.how, j.lo = guests, planned, v
}

// acceptedInvitation reports whether this sentence or the next says that an invitation was
// accepted.
func (s *sentence) acceptedInvitation() bool {
	end := s.at.End
	if s.n+1 < len(s.doc.Sentences) && s.doc.Sentences[s.n+1].Len() <= 40 {
		end = s.doc.Sentences[s.n+1].End
	}
	invitation, yes := false, false
	for k := s.at.First + 1; k < end; k++ {
		t := s.doc.Tokens[k]
		invitation = invitation || (t.Is(keyInvitation) || t.Is(keyIt))
		yes = yes || t.Is(keyAccepted) && !s.doc.Tokens[k-1].Is(keyNot)
	}
	return invitation && yes
}

var (
	keyInvitation = text.KeyOf("invitation")
	keyAccepted   = text.KeyOf("accepted")
	keyIt         = text.KeyOf("it")
	keyNot        = text.KeyOf("not")
)

// upcoming reports whether the visit at piece i is called one that is to come: "discussed the
// upcoming official visit of A to Oslo".
func (s *sentence) upcoming(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		p := s.p(k)
		if s.says(k, "upcoming") || s.says(k, "forthcoming") {
			return !s.pluralVisit(i)
		}
		if !p.has(types) && p.kind != other || p.has(verb) {
			return false
		}
	}
	return false
}

// tells reports whether piece i is a word for telling of what was: "mention", "recall".
func (s *sentence) tells(i int) bool {
	p := s.p(i)
	return p.at.Len() == 1 && telling.Has(s.doc.Tokens[p.at.First])
}

var telling = text.NewSet("mention", "mentioned", "note", "noted", "recall", "recalled", "highlight", "highlighted", "emphasize", "stress", "single")
