//go:build keep

package chancery

import (
	_ "github.com/araddon/dateparse"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/jdkato/prose/v2"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/spf13/cobra"
	_ "github.com/stretchr/testify/require"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/text/unicode/norm"
	_ "gopkg.in/neurosnap/sentences.v1"
)
