package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// roleBefore is the office that ends right before token i, or before a comma, a
// dash or a colon that names who holds it, or before "was": "The first Minister to
// Poland was Hugh Gibson". Honorifics may stand between: "Consul: Dr. Jan Kos".
func (r *reader) roleBefore(i int, s text.Range) *role {
	name := i
	i = r.beforeBrackets(r.styles(i, s), s)
	for k := r.firstRole(i) - 1; k >= 0; k-- {
		ro := r.roles[k]
		if ro.tokens.End > i {
			continue
		}
		gap := i - ro.tokens.End
		if gap == 0 && !r.doc.Tokens[i-1].Has(text.Possess) && !(r.at(i).Has(text.LineStart) && r.held(&ro)) {
			return r.unstyled(k)
		}
		sep := r.at(ro.tokens.End)
		switch {
		case gap == 1 && (sep.Class == text.Colon || sep.Class == text.Dash && sep.Has(text.Spaced)),
			gap == 1 && sep.Class == text.Dot && sep.End-sep.Start == 1 && r.at(ro.tokens.End-1).Len() <= 4, // "Gen."
			gap == 1 && sep.Class == text.Comma && !r.held(&ro) && (name > i || r.apposed(&ro, name, s)),
			gap == 1 && sep.Class == text.Open && !r.held(&ro) && r.inBrackets(&ro, name, i, s),
			r.wasHeld(ro.tokens.End, i):
			return r.unstyled(k)
		}
		return nil
	}
	return nil
}

// beforeBrackets is the token where brackets begin that close before token i, behind an
// office, and say how it is called at home: "President (Te Beretitenti) A"; else i.
func (r *reader) beforeBrackets(i int, s text.Range) int {
	const longest = 5 // tokens
	if i <= s.First || r.at(i-1).Class != text.Close || r.isRole(i-1) || r.at(i).Has(text.LineStart) {
		return i
	}
	for j := i - 2; j > s.First && i-j <= longest+1; j-- {
		if t := r.at(j); t.Class == text.Open {
			if r.isRole(j-1) || r.at(j-1).Class == text.Dot && r.isRole(j-2) { // "Lt. Gen. (Retd.) A"
				return j
			}
			return i
		} else if t.Class != text.Word && t.Class != text.Dot || givenNames.Has(t) {
			return i
		}
	}
	return i
}

// held reports whether an office is that of the name before it, so that what a
// comma parts from it is another's: "A, President of the Senate, Mr. B, ...".
func (r *reader) held(ro *role) bool {
	n := len(r.cands)
	return n > 0 && r.cands[n-1].role != nil && r.cands[n-1].role.tokens == ro.tokens
}

// wasHeld reports whether "was", and before it where the office is held, is all
// that stands between an office and a name: "Consul assigned to Laos was", "Ambassador
// (residence in Beijing) is".
func (r *reader) wasHeld(from, to int) bool {
	const most = 8
	if to-from < 1 || to-from > most || !copulas.Has(r.at(to-1)) {
		return false
	}
	for i := from; i < to-1; i++ {
		if c := r.at(i).Class; to-from > 3 && (c == text.Open || c == text.Close || c == text.Comma) {
			continue
		}
		if p := r.place[i]; !posted.Has(r.at(i)) && (p == nil || p.Strength == pipeline.Weak) {
			return false
		}
	}
	return true
}

// apposed reports whether the name at token i, of several words, is that of the
// holder of the office before the comma: the office says of which country, or is
// "the" office and a comma ends the name too.
func (r *reader) apposed(ro *role, i int, s text.Range) bool {
	if r.at(i).Class != text.Word {
		return false
	}
	end := r.nameEnd(i, s.End)
	if r.words(text.Range{First: i, End: end}) < 2 {
		return false
	}
	before := r.at(ro.tokens.First - 1)
	if before.Is(keyNew) {
		before = r.at(ro.tokens.First - 2)
	}
	definite := before.Is(keyThe) || possessives.Has(before) || before.Has(text.Possess) || ro.former || adverbs.Has(r.at(ro.tokens.First))
	return ro.country != "" || definite && (end >= s.End || closes(r.at(end)) || r.at(end).Class == text.Open)
}

// inBrackets reports whether the name at token i, whose styles begin at token styled,
// is all that stands in the brackets behind an office, and that of its holder: it has a
// style or several words, or a diplomat's office says where: "The Ambassador in Japan
// (Grew)".
func (r *reader) inBrackets(ro *role, i, styled int, s text.Range) bool {
	end := r.nameEnd(i, s.End)
	if end == i || r.at(end).Class != text.Close {
		return false
	}
	if styled < i {
		return true
	}
	if r.words(text.Range{First: i, End: end}) > 1 {
		return givenNames.Has(r.at(i)) || surnames.Has(r.at(i))
	}
	last := r.place[ro.tokens.End-1]
	return (diplomat[ro.code] || ro.code == "minister") && last != nil && isState(last) && r.place[i] == nil && r.org[i] == nil && !r.at(i).Has(text.Upper)
}

// closes reports whether what stands behind a name ends an apposition.
func closes(t text.Token) bool {
	switch t.Class {
	case text.Comma, text.Semi, text.Dot, text.Close:
		return true
	}
	return t.Is(keyAnd)
}

// roleAfter is the office that follows a name: after a comma, in parentheses,
// or after "as", "became", "took up the post of".
func (r *reader) roleAfter(i int, s text.Range) *role {
	i = r.afterBrackets(r.afterLetters(i, s.End), s.End)
	t := r.at(i)
	j := i
	switch {
	case t.Class == text.Comma && (r.at(i+1).Is(keyWho) || r.at(i+1).Is(keyWhich)):
		if j = r.predicate(i+2, s.End); j < 0 {
			return nil
		}
	case t.Class == text.Comma, t.Class == text.Open, t.Class == text.Dash && t.Has(text.Spaced):
		j++
		if asWords.Has(r.at(j)) {
			j++
		}
	case t.Class == text.Word && t.Has(text.Lower):
		if r.kinOf(i) {
			return nil
		}
		if j = r.afterVerbs(r.afterHome(j, s.End), i, s.End); j < 0 {
			return nil
		}
	default:
		return nil
	}
	if k := r.officeOfCalling(j, s.End); k >= 0 {
		ro := r.roles[k]
		if ro.country == "" && ro.organization == "" && !ofFaith[ro.code] {
			ro.country = r.nationality(j, ro.tokens.First)
			ro.inferred = ro.country != ""
		}
		return &ro
	}
	k := r.firstRole(j)
	for j < s.End && leads.Has(r.at(j)) && r.at(j).Has(text.Lower) && (k == len(r.roles) || r.roles[k].tokens.First > j) {
		j++
	}
	if k == len(r.roles) || r.roles[k].tokens.First != j {
		return nil
	}
	ro := r.roles[k]
	if ro.organization == "" && (r.at(ro.tokens.End-1).Has(text.Possess) || r.at(ro.tokens.End).Has(text.Possess)) {
		return nil // "A, the President's brother"
	}
	if t.Class == text.Comma && ro.words.Len() == 1 && ro.country == "" && r.at(ro.tokens.First-1).Is(keyThe) && acts.Has(r.at(ro.tokens.End)) {
		return nil // "when he meets A, the President will say"
	}
	if n := r.at(ro.tokens.End); t.Class == text.Comma && ro.tokens.End < s.End && together.Has(n) && n.Has(text.Lower) {
		return nil // "Yoon, Saudi crown prince hold talks"
	}
	// "X, President Y" is a list, not an apposition
	if n := r.at(ro.tokens.End); t.Class == text.Comma && n.Class == text.Word && n.Capital() && !n.Has(text.LineStart) && ro.tokens.End < s.End {
		return nil
	}
	return &ro
}

// together are verbs, in the form that headlines have, of what several do.
var together = text.NewSet("hold", "meet", "discuss", "sign", "agree", "exchange", "talk", "vow", "pledge", "review", "explore", "launch", "inaugurate", "open", "reaffirm", "address", "mull", "announce", "condemn", "urge", "attend", "visit", "speak")

// afterVerbs is the token behind the words from token j on that give an office, "became",
// "was confirmed as", "took up the post of"; -1 for none. The name before ends at token i.
func (r *reader) afterVerbs(j, i, end int) int {
	const furthest = 9 // tokens
	for j < min(end, i+furthest) && !asWords.Has(r.at(j)) && !r.at(j).Is(keyOf) {
		if r.at(j).Class != text.Word || r.at(j).Capital() {
			return -1
		}
		j++
	}
	if !asWords.Has(r.at(j)) && !(r.at(j).Is(keyOf) && posts.Has(r.at(j-1))) {
		return -1
	}
	for j++; asWords.Has(r.at(j)); j++ {
	}
	if asWords.Has(r.at(j+1)) && r.at(j).Has(text.Lower) && r.at(j).Class == text.Word && !leads.Has(r.at(j)) {
		j += 2 // "was confirmed as"
	}
	if r.at(j).Class == text.Quote {
		j++
	}
	return j
}

// acts are what a sentence goes on with whose subject an office is.
var acts = text.NewSet("will", "would", "shall", "should", "can", "could", "may", "might", "must", "has", "had", "have", "is", "was", "did", "does")

// posts are what one takes up, with "of" and an office behind it.
var posts = text.NewSet("post", "office", "duties")

// afterHome is the token after "of" and a place at token i: "Condy Raguet of
// Pennsylvania as Chargé d'Affaires".
func (r *reader) afterHome(i, end int) int {
	if !r.at(i).Is(keyOf) || i+1 >= end || r.place[i+1] == nil || r.place[i+1].Tokens.First != i+1 {
		return i
	}
	return r.place[i+1].Tokens.End
}

// afterBrackets is the token after the brackets that stand at token i behind a
// name and before "was": "(also known as John Aluli) was appointed Agent".
func (r *reader) afterBrackets(i, end int) int {
	const longest = 15 // tokens
	if r.at(i).Class != text.Open || r.isRole(i+1) {
		return i
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		if r.doc.Tokens[j].Class == text.Close {
			if copulas.Has(r.at(j + 1)) {
				return j + 1
			}
			return i
		}
	}
	return i
}

// predicate is the token behind what "who" begins at token i, up to the words that
// give an office: "who was then", "who had already been appointed"; -1 for none.
func (r *reader) predicate(i, end int) int {
	const longest = 6 // tokens
	given := -1
	for j := i; j < min(end, i+longest); j++ {
		t := r.doc.Tokens[j]
		if t.Class != text.Word || !t.Has(text.Lower) {
			break
		}
		if asWords.Has(t) {
			given = j + 1
		} else if given == j && !leads.Has(t) && !asWords.Has(r.at(j+1)) {
			break
		}
	}
	return given
}

// unstyled is the k-th office, or the one before it when it is but a style.
func (r *reader) unstyled(k int) *role {
	ro := r.roles[k]
	if k > 0 && r.styled(&r.roles[k-1], &ro) {
		ro = r.roles[k-1]
	}
	return &ro
}

// styled reports whether an office before a name is but the style of the holder of
// the one before it: "Deputy Foreign Minister Ambassador A", and behind a comma, when
// that one says whom it serves, "Nigeria's Permanent Representative, Ambassador A", or
// behind a colon, "Defence Attaché: Colonel A".
func (r *reader) styled(a, b *role) bool {
	if b.words.Len() != 1 && b.code != "military" || borne[a.code] && !commands(a) || !style[b.code] && !(b.code == "clergy" && heldByClergy[a.code]) {
		return false
	}
	if a.code == "head-of-mission" && diplomat[b.code] {
		return false // "Chief of mission: Ambassador A"
	}
	first := r.styles(b.tokens.First, text.Range{First: a.tokens.End}) // "High Commissioner, HRH Princess A"
	gap, sep := first-a.tokens.End, r.at(a.tokens.End).Class
	return gap == 0 || gap == 1 && !r.held(a) && (sep == text.Colon || sep == text.Comma && (a.country != "" || b.code == "clergy" || r.at(a.tokens.First-1).Is(keyThe) && style[b.code] && b.code != "nobility" && b.code != "royal" && a.words.Len() > 1) && b.country == "")
}

// commands reports whether a soldier's office is no rank alone: "Chief of the Defence Staff".
func commands(ro *role) bool { return ro.code == "military" && ro.words.Len() > 2 }

// style are the codes of offices that also stand before the names of those who hold
// another, and heldByClergy the codes of those that clergymen hold.
var (
	style        = map[string]bool{"ambassador": true, "professor": true, "military": true, "nobility": true, "parliamentarian": true, "royal": true}
	heldByClergy = map[string]bool{"head-of-state": true, "ambassador": true, "permanent-representative": true, "foreign-minister": true}
)
