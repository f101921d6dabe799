package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// unknownOffice reports whether the verb at piece i leads to an office that is not
// known to be one: "was appointed Dean of the School", "served as Chief Prosecutor".
func (s *sentence) unknownOffice(i int) bool {
	p := s.p(i)
	last := s.doc.Tokens[p.at.End-1]
	if last.Is(keyBy) {
		return true // by someone, whose office follows
	}
	if !p.has(appoint | assume | serve) {
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
		if p.has(appoint) && s.p(k).has(to) && (s.common(k+1) || s.p(k+1).has(verb|acts) && s.p(k+1).forms&(past|noun) == 0) {
			return true // "was appointed by President A to lead the delegation"
		}
	}
	if told || p.forms&noun != 0 {
		return false
	}
	if next := s.p(i + 1); next.has(as|article) || next.kind == other && s.doc.Tokens[next.at.First].Class == text.Word && s.doc.Tokens[next.at.First].Capital() {
		return true
	}
	return p.at.Len() > 1 && (last.Is(keyAs) || last.Is(keyOf))
}

// pastPost is the piece behind "to be", "to serve as" and "to the post of" at piece k; k when
// none of these stands there.
func (s *sentence) pastPost(k int) int {
	if !s.p(k).has(to) {
		return k
	}
	at := s.pastArticles(k + 1)
	switch {
	case s.says(k+1, "be"):
		return k + 2
	case (s.says(k+1, "serve") || s.says(k+1, "act")) && s.p(k+2).has(as):
		return k + 3
	case s.p(at+1).has(of) && s.p(at).at.Len() == 1 && vacated.Has(s.doc.Tokens[s.p(at).at.First]):
		return at + 2
	}
	return k
}

// ofOwnBody reports whether "of" and a proper name that is no part of the office at piece k stand
// behind it: whose office it is, the page does not tell.
func (s *sentence) ofOwnBody(k int) bool {
	at := s.pastArticles(k + 2)
	p := s.p(at)
	return s.p(k+1).has(of) && (p.kind == body && p.country == "" || (p.kind == demonym || p.kind == other) && s.doc.Tokens[p.at.First].Capital())
}

// plainRole is an office without the word for which of several holders one is: "third Secretary
// of State", "then-Secretary of State"; but "third secretary" is a rank.
func plainRole(role string) string {
	cut := strings.TrimPrefix(role, "then-")
	if first, rest, ok := strings.Cut(cut, " "); ok && ordinals[first] && rest[0] >= 'A' && rest[0] <= 'Z' {
		return rest
	}
	return cut
}

var ordinals = map[string]bool{"second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true}

// ofCompany reports whether a capital word that is no part of the office at piece k
// stands before it: "served as Executive Vice President".
func (s *sentence) ofCompany(k int) bool {
	p := s.p(k - 1)
	return p.kind == other && s.doc.Tokens[p.at.First].Class == text.Word && s.doc.Tokens[p.at.First].Capital()
}

// asks reports whether the sentence is a question, which states nothing.
func (s *sentence) asks() bool {
	if s.doc.Word(s.at.End-1) == "?" {
		return true
	}
	const first = 8 // "Deputy A asked the Minister for Foreign Affairs the number of times that he met B"
	for k := 1; k < min(first, len(s.pieces)); k++ {
		if s.says(k, "asked") && isActor(s.p(k-1)) && s.p(s.pastArticles(k+1)).kind == role && s.speaker.asked(s.doc, s.at) {
			return true
		}
	}
	return false
}
