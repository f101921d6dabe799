package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLibrariesAreThoseOfTheModule(t *testing.T) {
	all := strings.Join(libraries(), "\n")
	for _, want := range []string{"github.com/jdkato/prose/v2 v", "github.com/araddon/dateparse v", "codeberg.org/readeck/go-readability/v2 v"} {
		require.Contains(t, all, want)
	}
}

func TestRulesChangeWithTheOptions(t *testing.T) {
	rules := func(b batch) string {
		r, err := b.rules()
		require.NoError(t, err)
		return r
	}
	first := rules(batch{maxMB: 1})
	require.Equal(t, first, rules(batch{maxMB: 1}))
	require.NotEqual(t, first, rules(batch{maxMB: 2}))
	require.NotEqual(t, first, rules(batch{maxMB: 1, reading: reading{dateOrder: "dmy"}}))
}
