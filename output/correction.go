package output

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Correction is what a reader said of one record. It is known by the record's
// id and by the words that the record rests on, so that it holds in later runs,
// under other rules, and when the words move within their source.
type Correction struct {
	Table    string            `json:"table"`
	ID       string            `json:"id"`
	Document string            `json:"document"`
	Quote    string            `json:"quote"`
	Review   string            `json:"review"`           // ok, wrong or fix
	Set      map[string]string `json:"set,omitempty"`    // what stands in place of what was extracted, by column
	Read     map[string]string `json:"read,omitempty"`   // the values that the reader saw, by column
	Sealed   map[string]string `json:"sealed,omitempty"` // the seals of those that the reader wrote over
}

// The verdicts of a reader.
const (
	reviewOK    = "ok"
	reviewWrong = "wrong"
	reviewFix   = "fix"
)

// CorrectionsFile is the file of a dataset folder that holds its corrections.
const CorrectionsFile = "corrections.jsonl"

// key is what makes a correction one of its own.
func (c *Correction) key() string { return c.Table + "\x00" + c.ID + "\x00" + c.Quote }

// what a correction puts in place, as the column corrected shows it.
func (c *Correction) corrected() []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(c.Set)) {
		list = append(list, name+"="+quotedValue(c.Set[name]))
	}
	return list
}

// ReadCorrections reads a file of corrections. A line that is none is an error
// that names it.
func ReadCorrections(path string) (list []Correction, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	seen := map[string]int{}
	r := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, end := r.ReadString('\n')
		if strings.TrimSpace(line) != "" {
			c, err := parseCorrection(line)
			if err == nil && seen[c.key()] > 0 {
				err = fmt.Errorf("%s %s is corrected in line %d already", c.Table, c.ID, seen[c.key()])
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
			seen[c.key()] = n
			list = append(list, c)
		}
		if errors.Is(end, io.EOF) {
			return list, nil
		}
		if end != nil {
			return nil, end
		}
	}
}

// ReadCorrectionsIfAny is ReadCorrections of a file that need not be there.
func ReadCorrectionsIfAny(path string) ([]Correction, error) {
	list, err := ReadCorrections(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return list, err
}

func parseCorrection(line string) (c Correction, err error) {
	if !utf8.ValidString(line) {
		return c, errors.New("not UTF-8")
	}
	d := json.NewDecoder(strings.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return c, fmt.Errorf("no correction: %w", err)
	}
	i := tableIndex(c.Table)
	if i < 0 || !Tables[i].reviewable() {
		return c, fmt.Errorf("there is no table %q to correct", c.Table)
	}
	if !slices.Contains([]string{reviewOK, reviewWrong, reviewFix}, c.Review) || (c.Review == reviewFix) != (len(c.Set) > 0) {
		return c, fmt.Errorf("review %q: want ok, wrong, or fix with what to set", c.Review)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Set)) {
		if column := Tables[i].correctable(name); column == nil {
			return c, fmt.Errorf("%s has no column %q to correct", c.Table, name)
		} else if _, err := column.accept(c.Set[name], nil); err != nil {
			return c, fmt.Errorf("%s: %w", name, err)
		}
	}
	return c, nil
}

// WriteCorrections writes a file of corrections, sorted, whole or not at all.
func WriteCorrections(path string, list []Correction) (err error) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Correction) int {
		return cmp.Or(cmp.Compare(tableIndex(a.Table), tableIndex(b.Table)), cmp.Compare(a.Document, b.Document), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Quote, b.Quote))
	})
	dir := &Folder{path: filepath.Dir(path)}
	defer func() { err = errors.Join(err, dir.discard()) }()
	if err := dir.File(filepath.Base(path), func(w io.Writer) error { return encodeLines(w, list) }); err != nil {
		return err
	}
	return dir.commit()
}

// encodeLines writes each item as a line of JSON.
func encodeLines[T any](w io.Writer, list []T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, item := range list {
		if err := e.Encode(item); err != nil {
			return err
		}
	}
	return nil
}
