package organizations

import (
	"slices"
	"strings"

	"chancery/pipeline/text"
)

// partisan are the heads of parties and movements, which have names of what they are for.
var partisan = text.NewSet("party", "movement", "front", "alliance", "coalition", "bloc", "rally")

// ideal reports whether token i is a topic, or a word of a quality or an act by its ending, as
// parties take for their names.
func (r *reader) ideal(i int) bool {
	if r.has(i, topic) {
		return true
	}
	if r.world.covering(i) != nil || r.tokens[i].Class != text.Word {
		return false
	}
	word := r.words(text.Range{First: i, End: i + 1})
	return slices.ContainsFunc(idealEndings, func(end string) bool { return strings.HasSuffix(word, end) })
}

var idealEndings = []string{"ity", "tion", "sion", "ment", "ness", "ice", "dom", "ship", "ance", "ence", "ress", "wal", "cy", "form", "Law", "Work", "Hope"}

// royal are those after whom universities and foundations are named, and endowed the heads of such:
// "King Saud University".
var (
	royal   = text.NewSet("king", "queen", "prince", "princess", "sultan", "emir", "imam", "sheikh")
	endowed = text.NewSet("university", "college", "foundation", "academy", "institute", "school")
)

// titles reports whether a word of office at token k only names a thing: "Justice and Development
// Party", "Lord's Resistance Army".
func (r *reader) titles(k int, e entry) bool {
	next := r.tokens[k+1]
	return e.roles&topic != 0 && (next.Is(keyAnd) || k > 0 && r.tokens[k-1].Is(keyAnd)) || e.roles&possessed != 0 && next.Class == text.Apos
}
