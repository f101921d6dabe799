package dates

import "chancery/pipeline/text"

// kinds are what a token could be in a pattern, one bit each, so that most places
// of the tree are passed by without being tried: a bit for each letter of an
// element, one for fixed words, and one for each class of punctuation.
type kinds uint64

const (
	isFixed   kinds = 1 << 63
	firstMark       = 48 // the bit of class 0
)

// kind is the bit of a token at which an element could match.
func (e element) kind() kinds {
	switch e.what {
	case '.':
		return kindOfClass(e.class)
	case '=':
		return isFixed
	}
	return kindOfLetter(e.what)
}

func kindOfClass(c text.Class) kinds { return 1 << (firstMark + kinds(c)) }

// kindOfLetter gives capitals the bits from 26 on; of them the grammar uses only
// some that lie below those of punctuation.
func kindOfLetter(what byte) kinds {
	if what >= 'a' {
		return 1 << (what - 'a')
	}
	return 1 << (26 + capitalIndex(what))
}

func capitalIndex(what byte) kinds {
	for i, c := range []byte("RYNWF") {
		if c == what {
			return kinds(i)
		}
	}
	panic("grammar.tsv: no element " + string(what))
}

func kindsOfLetters(letters string) (k kinds) {
	for _, c := range []byte(letters) {
		k |= kindOfLetter(c)
	}
	return k
}

// What numbers of some digits, words of some sort and other tokens can be.
var (
	ofDigits = [9]kinds{
		1: kindsOfLetters("donNuqhce"), 2: kindsOfLetters("donNuqhceYk"), 3: kindsOfLetters("e"), 4: kindsOfLetters("yke"),
		8: kindsOfLetters("ie"),
	}
	otherDigits = kindsOfLetters("e")
	ofSort      = [partOfDay + 1]kinds{
		month: kindsOfLetters("m"), weekday: kindsOfLetters("W"), season: kindsOfLetters("s"),
		ordinal: kindsOfLetters("douqhc"), tens: kindsOfLetters("dowyuqhc"), cardinal: kindsOfLetters("wy"),
		roman: kindsOfLetters("Rqhc"), letter: kindsOfLetters("qhFeu"), unit: kindsOfLetters("u"), holiday: kindsOfLetters("f"), shift: kindsOfLetters("uq"), decade: kindsOfLetters("k"),
	}
	ofEra = kindsOfLetters("e")
)

// kindsOf is what token i can be.
func (r *reader) kindsOf(i int) kinds {
	t := &r.doc.Tokens[i]
	switch t.Class {
	case text.Number:
		if n := t.Len(); n < len(ofDigits) && ofDigits[n] != 0 {
			return ofDigits[n]
		}
		return otherDigits
	case text.Word:
		k := isFixed
		if w, ok := lexicon.Get(t.Key); ok {
			k |= ofSort[w.sort]
			if w.sort == letter || w.sort == roman || w.sort == holiday {
				k |= ofEra
			}
		}
		if t.Len() <= 3 && t.Has(text.Upper) {
			k |= ofEra
		}
		return k
	case text.Apos:
		return kindOfLetter('k') | kindOfLetter('Y')
	}
	return kindOfClass(t.Class)
}
