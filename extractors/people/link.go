package people

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A known person is one whom the document names in full.
type known struct {
	first  int // token
	name   string
	given  string
	family string
	shared bool // another person bears the same family name,
	until  int  // from this token on: before it, and behind the full name, one alone is meant
	sure   bool // nothing else bears the name
}

// link turns the candidates into mentions: those that stand by themselves, and
// short forms of names that the document says in full elsewhere.
func (r *reader) link() []pipeline.Mention {
	r.monsieur()
	r.shared()
	r.listed()
	r.repeated()
	full := map[uint64]*known{}   // by the key of the name
	family := map[uint64]*known{} // by that of the family name
	var initialed []*known
	alone := map[uint64]bool{} // keys of words that have stood alone
	for _, c := range r.cands {
		if r.words(c.tokens) == 1 {
			alone[r.doc.Tokens[c.tokens.First].Key] = true
		}
		if c.score < enough || r.words(c.tokens) < 2 || r.hyphenJoined(c.tokens) || r.family(c.tokens) {
			continue
		}
		k := r.known(c)
		name := text.KeyOf(k.name)
		if full[name] != nil {
			continue
		}
		full[name] = k
		if r.initials(c.tokens) && len(strings.TrimSuffix(strings.Fields(k.given + " x")[0], ".")) == 1 {
			initialed = append(initialed, k) // initials are explained by others, before they explain
			continue
		}
		r.shorten(c, k, family, alone[text.KeyOf(k.family)])
	}
	for _, k := range initialed {
		if key := text.KeyOf(k.family); family[key] == nil {
			note(family, key, k)
		}
	}
	mentions := r.mentions
	for _, c := range r.cands {
		if c.score < enough && !c.short {
			if k := full[text.KeyOf(r.name(c.tokens))]; k != nil && k.sure {
				c.add(enough-c.score, "the document names "+k.name)
			}
		}
		if m, ok := r.mention(c, family); ok {
			mentions = append(mentions, m)
		}
	}
	r.mentions = mentions
	r.inferCountries(mentions)
	return mentions
}

// shorten notes the short names of a person who is named in full. Where the family name stood alone
// before, it is not that of another of the family: "Rusk retired ... with his son Richard Rusk".
func (r *reader) shorten(c candidate, k *known, family map[uint64]*known, stood bool) {
	if first := r.doc.Tokens[c.tokens.First]; givenNames.Has(first) || k.sure && c.role != nil && r.onlyGiven(c.tokens.First) {
		note(family, r.doc.Tokens[c.tokens.First].Key, k)
	}
	if stood && r.relative(c.tokens.First) {
		return
	}
	note(family, text.KeyOf(k.family), k)
	if alias := r.aliasBehind(c.tokens.End); alias != "" {
		note(family, text.KeyOf(alias), k) // "Joko Widodo (Jokowi)"
	}
	for i := c.tokens.First + 1; i < c.tokens.End-1; i++ {
		if renowned.Has(r.doc.Tokens[i]) {
			note(family, r.doc.Tokens[i].Key, k) // "Lula" of "Luiz Inácio Lula da Silva"
		}
	}
	if bare := withoutArticle(k.family); bare != k.family {
		note(family, text.KeyOf(bare), k) // "Assad" of "al-Assad"
	}
	if called := lastWord(k.given); called != "" && k.family == firstWord(k.name) {
		note(family, text.KeyOf(called), k) // "Trong" of "Nguyen Phu Trong"
	}
}

// onlyGiven reports whether token i, the first word of a name that no list has, is no family
// name either: the "Pornchai" of an "Ambassador Pornchai Danvivathana".
func (r *reader) onlyGiven(i int) bool {
	t := r.doc.Tokens[i]
	return r.unlisted(i) && !surnames.Has(t) && !lastNames.Has(t) && !renowned.Has(t) && leaderOf(r.doc.Word(i)) == "" && !r.hyphenated(i)
}

// note notes who is meant by a family name, or a given name by itself, and from where on
// nobody is sure because two people bear it.
func note(by map[uint64]*known, key uint64, k *known) {
	if o := by[key]; o != nil && o.name != k.name {
		switch {
		case unspaced(o.name) == unspaced(k.name):
			return // "Abdel-Fattah El Sisi", "Abdel Fattah El-Sisi"
		case k.longer(o): // "Wolfgang Friedrich Ischinger" under the title "Wolfgang Ischinger"
		case o.longer(k):
			return
		case o.shared:
			return
		default:
			both := *o
			both.shared, both.until = true, k.first
			by[key] = &both
			return
		}
	}
	by[key] = k
}

// unspaced is a name without the blanks and hyphens in it, which pages write now this way and now that.
func unspaced(name string) string {
	return noSpaces.Replace(text.Fold(name))
}

var noSpaces = strings.NewReplacer(" ", "", "-", "")

// meantAt reports whether the short name at token i means this person.
func (k *known) meantAt(i int) bool { return !k.shared || k.first < i && i < k.until }

// longer reports whether a name is another with more given names: it ends with the same family name,
// begins with the same given one, and has the others between.
func (k *known) longer(o *known) bool {
	if o.given == "" || o.shared || k.shared || k.family != o.family || called(k.given) != called(o.given) {
		return false
	}
	mine, initials := strings.Fields(k.given), true
	for _, w := range strings.Fields(o.given) {
		i := slices.Index(mine, w)
		if i < 0 {
			return false
		}
		mine = slices.Delete(mine, i, i+1)
	}
	for _, w := range mine {
		initials = initials && strings.HasSuffix(w, ".")
	}
	return len(mine) > 0 && (initials || o.first < titleEnd && k.first < 2*titleEnd) // John Quincy Adams is not John Adams
}

// titleEnd is the token before which the title of a page about someone names him.
const titleEnd = 12

// aliasBehind is the one word that is all of the bracket at token i behind a name, "".
func (r *reader) aliasBehind(i int) string {
	if t := r.at(i + 1); r.at(i).Class == text.Open && r.at(i+2).Class == text.Close && t.Class == text.Word && t.Has(text.Title) && t.Len() > 3 && !r.isRole(i+1) && r.place[i+1] == nil && r.org[i+1] == nil {
		return r.doc.Word(i + 1)
	}
	return ""
}

// joins reports whether a comma, "and" or both are all that stands between two
// names, brackets and countries aside: "A (Poland), B (Portugal)", "A of X and B".
func (r *reader) joins(a, b *candidate) bool {
	const longest = 8 // tokens in brackets: "A (since 2 August 2007), B"
	i := a.tokens.End
	if r.at(i).Is(keyOf) {
		j := i + 1
		if r.at(j).Is(keyThe) {
			j++
		}
		if j < len(r.place) && r.place[j] != nil && r.place[j].Tokens.First == j && (isState(r.place[j]) || a.role != nil && ofTowns[a.role.code]) {
			i = r.place[j].Tokens.End
		}
	}
	if r.at(i).Class == text.Open {
		for j := i + 1; j < i+longest; j++ {
			if r.at(j).Class == text.Close {
				i = j + 1
				break
			}
		}
	}
	if r.at(i).Class == text.Comma {
		i++
	}
	if r.at(i).Is(keyAnd) {
		i++
	}
	return i > a.tokens.End && i == r.styles(b.tokens.First, r.doc.Sentences[b.sentence])
}

// listed accepts names that stand in one list with others that are accepted:
// "Max Carey, Kiki Cuyler, Rabbit Maranville, and Pie Traynor".
func (r *reader) listed() {
	for i := range r.cands {
		c := &r.cands[i]
		if c.score >= enough || c.score < 1 || r.words(c.tokens) < 2 {
			continue
		}
		if i > 0 && r.cands[i-1].score >= enough && r.joins(&r.cands[i-1], c) || i+1 < len(r.cands) && r.cands[i+1].score >= enough && r.joins(c, &r.cands[i+1]) {
			c.add(2, "in a list with names of people")
		}
	}
}

// repeated accepts a single word that the document writes several times when the
// witness takes it for a person on the whole, if less surely here.
func (r *reader) repeated() {
	type tally struct {
		times  int
		chance float32
		inside bool // once at least not at the beginning of a sentence
	}
	tallies := map[uint64]tally{}
	for i := range r.cands {
		if c := &r.cands[i]; c.asked && c.tokens.Len() == 1 {
			first := r.doc.Tokens[c.tokens.First]
			t := tallies[first.Key]
			tallies[first.Key] = tally{t.times + 1, t.chance + c.chance, t.inside || !first.Has(text.SentStart)}
		}
	}
	for i := range r.cands {
		c := &r.cands[i]
		if !c.asked || c.tokens.Len() != 1 || c.score >= enough {
			continue
		}
		if t := tallies[r.doc.Tokens[c.tokens.First].Key]; t.times > 1 && t.inside && t.chance >= repeatedly*float32(t.times) {
			c.add(enough-c.score, "the witness takes it for a person elsewhere")
		}
	}
}

func (r *reader) known(c candidate) *known {
	given, fam := r.parts(c.tokens)
	return &known{first: c.tokens.First, name: r.name(c.tokens), given: given, family: fam, sure: c.score >= sure}
}

// mention makes the mention of a candidate, or says that it is none.
func (r *reader) mention(c candidate, family map[uint64]*known) (pipeline.Mention, bool) {
	given, fam := r.parts(c.tokens)
	name, rule := r.name(c.tokens), c.rule
	if !c.short && c.score < enough || c.tokens.Len() == 1 && c.role == nil && c.score < sure && r.ofMany[r.doc.Tokens[c.tokens.First].Key] {
		return pipeline.Mention{}, false
	}
	if c.short {
		k := family[text.KeyOf(fam)]
		if bare := withoutArticle(fam); k == nil && bare != fam {
			k = family[text.KeyOf(bare)]
		}
		switch {
		case k != nil && k.shared && c.score < enough:
			return pipeline.Mention{}, false
		case c.score < open && (k == nil || !k.sure || k.family != fam || k.given == ""):
			return pipeline.Mention{}, false // little speaks for it but that someone bears the name
		case k != nil && k.meantAt(c.tokens.First) && agrees(given, k.given):
			if c.score < enough {
				c.add(5, "the document names "+k.name)
			}
			name, given, fam = k.name, k.given, k.family
			if rule == "name" {
				rule = "short-name"
			}
		case c.score < enough:
			return pipeline.Mention{}, false
		}
	}
	strength := pipeline.Likely
	if c.score >= sure {
		strength = pipeline.Certain
	}
	m := pipeline.Mention{
		Kind: pipeline.Person, Tokens: c.tokens, Value: name, Entity: pipeline.EntityID(pipeline.Person, name, ""), Rule: rule, Why: strings.Join(c.why, "; "),
		Strength: strength, Person: &pipeline.PersonValue{Given: given, Family: fam, Country: c.country},
	}
	if ro := c.role; ro != nil {
		m.Person.Role, m.Person.Office, m.Person.Country, m.Person.Organization = r.roleText(ro), r.codeOf(ro), cmp.Or(ro.country, c.country), ro.organization
		m.Person.RoleTokens = ro.words
		if ro.inferred && ro.country != "" {
			m.Inferred = append(m.Inferred, "country")
		}
	}
	return m, true
}
