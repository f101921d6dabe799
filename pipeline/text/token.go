package text

// Class says what a token is made of. Every rune of the text belongs to one
// class, so that extractors compare small numbers and never look at runes.
type Class uint8

// The classes. Word and Number are runs; every other token is a single rune,
// but for Dash, where "--" and "---" count as one.
const (
	Other   Class = iota // a symbol no rule asks for: "%", "&", "€", "#" ...
	Word                 // a run of letters, with combining marks and inner apostrophes ("O'Sullivan")
	Number               // a run of ASCII digits
	Dot                  // .
	Comma                // ,
	Colon                // :
	Semi                 // ;
	Dash                 // any hyphen, minus or dash
	Slash                // /
	Quote                // any double quotation mark, guillemets included
	Apos                 // any single quotation mark that is not inside a word
	Open                 // ( [ {
	Close                // ) ] }
	Stop                 // ! ? … and the full stops of other scripts
	Control              // what is left of control characters
	Bar                  // | between the cells of a row
)

// Flags are the facts about a token that depend on its letters' case and on
// what stands before it.
type Flags uint16

// The flags. Upper and Title exclude each other: a single capital letter is
// Upper and Initial.
const (
	Upper     Flags = 1 << iota // every letter is a capital: "PRC", "E"
	Title                       // a capital, then at least one small letter: "Idrisov", "McDonald"
	Lower                       // begins with a small letter, or has no case: "set", "北京"
	Initial                     // a single capital letter
	NonASCII                    // holds a letter outside ASCII
	Spaced                      // white space, a long dash or the start of the text stands before it, or it is one
	LineStart                   // first token of its line
	ParaStart                   // first token after a blank line or at the start of the text
	SentStart                   // first token of its sentence
	Possess                     // the "'s" or "'" that makes the word before it a possessive
)

// A Token is a stretch of the cleaned text that rules treat as one thing. It has no
// more than four fields, which is what the compiler keeps in registers: rules pass
// tokens by value everywhere, and through memory each would cost twice as much.
type Token struct {
	Bounds
	Key   uint64 // of a Word: KeyOf its text; of a Number: its value, or MaxNumber when it does not fit
	Class Class
	Flags Flags
}

// Bounds are byte offsets in the cleaned text, End exclusive.
type Bounds struct{ Start, End int32 }

// MaxNumber is the Key of a Number token of more than nine digits.
const MaxNumber = 1 << 40

// Has reports whether any of the flags f is set.
func (t Token) Has(f Flags) bool { return t.Flags&f != 0 }

// Capital reports whether a word begins with a capital letter.
func (t Token) Capital() bool { return t.Flags&(Upper|Title) != 0 }

// Len is the token's length in bytes.
func (t Token) Len() int { return int(t.End - t.Start) }

// Is reports whether t is the word with this key.
func (t Token) Is(key uint64) bool { return t.Class == Word && t.Key == key }

// Num returns a Number token's value, or -1 for any other token and for
// numbers of more than nine digits.
func (t Token) Num() int {
	if t.Class != Number || t.Key >= MaxNumber {
		return -1
	}
	return int(t.Key)
}
