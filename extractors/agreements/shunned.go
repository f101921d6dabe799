package agreements

import (
	"chancery/extractors/unreal"
	"chancery/pipeline/text"
)

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
		return unreal.Of.Has(r.tokens[j-1])
	case r.word(j) == "in":
		return unreal.In.Has(r.tokens[j-1]) // "expressed interest in signing"
	case r.word(j) == "out":
		return unreal.Out.Has(r.tokens[j-1])
	case r.word(j) == "to":
		return unreal.To.Has(r.tokens[j-1])
	case r.word(j) == "from":
		return unreal.From.Has(r.tokens[j-1])
	}
	if m := r.world.placeMention(j); m != nil && m.Tokens.First > 1 && r.has(m.Tokens.First-1, of) {
		return unreal.Of.Has(r.tokens[m.Tokens.First-2])
	}
	return unreal.Before.Has(r.tokens[j]) || r.word(i) == "sign" && r.world.placeMention(j) != nil && r.demanded(j)
}

// demanded reports whether "that" and a verb of asking stand before the name at token j:
// "demanded that A sign".
func (r *reader) demanded(j int) bool {
	const furthest = 12 // tokens
	that := false
	for k := j - 1; k >= 0 && j-k < furthest && !r.tokens[k+1].Has(text.SentStart); k-- {
		that = that || r.word(k) == "that"
		if that && unreal.Asking.Has(r.tokens[k]) {
			return true
		}
	}
	return false
}

// hardly reports whether the verb at token i only came near, is denied, or is asked about:
// "almost signed", "denied having signed", "whether A signed".
func (r *reader) hardly(i int) bool {
	j := i - 1
	for j > 0 && (r.word(j) == "had" || r.word(j) == "has" || r.word(j) == "having" || r.word(j) == "was" || r.word(j) == "were") {
		j--
	}
	if m := r.world.placeMention(j); m != nil && m.Tokens.First > 0 {
		return r.word(m.Tokens.First-1) == "whether" || r.word(m.Tokens.First-1) == "that" && m.Tokens.First > 1 && unreal.Rumour.Has(r.tokens[m.Tokens.First-2])
	}
	return j >= 0 && unreal.Nearly.Has(r.tokens[j]) || r.word(j) == "denied" || r.word(j) == "whether"
}
