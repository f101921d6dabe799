package output

import "cmp"

// merge adds the entities of another Builder, in the order of their ids.
func (b *Builder) merge(o *Builder) {
	for _, p := range sorted(o.people) {
		b.mergePerson(&p)
	}
	for _, p := range sorted(o.places) {
		b.mergePlace(&p)
	}
	for _, p := range sorted(o.organizations) {
		b.mergeOrganization(&p)
	}
}

// known is the row that stands under an id already; a row without one is kept.
func known[R any](rows map[string]*R, id string, row *R) (*R, bool) {
	if o := rows[id]; o != nil {
		return o, true
	}
	kept := *row
	rows[id] = &kept
	return &kept, false
}

func (b *Builder) mergePerson(p *Person) {
	o, seen := known(b.people, p.ID, p)
	if !seen {
		return
	}
	o.Family, o.Given = cmp.Or(o.Family, p.Family), cmp.Or(o.Given, p.Given)
	o.Aliases = union(o.Aliases, append(p.Aliases, p.Name), o.Name)
	o.Countries, o.Roles = union(o.Countries, p.Countries, ""), union(o.Roles, p.Roles, "")
	o.Mentions, o.Documents, o.Evidence = o.Mentions+p.Mentions, o.Documents+p.Documents, firsts(o.Evidence, p.Evidence)
}

func (b *Builder) mergePlace(p *Place) {
	o, seen := known(b.places, p.ID, p)
	if !seen {
		return
	}
	o.Aliases = union(o.Aliases, append(p.Aliases, p.Name), o.Name)
	o.Mentions, o.Documents, o.Evidence = o.Mentions+p.Mentions, o.Documents+p.Documents, firsts(o.Evidence, p.Evidence)
}

func (b *Builder) mergeOrganization(p *Organization) {
	o, seen := known(b.organizations, p.ID, p)
	if !seen {
		return
	}
	o.Acronym, o.Kind, o.Country = cmp.Or(o.Acronym, p.Acronym), cmp.Or(o.Kind, p.Kind), cmp.Or(o.Country, p.Country)
	o.Aliases = union(o.Aliases, append(p.Aliases, p.Name), o.Name)
	o.Mentions, o.Documents, o.Evidence = o.Mentions+p.Mentions, o.Documents+p.Documents, firsts(o.Evidence, p.Evidence)
}
