package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestColoursOfADifference(t *testing.T) {
	require.Equal(t, "\x1b[32m+ a\x1b[0m\n\x1b[31m- b[0m\x1b[0m\n\x1b[33m~ c\x1b[0m\n    d\n\n", string(coloured([]byte("+ a\n- b\x1b[0m\n~ c\n    d\n\n"))))
}

// TestColoursOnlyOnTerminals knows one terminal that every system has, or at
// least a device like one.
func TestColoursOnlyOnTerminals(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "xterm")
	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, device.Close()) })
	file, err := os.Create(t.TempDir() + "/out")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, file.Close()) })
	require.True(t, colourful(device))
	require.False(t, colourful(file))
	require.False(t, colourful(&bytes.Buffer{}))
	t.Setenv("TERM", "dumb")
	require.False(t, colourful(device))
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "1")
	require.False(t, colourful(device))
}
