package facts

import (
	"cmp"
	"sort"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A subject is what a table records, one fact a row or a cell.
type subject uint8

// The subjects of tables.
const (
	nothing subject = iota
	relationsTable
	postsTable
	visitsTable
	missionsTable
	meetingsTable
)

// A caption is what the lines before a table, its title among them, say of it.
type caption struct {
	subject  subject
	from, to string      // whose list it is; where its visits or missions go
	any      string      // the first country named, however
	who      participant // whose visits they are
	role     string      // the office of a list of holders
	received bool        // the visits are those of others
	class    string      // of relations: what became of them
	granted  bool        // recognition by whose list it is, "states recognized by A"
	kind     string      // of visits that are all of one type
	city     string      // where the missions are
}

// captionOf reads the caption of a table: the line before it, headings before that,
// the nearest first, and the title of the page.
func (r *reader) captionOf(s *sentence, t *table) (c caption) {
	const longest = 60
	most := 4
	if t.headless {
		most = 2
	}
	above := r.sentenceOf(t.at.First) - 1
	n := above
	for ; n >= 0 && n > above-most; n-- {
		if at := r.doc.Sentences[n]; at.Len() <= longest && !r.inRow(at) && (n == above || r.heads(at)) {
			r.recut(n, s)
			c.absorb(s, t)
		}
	}
	if t.upright {
		for k := range r.doc.Headings() {
			r.recut(k, s)
			c.absorb(s, t)
		}
	}
	if n >= 0 && !t.headless {
		r.recut(0, s)
		c.absorb(s, t)
	}
	c.heldPosts(r, t)
	if c.subject == nothing && t.has(relationsColumn) && r.headSays(t, relations|ties) || c.subject == nothing && t.has(recognitionColumn) {
		c.subject = relationsTable
	}
	return c
}

// heldPosts takes the post from the head of the column of names where the caption
// does not name it: "Term start | Term end | Ambassador".
func (c *caption) heldPosts(r *reader, t *table) {
	if c.role != "" && !strings.EqualFold(c.role, "head of mission") || t.headless || t.form || c.subject == visitsTable || t.has(houseColumn) || !t.has(startColumn|endColumn|whenColumn|credentialsColumn) {
		return
	}
	if post := r.headedPost(t); post != "" {
		c.role, c.subject = post, postsTable
	}
}

// headedPost is the post of a mission that heads the column of names, or "".
func (r *reader) headedPost(t *table) string {
	head, _ := r.cells(t.at.First)
	cell := t.cell(head, nameColumn)
	if cell.Len() == 0 {
		return ""
	}
	if name := r.doc.OneLine(cell); diplomatic(name) || strings.EqualFold(name, "head of mission") {
		return postOf(name)
	}
	return ""
}

// heads reports whether a sentence is a heading: it does not end in a full stop.
func (r *reader) heads(at text.Range) bool {
	c := r.doc.Tokens[at.End-1].Class
	return c != text.Dot && c != text.Stop
}

// inRow reports whether a sentence is a row of a table.
func (r *reader) inRow(at text.Range) bool {
	for i := at.First; i < at.End; i++ {
		if r.isBar(i) {
			return true
		}
	}
	return false
}

// sentenceOf is the sentence in which token i stands.
func (r *reader) sentenceOf(i int) int {
	return sort.Search(len(r.doc.Sentences), func(n int) bool { return r.doc.Sentences[n].End > i })
}

// recut cuts a sentence out of turn.
func (r *reader) recut(n int, s *sentence) {
	mentions, offices, named := r.nextMention, r.nextOffice, r.nextNamed
	at := r.doc.Sentences[n].First
	r.nextMention, r.nextOffice, r.nextNamed = r.mentionFrom(at), r.officeFrom(at), 0
	r.cut(n, r.doc.Sentences[n], s)
	r.nextMention, r.nextOffice, r.nextNamed = mentions, offices, named
}

// headSays reports whether a word of one of the senses stands in the head.
func (r *reader) headSays(t *table, senses sense) bool {
	_, end := r.cells(t.at.First)
	if t.form {
		end = t.at.End
	}
	for i := t.at.First; i < end; i++ {
		if e, n := words.Longest(r.doc.Tokens, i, end); n > 0 && e.senses&senses != 0 && e.forms != base { // "Name" appoints nobody
			return true
		}
	}
	return false
}

// absorb takes from a line what nearer lines have left open.
func (c *caption) absorb(s *sentence, t *table) {
	subject := nothing
	var line caption
	for i := range s.pieces {
		p := s.p(i)
		token := s.doc.Tokens[p.at.First]
		switch {
		case p.kind == role && diplomatic(p.office.Words) && s.holder(i) == nil:
			if subject == nothing && t.has(nameColumn) {
				subject = postsTable
			}
			line.role, _, _ = strings.Cut(postOf(shortRole(p.office.Words, p.country)), " in ") // "ambassadors in Tirana"
			line.from, line.to = cmp.Or(line.from, p.country), cmp.Or(line.to, s.postedTo(p.at))
		case isActor(p):
			if p.kind == role { // "visits of heads of state to Mongolia"
				line.to = cmp.Or(line.to, s.postedTo(p.at))
			}
			if who := s.participants([]int{i}); line.who.Role+line.who.Person == "" {
				line.who = who[0]
			}
		case isState(p):
			line.named(s, i)
		case p.kind == place && cityLike(p.m) && s.p(s.beforeArticle(i)).has(in|toSense): // "embassies in Tirana"
			line.to, line.city = cmp.Or(line.to, s.hostOf(p.m)), p.m.Value
		case trips.Has(token) || p.is(visit, noun):
			subject = visitsTable
			line.kind = s.visitType(i)
		case p.has(mission) && subject == nothing && s.plural(i):
			subject = missionsTable
		case p.has(relations|recognize) && subject == nothing, p.has(ties) && subject == nothing && (s.senses&(sever|resume) != 0 || t.has(relationsColumn|recognitionColumn)):
			subject = relationsTable
			line.granted = p.is(recognize, past) && s.p(i+1).has(by)
		case p.is(meeting, noun) && subject == nothing:
			subject = meetingsTable
		}
		line.class = cmp.Or(line.class, becameOf(p))
		line.received = line.received || p.is(receive, past) || hosted.Has(token)
	}
	if c.subject == nothing && subject != nothing {
		c.subject, c.received, c.class, c.granted, c.kind = subject, line.received, line.class, line.granted, line.kind
	}
	c.role = cmp.Or(c.role, line.role)
	if c.from == "" && c.to == "" {
		c.from, c.to, c.city = line.from, line.to, line.city
	}
	c.any = cmp.Or(c.any, line.any)
	if c.who.Role+c.who.Person == "" {
		c.who = line.who
	}
}

// named takes the country at piece i.
func (c *caption) named(s *sentence, i int) {
	p, before := s.p(i), s.p(s.beforeArticle(i))
	c.any = cmp.Or(c.any, p.country)
	if before.has(toSense | in) {
		c.to = cmp.Or(c.to, p.country)
	} else if p.kind == demonym || before.has(of|by|fromSense) || s.possessed(i) {
		c.from = cmp.Or(c.from, p.country)
	}
}

// becameOf is the class of what a word says of relations, "" when it says that they
// were established or exist.
func becameOf(p *piece) string {
	switch {
	case p.has(recognize):
		return "relations.recognized"
	case p.has(sever):
		return "relations.severed"
	case p.has(resume):
		return "relations.resumed"
	}
	return ""
}

// postOf is the office of each of those whom a heading names together: "Ambassador"
// of "Foreign Ambassadors".
func postOf(role string) string {
	if role == strings.ToUpper(role) { // of a heading in capitals
		role = titled(strings.ToLower(role))
	}
	words := strings.Fields(role)
	for len(words) > 1 && resident.Has(text.Tokenize(words[0])[0]) {
		words = words[1:]
	}
	for i, w := range words {
		if one := strings.TrimSuffix(w, "s"); one != w && diplomatic(one) || strings.EqualFold(w, "heads") || strings.EqualFold(w, "consuls") || strings.EqualFold(w, "commissioners") {
			words[i] = w[:len(w)-1]
		}
	}
	return strings.Join(words, " ")
}

// resident are the words before an office that say of all its holders where they are.
var resident = text.NewSet("foreign", "resident", "non-resident", "accredited", "current", "former", "past", "previous", "list", "all")

var (
	trips  = text.NewSet("trips", "travels", "visits", "tours", "visit", "travel")
	hosted = text.NewSet("hosted", "received", "welcomed", "hosting", "receiving", "incoming", "inbound")
)

// tableFact makes a fact of a row, or of some of its cells.
func (r *reader) tableFact(class string, row []text.Range, evidence ...*pipeline.Mention) *pipeline.Fact {
	f := &pipeline.Fact{Class: class, Rule: "table", Why: "a row of a table, by its head and caption", Strength: pipeline.Likely}
	last := row[len(row)-1]
	f.At = []text.Range{{First: last.First, End: last.End}}
	for _, cell := range row { // one of the row above stands before
		if cell.First > last.First-mostRow {
			f.At[0].First = min(f.At[0].First, cell.First)
		}
	}
	for _, m := range evidence {
		if m != nil {
			f.Evidence = append(f.Evidence, m)
		}
	}
	return f
}
