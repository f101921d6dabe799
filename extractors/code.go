package extractors

import "embed"

// Code is the text of the extractors and their data, for store.Digest.
//
//go:embed *.go */*.go */*.tsv */*.txt */*.bin
var Code embed.FS
