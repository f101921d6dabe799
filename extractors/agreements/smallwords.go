package agreements

import (
	"strings"

	"chancery/pipeline/text"
)

// about takes "on", "concerning", "relating to", "amending": what the
// instrument is about.
func (w *tail) about() bool {
	next := w.i + 1
	word := w.reader.word(w.i)
	switch word {
	case "relating", "relative", "pertaining":
		if !w.has(next, to) {
			return false
		}
		next++
	case "providing":
		if w.has(next, for_) {
			next++
		}
		if !w.empty && !w.inParty || w.t.left.words+w.t.left.pairs > 0 {
			return false // "the Bonn Agreements providing for German membership"
		}
	case "on", "concerning", "regarding", "respecting", "amending", "extending", "supplementing", "modifying", "implementing", "replacing", "terminating":
	default: // a participle that may as well go on with the sentence: "the Treaty of Paris ending the war"
		if !w.empty && !w.inParty {
			return false
		}
	}
	next, _ = w.pastArticle(next)
	if next >= w.limit || w.class(next) != text.Word && w.class(next) != text.Quote || w.world.date(next) != nil {
		return false
	}
	n := w.entry(next)
	if !w.tokens[next].Capital() && (n.roles&(inert|stop|count) != 0 || w.empty && w.t.left.words+w.t.left.pairs > 0 && !w.t.left.frame && n.roles&(noun|topic) == 0) {
		return false // "the Oslo Accords on religious grounds"
	}
	w.topicFrom(next)
	w.caps = w.tokens[next].Capital() && !w.small
	w.i = next
	return true
}

// between takes the parties, unless they are "the two countries".
func (w *tail) between(next int) bool {
	for j := next; ; j++ {
		if j >= w.limit || j > next+8 {
			return false
		}
		if w.tokens[j].Capital() || w.class(j) == text.Quote {
			break
		}
		if w.bodies(j) || w.has(j, people) && !w.has(j, vague) && w.has(j+1, of) && !w.small {
			break
		}
		if w.has(j, vague) && !(w.has(j, people) && w.has(j+1, of)) || w.has(j, stop|subject) || w.class(j) != text.Word {
			return false
		}
	}
	w.inParty = true
	w.t.parties = text.Range{First: w.i + 1}
	w.caps = w.tokens[next].Capital()
	return true
}

// bodies reports whether "two" at token i counts parties that are bodies of the two states:
// "between the two parliaments".
func (w *tail) bodies(i int) bool {
	if word := w.reader.word(i); word != "two" || i+1 >= w.limit {
		return false
	}
	i++
	if w.has(i, topic|plain|people) && i+1 < w.limit && w.class(i+1) == text.Word && w.has(i+1, people) { // "foreign ministries"
		i++
	}
	return w.has(i, people) && !w.has(i, vague)
}

func (w *tail) ofLink(n entry, capital bool) bool {
	if w.empty && n.roles&refused != 0 && w.t.entry.roles&formal != 0 && !(w.t.left.joint && w.has(w.i+1, paper)) { // "Joint Declaration of Intent"
		w.refused = true
		return false
	}
	if n.roles&people != 0 && !w.onTopic && !w.inParty && w.t.parties.First == 0 { // "of the heads of state of the Republics of ..."
		w.inParty = true
		w.t.parties.First = w.i + 1
	}
	if capital {
		return n.roles&office == 0 || !w.empty
	}
	if w.empty || w.caps {
		if n.roles&(topic|people) == 0 {
			return false
		}
		w.caps = w.caps && n.roles&people != 0
	}
	return true
}

// andLink takes "and" where it joins words of one title, and not two
// instruments or two clauses.
func (w *tail) andLink(n entry, next int, capital, article bool) bool {
	if (n.roles&(stop|plan) != 0 || strings.HasSuffix(w.reader.word(next), "ly")) && !capital || w.empty && !w.line || w.indefinite() {
		return false
	}
	place := w.isPlace(next) || w.world.demonym(next) != ""
	switch {
	case n.roles&isHead != 0 && n.roles&strong != 0 && capital, article && capital && !w.inParty && w.ahead(next, isHead):
		return false
	case w.inParty:
		return capital || n.roles&people != 0 || !w.caps && !article
	case n.roles&isHead != 0 && n.roles&strong != 0, capital && n.roles&office != 0:
		return false
	case capital && place && w.t.isMany() && !w.onTopic: // "Treaties of Wangxia and Tianjin"
		return true
	case w.proper && place && w.jointly():
		w.inParty, w.t.parties.First = true, w.t.head+2
		return true
	case w.small && w.onTopic && w.qualifies(next): // "the rights of U.S. and Dutch consuls"
		return true
	case w.proper:
		return false
	case capital && place, article && (!w.onTopic || !capital):
		return false
	case capital:
		return true
	case w.caps:
		return n.roles&topic != 0 && !w.onTopic
	}
	return n.roles&(sign|link) == 0 && !w.verb(next)
}

// qualifies reports whether a demonym before a small noun stands at token i.
func (w *tail) qualifies(i int) bool {
	return w.world.demonym(i) != "" && w.tokens[i].Capital() && i+1 < w.limit && w.tokens[i+1].Has(text.Lower) && !w.has(i+1, link|stop|sign|plan)
}

// jointly reports whether nothing but "of" and one country stands behind the head of a
// joint instrument: "Joint Communiqué of Japan" before "and Peru".
func (w *tail) jointly() bool {
	j, _ := w.pastArticle(w.t.head + 2)
	at, v := w.world.place(j)
	return w.t.left.joint && !w.onTopic && w.has(w.t.head+1, of) && v != nil && at.End == w.i
}

// indefinite reports whether "a" or "an" stands behind the link: a new thing begins.
func (w *tail) indefinite() bool {
	word := ""
	if w.i+1 < w.limit {
		word = w.reader.word(w.i + 1)
	}
	return word == "a" || word == "an"
}

// verb reports whether the small word at token i looks like a verb in the past.
func (w *tail) verb(i int) bool {
	word := w.reader.word(i)
	if len(word) < 5 || word[len(word)-2:] != "ed" {
		return false
	}
	return i+1 >= w.limit || w.has(i+1, link|det) || w.class(i+1) != text.Word || w.tokens[i+1].Capital()
}

func (w *tail) withLink(n entry, next int, capital bool) bool {
	if (w.has(next, field) || w.reader.word(next) == "regard") && w.has(next+1, to) {
		j, _ := w.pastArticle(next + 2)
		if j >= w.limit {
			return false
		}
		w.topicFrom(j)
		w.caps, w.i = w.tokens[j].Capital(), j
		return true
	}
	if n.roles&office != 0 || w.has(next, vague) {
		return false
	}
	if capital && w.caps && w.t.left.definite && w.t.left.words == 0 && (w.isPlace(next) || w.has(next, people)) {
		w.t.parties = text.Range{First: w.i + 1}
		w.inParty, w.i = true, next
		return true
	}
	if !w.caps && w.onTopic && !w.small {
		w.i = next
		return true
	}
	if w.small && !w.onTopic && !w.inParty && w.subjectBehind(next) { // "an agreement with Peru on fisheries"
		w.t.parties = text.Range{First: w.i + 1}
		w.inParty, w.i = true, next
		return true
	}
	return false
}

// toLink takes "to" before another instrument ("Protocol to the North Atlantic
// Treaty"), before a verb in capitals ("Agreement to Amend"), and in a subject
// in small letters.
func (w *tail) toLink(next int, capital, article bool) bool {
	if purposes.Has(w.tokens[next]) && !capital && !means.Has(w.tokens[w.i-1]) { // "on trade to boost growth"
		return false
	}
	if !w.caps && w.onTopic || w.has(w.i-1, field) && w.tokens[w.i-1].Capital() { // "With Respect to Germany"
		return true
	}
	if w.has(w.i-1, subject) && w.tokens[w.i-1].Capital() { // "Relating to International Carriage"
		return capital
	}
	if w.small && w.inParty && w.has(next, verb) { // "a convention with Peru to avoid double taxation"
		w.topicFrom(next)
		return true
	}
	if !capital && !w.nestedAhead(next) {
		return false
	}
	if w.empty && !article && w.has(next, verb) {
		w.topicFrom(next)
		return true
	}
	return w.nestedAhead(next)
}

// purposes begin what an instrument is meant to bring about, which is no part of its name
// but behind means: "on measures to promote trade".
var (
	purposes = text.NewSet("boost", "mark", "expand", "strengthen", "deepen", "enhance", "increase", "encourage", "help", "allow", "enable", "ease", "pave", "ensure", "facilitate", "promote", "develop", "improve", "support", "cement", "bolster", "broaden", "advance", "foster", "intensify", "work", "cooperate", "end", "open", "further")
	means    = text.NewSet("measures", "efforts", "steps", "action", "actions", "ways", "commitment", "commitments", "initiative", "initiatives", "mechanism", "mechanisms", "projects", "programme", "programmes", "undertaking")
)

// language reports whether nothing but languages stands from token i on: "in Arabic and
// English".
func (w *tail) language(i int) bool {
	if i+2 < len(w.tokens) && w.has(i+1, and) && w.world.demonym(i+2) != "" {
		i += 2
	}
	return w.tokens[i].Capital() && w.world.demonym(i) != "" && (i+1 >= len(w.tokens) || w.class(i+1) != text.Word)
}

// nestedAhead reports whether an instrument is named within the next words.
func (w *tail) nestedAhead(i int) bool {
	return w.ahead(i, strong|formal)
}

// ahead reports whether a head of one of the forms follows within the next words.
func (w *tail) ahead(i int, forms role) bool {
	for j := i; j < i+8 && j < w.limit; j++ {
		if w.has(j, forms) {
			return w.tokens[j].Capital() || w.t.entry.roles&(change|strong) != 0
		}
		if w.class(j) != text.Word && w.class(j) != text.Dash || w.has(j, stop) || w.tokens[j].Has(text.Lower) && w.has(j, force) {
			return false
		}
	}
	return false
}

// beside are the words of "in respect to", which are no part of a subject.
var beside = text.NewSet("respect", "relation", "regard", "connection")

// inLink takes "in the field of ..." and places that a subject is about.
func (w *tail) inLink(n entry, next int, capital bool) bool {
	switch {
	case w.has(next, field):
		if j := next + 1; w.has(j, of|with|to) {
			k, _ := w.pastArticle(j + 1)
			if !w.onTopic && beside.Has(w.tokens[next]) && k < w.limit {
				w.topicFrom(k)
			} else if !w.onTopic {
				w.topicFrom(next)
			}
			if k < w.limit {
				w.caps, w.i = w.tokens[k].Capital() && w.caps, k
				return true
			}
		}
		return false
	case n.roles&inert != 0 && !capital, n.roles&count != 0 && !capital, w.indefinite(), w.language(next):
		return false
	case w.isPlace(next):
		if !w.caps || w.isCity(next) || !w.onTopic && (w.empty || w.proper || !w.isRegion(next)) {
			return false
		}
	case capital:
		if !w.caps || !w.onTopic {
			return false
		}
	case w.caps || w.small && !w.onTopic:
		return false
	}
	w.i = next
	return true
}
