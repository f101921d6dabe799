package output

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"time"
)

// repack writes a workbook's parts again in a fixed order and with a fixed time,
// so that the same dataset gives the same bytes.
func repack(w io.Writer, data []byte) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	slices.SortFunc(r.File, func(x, y *zip.File) int { return cmp.Compare(x.Name, y.Name) })
	out := zip.NewWriter(w)
	for _, f := range r.File {
		if err := repackPart(out, f); err != nil {
			return err
		}
	}
	return out.Close()
}

func repackPart(out *zip.Writer, f *zip.File) error {
	part, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	if f.Name != "[Content_Types].xml" {
		_, err = io.Copy(part, in)
		return err
	}
	types, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	_, err = io.WriteString(part, sortedDefaults(string(types)))
	return err
}

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
