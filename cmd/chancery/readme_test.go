package main

import (
	"bytes"
	"os"
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
