package output

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// formulas are the cells of a sheet that hold formulas. Cells are a column and a
// row, both counted from 1.
type formulas struct {
	other map[[2]int]bool   // all but links, which chancery writes itself
	links map[[2]int]string // what links show of which no value is stored, as some programs leave them
}

// formulasOf reads the formulas of a sheet.
func formulasOf(z *zip.Reader, sheet string) (found formulas, err error) {
	part, err := sheetPart(z, sheet)
	if err != nil {
		return found, err
	}
	in, err := part.Open()
	if err != nil {
		return found, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	return readFormulas(in)
}

func readFormulas(in io.Reader) (formulas, error) {
	found := formulas{map[[2]int]bool{}, map[[2]int]string{}}
	column, row := 0, 0
	tags := bufio.NewScanner(in)
	tags.Buffer(nil, 1<<24)
	tags.Split(untilTag)
	for tags.Scan() {
		name, rest := tagOf(tags.Bytes())
		switch name {
		case "row":
			column, row = 0, row+1
			if n, err := strconv.Atoi(attributeOf(rest, "r")); err == nil {
				row = n
			}
		case "c":
			column++
			if x, y, err := excelize.CellNameToCoordinates(attributeOf(rest, "r")); err == nil {
				column, row = x, y
			}
		case "f":
			found.add([2]int{column, row}, textAfter(rest))
		case "v":
			if textAfter(rest) != "" {
				delete(found.links, [2]int{column, row})
			}
		}
	}
	return found, tags.Err()
}

// add adds a formula of which no value has been seen yet.
func (f *formulas) add(cell [2]int, text string) {
	link, ok := strings.CutPrefix(text, "HYPERLINK(")
	if !ok {
		f.other[cell] = true
		return
	}
	if _, shown, ok := strings.Cut(link, `","`); ok {
		f.links[cell] = strings.ReplaceAll(strings.TrimSuffix(shown, `")`), `""`, `"`)
	}
}

// textAfter is the text after a tag.
func textAfter(rest []byte) string {
	_, text, _ := bytes.Cut(rest, []byte{'>'})
	return html.UnescapeString(string(text))
}

// untilTag splits XML before each <, which stands nowhere else.
func untilTag(data []byte, end bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '<'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if end && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

// tagOf is a tag's name without prefix, and what follows it.
func tagOf(tag []byte) (name string, rest []byte) {
	i := bytes.IndexAny(tag, " \t\r\n/>")
	if i < 0 {
		return "", nil
	}
	return string(tag[bytes.IndexByte(tag[:i], ':')+1 : i]), tag[i:]
}

// attributeOf is the value of a tag's attribute.
func attributeOf(rest []byte, name string) string {
	tag, _, _ := bytes.Cut(rest, []byte{'>'})
	for _, quote := range []string{`"`, `'`} {
		if _, value, ok := strings.Cut(string(tag), " "+name+"="+quote); ok {
			value, _, _ = strings.Cut(value, quote)
			return value
		}
	}
	return ""
}

// sheetPart is the part of a workbook that holds a sheet.
func sheetPart(z *zip.Reader, sheet string) (*zip.File, error) {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(readPart(z, "xl/workbook.xml", &book), readPart(z, "xl/_rels/workbook.xml.rels", &relations)); err != nil {
		return nil, err
	}
	for _, s := range book.Sheets {
		for _, r := range relations.List {
			if s.Name == sheet && s.ID == r.ID {
				return part(z, r.Target)
			}
		}
	}
	return nil, fmt.Errorf("no part holds the sheet %s", sheet)
}

// part finds a part by its name, which counts from xl unless it begins with a
// slash.
func part(z *zip.Reader, name string) (*zip.File, error) {
	full := strings.TrimPrefix(name, "/")
	if full == name {
		full = path.Join("xl", name)
	}
	for _, f := range z.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), full) {
			return f, nil
		}
	}
	return nil, fmt.Errorf("the workbook has no %s", full)
}

func readPart(z *zip.Reader, name string, into any) (err error) {
	f, err := part(z, "/"+name)
	if err != nil {
		return err
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	return xml.NewDecoder(io.LimitReader(in, 1<<26)).Decode(into)
}
