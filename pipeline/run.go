package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"sync"

	"chancery/pipeline/source"
)

// A Job says what a batch run reads and how.
type Job struct {
	Extractors []*Extractor
	Metadata   func(*Document) (created, updated string) // dates that the page's own footer states; may be nil
	DateOrder  string                                    // "dmy", "mdy", "ymd", or empty to let each document decide
	Jobs       int                                       // documents at a time; 0 for one a core
	MaxBytes   int64                                     // largest source read; 0 for DefaultMaxBytes
	Stdin      io.Reader                                 // what the path "-" reads
}

// DefaultMaxBytes is the size in bytes above which a source is refused.
const DefaultMaxBytes = 256 << 20

// Run reads the sources and gives each one's result or failure to the
// callbacks, in the order of sources whatever the number of jobs. It stops early
// only when ctx ends, with its error.
func (j Job) Run(ctx context.Context, sources []Source, result func(Result), failure func(Failure)) error {
	jobs := j.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	slots := make([]chan outcome, len(sources))
	for i := range slots {
		slots[i] = make(chan outcome, 1)
	}
	gate := make(chan struct{}, 2*jobs) // documents begun and not yet handed over
	work := make(chan int)
	go hand(ctx, len(sources), gate, work)
	var workers sync.WaitGroup
	defer workers.Wait()
	for range jobs {
		workers.Go(func() {
			for i := range work {
				res, fail := j.One(sources[i])
				slots[i] <- outcome{res, fail}
			}
		})
	}
	for _, slot := range slots {
		select {
		case o := <-slot:
			<-gate
			if o.fail != nil {
				failure(*o.fail)
			} else {
				result(o.res)
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// An outcome is what a source gave; fail is nil when it gave a result.
type outcome struct {
	res  Result
	fail *Failure
}

// hand gives out the numbers up to n, each when there is room in the gate, until
// ctx ends.
func hand(ctx context.Context, n int, gate chan<- struct{}, work chan<- int) {
	defer close(work)
	for i := range n {
		select {
		case gate <- struct{}{}:
			work <- i
		case <-ctx.Done():
			return
		}
	}
}

// One reads and annotates a single source.
func (j Job) One(s Source) (Result, *Failure) {
	data, err := j.read(s.Path)
	if err != nil {
		return Result{}, &Failure{s.ID, "read", cause(err)}
	}
	sum := sha256.Sum256(data)
	format, err := source.Pick(s.Path, data)
	if err != nil {
		return Result{}, &Failure{s.ID, "decode", err.Error()}
	}
	content, err := format.Read(data)
	if err != nil {
		return Result{}, &Failure{s.ID, "decode", err.Error()}
	}
	res, err := j.Annotate(s.ID, content.Content, Meta{Title: content.Title})
	if err != nil {
		return Result{}, &Failure{s.ID, "extract", err.Error()}
	}
	res.Doc.SHA256, res.Doc.Format, res.Doc.Encoding = hex.EncodeToString(sum[:]), format.Name, content.Encoding
	return res, nil
}

// Annotate builds a document and runs the job's extractors over it. A panic on
// the way becomes an error, as that of Annotate.
func (j Job) Annotate(id, content string, meta Meta) (res Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			res, err = Result{}, panicked(id, "document", r)
		}
	}()
	return Annotate(j.Document(id, content, meta), j.Extractors)
}

// Document builds a document under the job's options and dates it by what its
// own text states, unless meta says when it was written.
func (j Job) Document(id, content string, meta Meta) *Document {
	doc := NewDocument(id, content, meta)
	doc.DateOrder = j.DateOrder
	if j.Metadata != nil {
		doc.Meta.Created, doc.Meta.Updated = j.Metadata(doc)
		doc.Meta.Written = cmp.Or(meta.Written, doc.Meta.Updated, doc.Meta.Created)
	}
	return doc
}

// read reads a whole source, refusing what is too large or no regular file.
func (j Job) read(path string) ([]byte, error) {
	limit := j.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	if path == Stdin {
		return readAll(j.Stdin, 0, limit)
	}
	info, err := os.Stat(path)
	if _, link := os.Readlink(path); errors.Is(err, fs.ErrNotExist) && link == nil {
		return nil, errors.New("a link that leads nowhere")
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("not a file but %s", sort(info.Mode()))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, info.Size(), limit)
}

// sort is what a path leads to, in words, when it is no file.
func sort(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a link to a folder"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	}
	return "a device"
}

// readAll reads to the end, with room for the size expected, which it may miss.
func readAll(r io.Reader, size, limit int64) ([]byte, error) {
	tooLarge := fmt.Errorf("larger than the %s that a source may have", bytesOf(limit))
	if size > limit {
		return nil, tooLarge
	}
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	if n, err := b.ReadFrom(io.LimitReader(r, limit+1)); err != nil || n > limit {
		return nil, cmp.Or(err, tooLarge)
	}
	return b.Bytes(), nil
}

// bytesOf is a size in words.
func bytesOf(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
