package main

import "math"

// A score counts one layer.
type score struct {
	gold, strict, overlap    int
	found, right, rightLoose int // where the layer is complete

	values, valuesMatched, valuesRight int // gold spans that state something, those overlapped, those right in all
	valuesFound, valuesRightFound      int // where the layer is complete: without those of which gold states nothing

	fields []fieldScore // by field of the layer
}

// A fieldScore counts one field of a layer's mentions: how often gold has it,
// how often it was given where gold says whether there is one, and rightly.
type fieldScore struct{ gold, given, right, stated int }

func (s *fieldScore) count(want, got string, same bool) {
	s.stated++
	if want != "" {
		s.gold++
	}
	if got != "" {
		s.given++
	}
	if same && want != "" {
		s.right++
	}
}

// count notes that a gold span was found, exactly or in part.
func (s *score) count(exact, complete bool) {
	s.overlap++
	if exact {
		s.strict++
	}
	if !complete {
		return
	}
	s.found++
	s.rightLoose++
	if exact {
		s.right++
	}
}

// value notes how what gold states of a span compares.
func (s *score) value(stated, matched, right, complete bool) {
	if !stated {
		return
	}
	s.values++
	if matched {
		s.valuesMatched++
		if complete {
			s.valuesFound++
		}
	}
	if right {
		s.valuesRight++
		if complete {
			s.valuesRightFound++
		}
	}
}

// rates are precision, recall and F1, each nil where it is not measured.
type rates struct {
	Precision *float64 `json:"precision"`
	Recall    *float64 `json:"recall"`
	F1        *float64 `json:"f1"`
}

// rate makes rates of how many of those found are right, and how many of those
// in gold were hit.
func rate(right, found, hit, gold int) rates {
	r := rates{Precision: ratio(right, found), Recall: ratio(hit, gold)}
	if r.Precision != nil && r.Recall != nil {
		f1 := 0.0
		if right+hit > 0 {
			f1 = rounded(2 * float64(right) * float64(hit) / (float64(right)*float64(gold) + float64(hit)*float64(found)))
		}
		r.F1 = &f1
	}
	return r
}

// ratio is a part of a whole to four places, nil of nothing.
func ratio(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	r := rounded(float64(part) / float64(whole))
	return &r
}

func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// report is what is told of the layer.
func (s *score) report(l layer) layerReport {
	r := layerReport{
		Layer: l.name, Gold: s.gold, Strict: rate(s.right, s.found, s.strict, s.gold), Overlap: rate(s.rightLoose, s.found, s.overlap, s.gold),
		Value: valueReport{Gold: s.values, Accuracy: ratio(s.valuesRight, s.valuesMatched), Fields: []fieldReport{}},
	}
	if s.values > 0 {
		r.Value.rates = rate(s.valuesRightFound, s.valuesFound, s.valuesRight, s.values)
	}
	for i, f := range s.fields {
		if f.stated > 0 {
			r.Value.Fields = append(r.Value.Fields, fieldReport{l.fields[i].name, f.gold, f.given, f.right, rate(f.right, f.given, f.right, f.gold)})
		}
	}
	return r
}
