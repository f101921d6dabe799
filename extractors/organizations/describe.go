package organizations

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// describe fills in what the words of a built name say: its value, its country
// and the core that is the same in "Foreign Ministry of Kazakhstan" and
// "Kazakh Ministry of Foreign Affairs".
func (r *reader) describe(n *name, h int, left, right side) {
	n.value = r.words(n.tokens)
	if n.country = right.country; n.country == "" {
		n.country = left.country
	}
	if (left.city || right.city) && !r.has(h, generic) { // "Kent State University" need not be in Kent
		n.country = ""
	}
	n.core = r.core(n.tokens, h, right)
	r.sort(n, h)
	if b, k, _ := known(r.tokens, n.tokens.First); b != nil && n.tokens.First+k == right.tail && (b.country == "" || b.country == n.country) { // "Milli Majlis of Azerbaijan"
		n.value, n.core, n.acronym = b.name, b.name, b.acronym
	}
	if n.kind == "embassy" || n.kind == "legation" || n.kind == "consulate" {
		r.accredit(n)
		return
	}
	if n.country == "" {
		r.locate(n)
	}
}

// sort corrects the kind that the head alone suggests.
func (r *reader) sort(n *name, h int) {
	switch {
	case r.highCommission(h) && n.country != "":
		n.kind = "embassy"
	case n.kind == "parliament" && r.tokens[h].Is(keyChamber) && h+2 < n.tokens.End && !r.has(h+2, deputies): // "Chamber of Commerce"
		n.kind = "other"
	}
}

// core is the name without the country before and after it, for institutions
// that every country has; of all others the country is part of the name.
func (r *reader) core(at text.Range, h int, right side) string {
	first, end := at.First, at.End
	if r.has(h, generic) {
		if right.tail > h {
			end = right.tail
		}
		for first < h {
			next, ok := r.world.adjective(first)
			if !ok || next > h {
				break
			}
			first = next
		}
	}
	core := r.words(text.Range{First: first, End: end})
	if right.body != "" && end == at.End { // "Standing Committee of the NPC"
		core = r.words(text.Range{First: first, End: right.bodyAt}) + " " + right.body
	}
	if topic, ok := strings.CutSuffix(core, " Ministry"); ok { // "Defense Ministry"
		if topic == "Foreign" {
			topic = "Foreign Affairs"
		}
		core = "Ministry of " + topic
	}
	return strings.Replace(core, " of the ", " of ", 1)
}

// accredit finds the country that a mission is accredited to, in the words
// "in <place>" behind its name, or as the other side of a page on two countries.
func (r *reader) accredit(n *name) {
	if i := n.tokens.End; i+1 < len(r.tokens) && r.tokens[i].Is(keyIn) {
		j := i + 1
		if r.tokens[j].Is(keyThe) {
			j++
		}
		if at, code, _ := r.world.at(j); at.Len() > 0 {
			n.host = code
		}
	}
	if n.host == "" {
		n.host = r.world.other(n.country)
	}
}

// locate takes the country of a name from the words around it: "Majilis of the
// Parliament" has none, "Kazakhstan's Senate" has.
func (r *reader) locate(n *name) {
	i := n.tokens.First - 1
	if i > 0 && r.tokens[i].Has(text.Possess) {
		if code, ok := r.world.country(i - 1); ok {
			n.country = code
		}
	}
}

// entity is the id of what the name names. Missions differ by host, everything
// else by name and country.
func (n *name) entity() string {
	id := pipeline.EntityID(pipeline.Organization, n.core, n.country)
	if n.host != "" {
		id += "-in-" + strings.ToLower(n.host)
	}
	return id
}

// field reports whether token i is a topic, or has the ending of a field of learning or of work:
// "Geophysics and Volcanology", "Monitoring and Supervision".
func (r *reader) field(i int) bool {
	if r.has(i, topic) {
		return true
	}
	if i < 0 || i >= len(r.tokens) || r.has(i, head|stop|office) || !r.tokens[i].Has(text.Title) || r.tokens[i].Has(text.NonASCII) || r.world.covering(i) != nil {
		return false
	}
	word := r.pass.Doc.Word(i)
	for _, ending := range []string{"logy", "ics", "ism", "ity", "ities", "tion", "sion", "ment", "ance", "ence", "ing", "graphy", "sophy", "nomy", "ages", "ship", "ture", "sciences"} {
		if len(word) > len(ending)+2 && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// learned are bodies that a country and a field name: "American Economic Association".
var learned = text.NewSet("association", "society", "academy", "institute")

// attributes reports whether a noun seems to stand at token i, which a country before it qualifies:
// "made his report to the committee on U.S. affairs".
func (r *reader) attributes(i int) bool {
	return i < len(r.tokens) && r.tokens[i].Class == text.Word && r.tokens[i].Has(text.Lower) && (r.has(i, topic) || nouns.Has(r.tokens[i]))
}

var nouns = text.NewSet("matters", "issues", "questions", "policy", "relations", "problems", "interests", "policies", "operations", "activities")
