package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
)

// schemaOf compiles a JSON Schema.
func schemaOf(t *testing.T, text []byte) *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("schema.json", doc))
	s, err := c.Compile("schema.json")
	require.NoError(t, err)
	return s
}

func instance(t *testing.T, text []byte) any {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return v
}

// TestDescriptorKeepsTheRules checks the shape of datapackage.json against the
// rules in testdata/schema, and then what a schema cannot say.
func TestDescriptorKeepsTheRules(t *testing.T) {
	rules, err := os.ReadFile("../testdata/schema/datapackage.schema.json")
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, WriteDescriptor(&b))
	schema := schemaOf(t, rules)
	require.NoError(t, schema.Validate(instance(t, b.Bytes())))
	for old, spoilt := range map[string]string{
		`"path": "visits.csv"`: `"path": "../visits.csv"`, `"itemType": "string"`: `"itemType": "text"`, `"type": "date"`: `"type": "day"`,
		`"unique": true`: `"unique": "yes"`, `"minimum": 0`: `"minimum": "none"`, `"enum": [`: `"enums": [`, `"resources": [`: `"resource": [`, `"primaryKey": [`: `"primaryKeys": [`,
	} {
		require.Contains(t, b.String(), old)
		require.Error(t, schema.Validate(instance(t, []byte(strings.Replace(b.String(), old, spoilt, 1)))), spoilt)
	}
	var p dataPackage
	require.NoError(t, json.Unmarshal(b.Bytes(), &p))
	fields := map[string][]string{}
	for _, r := range p.Resources {
		require.NotContains(t, fields, r.Name, "a name twice")
		for _, f := range r.Schema.Fields {
			require.NotContains(t, fields[r.Name], f.Name, "a field twice")
			fields[r.Name] = append(fields[r.Name], f.Name)
		}
	}
	for _, r := range p.Resources {
		require.Subset(t, fields[r.Name], r.Schema.PrimaryKey)
		for _, k := range r.Schema.ForeignKeys {
			require.Subset(t, fields[r.Name], k.Fields)
			require.Subset(t, fields[k.Reference.Resource], k.Reference.Fields)
			require.Len(t, k.Reference.Fields, len(k.Fields))
		}
	}
}

// TestDescriptorFitsItsFiles compares the descriptor with the headers and cells
// of the CSV files beside it.
func TestDescriptorFitsItsFiles(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Write(dir, hostileDataset(), []Format{CSV}, Options{}))
	data, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	require.NoError(t, err)
	var p dataPackage
	require.NoError(t, json.Unmarshal(data, &p))
	for i, r := range p.Resources {
		records, err := readCSV(filepath.Join(dir, r.Path), Tables[i])
		require.NoError(t, err)
		names := []string{}
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
		}
		require.Equal(t, names, records.Columns)
		for _, key := range r.Schema.PrimaryKey {
			at, seen := slices.Index(names, key), map[string]bool{}
			for _, row := range records.Rows {
				require.False(t, seen[row[at]], "%s twice in %s", row[at], r.Name)
				seen[row[at]] = true
			}
		}
	}
}

// TestGoldenKeepsItsDescriptor reads the golden dataset as a reader of data packages
// does: the descriptor is the one of this version, every cell is of its type and
// within its constraints, and every foreign key leads to a record.
func TestGoldenKeepsItsDescriptor(t *testing.T) {
	const golden = "../testdata/golden"
	var now bytes.Buffer
	require.NoError(t, WriteDescriptor(&now))
	data, err := os.ReadFile(filepath.Join(golden, "datapackage.json"))
	require.NoError(t, err)
	require.Equal(t, now.String(), string(data), "the golden descriptor is of another version: chancery check --update")
	var p dataPackage
	require.NoError(t, json.Unmarshal(data, &p))
	tables, err := Read(golden)
	require.NoError(t, err)
	require.NoError(t, keeps(p, tables))

	for _, c := range []struct{ table, column, cell, want string }{
		{"visits", "date_min", "3 May 1992", "no date"},
		{"visits", "to", "Kazakhstan", "pattern"},
		{"visits", "type", "grand", "enum"},
		{"visits", "confidence", "1.5", "maximum"},
		{"mentions", "start", "-1", "minimum"},
		{"mentions", "start", "x", "no integer"},
		{"visits", "id", "", "required"},
		{"visits", "visitor", "person:nobody", "leads to no"},
		{"mentions", "nested", "yes", "no boolean"},
	} {
		spoilt, err := Read(golden)
		require.NoError(t, err)
		r := spoilt[tableIndex(c.table)]
		r.Rows[0][slices.Index(r.Columns, c.column)] = c.cell
		require.ErrorContains(t, keeps(p, spoilt), c.want)
	}
}

// keeps reports the first cell that a descriptor forbids.
func keeps(p dataPackage, tables []Records) error {
	for i, r := range p.Resources {
		for _, row := range tables[i].Rows {
			for j, f := range r.Schema.Fields {
				if err := f.allows(row[j]); err != nil {
					return fmt.Errorf("%s.%s: %w", r.Name, f.Name, err)
				}
			}
			for _, k := range r.Schema.ForeignKeys {
				at := slices.IndexFunc(r.Schema.Fields, func(f field) bool { return f.Name == k.Fields[0] })
				to := tables[tableIndex(k.Reference.Resource)]
				key := slices.Index(to.Columns, k.Reference.Fields[0])
				if row[at] != "" && !slices.ContainsFunc(to.Rows, func(other []string) bool { return other[key] == row[at] }) {
					return fmt.Errorf("%s.%s: %q leads to no %s", r.Name, k.Fields[0], row[at], k.Reference.Resource)
				}
			}
		}
	}
	return nil
}

// allows reports what a field forbids of a cell.
func (f field) allows(cell string) error {
	if cell == "" {
		if f.Constraints["required"] == true {
			return errors.New("required")
		}
		return nil
	}
	number, notNumber := strconv.ParseFloat(cell, 64)
	_, notInteger := strconv.Atoi(cell)
	_, notDay := time.Parse(time.DateOnly, cell)
	switch {
	case f.Type == typeDate && notDay != nil, f.Type == typeNumber && notNumber != nil, f.Type == typeInteger && notInteger != nil,
		f.Type == typeBoolean && cell != "true" && cell != "false":
		return fmt.Errorf("%q is no %s", cell, f.Type)
	}
	for name, v := range f.Constraints {
		switch v := v.(type) {
		case string:
			if !regexp.MustCompile("^(" + v + ")$").MatchString(cell) {
				return fmt.Errorf("%q: %s", cell, name)
			}
		case []any:
			if !slices.Contains(v, any(cell)) {
				return fmt.Errorf("%q: %s", cell, name)
			}
		case float64:
			if name == "minimum" && number < v || name == "maximum" && number > v {
				return fmt.Errorf("%q: %s", cell, name)
			}
		}
	}
	return nil
}

func TestJSONSchemaFitsTheDataset(t *testing.T) {
	var text bytes.Buffer
	require.NoError(t, WriteJSONSchema(&text))
	schema := schemaOf(t, text.Bytes())
	for _, d := range []*Dataset{hostileDataset(), sample(), {}} {
		require.NoError(t, schema.Validate(instance(t, asJSON(t, d))))
	}
	data := string(asJSON(t, sample()))
	for old, spoilt := range map[string]string{
		`"date_min": "1992-05-03"`: `"date_min": "3 May 1992"`, `"nested": false`: `"nested": 0`, `"visits": [`: `"visit": [`,
		`"confidence": 0.95`: `"confidence": "0.95"`, `"inferred": []`: `"inferred": null`, `"kind": "date"`: `"sort": "date"`,
		`"status": "invalid"`: `"status": "wrong"`, `"line": `: `"line": -`,
	} {
		require.Contains(t, data, old)
		require.Error(t, schema.Validate(instance(t, []byte(strings.Replace(data, old, spoilt, 1)))), spoilt)
	}
}

// asJSON is a dataset as the format json writes it.
func asJSON(t *testing.T, d *Dataset) []byte {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, Write(dir, d, []Format{JSON}, Options{}))
	data, err := os.ReadFile(filepath.Join(dir, "dataset.json"))
	require.NoError(t, err)
	return data
}
