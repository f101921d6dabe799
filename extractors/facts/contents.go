package facts

import "chancery/pipeline/text"

// The contents of a sentence are what its pieces have between them, so that a rule is left
// at once in a sentence with nothing for it.
type contents struct {
	senses sense
	kinds  uint16 // a bit for each kind
	cues   cue
}

// A cue is a word for which one rule alone looks at every piece. Cues are added up.
type cue uint8

const (
	toldHim cue = 1 << iota
	bornThen
	includes
	accepts
	represents
	takesPlace
)

var cues = text.NewTable(map[string]cue{
	"him": toldHim, "her": toldHim, "born": bornThen, "include": includes, "included": includes, "including": includes,
	"reception": accepts, "accepted": accepts, "represents": represents, "representing": represents, "represented": represents,
	"place": takesPlace,
})

// add adds what a piece has, which begins with token t.
func (c *contents) add(p *piece, t *text.Token) {
	c.senses |= p.senses
	c.kinds |= 1 << p.kind
	if t.Class == text.Word {
		q, _ := cues.Get(t.Key)
		c.cues |= q
	}
}

// join adds what other pieces have.
func (c *contents) join(o contents) {
	c.senses |= o.senses
	c.kinds |= o.kinds
	c.cues |= o.cues
}

// some reports whether a piece of a kind is among them.
func (c *contents) some(k kind) bool { return c.kinds>>k&1 != 0 }

// cued reports whether one of the words of a cue is among them.
func (c *contents) cued(q cue) bool { return c.cues&q != 0 }
