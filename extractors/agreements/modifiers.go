package agreements

import (
	"strings"

	"chancery/pipeline/text"
)

// mostModifiers is how many tokens a title may have before its head.
const mostModifiers = 12

// mods are the words of a title before its head.
type mods struct {
	from     int  // token of the first of them, or the head
	words    int  // words that name something
	plain    int  // "bilateral", "new" ...
	joint    bool // "joint", "final" ...
	frame    bool // "action" of "action plan"
	places   int  // names of countries and demonyms
	pairs    int  // demonyms joined by a dash: "Anglo-Irish"
	refused  bool // a word that makes the head something else: "Constitutional Convention"
	definite bool // "the" stands before it
	count    bool // "several", "many" stands before it
	start    bool // it begins a sentence, without an article
}

// modifiers reads leftwards from the head at token h.
func (r *reader) modifiers(h int) mods {
	m := mods{from: h}
	capital := r.tokens[h].Capital()
	first := h
	if !capital {
		first = r.pastTopic(h)
	}
	for k := first - 1; k >= 0 && h-k <= mostModifiers && !r.tokens[k+1].Has(text.SentStart); k-- {
		n := r.modifier(&m, k, capital)
		if n == 0 {
			break
		}
		k -= n - 1
		m.from = k
	}
	for m.from < h && r.tokens[m.from].Class != text.Word { // a dash that joins nothing
		m.from++
	}
	if !capital && m.from == h {
		m.from = r.smallModifiers(h)
	}
	before := r.entry(m.from - 1)
	article := m.from - 1
	if d := r.world.date(article); d != nil && !capital { // "the 1901 Hay-Pauncefote treaty"
		article = d.Tokens.First - 1
	}
	m.definite = r.lower(article) == "the"
	m.count = before.roles&count != 0 && before.roles&det == 0 && (r.has(h, many) || r.lower(m.from-1) != "existing")
	m.start = r.tokens[m.from].Has(text.SentStart)
	return m
}

// modifier takes token k, which stands right before the title so far, and
// returns how many tokens it took.
func (r *reader) modifier(m *mods, k int, capital bool) int {
	t := r.tokens[k]
	if r.world.date(k) != nil {
		return 0
	}
	if n := r.severalStates(k, capital); n > 0 {
		m.places++
		return n
	}
	if at, v := r.world.place(k); v != nil && at.End == k+1 && at.First >= k-8 {
		if v.Kind == "country" || v.Kind == "former" || v.Kind == "territory" {
			m.places++
		} else {
			m.words++ // "Geneva Convention"
		}
		if n := k + 1 - at.First; n > 1 && strings.EqualFold(r.word(at.First), "the") { // "The Hague Convention"
			return n - 1
		}
		return k + 1 - at.First
	}
	switch {
	case t.Class == text.Word:
		return r.modifierWord(m, k, capital)
	case capital && t.Class == text.Comma && r.inSeries(k):
		return 1
	case capital && t.Class == text.Close && r.aside(k) > 0:
		return r.aside(k)
	case t.Class == text.Dash && !t.Has(text.Spaced) && !r.tokens[k+1].Has(text.Spaced) && (r.class(k-1) == text.Word || r.class(k-1) == text.Dot):
		return 1
	case t.Class == text.Dash && !t.Has(text.Spaced) && r.world.demonym(k-1) != "" && r.world.demonym(k+1) != "": // "Israeli- Palestinian"
		return 1
	case t.Class == text.Dash && r.has(k-1, prefix) && r.tokens[k-1].Capital():
		return 1
	case t.Class == text.Slash && !t.Has(text.Spaced) && !r.tokens[k+1].Has(text.Spaced) && r.tokens[k+1].Capital() && r.class(k-1) == text.Word && r.tokens[k-1].Capital() && !r.has(k-1, isHead):
		return 1 // "North/South Peace Agreement"
	case t.Class == text.Dash && r.world.placeMention(k-1) != nil && r.world.placeMention(k+1) != nil: // "United States - Chile Free Trade Agreement"
		return 1
	case t.Class == text.Dot && k > 0 && (r.tokens[k-1].Has(text.Initial) || r.word(k-1) == "St") && !t.Has(text.Spaced) && !r.tokens[k+1].Has(text.SentStart):
		return 1
	case t.Has(text.Possess) && k > 0 && r.tokens[k-1].Capital():
		if r.has(k-1, noun) || capital && r.surname(k-1) && k+1 < len(r.tokens) && r.has(k+1, strong) {
			return 1
		}
	}
	return 0
}

// aside is how many tokens the bracket takes that ends at token k behind a capitalized word:
// "Shantung (Shandong) Treaty", "Taba (or “Oslo II”) Agreement"; 0 for none.
func (r *reader) aside(k int) int {
	const furthest = 7 // tokens
	for j := k - 1; j > 0 && k-j < furthest; j-- {
		switch {
		case r.class(j) == text.Open:
			if r.tokens[j-1].Capital() && !r.has(j-1, isHead) && j < k-1 {
				return k + 1 - j
			}
			return 0
		case r.class(j) != text.Word && r.class(j) != text.Quote && r.class(j) != text.Dash || r.class(j) == text.Word && !r.tokens[j].Capital() && r.word(j) != "or":
			return 0
		}
	}
	return 0
}

// inSeries reports whether the comma at token k parts two words of a series of subjects that
// comes to its "and": "Trade, Economic and Technical Cooperation Agreement".
func (r *reader) inSeries(k int) bool {
	if k == 0 || !r.has(k-1, noun|topic) || !r.tokens[k-1].Capital() || r.world.placeMention(k-1) != nil || r.tokens[k-1].Has(text.SentStart) {
		return false
	}
	for j := k + 1; j < len(r.tokens) && j < k+8 && (r.has(j, noun|topic|and) || r.class(j) == text.Comma); j++ {
		if r.has(j, and) {
			return true
		}
	}
	return false
}

// severalStates is how many tokens the list of states takes that ends with "and" at token k,
// before the last of them: "the Australia, New Zealand and United States Security Treaty".
func (r *reader) severalStates(k int, capital bool) int {
	if !capital || !r.has(k, and) || r.world.placeMention(k+1) == nil || !isState(r.world.placeMention(k+1)) {
		return 0
	}
	first := k
	for commas := 0; ; commas++ {
		p := r.world.placeMention(first - 1)
		if p == nil || p.Tokens.End != first || !isState(p) {
			return 0
		}
		first = p.Tokens.First
		switch {
		case r.class(first-1) == text.Comma:
			first--
		case commas > 0 && r.lower(first-1) == "the":
			return k + 1 - first
		default:
			return 0
		}
	}
}

// surname reports whether the capitalized token i stands alone as the name of who concluded
// an instrument: "Jay's Treaty".
func (r *reader) surname(i int) bool {
	if i > 0 && !r.tokens[i].Has(text.SentStart) && (r.tokens[i-1].Capital() || r.class(i-1) != text.Word || r.has(i-1, det)) {
		return false
	}
	return r.world.state(i) == "" && r.world.placeMention(i) == nil
}

func (r *reader) modifierWord(m *mods, k int, capital bool) int {
	t, e := r.tokens[k], r.entry(k)
	m.refused = m.refused || e.roles&gathering != 0 && !(r.lower(k) == "presidential" && r.has(k+1, formal) && r.has(k+2, of)) // "Presidential Declaration of Cuenca"
	switch {
	case e.roles&joint != 0 && (t.Capital() || !capital):
		m.joint = true
	case !t.Capital() && (capital || r.tokens[k+1].Capital()):
		return r.joined(k)
	case !t.Capital():
		return 0
	case e.roles&count != 0 && !t.Has(text.SentStart): // "Nine-Power"
		m.words++
	case e.roles&frame != 0 && e.roles&plain == 0:
		m.frame = true
		m.words++
	case e.roles&(stop|link|det|office|plan|count|sign) != 0 && e.roles&noun == 0:
		return 0 // also "Peru and Chile Sign Trade Agreement"
	case e.roles&plain != 0 && t.Has(text.SentStart) && !(capital && e.roles&grade != 0):
		return 0
	case e.roles&plain != 0:
		m.plain++
	case r.world.demonym(k) != "" && r.hyphenated(k):
		m.pairs++
	case r.world.demonym(k) != "":
		m.places++
	default:
		m.words++
	}
	return 1
}

// pastTopic is the first of the one or two small words that say behind a proper name what
// an instrument with the small head h is about: "the SEATO defense treaty".
func (r *reader) pastTopic(h int) int {
	i := h
	for i > 1 && i > h-2 && r.class(i-1) == text.Word && !r.tokens[i-1].Capital() && r.has(i-1, noun|topic) {
		i--
	}
	if i == 0 || !r.tokens[i-1].Capital() {
		return h
	}
	return i
}

// mostSmall is how many small words may name an instrument before its head.
const mostSmall = 6

// smallModifiers is where the small words begin that say behind an article what
// an instrument with the small head h is: "a visa waiver agreement".
func (r *reader) smallModifiers(h int) int {
	from := h
	if r.has(h, framed) && r.has(h-1, frame) && r.tokens[h-1].Has(text.Lower) && !r.has(h-1, link|isHead|plain) {
		from, h = h-1, h-1 // "executive program"
	}
	for k := h - 1; k >= 0 && k >= h-mostSmall; k-- {
		switch {
		case r.world.date(k) != nil, r.class(k) == text.Number || amounts.Has(r.tokens[k]): // "the 1994 trade agreement", "a $60 million loan agreement"
			return from
		case r.class(k) == text.Dash && !r.tokens[k].Has(text.Spaced): // "long-term"
			continue
		case r.class(k) != text.Word:
			return h
		case opening.Has(r.tokens[k]), (r.lower(k) == "signed" || r.lower(k) == "the" || r.lower(k) == "its" || r.lower(k) == "their") && from < h: // "Signed consular convention."
			return from
		case from < h && r.has(k, and) && r.has(k+1, noun|topic) && r.has(k-1, noun|topic): // "a trade and investment agreement"
			continue
		case r.tokens[k].Capital() || r.has(k, link|stop|sign|plan|det|isHead) || r.tokens[k].Has(text.SentStart):
			return h
		case from == k+2 && r.class(k+1) == text.Dash && !r.tokens[k+1].Has(text.Spaced): // "non-aggression"
			from = k
		case r.has(k, noun|topic) && (!r.has(k, plain) || r.has(k, grade) || from < h): // "mutual security", not "mutual"
			from = k
		}
	}
	return h
}

// amounts stand between a number and the words that say what an instrument is about.
var amounts = text.NewSet("million", "billion", "dollar", "euro", "year", "years")

// joined takes a small word between capitals: "Status of Forces Agreement",
// "Trade and Investment Agreement", "Debt-for-Nature Swap".
func (r *reader) joined(k int) int {
	if k < 2 || !r.tokens[k-1].Capital() && r.class(k-1) != text.Dash && !r.has(k-1, of) {
		return 0
	}
	switch {
	case r.class(k+1) == text.Dash && !r.tokens[k+1].Has(text.Spaced): // "Sharm el-Sheikh"
		return 1
	case r.class(k-1) == text.Dash && !r.tokens[k].Has(text.Spaced) && !r.tokens[k-1].Has(text.Spaced) && r.tokens[k-2].Capital(): // "Co-operation"
		return 1
	case r.word(k) == "the" && r.has(k-1, of) && r.has(k-2, noun) && r.tokens[k-2].Capital(): // "Law of the Sea"
		return 2
	case r.class(k-1) == text.Dash && r.class(k+1) == text.Dash && !r.tokens[k].Has(text.Spaced):
		return 1
	case r.has(k, of|in) && r.has(k-1, noun) && !r.has(k-1, isHead),
		r.has(k, and) && r.has(k-1, noun|topic) && (r.has(k+1, noun|topic) || r.tokens[k+1].Capital() && r.world.placeMention(k+1) == nil && r.world.demonym(k+1) == ""):
		return 1
	}
	return 0
}

func (r *reader) hyphenated(k int) bool {
	return r.class(k-1) == text.Dash && !r.tokens[k].Has(text.Spaced) || r.class(k+1) == text.Dash && !r.tokens[k+1].Has(text.Spaced)
}
