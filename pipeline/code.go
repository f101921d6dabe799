package pipeline

import "embed"

// Code is the text of this package and of those below it, for store.Digest: what
// was extracted under other rules is not used again.
//
//go:embed *.go text/*.go text/*.txt source/*.go
var Code embed.FS
