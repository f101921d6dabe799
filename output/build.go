package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Build makes the tables of results and failures. Everything is sorted, so that
// the order in which results come does not show.
func Build(results []pipeline.Result, failures []pipeline.Failure) *Dataset {
	results = slices.Clone(results)
	slices.SortFunc(results, func(x, y pipeline.Result) int { return cmp.Compare(x.Doc.ID, y.Doc.ID) })
	b := NewBuilder()
	for _, res := range results {
		b.Add(res)
	}
	return b.Dataset(failures)
}

// A Builder makes the tables of one result after the other, so that no result
// need be kept once its rows are made. Entities with one id are one row whatever
// their document.
type Builder struct {
	d             Dataset
	people        map[string]*Person
	places        map[string]*Place
	organizations map[string]*Organization
	facts         map[string]*pipeline.Fact // by record id, when asked for; nil in a batch, which must not hold them
	alike         map[string]int            // by id without its number: how many facts have it
}

// NewBuilder makes a Builder without rows.
func NewBuilder() *Builder {
	return &Builder{
		people: map[string]*Person{}, places: map[string]*Place{}, organizations: map[string]*Organization{},
		alike: map[string]int{},
	}
}

// KeepTexts keeps the texts of the results added from now on, for the formats
// that need them. A batch that does not ask for one must not hold them.
func (b *Builder) KeepTexts() { b.d.texts = map[string]sourceText{} }

// Add makes the rows of one result. Results are added in the order of their
// documents' ids, as pipeline.Job.Run hands them over.
func (b *Builder) Add(res pipeline.Result) { b.result(&res) }

// Dataset is everything added, with the failures. Nothing can be added after it.
func (b *Builder) Dataset(failures []pipeline.Failure) *Dataset {
	for _, f := range failures {
		b.d.Failures = append(b.d.Failures, Failure(f))
	}
	b.finish()
	return &b.d
}

// id makes a record's id from what identifies it.
func id(prefix string, parts ...string) string {
	var room [256]byte // for most, on the stack
	b := room[:0]
	for i, p := range parts {
		if i > 0 {
			b = append(b, 0)
		}
		b = append(b, p...)
	}
	sum := sha256.Sum256(b)
	return string(hex.AppendEncode(append(b[:0], prefix...), sum[:6]))
}

// mentionIDs are the record ids of a result's mentions, in their order.
type mentionIDs []string

// of is the record id of a mention.
func (ids mentionIDs) of(m *pipeline.Mention) string { return ids[m.ID-1] }

// newMentionIDs makes the ids. An id is made of the document, the kind, the
// words, and how many times the same words came before, so that it stays when
// text around it changes.
func newMentionIDs(res *pipeline.Result) mentionIDs {
	type words struct {
		kind pipeline.Kind
		text string
	}
	seen := map[words]int{}
	ids := make(mentionIDs, len(res.Mentions))
	for i, m := range res.Mentions {
		w := words{m.Kind, m.Text}
		seen[w]++
		ids[i] = id("m", res.Doc.ID, string(m.Kind), m.Text, strconv.Itoa(seen[w]))
	}
	return ids
}

func (b *Builder) result(res *pipeline.Result) {
	i := res.Doc
	b.d.Documents = append(b.d.Documents, Document{
		ID: i.ID, SHA256: i.SHA256, Format: i.Format, Encoding: i.Encoding, Title: i.Title, CountryA: i.CountryA, CountryB: i.CountryB,
		Language: i.Language, Created: i.Created, Updated: i.Updated, Chars: i.Chars, Mentions: len(res.Mentions), Ruleset: i.Ruleset,
	})
	if b.d.texts != nil {
		b.d.texts[i.ID] = sourceText{res.Text, res.Missed}
	}
	ids := newMentionIDs(res)
	b.room(res)
	for _, m := range res.Mentions {
		b.mention(i.ID, ids.of(m), m)
	}
	b.roles(i.ID, res, ids)
	for _, e := range res.Entities {
		b.entity(i.ID, e, ids)
	}
	for _, f := range res.Facts {
		b.fact(i.ID, f, ids)
	}
}

// room makes room for a result's rows in the two largest tables at once: one
// that grows row by row stands in memory twice each time it moves.
func (b *Builder) room(res *pipeline.Result) {
	dates := 0
	for _, m := range res.Mentions {
		if m.Date != nil {
			dates++
		}
	}
	b.d.Mentions = slices.Grow(b.d.Mentions, len(res.Mentions))
	b.d.Dates = slices.Grow(b.d.Dates, dates)
}

func (b *Builder) mention(document, id string, m *pipeline.Mention) {
	b.d.Mentions = append(b.d.Mentions, Mention{
		ID: id, Document: document, Kind: string(m.Kind), Text: m.Text, Start: m.Source.Start, End: m.Source.End, Line: m.Line, Position: m.Position, Value: m.Value,
		Entity: m.Entity, Nested: m.Nested, Rule: m.Rule, Why: m.Why, Confidence: m.Strength.Confidence(), Inferred: m.Inferred,
	})
	if m.Kind == pipeline.Date && m.Date != nil {
		b.date(document, id, m)
	}
}

func (b *Builder) date(document, mention string, m *pipeline.Mention) {
	v := m.Date
	status := "ok"
	if v.Invalid != "" {
		status = "invalid"
	}
	b.d.Dates = append(b.d.Dates, Date{
		ID: "d" + mention[1:], Document: document, EDTF: v.EDTF, DateMin: v.Min, DateMax: v.Max, Precision: v.Precision, Qualifier: v.Qualifier,
		OrderAmbiguous: v.OrderAmbiguous, Status: status, Evidence: mention, Line: m.Line, Position: m.Position, Quote: flat(m.Text), Rule: m.Rule,
		Confidence: m.Strength.Confidence(), Inferred: m.Inferred,
	})
}

// roles makes one row for each person and office of a document.
func (b *Builder) roles(document string, res *pipeline.Result, ids mentionIDs) {
	rows, dates := map[string]int{}, onlyDates(res)
	for n, m := range res.Mentions {
		if m.Person == nil || m.Person.Role == "" {
			continue
		}
		p := m.Person
		key := id("r", document, m.Entity, strings.ToLower(p.Role), p.Country)
		if at, ok := rows[key]; ok {
			r := &b.d.Roles[at]
			r.Evidence = append(r.Evidence, ids.of(m))
			continue
		}
		rows[key] = len(b.d.Roles)
		b.d.Roles = append(b.d.Roles, Role{
			ID: key, Document: document, Person: m.Entity, Role: p.Role, Office: p.Office, Organization: p.Organization, Country: p.Country,
			Date: cmp.Or(heldSince(res, n), dates[m.SentenceIndex]), Evidence: []string{ids.of(m)}, Line: m.Line, Position: m.Position, Quote: flat(m.Sentence.String()), Rule: m.Rule,
			Confidence: m.Strength.Confidence(), Inferred: m.Inferred,
		})
	}
}

// heldSince is the open date that is all of the brackets behind the person who is the n-th
// mention, but for a small word: "President A (since 28 July 2011)"; "" for none.
func heldSince(res *pipeline.Result, n int) string {
	end := res.Mentions[n].Source.End
	for _, d := range res.Mentions[n+1:] {
		if d.Source.Start < end {
			continue // inside the name
		}
		if d.Source.Start > len(res.Text) {
			return ""
		}
		before, word, open := strings.Cut(res.Text[end:d.Source.Start], "(")
		if !open || strings.TrimSpace(before) != "" || strings.ContainsAny(word, "(),;.") {
			return ""
		}
		if d.Kind == pipeline.Date {
			if strings.HasSuffix(d.Value, "/..") && strings.HasPrefix(strings.TrimSpace(res.Text[d.Source.End:]), ")") {
				return d.Value
			}
			return ""
		}
	}
	return ""
}

// onlyDates maps each sentence that has exactly one date to its value: with
// several it is not sure which is meant. Dates in an agreement's title are not
// those of the sentence.
func onlyDates(res *pipeline.Result) map[int32]string {
	only, count := map[int32]string{}, map[int32]int{}
	titleEnd := 0
	for _, m := range res.Mentions {
		if m.Kind == pipeline.Agreement {
			titleEnd = max(titleEnd, m.Tokens.End)
		}
		if m.Kind == pipeline.Date && m.Tokens.First >= titleEnd {
			only[m.SentenceIndex] = m.Value
			if count[m.SentenceIndex]++; count[m.SentenceIndex] > 1 {
				only[m.SentenceIndex] = ""
			}
		}
	}
	return only
}

// flat is a quote on one line.
func flat(s string) string { return strings.TrimSpace(text.OneLine(s)) }
