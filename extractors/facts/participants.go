package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
)

// A participant is someone in a fact, with the mention that names him.
type participant struct {
	pipeline.Participant
	m    *pipeline.Mention // nil for an office without a name
	code string            // of an office without a name
}

// isActor reports whether a piece is a person, named or by office.
func isActor(p *piece) bool { return p.kind == person || p.kind == role }

// isState reports whether a piece is a country as an actor.
func isState(p *piece) bool {
	return p.kind == state || p.kind == demonym || p.kind == body && p.country != "" && (p.m.Organization.Kind == "government" || p.m.Organization.Kind == "ministry")
}

// participants reads pieces as people, an office and the name beside it as one.
func (s *sentence) participants(items []int) []participant {
	var all []participant
	seen := map[*pipeline.Mention]bool{}
	each := "" // the office of "the two Foreign Ministers, A and B"
	for _, i := range items {
		p := s.p(i)
		m := p.m
		if p.kind == role {
			m = s.holder(i)
		}
		if m != nil && seen[m] || m == nil && s.anotherOffice(i) {
			continue
		}
		if m == nil {
			if one, ok := singularOffice(p.office.Words); ok && s.p(i+1).kind == comma && s.p(i+2).kind == person {
				each = one
				continue
			}
			if more := s.several(i); more != nil {
				all = append(all, more...)
				continue
			}
		}
		if p.kind == role && m != nil {
			if each := s.bracketedEach(i); len(each) > 1 {
				all = append(all, each...)
				continue
			}
		}
		seen[m] = m != nil
		who := s.participant(p, m)
		if who.Role == "" {
			who.Role = each
		}
		if o := s.spouse(m); o != nil {
			all = append(all, participant{m: m, Participant: pipeline.Participant{Person: who.Person, Role: o.Words, Country: who.Country}})
		}
		all = append(all, who)
	}
	share(all)
	for n := range all { // nobody holds an office in the plural
		if one, ok := singularOffice(all[n].Role); ok && all[n].m != nil {
			all[n].Role = one
		}
	}
	return all
}

// share gives each of several people the office that a plural before the first
// gives to all: "the Prime Ministers of Croatia and Hungary, A and B".
func share(all []participant) {
	if len(all) == 0 || all[0].m == nil {
		return
	}
	one, ok := singularOffice(all[0].Role)
	if !ok {
		return
	}
	several := all[0].Role
	for i := range all {
		if all[i].Role == "" || all[i].Role == several {
			all[i].Role = one
		}
	}
}

// anotherOffice reports whether the office at piece i is the first of two that
// one person holds: "Deputy Prime Minister and Foreign Minister A".
func (s *sentence) anotherOffice(i int) bool {
	if !s.p(i+1).has(and) || s.p(i+2).kind != role || s.p(i+3).kind != person {
		return false
	}
	one, other := s.p(i).country, s.p(i+3).country
	return one == "" || other == "" || s.same(one, other) // but "the President of Kenya and Prime Minister of Egypt A"
}

// participant is the person m, or the office of piece p when m is nil.
func (s *sentence) participant(p *piece, m *pipeline.Mention) participant {
	if m == nil || m.Person == nil {
		const near = 5 // sentences
		if ofSeveral(p.office.Words) {
			return participant{Participant: pipeline.Participant{Role: p.office.Words, Country: p.country}, code: p.office.Code}
		}
		if s.says(0, "since") && s.p(1).kind == date {
			return participant{Participant: pipeline.Participant{Role: p.office.Words, Country: p.country}, code: p.office.Code} // "Since 1971, the Ambassador has been", whoever it was
		}
		if o, ok := s.inOffice[p.office.Code+"/"+p.country]; ok && s.definite(p) && p.country != "" {
			return o // "the President of Turkmenistan", named before beside another
		}
		if o, ok := s.inOffice[p.office.Code]; ok && s.definite(p) && (p.country == "" || p.country == o.Country) {
			return o // "the Prime Minister", named before
		}
		if s.definite(p) && p.country == "" && len(s.lastSubject) == 1 && s.lastSubject[0].m != nil && short(p.office.Words, s.lastSubject[0].Role) {
			return s.lastSubject[0] // "the Minister", of whom the sentence before told
		}
		if o, ok := s.onlyHolder(p.office.Code, p.country, near); ok && s.definite(p) && s.p(0).kind != date {
			return o // "the PM", named in a paragraph before
		}
		return participant{Participant: pipeline.Participant{Role: p.office.Words, Country: p.country}, code: p.office.Code}
	}
	who := asNamed(m)
	if o := s.speaker.office; o != nil && m == s.speaker.turn && m.Tokens != p.at {
		who.Role = o.Words // whose words are read
	}
	if who.Role == "" {
		who.Role = s.known[m.Entity].Role
	}
	if c := s.sends[m.Entity]; c != "" && (who.Country == "" || slices.Contains(m.Inferred, "country")) {
		who.Country = c
	} else if who.Country == "" {
		who.Country = s.known[m.Entity].Country
	}
	if who.Role != "" {
		s.known[m.Entity] = who.Participant
		if m.Person.Office != "" {
			s.codes[m.Entity] = m.Person.Office
		}
		s.inOffice[m.Person.Office] = who
	}
	return who
}

// asNamed is a person as the words at his name tell of him.
func asNamed(m *pipeline.Mention) participant {
	return participant{m: m, Participant: pipeline.Participant{Person: m.Value, Entity: m.Entity, Role: m.Person.Role, Country: m.Person.Country}}
}

// noteOffices keeps the offices of those whom the sentence names.
func (s *sentence) noteOffices() {
	if !s.some(person) {
		return
	}
	for i := range s.pieces {
		if p := s.p(i); p.kind == person && p.m.Person != nil && p.m.Person.Role != "" && !strings.HasSuffix(p.m.Person.Role, "-elect") {
			s.titled[p.m.Entity] = pipeline.Participant{Role: p.m.Person.Role, Country: p.m.Person.Country}
			s.codes[p.m.Entity] = p.m.Person.Office
			s.noteHolder(p.m)
			if second := secondOffice(p.m.Person.Role); second != "" {
				s.inOffice[second] = asNamed(p.m)
			}
			if p.m.Person.Country != "" {
				s.inOffice[p.m.Person.Office+"/"+p.m.Person.Country] = asNamed(p.m)
			}
		}
	}
}

// secondOffice is the code of the office that someone holds besides his first one: of "Deputy Prime
// Minister and Foreign Minister"; "" for none.
func secondOffice(role string) string {
	_, second, ok := strings.Cut(role, " and ")
	if ok && (strings.HasPrefix(second, "Foreign Minister") || strings.HasPrefix(second, "Minister of Foreign") || strings.HasPrefix(second, "Minister for Foreign")) {
		return "foreign-minister"
	}
	return ""
}

// short reports whether a word is what an office is called for short: "Secretary" of
// "Secretary of State".
func short(word, office string) bool {
	if strings.HasPrefix(office, word+" of ") || strings.HasPrefix(office, word+" for ") {
		return true // "the Deputy Secretary" of State
	}
	return !strings.Contains(word, " ") && slices.Contains(strings.Fields(office), word) && !strings.Contains(office, "Deputy")
}

// countryInferred reports whether the page gives the country that a person serves,
// and not the words of the office or the body that it names.
func (p participant) countryInferred() bool {
	return p.m != nil && p.m.Person.Organization == "" && p.Country == p.m.Person.Country && slices.Contains(p.m.Inferred, "country")
}

// definite reports whether "the" stands before an office.
func (s *sentence) definite(p *piece) bool {
	return p.at.First > 0 && s.doc.Tokens[p.at.First-1].Is(keyThe)
}

// holder is the person beside the office at piece i who holds it, or nil.
func (s *sentence) holder(i int) *pipeline.Mention {
	at := s.p(i).at
	for _, j := range []int{i + 1, i + 2, i - 1, i - 2} {
		p := s.p(j)
		if p.kind == person && p.m.Person != nil && p.m.Person.RoleTokens.Len() > 0 && p.m.Person.RoleTokens.Overlaps(at) {
			return p.m
		}
	}
	if p := s.p(i + 3); s.p(i+1).kind == comma && s.p(i+2).kind == role && p.kind == person && p.m.Person != nil && p.m.Person.RoleTokens.Overlaps(at) {
		return p.m // "the Minister of Foreign Affairs, Ambassador A"
	}
	if m := s.holderBefore(i); m != nil {
		return m
	}
	if m := s.holderBehind(i); m != nil {
		return m
	}
	if m := s.firstOfRank(i); m != nil {
		return m
	}
	if next := s.p(i + 1); next.kind == person {
		return next.m // "Cardinal A, Secretary of State": the office of his that is told is another
	}
	return nil
}

// holderBehind is the person whom the office at piece i belongs to, behind more of its words: "the
// President of the Progressive Party of Peru (PPP) A"; nil for none.
func (s *sentence) holderBehind(i int) *pipeline.Mention {
	const furthest = 8 // pieces
	for k := i + 1; k <= i+furthest; k++ {
		switch p := s.p(k); {
		case p.kind == person:
			if p.m.Person != nil && p.m.Person.RoleTokens.Overlaps(s.p(i).at) {
				return p.m
			}
			return nil
		case p.kind != state && p.kind != openSign && p.kind != closeSign && p.kind != body && p.kind != other && !p.has(of), p.has(verb):
			return nil
		}
	}
	return nil
}

// firstOfRank is the one of whom the office at piece i tells more: "President A, the first Romanian
// President to visit Kenya"; nil for none.
func (s *sentence) firstOfRank(i int) *pipeline.Mention {
	k, ranked := i-1, false
	for ; s.p(k).has(article|first) || s.p(k).kind == demonym; k-- {
		ranked = ranked || s.p(k).has(first)
	}
	if ranked && s.p(k).kind == comma && s.p(k-1).kind == state && s.p(k-2).has(of) {
		if p := s.p(k - 3); p.kind == person && p.m.Person.Office == s.p(i).office.Code {
			return p.m // "President A of Romania, the first Romanian President to"
		}
	}
	if p := s.p(k - 1); ranked && s.p(k).kind == comma && p.kind == person && p.m.Person.Office == s.p(i).office.Code {
		return p.m
	}
	return nil
}

// holderBefore is the person whom the office at piece i explains behind a comma: "A, the
// first U.S. Envoy to the Kingdom of Italy, presented", "A, E.G.H., the then Prime Minister";
// nil for none.
func (s *sentence) holderBefore(i int) *pipeline.Mention {
	const furthest = 14 // pieces, with the letters of honours
	chain := true       // no more than offices stand between
	for k := i - 1; k >= 0 && k >= i-furthest; k-- {
		p := s.p(k)
		if p.kind == person && p.m.Person != nil && p.m.Person.RoleTokens.Overlaps(s.p(i).at) {
			return p.m
		}
		if p.kind == person && chain && s.p(k+1).kind == comma && k+2 < i && s.p(i+1).kind == comma && s.holder(k+2) == p.m && (s.p(i).country == "" || s.p(i).country == p.country) {
			return p.m // "A, Crown Prince, Deputy Prime Minister and Minister of Defence, arrived"
		}
		chain = chain && (p.kind == role || p.kind == comma || p.has(and))
		switch {
		case p.kind == person, p.has(verb | acts | be):
			return nil
		}
	}
	return nil
}

// countries are the codes of state pieces, each once, in their order.
func (s *sentence) countries(items []int) []string {
	var codes []string
	for _, i := range items {
		if c := s.p(i).country; c != "" && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	return codes
}

// evidence adds the mentions of pieces to a fact.
func (s *sentence) evidence(f *pipeline.Fact, items ...int) {
	for _, i := range items {
		if m := s.p(i).m; m != nil {
			f.Evidence = append(f.Evidence, m)
		}
	}
}
