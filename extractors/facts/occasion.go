package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// occasions are the words that lead to what a visit was for.
var occasions = text.NewPhrases(map[string]bool{
	"took part in": true, "took a part in": true, "take part in": true, "taking part in": true, "participated in": true, "participate in": true, "to attend": true,
	"attended": true, "attending": true, "on the occasion of": true, "on the margins of": true, "on the sidelines of": true, "within the framework of": true,
	"in the framework of": true, "to participate in": true, "participation in": true, "attends": true, "participates in": true, "takes part in": true,
	"to co-chair": true, "to chair": true,
})

// mostOccasion is how many tokens an occasion may have.
const mostOccasion = 24

// occasion is what the clause behind piece i says that the visit was for, as
// written and without its article, or "".
func (s *sentence) occasion(i int) string {
	tokens := s.doc.Tokens
	end := min(s.at.End, s.p(i).at.End+40)
	if s.says(i, "participation") {
		for k := i + 2; k < i+reachRight; k++ {
			if s.p(k).has(in) {
				return s.nounPhrase(s.p(k).at.End) // "participation of President A in the summit"
			}
		}
	}
	for k := i + 1; k < len(s.pieces) && s.p(k).at.First < end; k++ {
		if s.p(k).kind == date && s.opensNext(k) {
			end = s.p(k).at.First // another clause
		}
		if s.p(k).kind == comma && s.p(k-1).kind == date && s.attends(k+1) && s.event(k+1) >= 0 {
			end = s.p(k).at.First // ", attended the summit in Lima on 15 October 2019": another journey
		}
	}
	for k := s.p(i).at.End; k < end; k++ {
		if tokens[k].Class != text.Word {
			continue
		}
		if _, n := occasions.Longest(tokens, k, s.at.End); n > 0 {
			if s.datedApart(i, k) {
				return "" // "visited Oslo in 2012 and attended the Forum in 2021"
			}
			return s.nounPhrase(k + n)
		}
		if tokens[k].Is(keyFor) || tokens[k].Is(keyTo) && k+1 < end && tokens[k+1].Class == text.Word {
			if what := s.nounPhrase(k + 1); s.eventful(what) && !(tokens[k].Is(keyTo) && strings.Contains(what, " for ")) { // "to Vientiane for the Meeting"
				return what // "visited Ulaanbaatar for the 6th Joint Committee Meeting"
			}
		}
	}
	return ""
}

// bracketOccasion is the event that stands between the commas of the brackets at piece k: "on 5
// May 2022 (G20 Summit, Bali)"; "" for none.
func (s *sentence) bracketOccasion(k int) string {
	end := s.bracket(k)
	if s.p(k).kind != openSign {
		return ""
	}
	from := s.p(k).at.End
	for k++; k <= end; k++ {
		if s.p(k).kind != comma && k != end {
			continue
		}
		if what := s.doc.OneLine(text.Range{First: from, End: s.p(k).at.First}); from < s.p(k).at.First && s.eventful(what) {
			return what
		}
		from = s.p(k).at.End
	}
	return ""
}

// eventful reports whether a phrase is an event with a name, by its last word or that before
// "of", or one that is called after somebody or something: "funeral of the King".
func (s *sentence) eventful(phrase string) bool {
	head, _, of := strings.Cut(phrase, " of ")
	if last := phrase[strings.LastIndexByte(phrase, ' ')+1:]; capital(last) && (last != phrase && namedEvents[strings.ToLower(last)] || acronymEvents[strings.TrimRight(last, "0123456789-")]) {
		return true
	}
	last := head[strings.LastIndexByte(head, ' ')+1:]
	return of && (solemnities[strings.ToLower(last)] || last != head && namedEvents[strings.ToLower(last)] && (capital(last) || '0' <= head[0] && head[0] <= '9'))
}

func capital(word string) bool { return word != "" && 'A' <= word[0] && word[0] <= 'Z' }

// solemnities are what people travel to and what is said whose or of what they are.
var solemnities = map[string]bool{
	"inauguration": true, "funeral": true, "celebration": true, "celebrations": true, "coronation": true, "enthronement": true, "commemoration": true, "anniversary": true, "opening": true,
}

// namedEvents are the last words of the names of what people travel to.
var namedEvents = map[string]bool{
	"summit": true, "conference": true, "forum": true, "session": true, "meeting": true, "assembly": true, "congress": true, "dialogue": true,
	"commission": true, "committee": true, "expo": true, "games": true, "exhibition": true, "week": true, "festival": true, "fair": true, "parade": true, "inauguration": true, "enthronement": true, "day": true, "consultations": true,
}

// acronymEvents are events that are known by their initials: "COP28".
var acronymEvents = map[string]bool{"COP": true, "CHOGM": true, "UNGA": true, "TICAD": true, "FOCAC": true, "CICA": true, "EXPO": true, "ASEM": true, "OIC": true}

// nounPhrase is the words from token i to the end of their phrase.
func (s *sentence) nounPhrase(i int) string {
	tokens := s.doc.Tokens
	for i < s.at.End && (tokens[i].Is(keyThe) || tokens[i].Is(keyA)) {
		i++
	}
	end := i
	for end < s.at.End && end < i+mostOccasion {
		t := tokens[end]
		if t.Class != text.Word && t.Class != text.Number && t.Class != text.Dash && t.Class != text.Quote && t.Class != text.Apos && !s.insideName(end) {
			break
		}
		if t.Is(keyAnd) && !(end+1 < s.at.End && tokens[end+1].Capital()) || t.Has(text.Lower) && (verbs.Has(t) || phraseEnd.Has(t)) {
			break
		}
		end++
	}
	if end == i {
		return ""
	}
	return s.doc.OneLine(text.Range{First: i, End: end})
}

// insideName reports whether the sign at token i stands within an abbreviation or between
// two parts of a name: "U.S.-EU Summit", "5+1 talks", "EU/ASEAN meeting".
func (s *sentence) insideName(i int) bool {
	tokens := s.doc.Tokens
	if tokens[i].Has(text.Spaced) {
		return false
	}
	switch tokens[i].Class {
	case text.Dot:
		return tokens[i-1].Has(text.Initial) && (i+1 < s.at.End || i-2 > s.at.First && tokens[i-2].Class == text.Dot)
	case text.Slash, text.Other:
		return i+1 < s.at.End
	}
	return false
}

var (
	keyThe    = text.KeyOf("the")
	keyA      = text.KeyOf("a")
	keyAnd    = text.KeyOf("and")
	phraseEnd = text.NewSet("on", "in", "at", "from", "during", "where", "which", "who", "when", "with", "he", "she", "they", "as", "to", "by", "whichever", "whatever", "whoever", "must", "should", "could", "would", "might")
)

// datedApart reports whether a date stands between piece i and "and" at token k, and another
// behind: what follows is another act.
func (s *sentence) datedApart(i, k int) bool {
	before, behind := false, false
	for j := i + 1; j < len(s.pieces); j++ {
		p := s.p(j)
		if p.kind == date && p.at.First < k {
			before = true
		}
		if p.kind == date && p.at.First > k {
			behind = true
		}
	}
	return before && behind && s.doc.Tokens[k-1].Is(keyAnd)
}

// aftermath reports whether piece i says that what it opens was before: "following a visit".
func (s *sentence) aftermath(i int) bool {
	return i >= 0 && (s.says(i, "following") || s.says(i, "after"))
}

// actedUpTo reports whether the sentence tells of an act before piece k.
func (s *sentence) actedUpTo(k int) bool {
	for j := range k {
		if s.p(j).has(acts) && s.p(j).forms&past != 0 {
			return true
		}
	}
	return false
}
