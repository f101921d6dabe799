package agreements

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// report proposes the titles, with what their words and the words around them say.
func (r *reader) report() {
	mentions := make([]pipeline.Mention, len(r.titles))
	for k, t := range r.titles {
		mentions[k] = r.mention(t, k)
		if k > 0 {
			r.alike(&mentions[k-1], &mentions[k], k)
		}
	}
	identify(mentions)
	r.shorten(mentions)
	r.rename(mentions)
	for k := range mentions {
		if !r.ofThatYear(mentions, k) {
			r.pass.Report(mentions[k])
		}
	}
}

// mention is the k-th title as a mention.
func (r *reader) mention(t *title, k int) pipeline.Mention {
	v := &pipeline.AgreementValue{Type: r.kind(t), Subject: r.subject(t), Level: r.level(t)}
	m := pipeline.Mention{Kind: pipeline.Agreement, Tokens: t.at, Value: r.name(t), Rule: t.named, Why: t.why, Strength: t.strength, Agreement: v}
	var inferred bool
	if v.Parties, inferred = r.sides(t, k, v); inferred {
		m.Inferred = append(m.Inferred, "parties")
	}
	if t.term != nil && t.term.Date != nil {
		v.Term = t.term.Date.EDTF
	}
	s := r.signing(t, k)
	v.Signed, v.Place, v.Status = s.date, s.place, Later(s.status, r.standing(t, k))
	if v.Status == "signed" || v.Status == "" {
		if intro := r.introOf(t); intro.Len() > 0 {
			v.Status = Later(v.Status, r.headStage(intro.First, intro.End))
		}
	}
	if s.inferred {
		m.Inferred = append(m.Inferred, "signed")
	}
	return m
}

// name is a title as written, with the head that it shares with the one before it.
func (r *reader) name(t *title) string {
	switch {
	case t.day != nil && (t.named == byAct || t.named == toldApart):
		return r.words(t.at) + " of " + r.words(t.day.Tokens)
	case t.named == byParties:
		if t.parties.First > t.at.End { // "a treaty was signed with Peru"
			return r.words(t.at) + " " + r.words(text.Range{First: t.parties.First - 1, End: t.parties.End})
		}
		if t.parties.Len() > 0 && t.parties.End <= t.at.First { // "Norway and Peru signed a treaty"
			return r.words(t.at) + " between " + r.words(t.parties)
		}
		return r.words(t.at)
	case t.first == nil:
		return r.words(t.at)
	}
	return r.words(text.Range{First: t.first.at.First, End: t.first.subject.First}) + " " + r.words(t.at)
}

// words is the text of tokens with single spaces.
func (r *reader) words(at text.Range) string {
	if at.Len() <= 0 {
		return ""
	}
	return r.doc.OneLine(at)
}

// subject is what the instrument is about: what follows "on" or "concerning",
// else what follows "of", else the words before the head ("Extradition Treaty").
func (r *reader) subject(t *title) string {
	switch {
	case t.subject.Len() > 0:
		at := t.subject
		for at.First < at.End-1 && r.has(at.First, det) && r.word(at.First) != "certain" && r.word(at.First) != "all" {
			at.First++
		}
		at.End = r.subjectEnd(at)
		if at.Len() == 1 && r.has(at.First, isHead) {
			return "" // "amending the Agreement between ..."
		}
		return r.words(at)
	case r.has(t.head+1, of) && t.at.End > t.head+2 && r.world.placeMention(t.head+2) == nil && !r.has(t.head+2, people|paper|det|isHead):
		at := text.Range{First: t.head + 2, End: t.at.End}
		if t.hasParties() {
			at.End = min(at.End, t.parties.First-1)
		}
		if t.term != nil && at.Contains(t.term.Tokens) {
			at.End = t.term.Tokens.First
		}
		for j := at.First; j < at.End; j++ {
			if r.class(j) == text.Open || t.entry.roles&change == 0 && r.has(j, of) && r.dateOf(j) != nil {
				at.End = j // "Treaty of Alliance of 1778"
			}
		}
		at.End = r.subjectEnd(at)
		if !r.topical(at) || t.named == toldApart { // "Treaty of Trianon"
			return ""
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

// subjectEnd is where a subject ends without the small words that led up to the
// term: "cooperation in culture for the years 2012-2015".
func (r *reader) subjectEnd(at text.Range) int {
	for at.End > at.First+1 && (r.has(at.End-1, link|det) || r.word(at.End-1) == "years" || r.word(at.End-1) == "period" || r.class(at.End-1) == text.Comma) {
		at.End--
	}
	return at.End
}

// topical reports whether the tokens hold a word for a subject.
func (r *reader) topical(at text.Range) bool {
	for j := at.First; j < at.End; j++ {
		if r.has(j, noun|topic) || r.class(j) == text.Word && !r.tokens[j].Capital() && !r.has(j, link|det) {
			return true
		}
	}
	return false
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
	if e := r.entry(t.head + 1); t.entry.kind == "exchange" && e.roles&isHead != 0 && t.head+1 < t.at.End {
		return e.kind // "Tax Information Exchange Agreement"
	}
	return t.entry.kind
}

// identify gives the mentions their entities: one for an instrument that the
// document names several times, even where a mention leaves out the parties or
// the year that the others state.
func identify(mentions []pipeline.Mention) {
	known := map[string]*identity{}
	for i := range mentions {
		v := mentions[i].Agreement
		id := known[about(&mentions[i])]
		if id == nil {
			id = &identity{}
			known[about(&mentions[i])] = id
		}
		if len(v.Parties) > 1 {
			id.parties.add(code(v.Parties))
		}
		id.year.add(year(v))
		id.day.add(day(v))
	}
	for i := range mentions {
		m := &mentions[i]
		id := known[about(m)]
		parts := []string{"agreement", m.Agreement.Type}
		if p := id.partiesOf(m.Agreement); p != "" {
			parts = append(parts, p)
		}
		parts = append(parts, topicOf(m))
		y := id.year.or(year(m.Agreement))
		if d := day(m.Agreement); d != "" && id.day.split { // two of a kind in one year
			y = d
		}
		if y != "" {
			parts = append(parts, y)
		}
		m.Entity = strings.Join(parts, ":")
	}
}

// An identity is what a document's mentions of like instruments agree on.
type identity struct{ parties, year, day agreed }

// partiesOf are the parties of an instrument as part of its id: those that other mentions
// agree on where it names none, or one of them.
func (id *identity) partiesOf(v *pipeline.AgreementValue) string {
	own := code(v.Parties)
	if len(v.Parties) > 1 || id.parties.split || !strings.Contains(id.parties.value, own) {
		return own
	}
	return cmp.Or(id.parties.value, own)
}

// agreed is the one value that was stated, if there was only one.
type agreed struct {
	value string
	split bool
}

func (a *agreed) add(value string) {
	if value != "" {
		a.split = a.split || a.value != "" && a.value != value
		a.value = value
	}
}

func (a *agreed) or(value string) string {
	if value == "" && !a.split {
		return a.value
	}
	return value
}

func about(m *pipeline.Mention) string { return m.Agreement.Type + ":" + topicOf(m) }

// topicOf is the subject as part of an id, or the whole name; of what is told from others by its
// day, in whatever words, that day.
func topicOf(m *pipeline.Mention) string {
	if d := day(m.Agreement); d != "" && (m.Rule == byAct || m.Rule == byParties || m.Rule == toldApart) {
		return d
	}
	if s := pipeline.Slug(m.Agreement.Subject); s != "" {
		return s
	}
	return pipeline.Slug(m.Value)
}

// code is parties as part of an id, in an order of their own.
func code(parties []string) string {
	return strings.ToLower(strings.Join(slices.Sorted(slices.Values(parties)), "-"))
}

// year is the year of signature as part of an id.
func year(v *pipeline.AgreementValue) string {
	if v.Signed == nil {
		return ""
	}
	y := strings.Trim(v.Signed.EDTF, "./")
	return y[:min(4, len(y))]
}

// day is the day or days of signature, or "" when no day is told.
func day(v *pipeline.AgreementValue) string {
	if v.Signed == nil || len(v.Signed.EDTF) < len("2006-01-02") {
		return ""
	}
	return v.Signed.EDTF
}
