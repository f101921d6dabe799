package facts

import "chancery/pipeline/text"

// unknownOffice reports whether the verb at piece i leads to an office that is not
// known to be one: "was appointed Dean of the School", "served as Chief Prosecutor".
func (s *sentence) unknownOffice(i int) bool {
	p := s.p(i)
	last := s.doc.Tokens[p.at.End-1]
	if last.Is(keyBy) {
		return true // by someone, whose office follows
	}
	if !p.has(appoint|assume|serve) || p.forms&noun != 0 {
		return false
	}
	told := false
	for k := i + 1; k <= i+10 && s.p(k).kind != stop; k++ {
		told = told || k <= i+4 && s.p(k).kind == role
		if p.has(appoint) && s.p(k).has(as) && k > i+1 {
			return true // "appointed its Ambassador, A, as its agent"
		}
		if s.p(k).has(verb | barrier) {
			break
		}
	}
	if told {
		return false
	}
	if next := s.p(i + 1); next.has(as|article) || next.kind == other && next.at.Len() > 0 && s.doc.Tokens[next.at.First].Class == text.Word && s.doc.Tokens[next.at.First].Capital() {
		return true
	}
	return p.at.Len() > 1 && (last.Is(keyAs) || last.Is(keyOf))
}

// ofCompany reports whether a capital word that is no part of the office at piece k
// stands before it: "served as Executive Vice President".
func (s *sentence) ofCompany(k int) bool {
	p := s.p(k - 1)
	return p.kind == other && p.at.Len() == 1 && s.doc.Tokens[p.at.First].Class == text.Word && s.doc.Tokens[p.at.First].Capital()
}

// asks reports whether the sentence is a question, which states nothing.
func (s *sentence) asks() bool { return s.doc.Word(s.at.End-1) == "?" }
