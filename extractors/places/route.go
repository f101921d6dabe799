package places

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// route reports a road that a number names: "State Route 267", "Kentucky Route 38",
// "Highway 43".
func (r *reader) route(i int, s text.Range, report func(pipeline.Mention)) bool {
	t, n := r.doc.Tokens[i], r.at(i+1)
	if !routeWords.Has(t) || i+1 >= s.End || n.Class != text.Number || n.Len() > 3 {
		return false
	}
	first := i
	for first > s.First {
		p := r.at(first - 1)
		if m, ok := r.endingAt(first); ok && isStateKind(m.entries[0].Kind) || ok && m.entries[0].Kind == "region" {
			first = m.tokens.First
			continue
		}
		if p.Class != text.Word || !p.Capital() || !routeWords.Has(p) || p.Has(text.SentStart) && p.Is(keyThe) {
			break
		}
		first--
	}
	r.reportBuilt(text.Range{First: first, End: i + 2}, "street", report)
	return true
}

// endingAt is the match that ends before token i.
func (r *reader) endingAt(i int) (*match, bool) {
	m, ok := r.matchBefore(&match{tokens: text.Range{First: i}})
	if !ok || m.tokens.End != i {
		return nil, false
	}
	return m, true
}
