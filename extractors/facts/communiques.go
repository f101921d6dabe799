package facts

import (
	"chancery/pipeline/text"
)

// effective reports whether what is decided takes effect with the page itself or at a date that
// stands behind piece i: "have decided to establish diplomatic relations, effective from the date of
// signature of this Communiqué", "shall sever relations as of this day".
func (s *sentence) effective(i int) bool {
	for k := s.p(i).at.End; k < s.at.End; k++ {
		t := s.doc.Tokens[k]
		switch {
		case t.Is(keyEffective), t.Is(keyEffect) && s.doc.Tokens[k-1].Is(keyWith):
			return true
		case starting.Has(t) && k+1 < s.at.End && starts.Has(s.doc.Tokens[k+1]):
			return true
		}
	}
	return s.doc.Tokens[s.at.First].Is(keyHereby)
}

// effected is when a decision of which piece hi is the last takes effect, and that it does: with the
// page itself where nothing else is said; else what is known.
func (s *sentence) effected(hi int, when *piece, how polarity) (*piece, polarity) {
	if how != planned || !s.effective(hi) {
		return when, how
	}
	if when == nil {
		when = s.doneOn()
	}
	return when, happened
}

// doneOn is the date of the line under which a communiqué is signed: "Done in Beijing on 26 March
// 2023"; nil for none.
func (s *sentence) doneOn() *piece {
	const furthest = 800 // tokens
	for k := s.at.End; k < min(len(s.doc.Tokens), s.at.End+furthest); k++ {
		if t := s.doc.Tokens[k]; !t.Has(text.SentStart) || !t.Is(keyDone) && !t.Is(keySigned) {
			continue
		}
		end := s.doc.Sentences[s.sentenceOf(k)].End
		if when := s.all(text.Range{First: k, End: end}, isDate); len(when) > 0 {
			return &piece{kind: date, at: when[0].Tokens, m: when[0]}
		}
		return nil
	}
	return nil
}

var (
	keyEffective = text.KeyOf("effective")
	keyEffect    = text.KeyOf("effect")
	keyHereby    = text.KeyOf("hereby")
	keyDone      = text.KeyOf("done")
	keySigned    = text.KeyOf("signed")
	starting     = text.NewSet("as", "starting", "beginning")
	starts       = text.NewSet("of", "from", "on")
)

// hostOfEnvoys is the country to which the first headings say that those whom the page lists are
// accredited: "Heads of Mission accredited to Botswana", "Diplomatic corps in Malta".
func (r *reader) hostOfEnvoys() string {
	for n, at := range r.doc.Headings() {
		if n >= titleHeadings {
			break
		}
		corps := false
		for i := at.First; i < at.End; i++ {
			t := r.doc.Tokens[i]
			corps = corps || t.Is(keyCorps) || t.Is(keyAccredited) || t.Is(keyMission) && i > at.First+1 && r.doc.Tokens[i-2].Is(keyHeads)
		}
		if !corps {
			continue
		}
		if states := r.all(at, isCountry); len(states) == 1 {
			if i := states[0].Tokens.First - 1; i > at.First && (r.doc.Tokens[i].Is(keyTo) || r.doc.Tokens[i].Is(keyIn) || r.doc.Tokens[i].Is(keyThe)) {
				return states[0].Place.Country
			}
		}
	}
	return ""
}

var (
	keyCorps      = text.KeyOf("corps")
	keyHeads      = text.KeyOf("heads")
	keyMission    = text.KeyOf("mission")
	keyAccredited = text.KeyOf("accredited")
)

// ownerOf is the country whose ministry of foreign affairs, government or embassy one of the first
// headings names: the page tells of that country's relations.
func (r *reader) ownerOf() string {
	for n, at := range r.doc.Headings() {
		if n >= titleHeadings {
			break
		}
		for _, m := range r.mentions[r.mentionFrom(at.First):] {
			if m.Tokens.First >= at.End {
				break
			}
			if o := m.Organization; o != nil && o.Kind == "ministry" && !m.Nested && o.Country != "" {
				return o.Country
			}
		}
	}
	return ""
}
