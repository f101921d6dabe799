package output

import "embed"

// Code is the text of this package and its data, for store.Digest: what it makes
// of a result, and how it writes it.
//
//go:embed *.go *.tsv *.sql report/*.go report/*.tsv report/*.txt report/page.*
var Code embed.FS
