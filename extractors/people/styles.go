package people

import "chancery/pipeline/text"

// style reports whether token i is a style: "Mr", "Sheikh", "HE".
func (r *reader) style(i int) bool {
	t := r.at(i)
	if t.Is(keyFather) && r.at(i-1).Is(keyHoly) {
		return false // an office
	}
	return t.Capital() && (honorifics.Has(t) && !r.styleName(i) || t.Has(text.Upper) && !r.loud && shortStyles.Has(t))
}

// styleName reports whether the style at token i is part of a name: "Sheikh Hasina".
func (r *reader) styleName(i int) bool {
	return honorifics.Has(r.at(i)) && styleNames.Has(r.at(i+1))
}

// shortStyles are styles of capitals without full stops.
var shortStyles = text.NewSet("he", "hh", "hrh", "hm", "hsh", "hih", "yb", "yab", "ybhg", "ybm")

// styles is the first of the tokens of style that end right before token i: "Mr.",
// "H.E. Dr.", "Her Excellency Ms.". It is i when there are none.
func (r *reader) styles(i int, s text.Range) int {
	if i > s.First && r.glottal(i) {
		i--
	}
	for i > s.First {
		switch prev := r.at(i - 1); {
		case prev.Class == text.Dot && r.letteredBefore(i) < i && r.letteredBefore(i) >= s.First:
			i = r.letteredBefore(i)
		case prev.Class == text.Dot && i-2 >= s.First && honorifics.Has(r.at(i-2)) && r.at(i-2).Capital():
			i -= 2
		case r.style(i - 1):
			i--
		case (prev.Class == text.Quote || prev.Class == text.Apos) && !prev.Has(text.Spaced) && i-2 >= s.First && honorifics.Has(r.at(i-2)) && r.at(i-2).Capital():
			i -= 2 // "Dato' Anwar"
		case prev.Capital() && malay.Has(prev) && r.malayStyle(i-1, s):
			i--
		case prev.Capital() && tan.Has(prev) && malay.Has(r.at(i)):
			i--
		case (prev.Is(keyHis) || prev.Is(keyHer) || prev.Is(keyThe)) && honorifics.Has(r.at(i)) && r.at(i).Capital():
			i--
		default:
			return i
		}
	}
	return i
}

// malayStyle reports whether "Sri", "Seri" or "Utama" at token i goes on with a
// Malay style: "Dato' Sri", "Tan Sri".
func (r *reader) malayStyle(i int, s text.Range) bool {
	if i <= s.First || !malay.Has(r.at(i)) {
		return false
	}
	prev := r.at(i - 1)
	if prev.Class == text.Quote || prev.Class == text.Apos {
		prev = r.at(i - 2)
	}
	return prev.Capital() && (honorifics.Has(prev) || tan.Has(prev) || r.malayStyle(i-1, s))
}
