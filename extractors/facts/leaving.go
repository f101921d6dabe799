package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// leaving reads "X left post on 5 May", "X was recalled".
func (s *sentence) leaving(i int) {
	if strings.HasPrefix(s.doc.Word(s.p(i).at.First), "recall") && !s.p(i-1).has(be) {
		return
	}
	if s.says(i+1, "himself") || s.says(i+1, "herself") || s.leavesOther(i) {
		return // "resigned herself to delay"
	}
	s.post(i, "left", s.visitorsOf(i), s.officeBehind(i, 3))
}

// leavesOther reports whether "from" behind the verb at piece i leads to something else
// than a post: "resigned from the party".
func (s *sentence) leavesOther(i int) bool {
	if !s.says(i, "resigned") || !s.p(i+1).has(from) {
		return false
	}
	for k := i + 2; k <= i+5; k++ {
		if p := s.p(k); p.at.Len() > 0 && posts.Has(s.doc.Tokens[p.at.First]) || p.kind == role {
			return false
		}
	}
	return true
}

// pastArticles is the piece behind the articles at piece i.
func (s *sentence) pastArticles(i int) int {
	for s.p(i).has(article) {
		i++
	}
	return i
}

// unknownOffice reports whether the verb at piece i leads to an office that is not
// known to be one: "was appointed Dean of the School", "served as Chief Prosecutor".
func (s *sentence) unknownOffice(i int) bool {
	p := s.p(i)
	last := s.doc.Tokens[p.at.End-1]
	if !p.has(appoint|assume|serve) || p.forms&noun != 0 || last.Is(keyBy) {
		return last.Is(keyBy)
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

var posts = text.NewSet("office", "post", "position", "presidency", "premiership", "ministry", "cabinet", "government", "department")
