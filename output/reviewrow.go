package output

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// take takes a row in which something was changed.
func (r *rowReview) take() {
	set, withdrawn := r.values()
	verdict := r.verdict(set)
	if r.broken {
		return
	}
	c := Correction{
		Table: r.t.Name, ID: r.text("id", r.cells), Document: r.text("document", r.cells), Quote: r.text("quote", r.cells),
		Review: verdict, Read: map[string]string{}, Sealed: map[string]string{},
	}
	if verdict == reviewFix {
		c.Set = set
	}
	r.read(&c)
	if withdrawn {
		c.Review = ""
	}
	r.store(c)
}

// values are what the row puts in place of what was extracted; withdrawn tells
// that the reader emptied the columns of the review.
func (r *rowReview) values() (set map[string]string, withdrawn bool) {
	set, err := r.t.parseCorrected(r.text("corrected", r.cells))
	if err != nil {
		r.refuse("corrected", "%v", err)
	}
	_, rewritten := r.edited["corrected"]
	for _, name := range slices.Sorted(maps.Keys(r.edited)) {
		if name == "review" || name == "corrected" {
			r.plain(name)
			continue
		}
		if r.t.correctable(name) == nil {
			r.refuse(name, "%s says what the record is, or is no column of this version: it cannot be changed here", name)
			continue
		}
		if !r.plain(name) {
			continue
		}
		if other, both := set[name]; both && rewritten && other != r.edited[name] {
			r.refuse(name, "the cell says %s and the column corrected %s", shown(r.edited[name]), shown(other))
		}
		set[name] = r.edited[name]
	}
	for _, name := range slices.Sorted(maps.Keys(set)) {
		at := name
		if _, direct := r.edited[name]; !direct {
			at = "corrected"
		}
		value, err := r.t.correctable(name).accept(set[name], r.in.Country)
		if err == nil {
			err = r.whole(name, value)
		}
		if err == nil && r.t.correctable(name).Ref == "people.id" && value != "" && len(r.in.people) > 0 && !r.in.people[value] {
			r.refuse(at, "%q is no id of the sheet people", value)
		}
		if err != nil {
			r.refuse(at, "%v", err)
		}
		set[name] = value
	}
	verdict, cleared := r.edited["review"]
	return set, cleared && verdict == "" && len(r.edited) == 1 || len(r.edited) == 2 && cleared && rewritten && verdict == "" && len(set) == 0
}

// plain refuses what a cell only shows: formulas, and days that a program made of
// what was typed.
func (r *rowReview) plain(name string) bool {
	at := r.at[name]
	if r.formulas.other[[2]int{at + 1, r.n}] {
		r.refuse(name, "the cell holds a formula: type its value")
		return false
	}
	k := r.t.index(name)
	if raw := r.edited[name]; k >= 0 && r.t.Columns[k].Type == typeString && raw != "" {
		seen := ""
		if at < len(r.shown) {
			seen = strings.ReplaceAll(r.shown[at], "\r\n", "\n")
		}
		if seen != raw {
			r.refuse(name, "the program made %q of what was typed: format the cell as text and type it again", seen)
			return false
		}
	}
	return true
}

// whole says why a text that a cell gives for a column may not be all of what is
// meant, or nothing: a cell holds no more than so much, and one that held a text
// cut for that shows only its beginning.
func (r *rowReview) whole(column, text string) error {
	units := len(utf16.Encode([]rune(text)))
	switch {
	case strings.Contains(text, strings.TrimSpace(cutNote)):
		return errors.New("the text was cut when the workbook was written, and its end is not here: leave it as it was, or give a text of its own")
	case slices.Contains(r.cut, column) && units > mostChars/2:
		return errors.New("the text was cut when the workbook was written, and this one does not show that it is whole: leave it as it was, or give a shorter one")
	case units >= mostChars:
		return fmt.Errorf("a cell holds no more than %d characters: this text may have been cut", mostChars)
	}
	return nil
}

// verdict is what the row says of its record.
func (r *rowReview) verdict(set map[string]string) string {
	verdict := strings.ToLower(strings.TrimSpace(r.text("review", r.cells)))
	_, rewritten := r.edited["corrected"]
	direct := slices.ContainsFunc(slices.Collect(maps.Keys(r.edited)), func(name string) bool { return name != "review" && name != "corrected" })
	changes := len(set) > 0 && (rewritten || direct)
	switch verdict {
	case "":
		if len(set) > 0 {
			return reviewFix
		}
	case reviewOK, reviewWrong:
		if changes {
			r.refuse("review", "%s, but the row was changed: want fix, or the cells as they were", verdict)
		}
		if verdict == reviewOK && len(set) > 0 {
			return reviewFix // the corrected record is right
		}
	case reviewFix:
		if len(set) == 0 {
			r.refuse("corrected", "fix, but nothing is corrected: write column=value here or change the cells")
		}
	default:
		r.refuse("review", "%q is none of ok, wrong, fix", verdict)
	}
	return verdict
}

// read notes what the reader saw. Of a cell written over only the seal is known;
// of one corrected before, what was noted then.
func (r *rowReview) read(c *Correction) {
	stored, again := r.in.now[c.key()]
	for _, name := range r.sealed {
		_, there := r.at[name]
		_, edited := r.edited[name]
		_, before := stored.Set[name]
		switch {
		case !there || r.t.correctable(name) == nil || slices.Contains(derivedColumns, name):
		case again && before:
			if was, ok := stored.Read[name]; ok {
				c.Read[name] = was
			} else if was, ok := stored.Sealed[name]; ok {
				c.Sealed[name] = was
			}
		case !edited && c.Set[name] != "" && r.seals["corrected"] != seal(""):
			// it shows an older correction, not what was extracted
		case edited:
			c.Sealed[name] = r.seals[name]
		default:
			c.Read[name] = r.text(name, r.cells)
		}
	}
}

// store stores a correction, unless another row or an earlier reader says
// something else.
func (r *rowReview) store(c Correction) {
	text := c.Review + " " + strings.Join(c.corrected(), listSeparator)
	if other, twice := r.in.seen[c.key()]; twice && other.text != text {
		r.refuse("id", "%s says something else of the same record", other.at)
		return
	}
	r.in.seen[c.key()] = decision{r.cell("id"), text}
	stored, again := r.in.now[c.key()]
	switch {
	case again && stored.Review == c.Review && maps.Equal(stored.Set, c.Set):
		return
	case again && !r.in.Replace && (r.seals["review"] != seal(stored.Review) || r.seals["corrected"] != seal(strings.Join(stored.corrected(), listSeparator))):
		r.refuse("review", "%s is stored as %q since this workbook was written, not %q: --replace lets the workbook win", c.ID,
			strings.TrimSpace(stored.Review+" "+strings.Join(stored.corrected(), listSeparator)), strings.TrimSpace(text))
		return
	case c.Review == "":
		if again {
			delete(r.in.now, c.key())
			r.in.v.Withdrawn++
		}
		return
	}
	r.in.now[c.key()] = c
	r.in.v.New++
}
