package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"chancery/pipeline"
)

// Facts of a line of gold are compared slot by slot with those found. Two are the
// same when at least half of the slots that gold states are; strictly, when all are.

// slots are a fact as annotate writes it, as text.
type slots map[string]string

// aside are what annotate writes of a fact beside its slots.
var aside = []string{"class", "evidence", "rule", "confidence", "inferred"}

// slotsOf are the slots of a fact in JSON. A participant is known by name, or else
// by office.
func slotsOf(fact map[string]any) (class string, s slots) {
	s = slots{}
	for name, v := range fact {
		if list, ok := v.([]any); ok && name == "participants" {
			var who []any
			for _, item := range list {
				p, _ := item.(map[string]any) // nil has no person
				person, _ := p["person"].(string)
				who = append(who, cmp.Or[any](person, p["role"]))
			}
			v = who
		}
		if text, ok := statedText(v); ok && !slices.Contains(aside, name) {
			s[name] = text
		}
	}
	class, _ = fact["class"].(string)
	return class, s
}

// sameSlot compares a slot. Of a recognition the first party recognizes.
func sameSlot(class, name, want, got string) bool {
	switch {
	case name == "date" || name == "period" || name == "as_of":
		return sameDate(want, got)
	case name == "participants" || name == "parties" && class != "relations.recognized":
		return sameSet(want, got)
	}
	return sameName(want, got)
}

// A factScore counts a class of facts, and its slots by name.
type factScore struct {
	score
	slots map[string]*fieldScore
}

// A slotted is a fact with the words that state it.
type slotted struct {
	class string
	slots slots
	quote string
	used  bool
}

// facts compares the facts of one text.
func (e *evaluation) facts(g goldLine, res pipeline.Result) error {
	var found []*slotted
	for _, f := range res.Facts {
		data, err := json.Marshal(factOf(f))
		if err != nil {
			return err
		}
		var fact map[string]any
		if err := json.Unmarshal(data, &fact); err != nil {
			return err
		}
		class, s := slotsOf(fact)
		found = append(found, &slotted{class: class, slots: s, quote: flatLine([]rune(f.Quote))})
	}
	for i, fact := range g.Gold.facts {
		class, want := slotsOf(fact)
		if class == "" {
			return fmt.Errorf("facts %d: no class", i+1)
		}
		e.fact(g, class, want, nearest(class, want, found))
	}
	for _, f := range found {
		if !f.used && g.completeFacts(f.class) {
			e.factScore(f.class).found++
			e.report.factMiss(g, f.class, "too much", f.quote, f.slots.String())
		}
	}
	return nil
}

// completeFacts reports whether gold lists every fact of a class.
func (g goldLine) completeFacts(class string) bool {
	return slices.Contains(g.Complete, "facts") || slices.Contains(g.Complete, class)
}

// nearest is the fact of a class not yet matched that has most of the slots
// wanted, and at least half of them; nil for none.
func nearest(class string, want slots, found []*slotted) *slotted {
	var best *slotted
	most := -1
	for _, f := range found {
		equal := 0
		for name, text := range want {
			if sameSlot(class, name, text, f.slots[name]) {
				equal++
			}
		}
		if f.class == class && !f.used && equal > most && 2*equal >= len(want) {
			best, most = f, equal
		}
	}
	return best
}

// fact counts a fact of gold and the one that it is compared with.
func (e *evaluation) fact(g goldLine, class string, want slots, f *slotted) {
	s := e.factScore(class)
	s.gold++
	var wrong []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if s.slots[name] == nil {
			s.slots[name] = &fieldScore{}
		}
		got := ""
		if f != nil {
			got = f.slots[name]
		}
		same := f != nil && sameSlot(class, name, want[name], got)
		s.slots[name].count(want[name], got, same)
		if f != nil && !same {
			wrong = append(wrong, fmt.Sprintf("%s %s for %s", name, got, want[name]))
		}
	}
	if f == nil {
		e.report.factMiss(g, class, "missed", "", want.String())
		return
	}
	f.used = true
	s.count(len(wrong) == 0, g.completeFacts(class))
	for _, w := range wrong {
		e.report.factMiss(g, class, "value", f.quote, w)
	}
}

func (e *evaluation) factScore(class string) *factScore {
	if e.classes[class] == nil {
		e.classes[class] = &factScore{slots: map[string]*fieldScore{}}
	}
	return e.classes[class]
}

// factReports are the figures of each class.
func (e *evaluation) factReports() []layerReport {
	var list []layerReport
	for _, class := range slices.Sorted(maps.Keys(e.classes)) {
		s := e.classes[class]
		l := layer{name: class}
		for _, name := range slices.Sorted(maps.Keys(s.slots)) {
			l.fields = append(l.fields, field{name: name})
			s.fields = append(s.fields, *s.slots[name])
		}
		r := s.report(l)
		r.Value.Gold, r.Value.Accuracy = s.gold, ratio(s.strict, s.overlap)
		list = append(list, r)
	}
	return list
}

// String is the slots in one line.
func (s slots) String() string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if s[name] != "" {
			list = append(list, name+"="+s[name])
		}
	}
	return strings.Join(list, ", ")
}

func (r *evalReport) factMiss(g goldLine, class, what, quote, value string) {
	if r.misses {
		r.Misses = append(r.Misses, evalMiss{ID: g.ID, Layer: class, What: what, Text: quote, Value: value})
	}
}
