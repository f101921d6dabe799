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
	p.Aliases = union(p.Aliases, e.Aliases, p.Name)
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
	p.Aliases = union(p.Aliases, e.Aliases, p.Name)
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
	o.Aliases = union(o.Aliases, e.Aliases, o.Name)
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
		if v.Signed != nil && a.Signed == "" {
			a.Signed, a.DateMin, a.DateMax = v.Signed.EDTF, v.Signed.Min, v.Signed.Max
		}
		a.Inferred = union(a.Inferred, m.Inferred, "")
	}
	b.d.Agreements = append(b.d.Agreements, a)
}

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
	names := map[string]string{}
	for id, p := range b.people {
		names[id] = p.Name
	}
	near := pipeline.Similar(names)
	for _, id := range slices.Sorted(maps.Keys(b.people)) {
		p := b.people[id]
		p.Similar = near[id]
		b.d.People = append(b.d.People, *p)
	}
	for _, id := range slices.Sorted(maps.Keys(b.places)) {
		b.d.Places = append(b.d.Places, *b.places[id])
	}
	clear(names)
	for id, o := range b.organizations {
		names[id] = o.Name
	}
	near = pipeline.Similar(names)
	for _, id := range slices.Sorted(maps.Keys(b.organizations)) {
		o := b.organizations[id]
		o.Similar = near[id]
		b.d.Organizations = append(b.d.Organizations, *o)
	}
	b.d.check()
	slices.SortFunc(b.d.Failures, func(x, y Failure) int {
		return cmp.Or(strings.Compare(x.Path, y.Path), strings.Compare(x.Stage, y.Stage))
	})
}
