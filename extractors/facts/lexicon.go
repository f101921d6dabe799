package facts

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed words.tsv
var wordList string

// A sense is what a word can mean for a rule; the senses of one word are added up.
type sense uint64

// The senses of words.tsv, in the order of senseNames.
const (
	establish sense = 1 << iota
	resume
	sever
	closing
	elevate
	move
	exist
	recognize
	grant
	relations
	consular
	ties
	normal
	independence
	government
	visit
	travel
	pay
	receive
	meet
	meeting
	hold
	confer
	appoint
	assume
	serve
	credentials
	present
	leave
	not
	until
	plan
	modal
	to
	with
	between
	by
	of
	in
	on
	from
	for_
	as
	during
	and
	be
	aux
	article
	its
	pronoun
	both
	country
	barrier
	who
	status
	stateVisit
	officialVisit
	workingVisit
	privateVisit
	mission
	announce
	begin
	first // one of a row: "the first country to recognize ..."
	verb  // a verb that no rule asks for

	acts   = establish | resume | sever | closing | elevate | move | recognize | grant | visit | travel | pay | receive | meet | hold | confer | appoint | assume | serve | present | leave
	speaks = acts | meeting | relations | ties | consular | mission | credentials // senses that make a sentence worth reading
	preps  = to | with | between | by | of | in | on | from | for_ | as | during
	types  = stateVisit | officialVisit | workingVisit | privateVisit
)

var senseNames = map[string]sense{
	"establish": establish, "resume": resume, "sever": sever, "close": closing, "elevate": elevate, "move": move, "exist": exist,
	"recognize": recognize, "grant": grant, "relations": relations, "consular": consular, "ties": ties, "normal": normal,
	"independence": independence, "government": government, "visit": visit, "travel": travel, "pay": pay, "receive": receive, "meet": meet, "meeting": meeting,
	"hold": hold, "confer": confer, "appoint": appoint, "assume": assume, "serve": serve, "credentials": credentials, "present": present,
	"leave": leave, "not": not, "until": until, "plan": plan, "modal": modal, "to": to, "with": with, "between": between, "by": by, "of": of,
	"in": in, "on": on, "from": from, "for": for_, "as": as, "during": during, "and": and, "be": be, "aux": aux, "article": article, "its": its,
	"pronoun": pronoun, "both": both, "country": country, "barrier": barrier, "who": who, "status": status, "state": stateVisit, "official": officialVisit,
	"working": workingVisit, "private": privateVisit, "mission": mission, "announce": announce, "first": first, "begin": begin,
}

// A form is how a word stands in a sentence; the forms of one word are added up.
type form uint8

// The forms of words.tsv.
const (
	past form = 1 << iota
	presentTense
	base
	gerund
	noun
)

var formNames = map[string]form{"past": past, "present": presentTense, "base": base, "gerund": gerund, "noun": noun}

// An entry is all that is known of one phrase.
type entry struct {
	senses  sense
	forms   form
	mission string // type of mission, of a mission's word
}

// words is the lexicon; an unknown sense in the data file shows in the tests.
var words = func() *text.Phrases[entry] {
	all := map[string]entry{}
	for line := range strings.SplitSeq(wordList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.SplitN(line, "\t", 3)
		phrases := strings.Split(f[2], ";")
		for _, p := range phrases {
			e := all[p]
			e.senses |= senseNames[f[0]]
			e.forms |= formNames[f[1]]
			if f[0] == "mission" {
				e.mission = phrases[0]
			}
			all[p] = e
		}
	}
	return text.NewPhrases(all)
}()

// verbs are common irregular pasts that end a clause's noun phrase.
var verbs = text.NewSet("held", "took", "gave", "made", "said", "told", "sent", "went", "came", "became", "began", "wrote", "spoke", "brought",
	"led", "saw", "found", "left", "remained", "stood", "won", "lost", "fell", "died", "built", "bought", "sold", "thought", "put", "let", "got", "knew", "rose", "drew", "grew",
	"fought", "kept", "ran", "fled", "flew", "fed", "felt", "bore", "bound", "caught", "dealt", "drove", "forbade", "forgot", "froze", "hid", "hit", "laid", "lent", "meant",
	"overthrew", "rode", "sank", "sat", "shook", "shot", "slept", "struck", "swept", "swore", "taught", "threw", "understood", "withdrew", "wore", "is", "are", "was", "were", "has", "have", "had")
