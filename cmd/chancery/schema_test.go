package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
)

// TestSchemasFitWhatIsWritten validates what the bundled sources give against the
// schemas that the program prints.
func TestSchemasFitWhatIsWritten(t *testing.T) {
	dir := t.TempDir()
	stdout(t, nil, "extract", "../../testdata/sources", "-o", dir, "--format", "json")
	dataset, err := os.ReadFile(filepath.Join(dir, "dataset.json"))
	require.NoError(t, err)
	require.NoError(t, validateJSON(t, stdout(t, nil, "schema", "--json"), dataset))

	schema := stdout(t, nil, "schema", "--annotate")
	var seen []string
	for line := range bytes.Lines(stdout(t, sourceLines(t), "annotate", "--offsets", "utf16")) {
		require.NoError(t, validateJSON(t, schema, line), "%s", line)
		seen = append(seen, string(line))
	}
	all := strings.Join(seen, "")
	for _, class := range []string{`"relations.`, `"mission.`, `"appointment"`, `"visit"`, `"meeting"`, `"agreement"`, `"quantity"`, `"error":`} {
		require.Contains(t, all, class, "the sources prove nothing of it")
	}
	for _, wrong := range []string{
		`{"mentions":[]}`, `{"mentions":[],"facts":[],"error":"x"}`, `{"mentions":[],"facts":[{"class":"visit"}]}`, `{"mentions":[],"facts":[],"more":1}`,
		`{"mentions":[{"id":1,"kind":"city","start":0,"end":1,"text":"a","value":"a","rule":"r","confidence":0.5}],"facts":[]}`,
	} {
		require.Error(t, validateJSON(t, schema, []byte(wrong)), wrong)
	}
}

// sourceLines are the bundled sources as annotate reads them, and a line that is
// none.
func sourceLines(t *testing.T) []byte {
	files, err := filepath.Glob("../../testdata/sources/*.txt")
	require.NoError(t, err)
	var b bytes.Buffer
	b.WriteString("no JSON\n")
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, json.NewEncoder(&b).Encode(map[string]string{"id": file, "text": string(text)}))
	}
	return b.Bytes()
}

func stdout(t *testing.T, stdin []byte, args ...string) []byte {
	var out, errs bytes.Buffer
	require.Equal(t, exitOK, run(context.Background(), args, bytes.NewReader(stdin), &out, &errs), errs.String())
	return out.Bytes()
}

func validateJSON(t *testing.T, schema, data []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("schema.json", doc))
	compiled, err := c.Compile("schema.json")
	require.NoError(t, err)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	return compiled.Validate(v)
}
