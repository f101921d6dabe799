package output

import (
	"chancery/pipeline"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Build makes the tables of results and failures. Entities with one id are one
// row whatever their document. Everything is sorted, so that the order in which
// results come does not show.
func Build(results []pipeline.Result, failures []pipeline.Failure) *Dataset {
	b := newBuilder()
	results = slices.Clone(results)
	slices.SortFunc(results, func(x, y pipeline.Result) int { return cmp.Compare(x.Doc.ID, y.Doc.ID) })
	for i := range results {
		b.result(&results[i])
	}
	for _, f := range failures {
		b.d.Failures = append(b.d.Failures, Failure(f))
	}
	b.finish()
	return &b.d
}

type builder struct {
	d             Dataset
	people        map[string]*Person
	places        map[string]*Place
	organizations map[string]*Organization
	evidence      map[string][]string // of each record of a fact: its mentions
	facts         map[string]*pipeline.Fact
}

func newBuilder() builder {
	return builder{people: map[string]*Person{}, places: map[string]*Place{}, organizations: map[string]*Organization{}, evidence: map[string][]string{}, facts: map[string]*pipeline.Fact{}}
}

// id makes a record's id from what identifies it.
func id(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + hex.EncodeToString(sum[:6])
}

// MentionIDs are the ids of a result's mentions, in their order. An id is made
// of the document, the kind, the words, and how many times the same words came
// before, so that it stays when text around it changes.
func MentionIDs(res *pipeline.Result) []string {
	seen := map[string]int{}
	ids := make([]string, len(res.Mentions))
	for i, m := range res.Mentions {
		words := string(m.Kind) + "\x00" + m.Text
		seen[words]++
		ids[i] = id("m", res.Doc.ID, words, fmt.Sprint(seen[words]))
	}
	return ids
}

func (b *builder) result(res *pipeline.Result) {
	i := res.Doc
	b.d.Documents = append(b.d.Documents, Document{
		ID: i.ID, SHA256: i.SHA256, Format: i.Format, Encoding: i.Encoding, Title: i.Title, CountryA: i.CountryA, CountryB: i.CountryB,
		Language: i.Language, Created: i.Created, Updated: i.Updated, Chars: i.Chars, Mentions: len(res.Mentions), Ruleset: i.Ruleset,
	})
	ids := MentionIDs(res)
	byMention := map[*pipeline.Mention]string{}
	for n, m := range res.Mentions {
		byMention[m] = ids[n]
		b.mention(i.ID, ids[n], m)
	}
	b.roles(i.ID, res, byMention)
	for _, e := range res.Entities {
		b.entity(i.ID, e, byMention)
	}
	for _, f := range res.Facts {
		b.fact(i.ID, f, byMention)
	}
}

func (b *builder) mention(document, id string, m *pipeline.Mention) {
	b.d.Mentions = append(b.d.Mentions, Mention{
		ID: id, Document: document, Kind: string(m.Kind), Text: m.Text, Start: m.Source.Start, End: m.Source.End, Line: m.Line, Value: m.Value,
		Entity: m.Entity, Nested: m.Nested, Rule: m.Rule, Why: m.Why, Confidence: m.Strength.Confidence(), Inferred: m.Inferred,
	})
	if m.Kind == pipeline.Date && m.Date != nil {
		b.date(document, id, m)
	}
}

func (b *builder) date(document, mention string, m *pipeline.Mention) {
	v := m.Date
	status := "ok"
	if v.Invalid != "" {
		status = "invalid"
	}
	b.d.Dates = append(b.d.Dates, Date{
		ID: "d" + mention[1:], Document: document, EDTF: v.EDTF, DateMin: v.Min, DateMax: v.Max, Precision: v.Precision, Qualifier: v.Qualifier,
		OrderAmbiguous: v.OrderAmbiguous, Status: status, Evidence: mention, Line: m.Line, Quote: flat(m.Text), Rule: m.Rule,
		Confidence: m.Strength.Confidence(), Inferred: m.Inferred,
	})
}

// roles makes one row for each person and office of a document.
func (b *builder) roles(document string, res *pipeline.Result, ids map[*pipeline.Mention]string) {
	rows, dates := map[string]int{}, onlyDates(res)
	for _, m := range res.Mentions {
		if m.Person == nil || m.Person.Role == "" {
			continue
		}
		p := m.Person
		key := id("r", document, m.Entity, strings.ToLower(p.Role), p.Country)
		if at, ok := rows[key]; ok {
			r := &b.d.Roles[at]
			r.Evidence = append(r.Evidence, ids[m])
			continue
		}
		rows[key] = len(b.d.Roles)
		b.d.Roles = append(b.d.Roles, Role{
			ID: key, Document: document, Person: m.Entity, Role: p.Role, Office: p.Office, Organization: p.Organization, Country: p.Country,
			Date: dates[m.SentenceIndex], Evidence: []string{ids[m]}, Line: m.Line, Quote: flat(m.Sentence), Rule: m.Rule,
			Confidence: m.Strength.Confidence(), Inferred: m.Inferred,
		})
	}
}

// onlyDates maps each sentence that has exactly one date to its value: with
// several it is not sure which is meant. Dates in an agreement's title are not
// those of the sentence.
func onlyDates(res *pipeline.Result) map[int]string {
	only, count := map[int]string{}, map[int]int{}
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
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// FactOf is the fact of a result whose record has an id, or nil.
func FactOf(res *pipeline.Result, record string) *pipeline.Fact {
	d := newBuilder()
	d.result(res)
	return d.facts[record]
}

// MentionsOf finds the mentions of a result that a record rests on, by the
// record's id: that of a mention, date, role, fact or entity.
func MentionsOf(res *pipeline.Result, record string) []*pipeline.Mention {
	d := newBuilder()
	d.result(res)
	ids := map[string]bool{record: true, "m" + strings.TrimPrefix(record, "d"): true}
	for _, r := range d.d.Roles {
		if r.ID == record {
			for _, m := range r.Evidence {
				ids[m] = true
			}
		}
	}
	for _, a := range d.d.Agreements {
		if a.ID == record {
			ids[a.Entity] = true
		}
	}
	for _, m := range d.evidence[record] {
		ids[m] = true
	}
	var found []*pipeline.Mention
	for i, m := range res.Mentions {
		if ids[d.d.Mentions[i].ID] || m.Entity != "" && ids[m.Entity] {
			found = append(found, m)
		}
	}
	return found
}
