package output

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"chancery/pipeline"
)

// mostEvidence is how many mentions an entity's evidence names; all of them are
// in the table of mentions.
const mostEvidence = 5

func (b *Builder) entity(document string, e pipeline.Entity, ids mentionIDs) {
	var evidence []string
	for _, m := range e.Mentions {
		evidence = append(evidence, ids.of(m))
	}
	switch e.Kind {
	case pipeline.Person:
		b.person(e, evidence)
	case pipeline.Place:
		b.place(e, evidence)
	case pipeline.Organization:
		b.organization(e, evidence)
	case pipeline.Agreement:
		b.agreement(document, e, evidence)
	}
}

func (b *Builder) person(e pipeline.Entity, evidence []string) {
	p := b.people[e.ID]
	if p == nil {
		p = &Person{ID: e.ID, Name: e.Name}
		b.people[e.ID] = p
	}
	p.Aliases = union(p.Aliases, named(e), p.Name)
	p.Mentions += len(e.Mentions)
	p.Documents++
	p.Evidence = firsts(p.Evidence, evidence)
	for _, m := range e.Mentions {
		if v := m.Person; v != nil {
			p.Family, p.Given = cmp.Or(p.Family, v.Family), cmp.Or(p.Given, v.Given)
			p.Countries = union(p.Countries, []string{v.Country}, "")
			p.Roles = union(p.Roles, []string{v.Role}, "")
		}
	}
}

func (b *Builder) place(e pipeline.Entity, evidence []string) {
	p := b.places[e.ID]
	if p == nil {
		p = &Place{ID: e.ID, Name: e.Name}
		if v := e.Mentions[0].Place; v != nil {
			p.Kind, p.Country, p.Lat, p.Lon, p.GeonamesID = v.Kind, v.Country, v.Lat, v.Lon, v.GeonameID
		}
		b.places[e.ID] = p
	}
	p.Aliases = union(p.Aliases, named(e), p.Name)
	p.Mentions += len(e.Mentions)
	p.Documents++
	p.Evidence = firsts(p.Evidence, evidence)
}

func (b *Builder) organization(e pipeline.Entity, evidence []string) {
	o := b.organizations[e.ID]
	if o == nil {
		o = &Organization{ID: e.ID, Name: e.Name}
		b.organizations[e.ID] = o
	}
	o.Aliases = union(o.Aliases, named(e), o.Name)
	o.Mentions += len(e.Mentions)
	o.Documents++
	o.Evidence = firsts(o.Evidence, evidence)
	for _, m := range e.Mentions {
		if v := m.Organization; v != nil {
			o.Acronym, o.Kind, o.Country = cmp.Or(o.Acronym, v.Acronym), cmp.Or(o.Kind, v.Kind), cmp.Or(o.Country, v.Country)
		}
	}
}

// agreement makes one row a document: its mentions there may add to each other.
func (b *Builder) agreement(document string, e pipeline.Entity, evidence []string) {
	first := e.Mentions[0]
	a := Agreement{
		ID: id("a", document, e.ID), Document: document, Entity: e.ID, Title: e.Name, Evidence: evidence, Line: first.Line, Position: first.Position, Quote: flat(first.Sentence.String()),
		Rule: first.Rule, Confidence: first.Strength.Confidence(),
	}
	for _, m := range e.Mentions {
		v := m.Agreement
		if v == nil {
			continue
		}
		a.Type, a.Subject, a.Level = cmp.Or(a.Type, v.Type), cmp.Or(a.Subject, v.Subject), cmp.Or(a.Level, v.Level)
		a.Place, a.Term, a.Status = cmp.Or(a.Place, v.Place), cmp.Or(a.Term, v.Term), cmp.Or(a.Status, v.Status)
		if len(a.Parties) == 0 {
			a.Parties = v.Parties
		}
		if d := v.Signed; d != nil && (a.Signed == "" || d.Min != "" && d.Max != "" && a.DateMin != "" && a.DateMax != "" && d.Min >= a.DateMin && d.Max <= a.DateMax) { // the narrower
			a.Signed, a.DateMin, a.DateMax = v.Signed.EDTF, v.Signed.Min, v.Signed.Max
		}
		a.Inferred = union(a.Inferred, m.Inferred, "")
	}
	b.d.Agreements = append(b.d.Agreements, a)
}

// named are all names of an entity in a document.
func named(e pipeline.Entity) []string { return append(slices.Clone(e.Aliases), e.Name) }

// union is the sorted set of both lists without the empty string and but.
func union(a, more []string, but string) []string {
	for _, s := range more {
		if s != "" && s != but && !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	slices.Sort(a)
	return a
}

func firsts(a, more []string) []string {
	return append(a, more[:min(len(more), max(0, mostEvidence-len(a)))]...)
}

// finish sorts the entities, marks near spellings, and sorts what has no order.
func (b *Builder) finish() {
	b.d.People = sorted(b.people)
	b.d.Places = sorted(b.places)
	b.d.Organizations = sorted(b.organizations)
	names := map[string]string{}
	for _, p := range b.d.People {
		names[p.ID] = p.Name
	}
	near := pipeline.Similar(names)
	for i := range b.d.People {
		b.d.People[i].Similar = near[b.d.People[i].ID]
	}
	clear(names)
	for _, o := range b.d.Organizations {
		names[o.ID] = o.Name
	}
	near = pipeline.Similar(names)
	for i := range b.d.Organizations {
		b.d.Organizations[i].Similar = near[b.d.Organizations[i].ID]
	}
	b.d.check()
	slices.SortStableFunc(b.d.Failures, func(x, y Failure) int {
		return cmp.Or(strings.Compare(x.Path, y.Path), strings.Compare(x.Stage, y.Stage))
	})
}

// sorted are rows in the order of their ids.
func sorted[R any](rows map[string]*R) []R {
	var list []R
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		list = append(list, *rows[id])
	}
	return list
}
