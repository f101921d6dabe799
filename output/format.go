package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Format writes a dataset in one form.
type Format struct {
	Name    string
	Doc     string
	Default bool // written when the user names no formats
	Texts   bool // needs the sources' texts, as Builder.KeepTexts keeps them
	Streams bool // reads rows through Table.Count and Table.Each alone, so that they need not be in memory
	Lines   *Lines
	Write   func(dir *Folder, d *Dataset) error // of a format not made of Lines
}

// All lists the formats.
var All = []Format{CSV, JSON, JSONL, XLSX, SQLite, Parquet, Report}

func validateFormats() error {
	seen := map[string]bool{}
	for _, f := range All {
		if f.Name == "" || f.Doc == "" || (f.Write == nil) == (f.Lines == nil) || seen[f.Name] {
			return fmt.Errorf("format %q: name, doc and one of lines and write are required, once", f.Name)
		}
		if strings.ContainsAny(f.Name, " ,") {
			return fmt.Errorf("format %q: the name is no word", f.Name)
		}
		seen[f.Name] = true
	}
	return nil
}

// FormatNames lists the names of all formats.
func FormatNames() []string { return names(All) }

// DefaultFormats lists the names of the formats written unless others are named.
func DefaultFormats() []string {
	return names(slices.DeleteFunc(slices.Clone(All), func(f Format) bool { return !f.Default }))
}

// NeedTexts reports whether one of the formats needs the sources' texts.
func NeedTexts(formats []Format) bool {
	return slices.ContainsFunc(formats, func(f Format) bool { return f.Texts })
}

// Golden is the format that golden outputs are kept in: the one that shows a
// change in a line of its own.
func Golden() []Format { return []Format{CSV} }

func names(formats []Format) []string {
	var list []string
	for _, f := range formats {
		list = append(list, f.Name)
	}
	return list
}

// Formats finds formats by their names.
func Formats(list []string) ([]Format, error) {
	var found []Format
	for _, name := range list {
		i := slices.IndexFunc(All, func(f Format) bool { return f.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no format %q: want %s", name, strings.Join(FormatNames(), ", "))
		}
		found = append(found, All[i])
	}
	return found, nil
}

// Write makes the folder if need be and writes the dataset in the formats, with
// datapackage.json beside the CSV files that it describes. When it fails, a
// dataset that the folder held stays as it was.
func Write(path string, d *Dataset, formats []Format, options Options) error {
	_, err := WriteFiles(path, d, formats, options)
	return err
}

// WriteFiles is Write, and tells the names of the files it wrote.
func WriteFiles(path string, d *Dataset, formats []Format, options Options) (files []string, err error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, err
	}
	dir := &Folder{path: path, options: options}
	defer func() { err = errors.Join(err, dir.discard()) }()
	lines, others := split(formats)
	if err := writeLines(dir, d, lines, options.Jobs); err != nil {
		return nil, err
	}
	var whole *Dataset
	for _, f := range others {
		from := d
		if !f.Streams {
			if whole == nil {
				if whole, err = d.Whole(NeedTexts(formats)); err != nil {
					return nil, err
				}
			}
			from = whole
		}
		if err := f.Write(dir, from); err != nil {
			return nil, err
		}
	}
	if slices.Contains(names(formats), CSV.Name) {
		if err := dir.File("datapackage.json", WriteDescriptor); err != nil {
			return nil, err
		}
	}
	for _, f := range dir.staged {
		files = append(files, filepath.Base(f.path))
	}
	return files, dir.commit()
}

// split parts the formats that are made of lines from the others.
func split(formats []Format) (lines, others []Format) {
	for _, f := range formats {
		if f.Lines != nil {
			lines = append(lines, f)
		} else {
			others = append(others, f)
		}
	}
	return lines, others
}
