package agreements

import (
	"strings"

	"chancery/pipeline/text"
)

// level is who the parties are, by the words that name them.
func (r *reader) level(t *title) string {
	at := t.parties
	if at.Len() == 0 {
		at = text.Range{First: t.head, End: t.at.End}
		if t.subject.First > t.head {
			at.End = t.subject.First
		}
	}
	level := ""
	for j := at.First; j < at.End; j++ {
		switch l := levels[strings.ToLower(r.word(j))]; {
		case l == "heads": // "heads of state", "heads of government"
			if j+2 < at.End {
				return levels[strings.ToLower(r.word(j+2))]
			}
		case l == "state" && j > at.First && r.tokens[j-1].Capital(): // "the Organization of American States"
		case l != "" && level == "":
			level = l
		}
	}
	if level == "" && t.hasParties() && r.isStateParty(t.parties.First) {
		level = "state"
	}
	return level
}

// isStateParty reports whether the party named at token i is a state itself, and
// not a body or a place within one.
func (r *reader) isStateParty(i int) bool {
	for r.has(i, det) {
		i++
	}
	m := r.world.placeMention(i)
	return m != nil && m.Tokens.First <= i && isState(m) && (m.Tokens.End >= len(r.tokens) || r.class(m.Tokens.End) != text.Word || !r.tokens[m.Tokens.End].Capital())
}

var levels = map[string]string{
	"heads": "heads", "government": "government", "governments": "government", "cabinet": "government", "state": "state", "states": "state",
	"ministry": "ministry", "ministries": "ministry", "department": "ministry", "departments": "ministry", "agency": "ministry", "committee": "ministry",
	"party": "party", "parties": "party", "company": "company", "companies": "company", "corporation": "company", "bank": "company", "jsc": "company", "ltd": "company",
}
