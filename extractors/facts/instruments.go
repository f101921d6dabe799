package facts

import (
	"slices"

	"chancery/extractors/agreements"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// instruments makes one fact of each instrument that the page names, with what
// its mentions say between them.
func (r *reader) instruments() {
	byEntity := map[string]*pipeline.Fact{}
	defer r.signed()
	from := len(r.facts)
	for _, m := range r.mentions {
		if m.Agreement == nil || m.Nested {
			continue
		}
		f := byEntity[m.Entity]
		if f == nil {
			f = &pipeline.Fact{
				Class: "agreement", Rule: "instruments", Why: m.Why, Strength: m.Strength, Date: m.Agreement.Signed, Status: m.Agreement.Status,
				Instrument: &pipeline.InstrumentValue{Name: m.Value, Entity: m.Entity, AgreementValue: *m.Agreement}, Inferred: slices.Clone(m.Inferred),
			}
			byEntity[m.Entity] = f
			r.facts = append(r.facts, f)
		} else {
			completeInstrument(f, m)
		}
		f.Evidence = append(f.Evidence, m)
		f.At = append(f.At, m.Tokens)
	}
	r.signedOnVisits(r.facts[from:])
	r.partiesOfVisits(r.facts[from:])
}

// completeInstrument adds what another mention of the instrument says.
func completeInstrument(f *pipeline.Fact, m *pipeline.Mention) {
	v, a := f.Instrument, m.Agreement
	if f.Date == nil || a.Signed != nil && within(a.Signed, f.Date) && !slices.Contains(m.Inferred, "signed") {
		f.Date, v.Signed = a.Signed, a.Signed
	}
	if v.Place == "" {
		v.Place = a.Place
	}
	f.Status = agreements.Later(f.Status, a.Status)
	if len(v.Parties) == 0 {
		v.Parties = a.Parties
	}
	if len(a.Subject) > len(v.Subject) {
		v.Subject, v.Name = a.Subject, m.Value // the full name, not the short one
	}
	if v.Term == "" {
		v.Term = a.Term
	}
}

// signed completes the instruments without parties with the countries of those who signed.
func (r *reader) signed() {
	for _, f := range r.facts {
		if f.Instrument == nil || len(f.Instrument.Parties) > 1 {
			continue
		}
		codes := r.signers[f.Instrument.Entity]
		if p := f.Instrument.Parties; len(codes) > 1 && (len(p) == 0 || slices.Contains(codes, p[0])) {
			f.Instrument.Parties = codes
			inferred(f, "parties")
		}
	}
}

// onlyWished reports whether an instrument is only spoken of as one that might be: "expressed
// interest in a Double Taxation Agreement", with no word that it was signed or will be.
func (r *reader) onlyWished(f *pipeline.Fact) bool {
	if f.Instrument == nil || f.Date != nil || f.Status != "" {
		return false
	}
	if last := f.At[len(f.At)-1].End; len(f.At) == 1 && last+2 < len(r.doc.Tokens) && r.doc.Tokens[last+1].Is(keyNot) && unsigned.Has(r.doc.Tokens[last+2]) {
		return true // "the Agreement was not signed"
	}
	for _, at := range f.At {
		if t := r.doc.Tokens[max(at.First-1, 0)]; !t.Is(keyA) && !t.Is(keyAn) {
			return false
		}
		for i := max(0, at.First-3); i < at.First-1; i++ {
			if agreeing.Has(r.doc.Tokens[i]) {
				return false // "agreed to a Treaty"
			}
		}
	}
	return true
}

var (
	keyAn    = text.KeyOf("an")
	unsigned = text.NewSet("signed", "concluded", "ratified", "adopted", "yet")
	agreeing = text.NewSet("agreed", "concluded", "negotiated", "adopted", "reached", "approved", "accepted", "proposed")
)
