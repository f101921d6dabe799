package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"chancery/pipeline"
)

func annotateCommand() *cobra.Command {
	var r reading
	var unit, form, folder string
	cmd := &cobra.Command{
		Use:   "annotate",
		Short: "Annotate JSON Lines from standard input to standard output",
		Long: "Annotate is a filter: it reads lines like {\"id\": \"a\", \"text\": \"...\", \"date\": \"2019-10-07\"}\n" +
			"(date, when the text was written, may be left out) and writes one line of mentions for\n" +
			"each, in the same order. A malformed line gives a line with an error and its number.\n\n" +
			"Other forms hold the mentions without the facts; a malformed line is told on standard\n" +
			"error, the others are done, and the exit code is 3:" + describeRenderings(),
		Example: "  chancery annotate --offsets runes < pages.jsonl > mentions.jsonl\n  chancery annotate --format brat -o standoff < pages.jsonl\n  chancery annotate --format conll < pages.jsonl > pages.conll",
		Args:    cobra.NoArgs,
		RunE: working(func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains(offsetUnits, unit) {
				return usage("--offsets %q: want bytes, runes or utf16", unit)
			}
			if err := checkRendering(cmd, form, folder); err != nil {
				return err
			}
			job, err := r.job(cmd)
			if err != nil {
				return err
			}
			if form != jsonLines {
				return renderStream(cmd, job, form, folder)
			}
			w := bufio.NewWriterSize(cmd.OutOrStdout(), 1<<16)
			err = inOrder(job.Jobs, cmd.InOrStdin(), func(number int, line []byte) []byte { return annotateLine(job, unit, number, line) },
				func(answer []byte, idle bool) error {
					_, err := w.Write(append(answer, '\n'))
					if err == nil && idle {
						err = w.Flush()
					}
					return err
				})
			return errors.Join(err, w.Flush())
		}),
	}
	r.flags(cmd)
	cmd.Flags().StringVar(&unit, "offsets", inBytes, "unit of start and end in JSON Lines: bytes, runes (code points) or utf16 (code units)")
	cmd.Flags().StringVar(&form, "format", jsonLines, "form of the annotations: "+strings.Join(renderingNames(), ", "))
	cmd.Flags().StringVarP(&folder, "output", "o", "", "folder for the files of --format brat")
	complete(cmd, "offsets", offsetUnits)
	complete(cmd, "format", renderingNames())
	return cmd
}

// inOrder answers line by line, several at a time, and puts the answers in the
// order of the lines; idle is whether the next is not yet there. After an error
// of put it reads on, so that whoever writes to in is not held up.
func inOrder[A any](jobs int, in io.Reader, answer func(number int, line []byte) A, put func(answer A, idle bool) error) error {
	var putErr error
	err := pipeline.InOrder(context.Background(), jobs, func(begin func(func() A) bool) error {
		return eachLine(in, func(number int, line []byte) {
			begin(func() A { return answer(number, line) })
		})
	}, func(a A, idle bool) error {
		if putErr == nil {
			putErr = put(a, idle)
		}
		return nil
	})
	return errors.Join(err, putErr)
}

// eachLine calls do with each line that is not blank, whatever its length.
func eachLine(in io.Reader, do func(number int, line []byte)) error {
	r := bufio.NewReaderSize(in, 1<<16)
	for number := 1; ; number++ {
		line, err := r.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			do(number, line)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
}

type annotateInput struct {
	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
	Date string          `json:"date"`
}

type annotateOutput struct {
	ID       json.RawMessage   `json:"id,omitempty"`
	Mentions []annotateMention `json:"mentions"`
	Facts    []any             `json:"facts"`
	Error    string            `json:"error,omitempty"`
	Line     int               `json:"line,omitempty"`
}

type annotateMention struct {
	ID         int           `json:"id"`
	Kind       pipeline.Kind `json:"kind"`
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Text       string        `json:"text"`
	Value      string        `json:"value"`
	Entity     string        `json:"entity,omitempty"`
	Role       string        `json:"role,omitempty"`
	Country    string        `json:"country,omitempty"`
	Nested     bool          `json:"nested,omitempty"`
	Inferred   []string      `json:"inferred,omitempty"`
	Rule       string        `json:"rule"`
	Confidence float64       `json:"confidence"`
}

func annotateLine(job pipeline.Job, unit string, number int, line []byte) []byte {
	out := annotateOutput{Mentions: []annotateMention{}, Facts: []any{}}
	var in annotateInput
	err := json.Unmarshal(line, &in)
	if err == nil {
		out.ID = in.ID
		out.Mentions, out.Facts, err = annotateText(job, unit, in)
	}
	if err != nil {
		out.Mentions, out.Facts, out.Error, out.Line = []annotateMention{}, []any{}, fmt.Sprintf("line %d: %v", number, err), number
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(out); err != nil {
		return fmt.Appendf(nil, `{"mentions":[],"facts":[],"error":%q,"line":%d}`, err.Error(), number)
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

func annotateText(job pipeline.Job, unit string, in annotateInput) ([]annotateMention, []any, error) {
	res, err := in.annotate(job)
	if err != nil {
		return nil, nil, err
	}
	return mentionsOf(res, unit), factsOf(res), nil
}

// mentionsOf are a result's mentions as annotate writes them.
func mentionsOf(res pipeline.Result, unit string) []annotateMention {
	mentions := make([]annotateMention, len(res.Mentions))
	var offsets []*int
	for i, m := range res.Mentions {
		mentions[i] = annotated(m)
		offsets = append(offsets, &mentions[i].Start, &mentions[i].End)
	}
	convert(res.Text, unit, offsets)
	return mentions
}

// annotate checks the input and runs the job over it.
func (in annotateInput) annotate(job pipeline.Job) (pipeline.Result, error) {
	if in.Text == nil {
		return pipeline.Result{}, errors.New(`no "text"`)
	}
	if _, err := time.Parse(time.DateOnly, in.Date); in.Date != "" && err != nil {
		return pipeline.Result{}, fmt.Errorf(`"date": %q is not a date like 2019-10-07`, in.Date)
	}
	return job.Annotate(string(in.ID), *in.Text, pipeline.Meta{Written: in.Date})
}

func annotated(m *pipeline.Mention) annotateMention {
	a := annotateMention{
		ID: m.ID, Kind: m.Kind, Start: m.Source.Start, End: m.Source.End, Text: m.Text, Value: m.Value, Entity: m.Entity,
		Nested: m.Nested, Inferred: m.Inferred, Rule: m.Rule, Confidence: m.Strength.Confidence(), Country: m.Country(),
	}
	if m.Person != nil {
		a.Role = m.Person.Role
	}
	return a
}
