package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"chancery/pipeline/source"
)

// A Job says what a batch run reads and how.
type Job struct {
	Extractors []*Extractor
	Metadata   func(*Document) (created, updated string) // dates that the page's own footer states; may be nil
	DateOrder  string                                    // "dmy", "mdy", "ymd", or empty to let each document decide
	Jobs       int                                       // documents at a time; 0 for one a core
	MaxBytes   int64                                     // largest source read; 0 for DefaultMaxBytes
	MaxTime    time.Duration                             // after which a document is given up; 0 for never
	Stdin      io.Reader                                 // what the path "-" reads
	Done       func(Source)                              // told when all that a source holds was handed over; may be nil
	Make       func(*Result) any                         // makes Result.Made of each result, several at a time; may be nil
}

// The bounds of a source: the size in bytes above which a document is refused,
// packed or not, and how deep archives may lie in archives.
const (
	DefaultMaxBytes = 256 << 20
	DefaultDepth    = 3
)

// Run reads the sources and gives each document's result or failure to the
// callbacks, in the order of sources, and of what lies in them, whatever the
// number of jobs. It stops early only when ctx ends, with its error.
//
// One goroutine unpacks for all: what lies in an archive must be taken in order,
// and reading is cheap beside extracting.
func (j Job) Run(ctx context.Context, sources []Source, result func(Result), failure func(Failure)) error {
	feed := func(begin func(func() outcome) bool) error {
		for _, s := range sources {
			more := true
			j.walk(s, func(it source.Item) bool {
				more = begin(func() outcome { return j.timed(it) })
				return more
			})
			if !more || !begin(func() outcome { return outcome{ended: &s} }) {
				return nil
			}
		}
		return nil
	}
	return InOrder(ctx, j.Jobs, feed, func(o outcome, _ bool) error {
		switch {
		case o.fail != nil:
			failure(*o.fail)
		case o.ended == nil:
			result(o.res)
			for _, f := range o.lost {
				failure(f)
			}
		case j.Done != nil:
			j.Done(*o.ended)
		}
		return nil
	})
}

// An outcome is what a document gave, a failure or else a result and what of the
// document is not in it; or it marks the end of a source.
type outcome struct {
	res   Result
	lost  []Failure
	fail  *Failure
	ended *Source
}

// walk gives the documents of a source.
func (j Job) walk(s Source, each func(source.Item) bool) {
	limits := source.Limits{MaxBytes: j.MaxBytes, Depth: DefaultDepth}
	if limits.MaxBytes <= 0 {
		limits.MaxBytes = DefaultMaxBytes
	}
	if s.Path == Stdin {
		source.Walk(s.ID, source.FromStream("", j.Stdin, limits), each)
		return
	}
	f, size, err := open(s.Path)
	if err != nil {
		each(source.Item{ID: s.ID, Stage: "read", Err: err})
		return
	}
	defer f.Close()
	source.Walk(s.ID, source.FromFile(filepath.Base(s.Path), f, size, limits), each)
}

// timed is document within the time that it may take. What takes longer is left
// to itself: it cannot be stopped, but nobody waits for it.
func (j Job) timed(it source.Item) outcome {
	if j.MaxTime <= 0 {
		return j.document(it)
	}
	done := make(chan outcome, 1)
	go func() { done <- j.document(it) }()
	timer := time.NewTimer(j.MaxTime)
	defer timer.Stop()
	select {
	case o := <-done:
		return o
	case <-timer.C:
		return outcome{fail: &Failure{it.ID, Late, fmt.Sprintf("takes longer than %s: given up, the next run tries again", j.MaxTime)}}
	}
}

// document reads and annotates one document.
func (j Job) document(it source.Item) outcome {
	failed := func(stage string, err error) outcome { return outcome{fail: &Failure{it.ID, stage, cause(err)}} }
	if it.Err != nil {
		return failed(it.Stage, it.Err)
	}
	sum := sha256.Sum256(it.Bytes())
	content, err := it.Text()
	if err != nil {
		return failed("decode", err)
	}
	res, err := j.Annotate(it.ID, content.Content, Meta{
		Title: content.Title, Written: content.Written, Created: content.Created, Updated: content.Updated, Language: content.Language,
		Marks: content.Marks,
	})
	if err != nil {
		return failed("extract", err)
	}
	res.Doc.SHA256, res.Doc.Format, res.Doc.Encoding = hex.EncodeToString(sum[:]), it.Format, content.Encoding
	if j.Make != nil {
		res.Made = j.Make(&res)
	}
	o := outcome{res: res}
	for _, err := range content.Lost {
		o.lost = append(o.lost, Failure{it.ID, "decode", cause(err) + ": left out, the rest is read"})
	}
	return o
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

// Document builds a document under the job's options. What its own text states
// of its dates goes before what meta says of them, because a file's dates may be
// those of a copy; but meta.Written says when the words were written.
func (j Job) Document(id, content string, meta Meta) *Document {
	doc := NewDocument(id, content, meta)
	doc.DateOrder = j.DateOrder
	if j.Metadata != nil {
		created, updated := j.Metadata(doc)
		doc.Meta.Written = cmp.Or(meta.Written, updated, created)
		doc.Meta.Created, doc.Meta.Updated = cmp.Or(created, meta.Created), cmp.Or(updated, meta.Updated)
	}
	return doc
}

// open opens a source, refusing what is no regular file, and tells its size.
func open(name string) (*os.File, int64, error) {
	info, err := os.Stat(name)
	if _, link := os.Readlink(name); errors.Is(err, fs.ErrNotExist) && link == nil {
		return nil, 0, errors.New("a link that leads nowhere")
	}
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, fmt.Errorf("not a file but %s", sort(info.Mode()))
	}
	f, err := os.Open(name)
	return f, info.Size(), err
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
