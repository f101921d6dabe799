package agreements

import (
	"cmp"
	"strings"

	"chancery/pipeline/text"
)

// Treaty registers write a title as a sentence and its particulars as further
// sentences of the same line: "Agreement on Fisheries. Signed at Suva on 4 May
// 1981. Came into force on ..." or "International Covenant on Civil and Political
// Rights. New York, 16 December 1966."

// particularWords open the sentences behind a title that say how it was concluded.
var particularWords = text.NewSet("signed", "done", "concluded", "initialled", "initialed", "adopted", "entered", "entry", "came", "in", "not", "with", "authentic", "signature", "date")

// registerEnd is where the title's sentence ends in a line whose further sentences
// are its particulars; else the end of the line.
func (r *reader) registerEnd(h, end int) int {
	for j := h + 1; j < end; j++ {
		if !r.tokens[j].Has(text.SentStart) {
			continue
		}
		if r.class(j) == text.Open { // "[Entered into force: ...]"
			continue
		}
		if particularWords.Has(r.tokens[j]) || r.placed(j, end) {
			return j
		}
		return end
	}
	return end
}

// around reads what a line with a title says of its signature in the name and
// before it: "Treaty of 5 March 1993 on ...", "2007-11-26 Sofia: Memorandum on ...",
// "On 5 May 2007 the parties signed: 1) Joint Declaration on ...".
func (r *reader) around(t *title, k int, s *signing) {
	if d := r.year(t); d != nil {
		s.date, s.status = d.Date, cmp.Or(s.status, "signed")
		return
	}
	if d := r.dateAbove(k); d != nil {
		s.date, s.status = d.Date, cmp.Or(s.status, "signed")
		return
	}
	if !t.dashed {
		return
	}
	known := s.status
	if r.before(t, k, s); s.date != nil || s.status != known {
		return
	}
	first := t.line.First
	for first < t.at.First && r.world.date(first) == nil && (r.class(first) != text.Word || r.bullet(first)) {
		first++
	}
	if d := r.world.date(first); d != nil && d.Tokens.First == first && (r.class(t.at.End) == text.Open || !r.entered(t.at.End, t.line.End)) && d.Date != nil && !term(d) {
		s.date, s.status = d.Date, cmp.Or(known, "signed")
		i := d.Tokens.End
		if r.class(i) == text.Comma {
			i++
		}
		if p := r.world.placeMention(i); p != nil && p.Tokens.First == i && !isState(p) {
			s.place = r.doc.Slice(p.Tokens)
		}
	}
}

// mostNumber is how many tokens a register's number and country may have before
// a title: "No. 14668. Multilateral."
const mostNumber = 10

// numberedLine reports whether all that the line from token i to token end holds is
// a number, a country or the like, in sentences of their own.
func (r *reader) numberedLine(i, end int) bool {
	if end-i > mostNumber || end <= i {
		return false
	}
	for ; i < end; i++ {
		t := r.tokens[i]
		if t.Class == text.Word && !t.Capital() && !r.has(i, of|and|det) || r.has(i, isHead) {
			return false
		}
	}
	return true
}

// labelled reads what the sentences and lines from token i on say of a signature:
// "Lima, 5 May 2010.", "Signed: Lima, 5 May 2010".
func (r *reader) labelled(i, next int, s *signing) bool {
	if c := r.class(i); c == text.Colon || c == text.Dash || c == text.Open {
		i++
	}
	p := r.world.placeMention(i)
	if p == nil || p.Tokens.First != i || !r.placed(i, next) {
		return false
	}
	j := p.Tokens.End
	if r.class(j) == text.Comma {
		j++
	}
	d := r.world.date(j)
	if d.Date == nil || d.Tokens.First != j {
		return false
	}
	s.date, s.place, s.status = d.Date, r.world.placeName(i), "signed"
	return true
}

// field reads what stands at token i behind "Date of signature:" or "Place of
// signature:".
func (r *reader) field(i int, s *signing) {
	if d := r.world.date(i); d != nil && d.Tokens.First == i && s.date == nil && d.Date != nil && !open(d) {
		s.date, s.status = d.Date, cmp.Or(s.status, "signed")
		return
	}
	s.place = cmp.Or(s.place, r.world.placeName(i))
}

// placeEnding is the town that ends a line or clause behind a date and a comma:
// "Signed on 7 July 2001, Zagreb".
func (r *reader) placeEnding(i int) string {
	p := r.world.placeMention(i + 1)
	if r.class(i) != text.Comma || p == nil || p.Tokens.First != i+1 || isState(p) {
		return ""
	}
	end := p.Tokens.End
	if end < len(r.tokens) && !r.tokens[end].Has(text.LineStart|text.SentStart) && r.class(end) == text.Word {
		return ""
	}
	return r.doc.Slice(p.Tokens)
}

// enteredUnder notes that the sentences and lines from the title's end to token
// next speak of an entry into force.
func (r *reader) enteredUnder(t *title, next int, s *signing) {
	if r.entered(t.line.End, min(next, t.line.End+reach)) {
		s.status = "in force"
	}
	for i, lines := t.line.End, 0; i < next && lines < lineReach && s.status != "in force"; lines++ {
		end := max(i+1, r.lineEnd(i))
		if j := r.forceLine(i); (j > i || r.lower(i) == "in") && r.entered(j, min(end, next)) {
			s.status = "in force"
		}
		i = end
	}
}

// forceLine is the second token of a line of its own that tells of an entry into
// force, "Entry into force: 8 January 2004", "[The Agreement entered into force
// ...]", or i when the line at token i is none.
func (r *reader) forceLine(i int) int {
	j := i
	if r.class(j) == text.Open {
		j++
	}
	switch w := r.lower(j); w {
	case "in": // "In force: 24.01.2002"
		return j
	case "entry", "entered", "came", "date":
		return j + 1
	case "the", "this":
		if r.has(j+1, isHead) {
			return j + 1
		}
	case "instruments", "notes":
		return j + 1
	}
	return i
}

// doneAt reads the closing formula of the instrument whose text the page is: "DONE
// at Lima, this 4th day of May 1999, in duplicate".
func (r *reader) doneAt(k int, s *signing) {
	next := len(r.tokens)
	for _, t := range r.titles[k+1:] {
		if t.line.Len() > 0 {
			next = t.line.First
			break
		}
	}
	for i := r.titles[k].line.End; i+2 < next; i++ {
		if !r.tokens[i].Has(text.SentStart|text.LineStart) || r.lower(i) != "done" || r.lower(i+1) != "at" && r.lower(i+1) != "in" {
			continue
		}
		for j := i + 1; j < min(next, i+reach/2); j++ {
			if r.particulars(j, s) {
				s.place = cmp.Or(r.world.placeName(i+2), s.place)
				return
			}
		}
	}
}

// above are the two states that the line above a title in a register names: "No.
// 41034. Spain and Panama".
func (r *reader) above(t *title) (codes []string) {
	first := t.line.First - 1
	for first > 0 && first > t.line.First-mostNumber && !r.tokens[first].Has(text.LineStart) {
		first--
	}
	if t.line.Len() == 0 || first < 0 || !r.tokens[first].Has(text.LineStart) || !r.numberedLine(first, t.line.First) {
		return nil
	}
	number := false
	for i := first; i < t.line.First; i++ {
		number = number || r.class(i) == text.Number
		if p := r.world.placeMention(i); p != nil && p.Tokens.First == i && isState(p) {
			codes = append(codes, p.Country())
		}
	}
	if !number || len(codes) != 2 {
		return nil
	}
	return codes
}

// lower is the word at token i in small letters.
func (r *reader) lower(i int) string { return strings.ToLower(r.word(i)) }

// entered reports whether the tokens from i to end say that something entered
// into force.
func (r *reader) entered(i, end int) bool {
	for ; i+1 < end; i++ {
		if r.tokens[i].Has(text.ParaStart) {
			return false
		}
		in := r.lower(i)
		if in != "in" && in != "into" || r.word(i+1) != "force" && r.word(i+1) != "effect" {
			continue
		}
		return !r.pending(max(0, i-3), i) && r.enters(i, in)
	}
	return false
}

// enters reports whether the words around "in force" or "into force" at token i
// make it a statement: "came into force", "and in force since", "In force: 2010".
func (r *reader) enters(i int, in string) bool {
	w := r.lower(i - 1)
	if in == "into" {
		return strings.HasPrefix(w, "ente") || w == "ntered" || w == "tered" || w == "ered" || // "e⏎ntered", where a link parts the word
			strings.HasPrefix(w, "c") || w == "put" || w == "went" || w == "entry" && (r.world.date(i+2) != nil || r.world.date(i+3) != nil)
	}
	if w == "and" || w == "is" || w == "been" || w == "remains" {
		return true
	}
	after := r.word(i + 2)
	return (r.class(i-1) != text.Word || r.tokens[i].Has(text.LineStart)) && (r.class(i+2) == text.Colon || after == "since" || after == "from" || after == "as" || r.world.date(i+2) != nil)
}

// pendings stand before what has not happened yet.
var pendings = text.NewSet("not", "never", "will", "shall", "would", "should", "may", "expected", "until")

// pending reports whether one of the tokens from i to end puts what follows off.
func (r *reader) pending(i, end int) bool {
	for ; i < end; i++ {
		if pendings.Has(r.tokens[i]) {
			return true
		}
	}
	return false
}
