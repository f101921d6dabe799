package output

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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
		`"unique": true`: `"unique": "yes"`, `"resources": [`: `"resource": [`, `"primaryKey": [`: `"primaryKeys": [`,
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
