package main

import (
	"errors"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
)

// A teller tells how a run goes: to a person in lines and a bar, or to a program
// as JSON Lines on standard error (--log json).
type teller struct {
	cmd   *cobra.Command
	quiet bool
	log   *slog.Logger // nil for a person
}

// logForms are the values of --log.
var logForms = []string{"text", "json"}

func newTeller(cmd *cobra.Command, quiet bool, form string) teller {
	t := teller{cmd: cmd, quiet: quiet}
	if form == "json" {
		t.log = slog.New(slog.NewJSONHandler(cmd.ErrOrStderr(), nil))
	}
	return t
}

// begin tells what is to be done, and gives the bar that shows how it goes.
func (t teller) begin(p *plan, due []pipeline.Source) *progress {
	if t.log != nil {
		t.log.Info("begin", "new", len(p.fresh), "changed", len(p.changed), "gone", len(p.gone), "unchanged", p.kept)
	}
	if t.log != nil || t.quiet || len(due) == 0 || !terminal(t.cmd.ErrOrStderr()) {
		return nil
	}
	return newProgress(t.cmd.ErrOrStderr(), due)
}

// source tells that all that a source holds was read.
func (t teller) source(s pipeline.Source, documents, failures int) {
	if t.log != nil {
		t.log.Info("source", "path", s.ID, "documents", documents, "failures", failures)
	}
}

// end tells what came of a run, and makes its exit code.
func (t teller) end(folder string, done *note) error {
	for _, text := range []string{done.Fixed, done.Summary} {
		switch {
		case text == "":
		case t.log != nil:
			t.log.Info("end", "folder", folder, "summary", text)
		case !t.quiet:
			fmt.Fprintf(t.cmd.OutOrStdout(), "%s: %s\n", folder, text)
		}
	}
	if t.log == nil {
		return partial(t.cmd, done.Failed)
	}
	for _, f := range done.Failed {
		t.log.Error("failure", "path", f.Path, "stage", f.Stage, "cause", f.Cause)
	}
	if len(done.Failed) > 0 {
		return exit{exitPartial, nil}
	}
	return nil
}

// failed is an error of the whole run, told in the form asked for.
func (t teller) failed(err error) error {
	if t.log == nil || err == nil {
		return err
	}
	e := exit{exitError, nil}
	var known exit
	if errors.As(err, &known) {
		if known.err == nil {
			return known
		}
		e.code = known.code
	}
	t.log.Error("stopped", "cause", err.Error())
	return e
}

// partial prints the failures and makes them the exit code.
func partial(cmd *cobra.Command, failures []pipeline.Failure) error {
	for _, f := range failures {
		fmt.Fprintf(cmd.ErrOrStderr(), "chancery: %s: %s: %s\n", f.Path, f.Stage, f.Cause)
	}
	if len(failures) == 0 {
		return nil
	}
	return exit{exitPartial, fmt.Errorf("%s failed; the rest is done", output.Count(len(failures), "source"))}
}
