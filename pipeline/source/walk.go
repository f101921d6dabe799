package source

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Item is one document of a source, not yet read, or the reason why there is
// none. It is independent of those before and after it.
type Item struct {
	ID     string // of the source, with the path inside it: "pages.zip/2019/visit.html"
	Format string // name of the format
	Stage  string // what failed, "read" or "decode"; empty without Err
	Err    error

	in   *Input
	read func(*Input) (*Text, error)
	text *Text
}

// Bytes is the content that the text is read from. It lives as long as the item.
func (it *Item) Bytes() []byte {
	if it.text != nil {
		return []byte(it.text.Content)
	}
	return it.in.data
}

// Text reads the document. Errors name the place and the cause; a reader that
// panics is one of them.
func (it *Item) Text() (t *Text, err error) {
	if it.text != nil {
		return it.text, nil
	}
	defer func() {
		if r := recover(); r != nil {
			t, err = nil, fmt.Errorf("%s: damaged: %v", it.Format, r)
		}
	}()
	t, err = it.read(it.in)
	if t != nil {
		t.Fetched = it.in.Fetched
	}
	if err == nil && strings.TrimSpace(strings.TrimPrefix(t.Content, "\ufeff")) == "" {
		return nil, ErrEmpty
	}
	return t, err
}

// Walk gives the documents of a source one after the other, in its own order,
// until each returns false. What cannot be read is an item with its error; the
// walk goes on behind it where it can.
func Walk(id string, in *Input, each func(Item) bool) {
	w := walker{each: each}
	w.visit(id, in, 0, "")
}

type walker struct {
	each    func(Item) bool
	stopped bool
}

func (w *walker) give(it Item) bool {
	w.stopped = w.stopped || !w.each(it)
	return !w.stopped
}

func (w *walker) fail(id, stage string, err error) bool {
	return w.give(Item{ID: id, Stage: stage, Err: err})
}

// visit goes through one input at a depth of archives; holder is the format that
// holds it.
func (w *walker) visit(id string, in *Input, depth int, holder string) bool {
	f, err := Pick(in)
	switch {
	case err != nil:
		return w.fail(id, "decode", err)
	case f.Read != nil:
		if _, err := in.Data(); err != nil {
			return w.fail(id, "read", err)
		}
		return w.give(Item{ID: id, Format: f.Name, in: in, read: f.Read})
	case f.Name == Gzip.Name && holder == Gzip.Name:
		return w.fail(id, "decode", errors.New("gzip within gzip: refused as a bomb"))
	case f.Name != Gzip.Name:
		depth++
	}
	if depth > in.limits.Depth {
		return w.fail(id, "decode", fmt.Errorf("lies in more than %d archives", in.limits.Depth))
	}
	err = w.open(id, in, f, depth)
	if w.stopped {
		return false
	}
	if changed := in.changed(); changed != nil {
		return w.fail(id, "read", changed)
	}
	return err == nil || w.fail(id, "decode", err)
}

// open gives what a file holds.
func (w *walker) open(id string, in *Input, f Format, depth int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: damaged: %v", f.Name, r)
		}
	}()
	seen := map[string]int{}
	parts := 0
	err = f.Parts(in, func(p Part) bool {
		parts++
		inner := id
		if p.Name != "" {
			inner += "/" + unique(seen, escape(p.Name))
		}
		switch {
		case p.Err != nil:
			return w.fail(inner, "decode", p.Err)
		case p.Text != nil && strings.TrimSpace(p.Text.Content) == "":
			return w.fail(inner, "decode", ErrEmpty)
		case p.Text != nil:
			p.Text.Fetched = in.Fetched
			return w.give(Item{ID: inner, Format: f.Name, text: p.Text})
		}
		return w.visit(inner, p.In, depth, f.Name)
	})
	if err == nil && parts == 0 {
		return errors.New("empty: nothing in it to read")
	}
	return err
}

// unique is name, with a number when it came before.
func unique(seen map[string]int, name string) string {
	for {
		seen[name]++
		n := seen[name]
		if n == 1 {
			return name
		}
		ext := path.Ext(name)
		name = fmt.Sprintf("%s~%d%s", strings.TrimSuffix(name, ext), n, ext)
	}
}

// escape writes bytes of a name that are no text, and control characters, in
// hexadecimal: names go to tables and terminals.
func escape(name string) string {
	if utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl) {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); {
		r, n := utf8.DecodeRuneInString(name[i:])
		if r == utf8.RuneError && n <= 1 || unicode.IsControl(r) {
			fmt.Fprintf(&b, "%%%02X", name[i:i+n])
		} else {
			b.WriteString(name[i : i+n])
		}
		i += n
	}
	return b.String()
}
