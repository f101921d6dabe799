package agreements

import "chancery/pipeline/text"

// supposed reports whether the sentence of the verb at token i begins as one that supposes
// or asks: "Had A signed the Treaty", "If A signed", "Did A sign".
func (r *reader) supposed(i int) bool {
	const furthest = 12 // tokens
	for j := i - 1; j >= 0 && i-j < furthest; j-- {
		if r.tokens[j].Has(text.SentStart) {
			switch r.lower(j) {
			case "if", "had", "did", "were", "rumours", "rumors", "instead":
				return true
			}
			return false
		}
		if r.class(j) == text.Comma {
			return false
		}
	}
	return false
}

// shunned reports whether the signing at token i is told as what was not done: "avoided
// signing", "opposed the signing of", "the idea of signing".
func (r *reader) shunned(i int) bool {
	j := i - 1
	for j > 0 && r.has(j, det) {
		j--
	}
	switch {
	case j < 1 || r.tokens[i].Has(text.SentStart):
		return false
	case r.has(j, of):
		return shunnedOf.Has(r.tokens[j-1])
	case r.word(j) == "out":
		return r.word(j-1) == "ruled"
	case r.word(j) == "from":
		return shunning.Has(r.tokens[j-1])
	}
	if m := r.world.placeMention(j); m != nil && m.Tokens.First > 1 && r.has(m.Tokens.First-1, of) {
		return shunnedOf.Has(r.tokens[m.Tokens.First-2]) || r.word(m.Tokens.First-2) == "talk"
	}
	return shunning.Has(r.tokens[j]) || r.word(i) == "sign" && r.world.placeMention(j) != nil && r.demanded(j)
}

// demanded reports whether "that" and a verb of asking stand before the name at token j:
// "demanded that A sign".
func (r *reader) demanded(j int) bool {
	const furthest = 12 // tokens
	that := false
	for k := j - 1; k >= 0 && j-k < furthest && !r.tokens[k+1].Has(text.SentStart); k-- {
		that = that || r.word(k) == "that"
		if that && asking.Has(r.tokens[k]) {
			return true
		}
	}
	return false
}

var (
	shunning = text.NewSet("considered", "considering", "proposed", "opposed", "rejected", "discussed", "discuss", "postponed", "delayed", "avoided", "against", "without", "contemplated",
		"refrained", "prevented", "blocked", "suggested", "urged", "recommended", "favoured", "favored", "debated", "denied")
	shunnedOf = text.NewSet("instead", "short", "idea", "possibility", "prospect", "plan", "plans", "question", "option", "talk", "thought", "intention", "hope", "hopes")
	asking    = text.NewSet("demanded", "asked", "requested", "insisted", "urged", "proposed", "recommended", "suggested")
)

// hardly reports whether the verb at token i only came near, is denied, or is asked about:
// "almost signed", "denied having signed", "whether A signed".
func (r *reader) hardly(i int) bool {
	j := i - 1
	for j > 0 && (r.word(j) == "had" || r.word(j) == "has" || r.word(j) == "having" || r.word(j) == "was" || r.word(j) == "were") {
		j--
	}
	if m := r.world.placeMention(j); m != nil && m.Tokens.First > 0 {
		return r.word(m.Tokens.First-1) == "whether" || r.word(m.Tokens.First-1) == "that" && m.Tokens.First > 1 && rumour.Has(r.tokens[m.Tokens.First-2])
	}
	w := r.word(j)
	return w == "almost" || w == "nearly" || w == "denied" || w == "whether"
}

var rumour = text.NewSet("rumours", "rumors", "speculation", "allegations", "denied", "denies")
