package main

import (
	"os"
	"runtime/debug"

	"chancery/pipeline"
)

const (
	heavy   = 8 << 20 // bytes of a source from which memory is worth more than time
	garbage = 20      // percent of what is in use that may then wait to be collected
)

// spareMemory makes the collector work more often when a source is heavy. A
// document lives as a whole while it is read, some twenty times its size, and by
// default as much again may be garbage; for a fifth of the time more it is a
// fifth of that.
func spareMemory(sources []pipeline.Source) {
	for _, s := range sources {
		if info, err := os.Stat(s.Path); err == nil && info.Size() > heavy {
			debug.SetGCPercent(garbage)
			return
		}
	}
}
