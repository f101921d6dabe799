package agreements

import "chancery/pipeline/text"

// standings are the words behind a title, or before it, that say how an
// instrument stands.
var standings = text.NewPhrases(map[string]string{
	"entered into force": "in force", "came into force": "in force", "took effect": "in force", "in force": "in force", "entered into effect": "in force",
	"ratified": "ratified", "initialled": "initialled", "initialed": "initialled", "terminated": "terminated", "denounced": "terminated", "expired": "terminated",
	"abrogated":        "terminated",
	"expected to sign": "planned", "plan to sign": "planned", "plans to sign": "planned", "will sign": "planned", "due to sign": "planned", "agreed to sign": "planned",
	"will be signed": "planned", "is to be signed": "planned", "are to be signed": "planned", "expected to be signed": "planned", "negotiating": "planned",
})

// standingReach is how many tokens before and behind a title they are looked for.
const standingReach = 16

// standing is how the sentence says that the instrument titled at these tokens
// stands; the last word counts. A word that is denied counts for nothing.
func (r *reader) standing(at text.Range) (status string) {
	first, end := max(0, at.First-standingReach), min(r.sentenceEnd(at.End-1), at.End+standingReach)
	for i := at.First; i > first; i-- {
		if r.tokens[i].Has(text.SentStart) {
			first = i
		}
	}
	for i := first; i < end; i++ {
		if at.First <= i && i < at.End {
			continue
		}
		found, n := standings.Longest(r.tokens, i, end)
		if n == 0 || i < at.First && found != "planned" || r.unfulfilled(max(first, i-3), i) {
			continue
		}
		status = found
		i += n - 1
	}
	return status
}

// unfulfilled reports whether one of the tokens from i to end denies what follows.
func (r *reader) unfulfilled(i, end int) bool {
	for ; i < end; i++ {
		if denials.Has(r.tokens[i]) {
			return true
		}
	}
	return false
}

// denials stand before what did not happen.
var denials = text.NewSet("not", "never", "be", "to")
