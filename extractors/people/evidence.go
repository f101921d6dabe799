package people

import (
	"chancery/extractors/gazetteer"
	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// The weights of evidence. A name is accepted from enough on, and is certain
// from sure on. From open on a name may yet be explained by another mention; the
// witness is asked where its word would be enough.
const (
	open   = 0
	enough = 3
	sure   = 6

	mostReasons = 6 // that most names have

	believed = 0.5 // the chance from which the witness's word counts as its word
	// repeatedly is the mean chance from which it counts for a word that the
	// document writes several times.
	repeatedly = 0.35
)

// weigh gathers the evidence for a name and says whether it is one, or may be
// one that another mention explains.
func (r *reader) weigh(n int, s, tokens text.Range) (candidate, bool) {
	c := candidate{tokens: tokens, sentence: n, rule: "name", why: make([]string, 0, mostReasons)}
	r.trimStyle(&c)
	if r.lettersOnly(tokens) {
		return c, false
	}
	if r.styles(c.tokens.First, s) == c.tokens.First {
		r.trim(&c)
	}
	if r.broken(c.tokens.End) {
		return c, false
	}
	if r.noName(&c) {
		return c, false
	}
	r.weighBefore(&c, s)
	r.goOn(&c, s)
	r.weighWords(&c)
	r.weighAfter(&c, s)
	single := r.words(c.tokens) == 1
	if c.role == nil && c.score < sure {
		r.weighCommon(&c)
	}
	if c.role == nil && c.score > open && c.score < enough && r.soundsAsName(c.tokens) {
		c.formed = true
		c.add(2, "a word with the ending of a name")
	}
	if c.score < sure && c.role == nil && r.witness != nil && !r.loud && r.open(c.tokens) {
		r.ask(&c)
		r.familyAtEnd(&c)
	}
	if single {
		r.naming(&c, s)
		r.weighShare(&c)
	}
	c.short = single || r.hyphenJoined(c.tokens) || r.family(c.tokens) || r.initials(c.tokens)
	known := c.score >= open && (c.short || !single) || c.score >= open-1 && r.hyphenJoined(c.tokens)
	if kept := c.score >= enough || known || c.asked && single && c.chance > 0.05; kept || !single || !r.standsAlone(c.tokens) {
		return c, kept
	}
	c.asked = false // only that someone bears the name can speak for it
	return c, true
}

func (c *candidate) add(n int, why string) {
	c.score += n
	c.why = append(c.why, why)
}

// trimStyle drops a style that a name seems to begin with: "Tan Sri Muhyiddin
// Yassin", "Tun Mahathir Mohamad", "Don José de Garay".
func (r *reader) trimStyle(c *candidate) {
	first, next := r.at(c.tokens.First), r.at(c.tokens.First+1)
	if c.tokens.Len() < 3 {
		return
	}
	switch {
	case tan.Has(first) && malay.Has(next):
		c.tokens.First += 2
	case (first.Is(keyTun) || first.Is(keyDon)) && givenNames.Has(next):
		c.tokens.First++
	default:
		return
	}
	c.add(6, "an honorific before it")
	c.rule = "honorific"
}

// trim drops words at the beginning that belong to no name: a verb that begins
// the sentence, and what the witness sees before a person and not in the name,
// as "Sheriff" in "Sheriff Don Eslinger".
func (r *reader) trim(c *candidate) {
	first := r.doc.Tokens[c.tokens.First]
	if c.tokens.Len() < 2 || givenNames.Has(first) || r.isRole(c.tokens.First-1) || first.Is(keyU) {
		return
	}
	if first.Has(text.SentStart) && (verbs.Has(first) || succeeding.Has(first)) {
		c.tokens.First++
		return
	}
	if people.Has(first) && r.words(c.tokens) == 2 && first.Has(text.Title) && !lastNames.Has(first) && lastNames.Has(r.at(c.tokens.First+1)) && !givenNames.Has(r.at(c.tokens.First+1)) {
		c.tokens.First++ // "Publisher Richardson"
		return
	}
	if people.Has(first) && r.words(c.tokens) > 2 && !r.isRole(c.tokens.First) && !first.Has(text.Initial) && !lastNames.Has(first) && (givenNames.Has(r.at(c.tokens.First+1)) || r.soundsAsName(text.Range{First: c.tokens.First + 1, End: c.tokens.End})) {
		c.tokens.First++ // "Astronaut Rakesh Sharma"
		return
	}
	if first.Has(text.Upper) && !first.Has(text.Initial) && first.Len() <= 4 && !surnames.Has(first) && r.words(c.tokens) > 2 && givenNames.Has(r.at(c.tokens.First+1)) {
		c.tokens.First++ // "DCI Allen W. Dulles"
		return
	}
	if r.witness == nil || r.words(c.tokens) < 3 || !r.at(c.tokens.First+1).Capital() || surnames.Has(first) || r.at(c.tokens.First-1).Class == text.Colon {
		return
	}
	if r.eastern(c.tokens.First+1) && r.unlisted(c.tokens.First) {
		return // "Amandeep Singh Gill"
	}
	tail := text.Range{First: c.tokens.First + 1, End: c.tokens.End}
	if p := r.witness.Chance(c.sentence, tail, ner.Person); p >= believed && p > 2*r.witness.Chance(c.sentence, c.tokens, ner.Person) {
		c.tokens = tail
	}
}

// weighBefore looks at what stands before the name.
func (r *reader) weighBefore(c *candidate, s text.Range) {
	i := c.tokens.First
	if i > s.First && r.glottal(i) {
		i--
	}
	prev := r.at(i - 1)
	if i > s.First {
		j := i - 1
		if prev.Class == text.Dot {
			j--
		}
		if r.style(j) && !r.patron(j, s) || r.malayStyle(j, s) || prev.Class == text.Dot && r.letteredBefore(i) < i {
			c.add(6, "an honorific before it")
			c.rule = "honorific"
		}
	}
	if ro := r.roleBefore(c.tokens.First, s); ro != nil {
		c.role = ro
		c.rule = "office-before"
		c.add(6, "an office before it")
		if style[ro.code] {
			r.counterpart(c, s)
		}
		return
	}
	if r.patron(i, s) && r.words(c.tokens) == 2 || prev.Is(keySaints) {
		c.add(-4, "a saint whom something is named after")
	}
	if prev.Has(text.Possess) && r.words(c.tokens) > 1 && r.possessing(i) != "" {
		c.add(1, "a country's possessive before it")
	}
	r.weighGround(c, i, s)
	if prev.Is(keyThe) && i > s.First {
		c.add(-3, "an article before it")
	}
	if r.signs(c.tokens) || prev.Class == text.Colon && c.tokens.End == s.End && r.at(s.First).Is(keyFor) && r.words(c.tokens) > 1 {
		c.add(4, "a signature") // "For the Government of Iceland: A"
	}
	r.counterpart(c, s)
	switch {
	case r.words(c.tokens) == 1:
	case r.holds(c.tokens, s):
		c.formed = true
		c.add(2, "a line of a list of those who held an office")
	case r.succeeded(i, s):
		c.add(2, "what is said of people before it")
	case r.called(i, s):
		c.formed = true
		c.add(2, "what the person is by calling before it")
	}
}

// weighWords looks at the name itself.
func (r *reader) weighWords(c *candidate) {
	first, last := r.doc.Tokens[c.tokens.First], r.doc.Tokens[c.tokens.End-1]
	words := r.words(c.tokens)
	r.weighForm(c, words)
	if words == 1 && c.role == nil && c.tokens.Len() == 1 && !r.qualifies(c.tokens.First) && (renowned.Has(first) || r.leaderHere(c.tokens.First)) {
		c.formed = true
		c.add(3, "the name of a leader whom everybody knows")
	}
	if words > 1 && dynasties.Has(last) && r.at(c.tokens.End-2).Is(keyOf) {
		c.add(3, "of a ruling house")
	}
	if words == 1 && collective(r.doc.Word(c.tokens.First)) {
		c.add(-3, "a word of many or of a belief")
	}
	if words > 2 && juniors.Has(r.doc.Tokens[c.tokens.End-1]) || words > 2 && last.Class == text.Dot && juniors.Has(r.at(c.tokens.End-2)) {
		c.add(2, "a son's suffix")
	}
	if words > 1 && tails.Has(last) && !(c.formed && surnames.Has(last)) && !r.familyThatIsWord(c.tokens.End-1) {
		c.add(-6, "its last word is that of a thing")
	}
	if first.Has(text.Upper) && !first.Has(text.Initial) && last.Has(text.Upper) && !last.Has(text.Initial) && c.role == nil && !((r.loud || r.besideOffice(c)) && (givenNames.Has(first) || surnames.Has(first) || surnames.Has(last))) {
		c.add(-3, "written wholly in capitals")
	}
	if c.role == nil && words > 1 && landmarks.Has(first) {
		c.add(-6, "its first word is that of a place")
	}
	if p := r.place[c.tokens.First]; p != nil && p.Tokens.Len() == c.tokens.Len() && p.Strength >= pipeline.Likely {
		c.add(-3, "a place's name")
	}
	if words == 1 && c.role == nil && c.score < enough {
		if entries, n := gazetteer.Lookup(r.doc.Tokens, c.tokens.First, c.tokens.End); n == c.tokens.Len() && entries != nil {
			c.add(-2, "a place's name")
			if e := entries[0]; e.Kind == "country" || e.Kind == "former" {
				c.add(-2, "the name of a country")
			}
		}
	}
}

// weighCommon counts against a name the words that the document also writes in
// small letters: "Friendly Cooperation".
func (r *reader) weighCommon(c *candidate) {
	for i := c.tokens.First; i < c.tokens.End; i++ {
		if t := r.doc.Tokens[i]; t.Class == text.Word && t.Capital() && !givenNames.Has(t) && r.isCommon(t) {
			c.add(-2, "the document also writes "+r.doc.Word(i)+" small")
			return
		}
	}
}

// weighAfter looks at what follows the name.
func (r *reader) weighAfter(c *candidate, s text.Range) {
	i, next := c.tokens.End, r.at(c.tokens.End)
	if i >= s.End {
		r.officeBeside(c, s)
		return
	}
	if c.role != nil && (borne[c.role.code] || callings[c.role.code] || c.role.words.Len() == 1 && abbreviations.Has(r.at(c.role.words.First))) {
		if ro := r.roleAfter(i, s); ro != nil && (!borne[ro.code] || commands(ro) && !commands(c.role) && r.at(i).Class == text.Comma) && !callings[ro.code] {
			c.role = ro // "General Enoch Crowder was appointed Ambassador", "Amb. Amina Mohamed, Cabinet Secretary"
		}
	}
	r.rankOnly(c, s)
	r.officeBeside(c, s)
	if r.words(c.tokens) > 1 {
		r.naming(c, s)
	}
	if c.role == nil && (r.words(c.tokens) > 1 || r.witness == nil || r.open(c.tokens) && !r.inTown(c.tokens.First, s)) {
		if ro := r.roleAfter(i, s); ro != nil {
			c.role = ro
			c.rule = "office-after"
			c.add(4, "an office after it")
			if t := r.doc.Tokens[c.tokens.First]; t.Has(text.Upper) && !t.Has(text.Initial) && !r.loud && r.words(c.tokens) > 1 {
				c.add(2, "a speaker in capitals")
			}
		}
	}
	r.servedBehind(c, s)
	r.partyBehind(c, s.End)
	switch {
	case r.words(c.tokens) > 1 && c.role == nil && r.isOfCalling(i, s.End):
		c.formed = true
		c.add(2, "what the person is by calling after it")
	case next.Class == text.Comma && r.words(c.tokens) > 1 && r.at(i+1).Is(keyWho) && i+1 < s.End:
		c.add(2, "who after it")
	case next.Class == text.Word && verbs.Has(next):
		c.add(1, "what people do after it")
	case next.Class == text.Dash && !next.Has(text.Spaced) && c.role == nil:
		c.add(-2, "a compound")
	case next.Class == text.Open && r.doc.Tokens[c.tokens.First].Has(text.Upper) && !r.loud && r.words(c.tokens) > 1 && r.stateIn(i):
		c.add(5, "a speaker in capitals and a state")
	case next.Class == text.Open && r.words(c.tokens) > 1 && c.role == nil && r.stateIn(i) && r.amongEnvoys(c.tokens.First, s):
		c.country = r.place[i+1].Place.Country
		c.add(3, "a state in brackets after it, in a list of those who are sent")
	case next.Class == text.Comma && r.words(c.tokens) > 1 && r.reports(i+1):
		c.add(2, "the paper or agency that the person writes for after it")
	case next.Class == text.Comma && r.words(c.tokens) > 1 && r.calling(i+1, s.End):
		c.add(2, "what the person is by calling after it")
	case honours.Has(next) && next.Has(text.Upper) && r.words(c.tokens) > 1:
		c.add(4, "letters of an honour after it")
	case next.Class == text.Open && r.at(i+1).Class == text.Number && r.at(i+1).Len() == 4:
		c.add(1, "a year of birth after it")
	}
}
