package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/output"
)

// TestReadmeShowsTheSchema keeps the README's table that of the schema.
func TestReadmeShowsTheSchema(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, output.Markdown(&b))
	require.Contains(t, string(readme), b.String())
}

// TestReadmeShowsAnExampleThatRuns keeps the README's lines of Go those of the
// example of package output, whose output is tested.
func TestReadmeShowsAnExampleThatRuns(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	example, err := os.ReadFile("../../output/example_test.go")
	require.NoError(t, err)
	_, block, _ := strings.Cut(string(readme), "```go\n")
	block, _, _ = strings.Cut(block, "```")
	require.LessOrEqual(t, strings.Count(block, "\n"), 10)
	require.Contains(t, unindented(string(example)), unindented(block))
}

func unindented(code string) string {
	lines := strings.Split(code, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "\n")
}
