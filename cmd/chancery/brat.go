package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writeBrat writes the .ann file of a text: a line a mention, and below it the
// entity and what else is known.
func writeBrat(a annotation) []byte {
	var b bytes.Buffer
	for i, s := range a.runeSpans() {
		m := a.res.Mentions[i]
		spans, words := fragments(s[0], m.Text)
		kind := strings.ToUpper(string(m.Kind[:1])) + string(m.Kind[1:])
		fmt.Fprintf(&b, "T%d\t%s %s\t%s\n", m.ID, kind, spans, words)
		if m.Entity != "" {
			fmt.Fprintf(&b, "N%d\tReference T%d chancery:%s\t%s\n", m.ID, m.ID, m.Entity, flatLine([]rune(m.Value)))
		}
		note := m.Value
		if m.Person != nil && m.Person.Role != "" {
			note += "; " + m.Person.Role
		}
		fmt.Fprintf(&b, "#%d\tAnnotatorNotes T%d\t%s\n", m.ID, m.ID, flatLine([]rune(fmt.Sprintf("%s; %s, %g", note, m.Rule, m.Strength.Confidence()))))
	}
	return b.Bytes()
}

// fragments are a mention's spans and words as brat has them: what a line break
// or a tab divides is in pieces, with blanks between their words.
func fragments(start int, words string) (spans, line string) {
	var at, pieces []string
	from := 0
	runes := []rune(words)
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && !strings.ContainsRune("\n\r\t\v\f\u0085\u2028\u2029", runes[i]) {
			continue
		}
		if i > from {
			at = append(at, fmt.Sprintf("%d %d", start+from, start+i))
			pieces = append(pieces, string(runes[from:i]))
		}
		from = i + 1
	}
	return strings.Join(at, ";"), strings.Join(pieces, " ")
}

// A pairs folder takes a .txt and an .ann file a text. It never writes over a
// file: what is there may be annotators' work.
type pairs struct {
	dir  string
	used map[string]bool // names in small letters, for file systems that know no others
}

func newPairs(dir string) (*pairs, error) {
	return &pairs{dir, map[string]bool{}}, os.MkdirAll(dir, 0o755)
}

func (p *pairs) put(a annotation, ann []byte) error {
	name := p.name(a.label())
	if err := create(filepath.Join(p.dir, name+".txt"), []byte(a.res.Text)); err != nil {
		return err
	}
	return create(filepath.Join(p.dir, name+".ann"), ann)
}

// name is a file name for an id that no other id has.
func (p *pairs) name(id string) string {
	base := fileName(id)
	name := base
	for n := 2; p.used[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	p.used[strings.ToLower(name)] = true
	return name
}

// longestName leaves room for a number and an ending: file systems hold 255 bytes.
const longestName = 200

// fileName is an id without what a file name cannot hold or a folder would
// mistake.
func fileName(id string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-", r) {
			return r
		}
		return '_'
	}, strings.TrimSuffix(id, ".txt"))
	for len(name) > longestName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	if name == "" || name[0] == '.' {
		return "_" + name
	}
	return name
}

// create writes a new file, whole or not at all.
func create(path string, data []byte) (err error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fmt.Errorf("%s is there already: choose an empty folder", path), err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".*.tmp")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}
