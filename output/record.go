package output

import (
	"slices"
	"strings"

	"chancery/pipeline"
)

// A Record is what one row of a dataset rests on.
type Record struct {
	Fact     *pipeline.Fact // of a row of a table of facts; else nil
	Mentions []*pipeline.Mention
}

// RecordOf finds what a result has under a record's id: that of a mention, date,
// role, agreement, fact or entity.
func RecordOf(res *pipeline.Result, id string) Record {
	b := NewBuilder()
	b.facts = map[string]*pipeline.Fact{}
	b.result(res)
	f := b.facts[id]
	ids := b.mentionsUnder(id)
	r := Record{Fact: f}
	for i, m := range res.Mentions {
		if ids[b.d.Mentions[i].ID] || m.Entity != "" && ids[m.Entity] || f != nil && slices.Contains(f.Evidence, m) {
			r.Mentions = append(r.Mentions, m)
		}
	}
	return r
}

// mentionsUnder are the ids of mentions or entities that a record's id leads to.
func (b *Builder) mentionsUnder(id string) map[string]bool {
	ids := map[string]bool{id: true, "m" + strings.TrimPrefix(id, "d"): true}
	for _, r := range b.d.Roles {
		if r.ID == id {
			for _, m := range r.Evidence {
				ids[m] = true
			}
		}
	}
	for _, a := range b.d.Agreements {
		if a.ID == id {
			ids[a.Entity] = true
		}
	}
	return ids
}
