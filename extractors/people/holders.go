package people

import "chancery/pipeline/text"

// holdersAbove notes whether a sentence opens a list of those who held an office, one line
// for each, or ends one: "Ambassadors of Estonia to Finland".
func (r *reader) holdersAbove(s text.Range) {
	const longest = 16 // tokens of a heading
	last := r.doc.Tokens[s.End-1].Class
	if last == text.Dot || last == text.Stop || s.Len() > longest || !r.doc.Tokens[s.First].Has(text.LineStart) || r.yearIn(s) {
		return // no heading
	}
	if r.holders && r.neutral(s) {
		return // "List", under "List of ambassadors of Portugal to Angola"
	}
	r.holders = false
	for i := range r.roles {
		r.holders = r.holders || diplomat[r.roles[i].code] && r.plural(&r.roles[i])
	}
}

// neutral reports whether a heading has no words but those that head any list, or are the
// heads of its columns.
func (r *reader) neutral(s text.Range) bool {
	for i := s.First; i < s.End; i++ {
		if t := r.doc.Tokens[i]; t.Class == text.Word && !neutralWords.Has(t) {
			return false
		}
	}
	return true
}

var neutralWords = text.NewSet("list", "history", "overview", "name", "names", "term", "start", "end", "of", "the", "in", "office", "and", "no", "image", "portrait",
	"notes", "note", "remarks", "accreditation", "accredited", "credentials", "presented", "presentation", "appointed", "took", "left", "from", "to", "until", "years", "year",
	"tenure", "period", "title", "position", "rank", "president", "served", "under", "date", "dates", "ambassador", "terminated", "mission", "post", "comments", "current", "former")

// yearIn reports whether a number that may be a year stands in a sentence.
func (r *reader) yearIn(s text.Range) bool {
	for i := s.First; i < s.End; i++ {
		if t := r.doc.Tokens[i]; t.Class == text.Number && t.Len() == 4 {
			return true
		}
	}
	return false
}

// holds reports whether a name is all that its line of a list of holders has besides
// years and signs: "Neeme Lepik – 1992–1993".
func (r *reader) holds(tokens, s text.Range) bool {
	const longest = 30 // tokens of a line
	if !r.holders || s.Len() > longest || !r.doc.Tokens[s.First].Has(text.LineStart) {
		return false
	}
	if r.fillsCell(tokens, s) {
		return r.yearIn(s)
	}
	year := false
	for i := s.First; i < s.End; i++ {
		if tokens.First <= i && i < tokens.End {
			continue
		}
		t := r.doc.Tokens[i]
		if t.Class == text.Word && !termWords.Has(t) {
			return false
		}
		year = year || t.Class == text.Number && t.Len() == 4
	}
	return year
}

// termWords are the words of a term of office besides the years.
var termWords = text.NewSet("since", "from", "to", "until", "present", "date", "incumbent", "sir", "dr", "mr", "mrs", "ms", "january", "february", "march",
	"april", "may", "june", "july", "august", "september", "october", "november", "december")
