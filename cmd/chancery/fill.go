package main

import (
	"context"
	"errors"
	"fmt"

	"chancery/output"
	"chancery/pipeline"
	"chancery/pipeline/store"
)

// A filling brings what sources give into the store, one source after the other.
// Each is there whole or not at all.
type filling struct {
	store   *store.Store
	due     []pipeline.Source
	entries map[string]store.Entry // of those due
	tell    teller
	bar     *progress

	ctx  context.Context //nolint:containedctx // that of one run
	stop context.CancelCauseFunc
	next int            // among those due
	w    *store.Writing // of the next one, nil until it gives something
	put  *output.Putter
}

// run runs the job over the sources that are due.
func (f *filling) run(ctx context.Context, job pipeline.Job) error {
	f.ctx, f.stop = context.WithCancelCause(ctx)
	defer f.stop(nil)
	job.Make = func(res *pipeline.Result) any { return output.Pack(res) }
	job.Done = f.done
	err := job.Run(f.ctx, f.due, f.result, f.failure)
	if err == nil {
		return nil
	}
	var undone error
	if f.w != nil {
		undone = f.w.Cancel()
	}
	if cause := context.Cause(f.ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	if undone != nil {
		return undone
	}
	return fmt.Errorf("interrupted after %d of %d sources: the next run goes on from here", f.next, len(f.due))
}

func (f *filling) result(res pipeline.Result) {
	if f.begun() {
		f.bar.document()
		f.check(f.put.Put(res.Made.(*output.Packed)))
	}
}

func (f *filling) failure(fail pipeline.Failure) {
	if f.begun() {
		f.bar.failure()
		f.put.Failure(fail)
	}
}

// done completes a source.
func (f *filling) done(src pipeline.Source) {
	if !f.begun() {
		return
	}
	entry := f.entries[src.ID]
	if f.put.Late {
		entry.Sum = "" // so that the next run tries again
	}
	f.check(f.put.End(entry))
	f.tell.source(src, f.put.Documents, f.put.Failures)
	f.bar.source(src)
	f.next, f.put, f.w = f.next+1, nil, nil
}

// begun sees to it that the next source can be written. It reports whether the
// run still goes on.
func (f *filling) begun() bool {
	if f.put == nil && f.ctx.Err() == nil {
		var err error
		if f.w, err = f.store.Begin(f.due[f.next].ID); err == nil {
			f.put = output.NewPutter(f.w)
		}
		f.check(err)
	}
	return f.ctx.Err() == nil
}

// check stops the run at its first error.
func (f *filling) check(err error) {
	if err != nil {
		f.stop(err)
	}
}
