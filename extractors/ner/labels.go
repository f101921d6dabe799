package ner

// A Label says what part of which kind of name a token is, or none.
type Label uint8

// The labels. The first token of a name has the label that begins its kind, and
// the others the one after it.
const (
	None Label = iota
	FirstOfPerson
	InPerson
	FirstOfPlace
	InPlace
	FirstOfOrganization
	InOrganization
	FirstOfOther // works, events, nationalities, products
	InOther
	labels
)

// Labels is how many labels there are.
const Labels = int(labels)

// first reports whether the label begins a name.
func (l Label) first() bool { return l%2 == 1 }

// Follows reports whether label b may stand right after label a: the inside of a
// name follows only the same name.
func Follows(a, b Label) bool {
	return b == None || b.first() || a == b || a+1 == b
}
