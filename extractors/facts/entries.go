package facts

import "chancery/pipeline/text"

// entries are the pieces of each of several entries in a line of a list, which
// semicolons part: "May 1999 Minister A; September 2018 Minister B"; nil when the line is
// one entry.
func (s *sentence) entries() (parts []text.Range) {
	from := 0
	for i := 0; i <= len(s.pieces); i++ {
		if i < len(s.pieces) && s.doc.Tokens[s.p(i).at.First].Class != text.Semi {
			continue
		}
		if s.dateIn(from, i-1) != nil && s.hasActor(from, i) {
			parts = append(parts, text.Range{First: from, End: i})
		}
		from = i + 1
	}
	return parts
}

// hasActor reports whether one of the pieces from one to another is a person.
func (s *sentence) hasActor(from, to int) bool {
	for i := from; i < to; i++ {
		if isActor(s.p(i)) {
			return true
		}
	}
	return false
}

// actors are the people whom the sentence names.
func (s *sentence) actors() []participant { return s.actorsIn(0, len(s.pieces)) }

// actorsIn are those of the pieces from one to another.
func (s *sentence) actorsIn(from, to int) []participant {
	var items []int
	for i := from; i < to; i++ {
		if isActor(s.p(i)) {
			items = append(items, i)
		}
	}
	return s.participants(items)
}
