package agreements

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// report proposes the k-th title, with what its words and the words around it say.
func (r *reader) report(t *title, k int) {
	v := &pipeline.AgreementValue{Type: r.kind(t), Subject: r.subject(t), Level: r.level(t)}
	m := pipeline.Mention{Kind: pipeline.Agreement, Tokens: t.at, Value: r.words(t.at), Rule: t.named, Why: t.why, Strength: t.strength, Agreement: v}
	v.Parties = r.parties(t)
	if len(v.Parties) == 0 && r.bilateral(t) {
		v.Parties = []string{r.world.frame.A, r.world.frame.B}
		m.Inferred = append(m.Inferred, "parties")
	}
	if t.term != nil && t.term.Date != nil {
		v.Term = t.term.Date.EDTF
	}
	s := r.signing(t, k)
	v.Signed, v.Place, v.Status = s.date, s.place, s.status
	if s.inferred {
		m.Inferred = append(m.Inferred, "signed")
	}
	m.Entity = fingerprint(m.Value, v)
	r.pass.Report(m)
}

// words is the text of tokens with single spaces.
func (r *reader) words(at text.Range) string {
	if at.Len() <= 0 {
		return ""
	}
	return strings.Join(strings.Fields(r.doc.Slice(at)), " ")
}

// subject is what the instrument is about: what follows "on" or "concerning",
// else what follows "of", else the words before the head ("Extradition Treaty").
func (r *reader) subject(t *title) string {
	switch {
	case t.subject.Len() > 0:
		return r.words(t.subject)
	case r.has(t.head+1, of) && t.at.End > t.head+2 && r.world.placeMention(t.head+2) == nil && !r.has(t.head+2, people|paper|det|isHead):
		at := text.Range{First: t.head + 2, End: t.at.End}
		if t.hasParties() {
			at.End = min(at.End, t.parties.First-1)
		}
		if t.term != nil && at.Contains(t.term.Tokens) {
			at.End = t.term.Tokens.First
		}
		return r.words(at)
	case t.at.First < t.head && r.has(t.head-1, noun|topic):
		first := t.head - 1
		for first > t.at.First && (r.has(first-1, noun|topic|and|prefix) || r.class(first-1) == text.Dash) {
			first--
		}
		if first > t.at.First {
			return ""
		}
		return r.words(text.Range{First: first, End: t.head})
	}
	return ""
}

// kind is the type of the instrument: the head's, but for amendments, which
// have the type of what they amend, and for compounds such as "plan of action".
func (r *reader) kind(t *title) string {
	if t.entry.roles&change != 0 {
		for j := t.head + 1; j < t.at.End; j++ {
			if e := r.entry(j); e.roles&isHead != 0 && e.roles&change == 0 {
				return e.kind
			}
		}
	}
	return t.entry.kind
}

// level is who the parties are, by the words that name them.
func (r *reader) level(t *title) string {
	at := t.parties
	if at.Len() == 0 {
		at = text.Range{First: t.head, End: t.at.End}
		if t.subject.First > t.head {
			at.End = t.subject.First
		}
	}
	level := ""
	for j := at.First; j < at.End; j++ {
		switch l := levels[strings.ToLower(r.doc.Word(j))]; {
		case l == "heads": // "heads of state", "heads of government"
			if j+2 < at.End {
				return levels[strings.ToLower(r.doc.Word(j+2))]
			}
		case l != "" && level == "":
			level = l
		}
	}
	if level == "" && t.hasParties() {
		level = "state"
	}
	return level
}

var levels = map[string]string{
	"heads": "heads", "government": "government", "governments": "government", "cabinet": "government", "state": "state", "states": "state",
	"ministry": "ministry", "ministries": "ministry", "department": "ministry", "departments": "ministry", "agency": "ministry", "committee": "ministry",
	"party": "party", "parties": "party", "company": "company", "companies": "company", "corporation": "company", "bank": "company", "jsc": "company", "ltd": "company",
}

// parties are the countries named in the title as parties, in its order: those
// between "between" and the subject, those before the head, and the country in
// front of a line's dash.
func (r *reader) parties(t *title) []string {
	var codes []string
	add := func(at text.Range) {
		for j := at.First; j < at.End; j++ {
			if c := r.world.country(j); c != "" && !slices.Contains(codes, c) {
				codes = append(codes, c)
			}
		}
	}
	add(text.Range{First: t.at.First, End: t.head})
	if t.hasParties() {
		add(t.parties)
	} else if t.subject.First > t.head+1 {
		add(text.Range{First: t.head, End: t.subject.First})
	}
	if t.line.Len() > 0 && len(codes) < 2 {
		add(text.Range{First: t.line.First, End: t.at.First})
	}
	return codes
}

// bilateral reports whether a title without parties may take those of a page on
// two countries: its sentence speaks of a conclusion, and it names no place of
// its own.
func (r *reader) bilateral(t *title) bool {
	f := r.world.frame
	return f.A != "" && f.B != "" && t.left.places == 0 && r.concluded(t)
}

// fingerprint is the entity's id: the same for one instrument under several
// wordings of its parties.
func fingerprint(name string, v *pipeline.AgreementValue) string {
	parties := slices.Clone(v.Parties)
	slices.Sort(parties)
	year := ""
	if v.Signed != nil {
		year = strings.Trim(cmp.Or(v.Signed.EDTF, ""), "./")
		year = year[:min(4, len(year))]
	}
	parts := []string{v.Type}
	if len(parties) > 0 {
		parts = append(parts, strings.ToLower(strings.Join(parties, "-")))
	}
	subject := pipeline.Slug(v.Subject)
	if subject == "" {
		subject = pipeline.Slug(name)
	}
	parts = append(parts, subject)
	if year != "" {
		parts = append(parts, year)
	}
	return "agreement:" + strings.Join(parts, ":")
}
