package main

import (
	"io"
	"os"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"chancery/output"
	"chancery/pipeline"
)

// A progress is the bar of a run on a terminal: how many bytes of the sources are
// done, how fast, what is left, and the documents and failures so far. A nil one
// shows nothing.
type progress struct {
	all                 *mpb.Progress
	bar                 *mpb.Bar
	documents, failures atomic.Int64
}

// newProgress shows a bar on w for these sources.
func newProgress(w io.Writer, sources []pipeline.Source, options ...mpb.ContainerOption) *progress {
	var total int64
	for _, s := range sources {
		total += sizeOf(s)
	}
	p := &progress{all: mpb.New(append([]mpb.ContainerOption{mpb.WithOutput(w), mpb.WithWidth(60)}, options...)...)}
	p.bar = p.all.AddBar(total,
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.CountersKibiByte("% .1f / % .1f")),
		mpb.AppendDecorators(
			decor.AverageSpeed(decor.SizeB1024(0), "% .1f"),
			decor.Name(", "), decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left, "),
			decor.Any(func(decor.Statistics) string { return p.counts() }),
		),
	)
	return p
}

// counts are the documents and failures so far, in words.
func (p *progress) counts() string {
	s := output.Count(int(p.documents.Load()), "document")
	if n := p.failures.Load(); n > 0 {
		s += ", " + output.Count(int(n), "failure")
	}
	return s
}

func (p *progress) document() {
	if p != nil {
		p.documents.Add(1)
	}
}

func (p *progress) failure() {
	if p != nil {
		p.failures.Add(1)
	}
}

// source says that a source is done.
func (p *progress) source(s pipeline.Source) {
	if p != nil {
		p.bar.IncrInt64(sizeOf(s))
	}
}

// end takes the bar away.
func (p *progress) end() {
	if p != nil {
		p.bar.Abort(true)
		p.all.Wait()
	}
}

// sizeOf is the size of a source in bytes, at least 1 so that each counts.
func sizeOf(s pipeline.Source) int64 {
	if info, err := os.Stat(s.Path); err == nil && info.Mode().IsRegular() {
		return max(1, info.Size())
	}
	return 1
}

// terminal reports whether w is one, and one that can move its cursor.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
