package people

import (
	"strings"

	"chancery/pipeline/text"
)

// innerStyle reports whether a style at token i stands inside a name, and a name
// goes on behind it: "Abu Hassan Haji Omar", "Mohamad bin Haji Hasan", "Hassan
// Sheikh Mohamud".
func (r *reader) innerStyle(i int) bool {
	p, t := r.at(i-1), r.at(i)
	if p.Class != text.Word || !r.at(i+1).Capital() || honorifics.Has(p) || malay.Has(p) || r.isRole(i-1) {
		return false
	}
	switch {
	case p.Has(text.Lower):
		return particles.Has(p)
	case t.Is(keyHaji):
		return true
	}
	return givenNames.Has(p) && !t.Has(text.SentStart)
}

// nameThatIsWord reports whether a common word at token i is part of a name that an
// office or a style announces: the syllable behind a family name, "Ambassador Chen
// Song", or the month that someone is called by, "Minister January Makamba".
func (r *reader) nameThatIsWord(i int) bool {
	const syllable = 5 // letters
	t, p, next := r.at(i), r.at(i-1), r.at(i+1)
	if t.Has(text.SentStart) || t.Class != text.Word {
		return false
	}
	if months.Has(t) {
		return r.announced(i) && next.Has(text.Title) && next.Class == text.Word && !stops.Has(next) && !r.isRole(i+1)
	}
	if t.Has(text.Title) && t.Len() <= syllable && surnames.Has(p) && p.Len() < syllable && next.Has(text.Title) && next.Len() <= syllable &&
		!stops.Has(next) && !tails.Has(next) && r.place[i] == nil && r.place[i+1] == nil && !p.Has(text.SentStart) && !r.at(i+2).Capital() {
		return true // "Kim Song Nam"
	}
	return t.Has(text.Title) && t.Len() <= syllable && surnames.Has(p) && (!givenNames.Has(p) || p.Has(text.Upper) || surnames.Has(t)) && r.announced(i-1) &&
		!next.Capital() && next.Class != text.Number
}

// familyFirst reports whether a common word at token i is the family name before the given
// ones, that an office or a style announces, "President To Lam", or which are syllables of
// names, "met To Anh Dung"; or the article of Bali, "I Gede Swajaya".
func (r *reader) familyFirst(i int) bool {
	const syllable = 6 // letters
	t, next, third := r.at(i), r.at(i+1), r.at(i+2)
	if t.Is(keyI) && balinese.Has(next) && next.Has(text.Title) {
		return true
	}
	if !t.Has(text.Title) || !next.Has(text.Title) || !surnames.Has(t) {
		return false
	}
	return r.announced(i) || !t.Has(text.SentStart) && third.Has(text.Title) && next.Len() <= syllable && third.Len() <= syllable && (givenNames.Has(next) || surnames.Has(next))
}

// lastSyllable reports whether a common word at token i is the last of the syllables behind
// a family name, as nothing else with a capital is before a comma: "Tran Huu The,".
func (r *reader) lastSyllable(i int) bool {
	const syllable = 5 // letters
	t, p, family, next := r.at(i), r.at(i-1), r.at(i-2), r.at(i+1)
	return t.Has(text.Title) && t.Len() <= syllable && p.Has(text.Title) && p.Len() <= syllable+2 && !stops.Has(p) && surnames.Has(family) && family.Has(text.Title) && !p.Has(text.SentStart) && !t.Has(text.SentStart) &&
		p.Class == text.Word && family.Class == text.Word && (next.Class == text.Comma || next.Class == text.Dot || next.Class == text.Semi || next.Class == text.Close)
}

var monthNames = text.NewSet("january", "march", "april", "may", "june", "august", "july")

// familyThatIsWord reports whether a common word at token i is the family name behind a
// given name that an office or a style announces, "Ms. Catherine West", or before the
// letters of an honour; or behind a given name with its initial, "William R. Day", or two
// given names of whom the sentence tells what only people do.
func (r *reader) familyThatIsWord(i int) bool {
	t, p, next := r.at(i), r.at(i-1), r.at(i+1)
	if !t.Has(text.Title) || !wordNames.Has(t) {
		return false
	}
	if !next.Capital() && (r.initialed(i-1) || givenNames.Has(p) && givenNames.Has(r.at(i-2)) && r.tellsOfOne(i+1)) {
		return true
	}
	if !givenNames.Has(p) || !p.Has(text.Title) || t.Has(text.SentStart) || p.Has(text.SentStart) && !r.announced(i-1) {
		return false
	}
	if letters.Has(next) && next.Has(text.Upper) {
		return true
	}
	if t.Is(keyWest) && r.at(i-2).Has(text.Lower) && (next.Class == text.Comma || next.Class == text.Dot || verbs.Has(next)) {
		return true // "the studio of Benjamin West,"
	}
	return (r.announced(i-1) || r.announced(i-2) && givenNames.Has(r.at(i-2))) && !next.Capital()
}

// styledFamily reports whether the name of a country at token i is the family name behind a style
// and a given name: "Sir Charles Oman", "Mr. Michael Jordan".
func (r *reader) styledFamily(i int) bool {
	p, s := r.at(i-1), r.at(i-2)
	if s.Class == text.Dot {
		s = r.at(i - 3)
	}
	return givenNames.Has(p) && p.Has(text.Title) && named.Has(s) && s.Capital() && r.place[i-1] == nil && !r.at(i+1).Capital()
}

// named are the styles that stand before given names and family names alike.
var named = text.NewSet("mr", "mrs", "ms", "miss", "sir", "dr", "dame")

// initialed reports whether the full stop at token i ends the initial behind a given name.
func (r *reader) initialed(i int) bool {
	return r.at(i).Class == text.Dot && !r.at(i).Has(text.Spaced) && r.at(i-1).Has(text.Initial) && givenNames.Has(r.at(i-2)) && r.at(i-2).Has(text.Title)
}

// tellsOfOne reports whether a verb at token i tells of a person, and not of a building or
// a day: "served", "was appointed".
func (r *reader) tellsOfOne(i int) bool {
	if auxiliaries.Has(r.at(i)) {
		return onePassive.Has(r.at(i + 1))
	}
	return verbs.Has(r.at(i))
}

var (
	auxiliaries = text.NewSet("was", "is", "had", "has", "became")
	onePassive  = text.NewSet("appointed", "born", "elected", "nominated", "sworn", "educated", "married", "admitted", "commissioned", "promoted", "raised")
)

// nameBehind reports whether the name of a person, and not the rest of a place's, stands at
// token i behind a place: "In Moscow Lavrov said", "In Vienna Anna Kos met him".
func (r *reader) nameBehind(i, end int) bool {
	return i < end && r.at(i).Capital() && !givenNames.Has(r.at(i-1)) && (renowned.Has(r.at(i)) || givenNames.Has(r.at(i)) && i+1 < end && r.at(i+1).Capital())
}

// announced reports whether an office or a style stands right before token i.
func (r *reader) announced(i int) bool {
	p := r.at(i - 1)
	if p.Class == text.Dot && !p.Has(text.Spaced) {
		p = r.at(i - 2)
	}
	if n := len(r.cands); p.Is(keyAnd) && n > 0 && r.cands[n-1].tokens.End == i-1 && r.cands[n-1].role != nil && r.plural(r.cands[n-1].role) {
		return true // "former Presidents Mandela and de Klerk"
	}
	return r.isRole(i-1) || honorifics.Has(p) && p.Capital() || r.style(i-1)
}

// arabicArticles begin a family name behind a given name that ends with an apostrophe.
var arabicArticles = text.NewSet("al", "el")

var months = text.NewSet("january", "february", "april", "june", "july", "august", "october", "november")

// afterLetters is the token behind the letters of honours that stand at token i after
// a name: "Ben Llewellyn-Jones OBE", "Dame Anna Kos, DBE, High Commissioner".
func (r *reader) afterLetters(i, end int) int {
	for {
		j := i
		if r.at(j).Class == text.Comma {
			j++
		}
		if j >= end || r.at(j).Has(text.SentStart) {
			return i
		}
		if k := r.dotted(j, end); k > j {
			i = k
			continue
		}
		bracketed := r.at(j).Class == text.Open && r.at(j+2).Class == text.Close // "(MP)"
		if bracketed {
			j++
		}
		if !letters.Has(r.at(j)) || !r.at(j).Has(text.Upper) && !bracketed {
			return i
		}
		if i = j + 1; bracketed {
			i++
		}
	}
}

// letterRow reports whether token i is a row of a few capitals behind a name in mixed
// case, and ends it: "Ewen McDonald PSM", but not "Ahmed Moalim FIQI".
func (r *reader) letterRow(i int) bool {
	const most = 4 // bytes
	t, p := r.at(i), r.at(i-1)
	return t.Has(text.Upper) && !t.Has(text.Initial) && t.Len() <= most && t.Has(text.Spaced) && p.Has(text.Title) && !suffixes.Has(t) && !surnames.Has(t) && !givenNames.Has(t) && !r.at(i+1).Capital() &&
		(letters.Has(t) || !strings.ContainsAny(r.doc.Word(i), "AEIOUY"))
}

// dotted is the token behind the letters with full stops at token i that are those of
// an honour or a degree: "C.M.G.", "K.C.V.O."; i for none, as for two letters alone.
func (r *reader) dotted(i, end int) int {
	const fewest, most = 3, 5
	n, j := 0, i
	for ; j+1 < end && n <= most && r.at(j).Has(text.Initial) && r.at(j+1).Class == text.Dot && (n == 0 || !r.at(j).Has(text.Spaced)); j += 2 {
		n++
	}
	if n < fewest || n > most {
		return i
	}
	return j
}

// rankOnly gives who is styled an ambassador by a bare word before the name the office
// that an apposition behind it tells in full: "Ambassador A, Permanent Representative of
// Poland".
func (r *reader) rankOnly(c *candidate, s text.Range) {
	if c.role == nil || c.role.code != "ambassador" || c.role.tokens.Len() != 1 || c.rule != "office-before" || r.at(c.tokens.End).Class != text.Comma {
		return
	}
	if ro := r.roleAfter(c.tokens.End, s); ro != nil && (ro.country != "" || ro.organization != "" || ro.words.Len() > 2) && !borne[ro.code] && !callings[ro.code] && !r.at(c.tokens.End+1).Is(keyWho) {
		c.role, c.rule = ro, "office-after"
	}
}

// speaks reports whether "I" at token j is who speaks, and no part of the name that begins at
// token i, nor the number of a ruler: "Before coming to Oslo I served", "told Joyce I would".
func (r *reader) speaks(i, j int) bool {
	next := r.at(j + 1)
	if !r.at(j).Is(keySpeaker) || !r.at(j).Has(text.Upper) || !next.Has(text.Lower) || next.Class != text.Word {
		return false
	}
	if r.place[j-1] != nil {
		return true
	}
	if r.isRole(i - 1) {
		return false
	}
	return !ruled.Has(next) && !strings.HasSuffix(r.doc.Word(j+1), "ed") || r.at(i).Has(text.SentStart) && !givenNames.Has(r.at(i))
}

// ruled are the words that stand behind the number of a ruler.
var ruled = text.NewSet("of", "was", "is", "became", "had", "has", "and", "or", "in", "on", "at", "to", "for", "by", "from", "with", "who", "as", "but", "ruled", "reigned", "died", "made", "founded", "issued", "gave", "sent", "signed", "ordered", "granted", "abdicated", "succeeded", "ascended", "visited", "built", "took", "came", "went", "moved", "that", "style")
