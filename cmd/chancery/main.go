// Command chancery turns diplomatic text into datasets. Each file of this
// package is one subcommand; everything they do is done by the packages
// pipeline, extractors and output.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes, which scripts and CI rely on.
const (
	exitOK      = 0
	exitError   = 1 // something failed that concerns the whole run
	exitUsage   = 2 // the command line is wrong
	exitPartial = 3 // some sources failed, the others are done
	exitDiffers = 4 // a check found differences
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is main without the process: it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := validate(); err != nil {
		fmt.Fprintln(stderr, "chancery:", err)
		return exitError
	}
	cmd, err := root.ExecuteContextC(ctx)
	return report(cmd, err, stderr)
}

// An exit is an error that carries its exit code; a nil err prints nothing more.
type exit struct {
	code int
	err  error
}

func (e exit) Error() string { return fmt.Sprint(e.err) }

// report prints what an error has to say and returns the exit code.
func report(cmd *cobra.Command, err error, stderr io.Writer) int {
	var e exit
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &e):
		if e.err != nil {
			fmt.Fprintln(stderr, "chancery:", e.err)
		}
		return e.code
	}
	fmt.Fprintf(stderr, "chancery: %v\nSee '%s --help'.\n", err, cmd.CommandPath())
	return exitUsage
}

// working makes a subcommand's errors errors of the work, not of usage.
func working(do func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := do(cmd, args)
		var e exit
		if err == nil || errors.As(err, &e) {
			return err
		}
		return exit{exitError, err}
	}
}

func usage(format string, args ...any) error {
	return exit{exitUsage, fmt.Errorf(format, args...)}
}
