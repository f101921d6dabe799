package people

import (
	"unicode/utf8"

	"chancery/pipeline/text"
)

// lettered is how many tokens a style of letters with full stops has that begins at token i,
// "H.E.", "H.R.H." or "S.E.", as others write it; 0 for none. "H.H." and "H.M." may also be
// initials, unless another style or an office follows.
func (r *reader) lettered(i int) int {
	if !r.at(i).Is(keyH) && !r.at(i).Is(keyS) || r.at(i+1).Class != text.Dot || r.at(i+3).Class != text.Dot {
		return 0
	}
	switch last := r.at(i + 2); {
	case last.Is(keyE):
		return 4
	case !r.at(i).Is(keyH):
	case last.Is(keyR) && r.at(i+4).Is(keyH) && r.at(i+5).Class == text.Dot:
		return 6
	case (last.Is(keyH) || last.Is(keyM)) && (r.isRole(i+4) || honorifics.Has(r.at(i+4)) && r.at(i+4).Capital()):
		return 4
	}
	return 0
}

// inLettered reports whether token i is a letter of such a style.
func (r *reader) inLettered(i int) bool {
	const longest = utf8.UTFMax // bytes of a letter
	return r.doc.Tokens[i].Len() <= longest && r.inLetters(i)
}

func (r *reader) inLetters(i int) bool {
	return r.lettered(i) > 0 || r.lettered(i-2) > 0 || r.lettered(i-4) == 6
}

// letteredBefore is the first token of such a style that ends right before token i, or i.
func (r *reader) letteredBefore(i int) int {
	for _, n := range []int{4, 6} {
		if i >= n && r.lettered(i-n) == n {
			return i - n
		}
	}
	return i
}
