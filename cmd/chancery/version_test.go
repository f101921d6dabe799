package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLibrariesAreThoseOfTheModule(t *testing.T) {
	all := libraries()
	for _, want := range []string{"github.com/jdkato/prose/v2 v", "github.com/araddon/dateparse v", "codeberg.org/readeck/go-readability/v2 v"} {
		require.True(t, strings.Contains(strings.Join(all, "\n"), want), "%q in %q", want, all)
	}
}

func TestRulesChangeWithTheOptions(t *testing.T) {
	rules := func(b batch) string {
		r, err := b.rules()
		require.NoError(t, err)
		return r
	}
	require.Equal(t, rules(batch{maxMB: 1}), rules(batch{maxMB: 1}))
	require.NotEqual(t, rules(batch{maxMB: 1}), rules(batch{maxMB: 2}))
	require.NotEqual(t, rules(batch{maxMB: 1}), rules(batch{maxMB: 1, reading: reading{dateOrder: "dmy"}}))
}
