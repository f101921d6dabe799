package pipeline

import (
	"cmp"
	"context"
	"runtime"
	"sync"
)

// InOrder does pieces of work, jobs of them at a time (0 for one a core), and
// hands over what each gives in the order in which they were begun. It is what
// every run over many documents, lines or rows stands on.
//
// feed begins the pieces, in a goroutine of its own, and stops when begin says
// that no more is wanted; begin waits when 2*jobs pieces have not been handed over.
// take gets what they give, in the goroutine of the caller; idle is whether nothing
// more has been begun. The first error of take or of ctx ends it all;
// after one of feed, what was begun is still handed over. It returns when nothing
// runs any more.
func InOrder[T any](ctx context.Context, jobs int, feed func(begin func(work func() T) bool) error, take func(done T, idle bool) error) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	pending := make(chan chan T, 2*jobs)
	gate := make(chan struct{}, jobs)
	var running sync.WaitGroup
	var feedErr error
	running.Go(func() {
		defer close(pending)
		feedErr = feed(func(work func() T) bool {
			done := make(chan T, 1)
			if !send(ctx, pending, done) || !send(ctx, gate, struct{}{}) {
				return false
			}
			running.Go(func() {
				done <- work()
				<-gate
			})
			return true
		})
	})
	for done := range pending {
		select {
		case v := <-done:
			if ctx.Err() != nil {
				continue
			}
			if err := take(v, len(pending) == 0); err != nil {
				stop(err)
			}
		case <-ctx.Done():
		}
	}
	running.Wait()
	return cmp.Or(context.Cause(ctx), feedErr)
}

// send reports whether a value was taken before ctx ended.
func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}
