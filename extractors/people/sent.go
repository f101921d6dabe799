package people

import "chancery/pipeline/text"

// sentAbroad reports whether an office says to whom its holder is sent: a place in it
// is then where it is held, as in "Minister to the Government in exile in London".
func (r *reader) sentAbroad(ro *role) bool {
	for i := ro.words.First; i < ro.words.End; i++ {
		if t := r.doc.Tokens[i]; sentTo[ro.code] && (t.Is(keyTo) || t.Is(keyNear)) || sentFor[ro.code] && (t.Is(keyFor) || t.Is(keyOn)) {
			return true
		}
	}
	return false
}

// accredited reports whether "to", "near" or "to the" stands before token i: who is sent
// there serves another country. So does a special envoy "for" it, and a diplomat "in" it.
func (r *reader) accredited(i int, code string) bool {
	if r.at(i - 1).Is(keyThe) {
		i--
	}
	return r.at(i-1).Is(keyTo) || r.at(i-1).Is(keyNear) || (r.at(i-1).Is(keyIn) || r.at(i-1).Is(keyAt)) && (diplomat[code] || code == "minister") || sentFor[code] && (r.at(i-1).Is(keyFor) || r.at(i-1).Is(keyOn))
}

// sentFor are the offices that are for a country and of another, or of a body.
var sentFor = map[string]bool{"special-envoy": true, "head-of-body": true, "envoy": true, "under-secretary-general": true}

// nationals reports whether a head in small letters is an office because a
// country's adjective stands before it and a name behind: "the U.S. representative,
// Ralph Izard", "the British minister, Lord Lyons".
func (r *reader) nationals(i, n int, s text.Range, o office) bool {
	if o.code != "minister" && o.code != "representative" || r.plural(&role{words: text.Range{First: i, End: i + n}}) {
		return false
	}
	next := r.at(i + n)
	if next.Is(keyTo) && o.code == "minister" && r.statesAt(i+n+1) && (namedAs.Has(r.at(i-1)) || r.at(i-1).Has(text.Possess)) {
		return true // "presented his credentials as Norway's first minister to the United States"
	}
	if next.Is(keyOf) && o.code == "representative" && i+n+1 < len(r.place) {
		p := r.place[i+n+1]
		return p != nil && isState(p)
	}
	if next.Class == text.Comma {
		next = r.at(i + n + 1)
	}
	if next.Class != text.Word || !next.Has(text.Title) || i+n >= s.End {
		return false
	}
	_, before := r.demonymBefore(i, s.First)
	return before > 0
}

// namedAs are the words before an envoy's office in small letters.
var namedAs = text.NewSet("as", "first", "became", "appointed", "named", "nominated", "confirmed", "new", "resident")

// sentTo are the offices whose holders do not serve whom they are sent to.
var sentTo = map[string]bool{
	"ambassador": true, "charge-d-affaires": true, "envoy": true, "consul": true, "consul-general": true, "agent": true,
	"commissioner": true, "minister": true, "special-envoy": true, "representative": true,
	"delegate": true, "head-of-mission": true,
}
