package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// labelMission takes from the label of a line whose mission it tells of, and where: "Japan's
// Mission in Peru: February 1996 Opened embassy" at the second mission, piece i.
func (s *sentence) labelMission(v *pipeline.MissionValue, i int) {
	const longest = 6 // pieces
	for k := 0; k < min(i, longest); k++ {
		if !s.p(k).has(mission) {
			continue
		}
		o, at := s.owner(k), s.posts(k, false)
		if o < 0 || len(at) != 1 || !s.isColon(max(at[0].city, at[0].country)+1) || v.Sending != "" && !s.same(v.Sending, s.p(o).country) {
			return
		}
		v.Sending = s.p(o).country
		if at[0].city >= 0 && v.City == "" && v.Receiving == "" {
			v.City, v.Receiving = s.p(at[0].city).m.Value, s.hostOf(s.p(at[0].city).m)
		} else if at[0].country >= 0 && v.Receiving == "" {
			v.Receiving = s.p(at[0].country).country
		}
		return
	}
}

// cityAside is the city that alone stands in brackets behind a date and the act at piece i:
// "was opened in 2021 (Lima)"; -1 for none.
func (s *sentence) cityAside(i int) int {
	const furthest = 5 // pieces
	for k := i + 1; k <= i+furthest; k++ {
		if p := s.p(k + 1); s.p(k).kind == openSign && s.bracket(k) == k+2 && s.p(k-1).kind == date && p.kind == place && cityLike(p.m) {
			return k + 1
		}
	}
	return -1
}

// tellsAnother reports whether brackets tell what became of a mission later: "in Almaty (January
// 2005: Embassy moved to Astana)".
func (s *sentence) tellsAnother(open, end int) bool {
	for k := open; k < end; k++ {
		if s.p(k).has(mission) {
			return true
		}
	}
	return false
}

// labelledRelations is the date of a line that has nothing else but "Diplomatic relations",
// signs and "since", on a page about two countries; nil for none.
func (s *sentence) labelledRelations() (when *piece) {
	const most = 8
	if len(s.pieces) > most || !s.p(0).has(relations) || s.frame.A == "" || s.frame.B == "" || !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return nil
	}
	for k := 1; k < len(s.pieces); k++ {
		switch p := s.p(k); {
		case p.kind == date && when == nil:
			when = p
		case p.kind == stop, p.kind == openSign, p.kind == closeSign, p.has(from | on), s.isColon(1) && p.is(establish, past), k == len(s.pieces)-1 && s.sign(k):
		default:
			return nil
		}
	}
	return when
}

// underRelations reads "Established in 1873", "(Severed in 1942 and resumed in 1952)" in the lines under
// the heading "Diplomatic relations", on a page about two countries.
func (s *sentence) underRelations() {
	const most = 10 // pieces
	if s.frame.A == "" || s.frame.B == "" || len(s.pieces) > most || s.n == 0 || !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return
	}
	k := 0
	if s.p(0).has(relations) && (len(s.pieces) == 1 || len(s.pieces) == 2 && s.sign(1)) {
		s.relationsAt = s.n
		return
	}
	if s.sign(0) {
		k = 1
	}
	if s.relationsAt != s.n-1 || !s.p(k).has(establish|resume|sever) || s.p(k).forms&past == 0 {
		return
	}
	s.relationsAt = s.n
	for a, ok := (act{k, passive}), true; ok; a, ok = s.nextAct(a, establish|resume|sever) {
		s.turn(a.i, &pipeline.RelationValue{Kind: "diplomatic", Parties: []string{s.frame.A, s.frame.B}})
	}
}

// relationsSince makes the fact of such a line.
func (s *sentence) relationsSince(when *piece) {
	f := s.fact("relations.established", "labels", 0, s.indexOf(when))
	f.Relation = &pipeline.RelationValue{Kind: "diplomatic"}
	s.finish(f, when, happened)
	if f.Date != nil {
		f.Date = f.Date.Begun()
	}
}

// recognitionBy reads the label "Recognition by Kenya: 12 June 1964" on a page about two countries, at the
// noun, piece i.
func (s *sentence) recognitionBy(i int) bool {
	at := s.pastArticles(i + 2)
	other, when := s.counterpart(s.p(at).country), s.when(i, i, false)
	if !s.p(i+1).has(by) || s.p(at).kind != state || !s.isColon(at+1) || other == "" || when == nil {
		return false
	}
	f := s.fact("relations.recognized", "recognition", i, at)
	f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: []string{s.p(at).country, other}}
	s.evidence(f, at)
	inferred(f, "parties")
	s.recognized(f, when, false, happened)
	return true
}
