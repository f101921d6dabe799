package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"
)

// TestEveryCommandHasExamples also runs the command line of each example as far
// as its flags: an example that is refused is none.
func TestEveryCommandHasExamples(t *testing.T) {
	examples := 0
	for _, cmd := range newRoot().Commands() {
		require.NotEmpty(t, cmd.Example, "%s has no example", cmd.Name())
		for line := range strings.Lines(cmd.Example) {
			if words := exampleWords(line); len(words) > 0 {
				examples++
				root := newRoot()
				found, rest, err := root.Find(words)
				require.NoError(t, err, line)
				require.Contains(t, found.CommandPath()+" ", "chancery "+cmd.Name()+" ", line) // or a subcommand of it
				require.NoError(t, found.ParseFlags(rest), line)
				require.NoError(t, found.ValidateArgs(found.Flags().Args()), line)
			}
		}
	}
	require.Greater(t, examples, 15)
	require.Empty(t, strayOf(newRoot()))
}

// exampleWords are the words after chancery in a line of a shell, up to a pipe, a
// redirection or a comment.
func exampleWords(line string) []string {
	_, line, _ = strings.Cut(" "+line, " chancery ")
	var words []string
	for _, w := range strings.Fields(line) {
		if strings.ContainsAny(w[:1], "|<>#") {
			break
		}
		words = append(words, strings.Trim(w, "'"))
	}
	return words
}

// strayOf lists commands that a group without an example of its own would hide.
func strayOf(root *cobra.Command) []string {
	var stray []string
	for _, c := range root.Commands() {
		for _, sub := range c.Commands() {
			if sub.Example == "" {
				stray = append(stray, sub.CommandPath())
			}
		}
	}
	return stray
}
