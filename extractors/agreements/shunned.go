package agreements

import (
	"strings"

	"chancery/extractors/unreal"
	"chancery/pipeline"
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
	case r.has(j, for_):
		return unreal.For.Has(r.tokens[j-1])
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

// isBackdrop reports whether a title is only what something else rests on: "talks concluded to
// honor their obligations under the Treaty".
func (r *reader) isBackdrop(t *title) bool {
	j := r.pastDet(t.at.First - 1)
	switch r.word(j) {
	case "by":
		return j > 0 && strings.HasSuffix(r.word(j-1), "ed") && !successions.Has(r.tokens[j-1]) && !r.has(j-1, sign) // "established by"
	case "with", "to", "of", "in", "on":
		j--
	}
	if r.class(j) == text.Number && j > 0 {
		j-- // "article 7 of"
	}
	return j >= 0 && backdrops.Has(r.tokens[j])
}

var backdrops = text.NewSet("signatory", "signatories", "under", "article", "articles", "clause", "clauses", "stipulation", "stipulations", "pursuant", "per", "accordance", "conformity", "compliance", "line", "framework", "basis", "violation", "breach", "spirit", "virtue", "terms", "provisions", "force", "implementation", "application", "based", "enshrined", "stipulated", "provided", "outlined", "contained", "anniversary", "according", "thanks", "despite")

// meansOnly reports whether the signing at token i is the means to something else than what
// the sentence from token first on dates: "by buying Alaska in 1867, and won influence by
// concluding a treaty".
func (r *reader) meansOnly(i, first int, d *pipeline.Mention) bool {
	if r.word(i-1) != "by" || !strings.HasSuffix(r.word(i), "ing") || d.Tokens.First <= first+3 {
		return false
	}
	return r.class(d.Tokens.End) == text.Comma
}

// isHeading reports whether a title is written in capitals in a text that is not: a heading that
// runs into its paragraph, and says nothing of the instrument.
func (r *reader) isHeading(t *title) bool {
	const beside = 6 // tokens
	if !r.tokens[t.head].Has(text.Upper) || r.tokens[t.head].Len() < 6 {
		return false
	}
	for j := t.at.End; j < min(len(r.tokens), t.at.End+beside); j++ {
		if r.tokens[j].Has(text.LineStart) {
			return false
		}
		if r.tokens[j].Has(text.Lower) {
			return true
		}
	}
	return false
}

// attended reports whether the convention of a title is a gathering: "a delegate to the Annapolis
// Convention", "the Federal Convention"; or its statute a law.
func (r *reader) attended(t *title) bool {
	j := r.pastDet(t.at.First - 1)
	if t.at.End == t.head+1 && t.at.First == t.head-1 && domestic.Has(r.tokens[t.head-1]) && (t.entry.kind == "convention" || r.lower(t.head) == "statute") {
		return true
	}
	return t.entry.kind == "convention" && j > 0 && (r.has(j, to) || r.word(j) == "at") && delegates.Has(r.tokens[j-1])
}

var domestic = text.NewSet("national", "federal")

var delegates = text.NewSet("delegate", "delegates", "delegation", "representative", "representatives")
