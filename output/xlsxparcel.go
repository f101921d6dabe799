package output

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// A parcel is the zip file of a workbook: its parts in an order of ours and with
// a fixed time, so that the same dataset gives the same bytes.
type parcel struct {
	*zip.Writer
	sent map[string]bool
}

func newParcel(w io.Writer) *parcel { return &parcel{zip.NewWriter(w), map[string]bool{}} }

// begin begins a part.
func (p *parcel) begin(name string) (io.Writer, error) {
	p.sent[name] = true
	return p.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
}

func (p *parcel) part(name string, content []byte) error {
	w, err := p.begin(name)
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// rest writes the parts that are not in the parcel yet.
func (p *parcel) rest(parts map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if p.sent[name] {
			continue
		}
		if err := p.part(name, parts[name]); err != nil {
			return err
		}
	}
	return nil
}

// parts are those of the workbook as excelize has it now.
func (b *workbook) parts() (map[string][]byte, error) {
	into := loose{}
	b.f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return into })
	if err := b.f.Write(io.Discard); err != nil {
		return nil, err
	}
	all := make(map[string][]byte, len(into))
	for name, content := range into {
		all[name] = content.Bytes()
	}
	const types = "[Content_Types].xml"
	all[types] = []byte(sortedDefaults(string(all[types])))
	return all, nil
}

// loose takes from excelize what it would put into a zip file.
type loose map[string]*bytes.Buffer

func (l loose) Create(name string) (io.Writer, error) {
	l[name] = &bytes.Buffer{}
	return l[name], nil
}

func (loose) AddFS(fs.FS) error { return nil }

func (loose) Close() error { return nil }

// sortedDefaults sorts the content types of file extensions, which excelize
// writes in the order of a map.
func sortedDefaults(types string) string {
	const open, end = "<Default ", "</Default>"
	first, last := strings.Index(types, open), strings.LastIndex(types, end)
	if first < 0 || last < first {
		return types
	}
	last += len(end)
	defaults := strings.SplitAfter(types[first:last], end)
	slices.Sort(defaults)
	return types[:first] + strings.Join(defaults, "") + types[last:]
}
