package listed

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A row is one name of a gazetteer.
type row struct {
	kind       pipeline.Kind
	where      string // file and line
	Name       string
	Aliases    []string
	Given      string
	Family     string
	Role       string
	Acronym    string
	Kind       string
	Country    string
	Lat, Lon   float64
	GeonamesID int
}

// A column is one that a gazetteer may have.
type column struct {
	name string
	doc  string
	set  func(w *row, cell string) error
}

// A gazetteerKind is what the files of one kind may say.
type gazetteerKind struct {
	kind    pipeline.Kind
	columns []column
}

var (
	nameColumn    = column{"name", "canonical name; required", func(w *row, s string) error { w.Name = s; return nil }}
	aliasColumn   = column{"aliases", "other forms, separated by semicolons", setAliases}
	countryColumn = column{"country", "ISO 3166-1 alpha-2, or the code of a former state", setCountry}
)

// kinds are the gazetteers by the word that their file's name ends in.
var kinds = map[string]gazetteerKind{
	"people": {pipeline.Person, []column{
		nameColumn, aliasColumn,
		{"given", "given names", func(w *row, s string) error { w.Given = s; return nil }},
		{"family", "family name", func(w *row, s string) error { w.Family = s; return nil }},
		{"role", "office, used where the text gives none", func(w *row, s string) error { w.Role = s; return nil }},
		countryColumn,
	}},
	"places": {pipeline.Place, []column{
		nameColumn, aliasColumn,
		{"kind", "one of " + strings.Join(placeKinds, ", "), oneOf(placeKinds)},
		countryColumn,
		{"lat", "degrees north", degrees(90, func(w *row) *float64 { return &w.Lat })},
		{"lon", "degrees east", degrees(180, func(w *row) *float64 { return &w.Lon })},
		{"geonames_id", "GeoNames id", setGeonames},
	}},
	"organizations": {pipeline.Organization, []column{
		nameColumn, aliasColumn,
		{"acronym", "short form in capitals, found too", func(w *row, s string) error { w.Acronym = s; return nil }},
		{"kind", "one of " + strings.Join(organizationKinds, ", "), oneOf(organizationKinds)},
		countryColumn,
	}},
}

var (
	placeKinds        = []string{"country", "territory", "former", "region", "city", "continent", "water", "river", "mountain", "building", "venue", "street"}
	organizationKinds = []string{"ministry", "parliament", "party", "government", "embassy", "consulate", "international", "company", "university", "court", "armed forces", "media", "other"}
)

// Describe tells the columns of each kind of gazetteer, a line each, for help texts.
func Describe() string {
	var b strings.Builder
	for _, word := range []string{"people", "places", "organizations"} {
		names := make([]string, len(kinds[word].columns))
		for i, c := range kinds[word].columns {
			names[i] = c.name
		}
		fmt.Fprintf(&b, "  %s.csv: %s\n", word, strings.Join(names, ", "))
	}
	return b.String()
}

// Add reads a gazetteer, a CSV file with a first line of column names. Its kind is
// the word, people, places or organizations, that the file's name ends in. Errors
// give the path and the line.
func (l *Lists) Add(path string, in io.Reader) error {
	g, ok := kindOf(path)
	if !ok {
		return fmt.Errorf("%s: the name of a gazetteer ends in people.csv, places.csv or organizations.csv", path)
	}
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1 // told by our own words
	head, err := r.Read()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s:1: empty: want a line of column names", path)
	}
	if err != nil {
		return located(path, err)
	}
	columns, err := g.head(head)
	if err != nil {
		return fmt.Errorf("%s:1: %w", path, err)
	}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return located(path, err)
		}
		line, _ := r.FieldPos(0)
		w := &row{kind: g.kind, where: fmt.Sprintf("%s:%d", path, line)}
		if err := w.fill(columns, cells); err != nil {
			return fmt.Errorf("%s: %w", w.where, err)
		}
		if err := l.put(w); err != nil {
			return fmt.Errorf("%s: %w", w.where, err)
		}
	}
}

func kindOf(path string) (gazetteerKind, bool) {
	name := strings.ToLower(filepath.Base(path))
	for word, g := range kinds {
		if strings.HasSuffix(name, word+".csv") {
			return g, true
		}
	}
	return gazetteerKind{}, false
}

// located puts the place into an error of the CSV reader.
func located(path string, err error) error {
	var e *csv.ParseError
	if errors.As(err, &e) {
		return fmt.Errorf("%s:%d: %w", path, e.Line, e.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// head is the columns that the first line names.
func (g gazetteerKind) head(cells []string) ([]column, error) {
	var columns []column
	for i, cell := range cells {
		if i == 0 {
			cell = strings.TrimPrefix(cell, "\ufeff")
		}
		name := strings.ToLower(strings.TrimSpace(cell))
		at := slices.IndexFunc(g.columns, func(c column) bool { return c.name == name })
		if at < 0 {
			return nil, fmt.Errorf("unknown column %q", cell)
		}
		if slices.ContainsFunc(columns, func(c column) bool { return c.name == name }) {
			return nil, fmt.Errorf("column %q twice", name)
		}
		columns = append(columns, g.columns[at])
	}
	if !slices.ContainsFunc(columns, func(c column) bool { return c.name == "name" }) {
		return nil, errors.New(`no column "name"`)
	}
	return columns, nil
}

// fill sets the columns of a row.
func (w *row) fill(columns []column, cells []string) error {
	if len(cells) != len(columns) {
		return fmt.Errorf("%d cells, want %d", len(cells), len(columns))
	}
	for i, c := range columns {
		cell := strings.TrimSpace(cells[i])
		if !utf8.ValidString(cell) {
			return fmt.Errorf("column %s: not UTF-8", c.name)
		}
		if cell == "" {
			continue
		}
		if err := c.set(w, cell); err != nil {
			return fmt.Errorf("column %s: %w", c.name, err)
		}
	}
	if (w.Lat == 0) != (w.Lon == 0) {
		return errors.New("lat and lon go together")
	}
	return w.named(w.Name)
}

// named reports whether a name can be found in a text.
func (w *row) named(name string) error {
	if name == "" {
		return errors.New("no name")
	}
	if !strings.ContainsFunc(name, unicode.IsLetter) {
		return fmt.Errorf("name %q has no letter", name)
	}
	return nil
}

// put adds a row under its names.
func (l *Lists) put(w *row) error {
	if l.names == nil {
		l.names, l.seen = map[string][]entry{}, map[string]string{}
	}
	key := string(w.kind) + " " + w.Country + " " + text.Fold(w.Name)
	if before := l.seen[key]; before != "" {
		return fmt.Errorf("%q is already in %s", w.Name, before)
	}
	l.seen[key] = w.where
	for _, name := range append([]string{w.Name, w.Acronym}, w.Aliases...) {
		if name != "" {
			l.names[text.Fold(name)] = append(l.names[text.Fold(name)], entry{w, name})
		}
	}
	return nil
}

func setAliases(w *row, cell string) error {
	for alias := range strings.SplitSeq(cell, ";") {
		alias = strings.TrimSpace(alias)
		if err := w.named(alias); err != nil {
			return err
		}
		w.Aliases = append(w.Aliases, alias)
	}
	return nil
}

func setCountry(w *row, cell string) error {
	if _, ok := gazetteer.CountryOf(cell); !ok {
		return fmt.Errorf("%q is no code of a country", cell)
	}
	w.Country = cell
	return nil
}

func setGeonames(w *row, cell string) error {
	id, err := strconv.Atoi(cell)
	if err != nil || id <= 0 {
		return fmt.Errorf("%q is no GeoNames id", cell)
	}
	w.GeonamesID = id
	return nil
}

func oneOf(values []string) func(*row, string) error {
	return func(w *row, cell string) error {
		if !slices.Contains(values, cell) {
			return fmt.Errorf("%q: want one of %s", cell, strings.Join(values, ", "))
		}
		w.Kind = cell
		return nil
	}
}

func degrees(most float64, of func(*row) *float64) func(*row, string) error {
	return func(w *row, cell string) error {
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil || !(v >= -most && v <= most) {
			return fmt.Errorf("%q: want degrees between %g and %g", cell, -most, most)
		}
		*of(w) = v
		return nil
	}
}
