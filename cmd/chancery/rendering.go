package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
)

// A rendering writes the annotations of a text in one form.
type rendering struct {
	name   string
	doc    string
	folder bool // files in a folder, not standard output
	write  func(a annotation) []byte
}

// renderings lists the forms that annotate has besides JSON Lines, which carry
// everything. They hold the mentions; offsets, where they have any, count code
// points, as their definitions say.
var renderings = []rendering{
	{"brat", "standoff for the brat annotation tool: a .txt and an .ann file a text, in the folder -o", true, writeBrat},
	{"conll", "CoNLL: a token a line with its tag (B-, I-, O), a blank line after a sentence; nested mentions left out", false, writeCoNLL},
	{"webanno", "W3C Web Annotation (JSON-LD): an AnnotationPage a line, with position and quote selectors", false, writeWebAnnotation},
}

const jsonLines = "jsonl"

// renderingNames are the values of --format.
func renderingNames() []string {
	names := []string{jsonLines}
	for _, r := range renderings {
		names = append(names, r.name)
	}
	return names
}

// An annotation is what the texts of annotate become before they are written.
type annotation struct {
	id     string // that of the input as text
	number int    // line of the input, from 1
	res    pipeline.Result
}

// label is what a text is called: its id, or its line.
func (a annotation) label() string {
	if a.id == "" {
		return fmt.Sprintf("line-%d", a.number)
	}
	return a.id
}

// runeSpans are the mentions' places in the source in code points.
func (a annotation) runeSpans() [][2]int {
	spans := make([][2]int, len(a.res.Mentions))
	var offsets []*int
	for i, m := range a.res.Mentions {
		spans[i] = [2]int{m.Source.Start, m.Source.End}
		offsets = append(offsets, &spans[i][0], &spans[i][1])
	}
	convert(a.res.Text, inRunes, offsets)
	return spans
}

// visible is a word without what would break a line or hide in it.
func visible(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsControl(r) {
		return unicode.ReplacementChar
	}
	return r
}

func describeRenderings() string {
	var b strings.Builder
	for _, r := range renderings {
		fmt.Fprintf(&b, "\n  %-8s %s", r.name, r.doc)
	}
	return b.String()
}

// checkRendering reports what does not go together on the command line.
func checkRendering(cmd *cobra.Command, form, folder string) error {
	i := slices.IndexFunc(renderings, func(r rendering) bool { return r.name == form })
	switch {
	case i < 0 && form != jsonLines:
		return usage("--format %q: want %s", form, strings.Join(renderingNames(), ", "))
	case form != jsonLines && cmd.Flags().Changed("offsets"):
		return usage("--offsets is for jsonl: %s counts code points or nothing", form)
	case (i < 0 || !renderings[i].folder) && folder != "":
		return usage("-o is for --format brat; %s goes to standard output", form)
	case i >= 0 && renderings[i].folder && folder == "":
		return usage("--format %s writes files: name a folder with -o", form)
	}
	return nil
}

// A rendered text is an annotation with its written form, or why there is none.
type rendered struct {
	annotation
	form []byte
	err  error
}

// renderStream is annotate for the forms besides JSON Lines.
func renderStream(cmd *cobra.Command, job pipeline.Job, form, folder string) error {
	r := renderings[slices.IndexFunc(renderings, func(r rendering) bool { return r.name == form })]
	w := bufio.NewWriterSize(cmd.OutOrStdout(), 1<<16)
	put := func(a rendered) (err error) {
		_, err = w.Write(a.form)
		return err
	}
	if r.folder {
		p, err := newPairs(folder)
		if err != nil {
			return err
		}
		put = func(a rendered) error { return p.put(a.annotation, a.form) }
	}
	failed := 0
	err := inOrder(job.Jobs, cmd.InOrStdin(), func(number int, line []byte) rendered { return renderLine(job, r, number, line) },
		func(a rendered, idle bool) error {
			if a.err != nil {
				failed++
				_, err := fmt.Fprintf(cmd.ErrOrStderr(), "chancery: line %d: %v\n", a.number, a.err)
				return err
			}
			err := put(a)
			if err == nil && idle {
				err = w.Flush()
			}
			return err
		})
	if err = errors.Join(err, w.Flush()); err == nil && failed > 0 {
		return exit{exitPartial, fmt.Errorf("%s failed; the rest is done", output.Count(failed, "line"))}
	}
	return err
}

func renderLine(job pipeline.Job, r rendering, number int, line []byte) rendered {
	a := rendered{annotation: annotation{number: number}}
	var in annotateInput
	if a.err = json.Unmarshal(line, &in); a.err != nil {
		return a
	}
	if json.Unmarshal(in.ID, &a.id) != nil && string(in.ID) != "null" {
		a.id = string(in.ID) // a number
	}
	if a.res, a.err = in.annotate(job); a.err == nil {
		a.form = r.write(a.annotation)
	}
	return a
}
