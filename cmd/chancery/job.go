package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"chancery/extractors"
	"chancery/extractors/dates"
	"chancery/output"
	"chancery/pipeline"
)

// A reading is the part of a command line that says what is read and how;
// extract, check, show and explain share it.
type reading struct {
	jobs      int
	dateOrder string
}

func (r *reading) flags(cmd *cobra.Command) {
	cmd.Flags().IntVarP(&r.jobs, "jobs", "j", 0, "documents at a time (default: one a core)")
	cmd.Flags().StringVar(&r.dateOrder, "date-order", "", "order of numeric dates: dmy, mdy or ymd (default: by each document's own evidence)")
}

// job checks the flags and makes the job.
func (r *reading) job(cmd *cobra.Command) (pipeline.Job, error) {
	if !slices.Contains([]string{"", "dmy", "mdy", "ymd"}, r.dateOrder) {
		return pipeline.Job{}, usage("--date-order %q: want dmy, mdy or ymd", r.dateOrder)
	}
	if r.jobs < 0 {
		return pipeline.Job{}, usage("--jobs %d: want a positive number", r.jobs)
	}
	return pipeline.Job{
		Extractors: extractors.All, Metadata: dates.Metadata, DateOrder: r.dateOrder, Jobs: r.jobs, Stdin: cmd.InOrStdin(),
	}, nil
}

// read runs the job over what the arguments name.
func (r *reading) read(cmd *cobra.Command, args []string) (*output.Dataset, []pipeline.Failure, error) {
	job, err := r.job(cmd)
	if err != nil {
		return nil, nil, err
	}
	sources, failures := pipeline.Find(args)
	spareMemory(sources)
	tables := output.NewBuilder()
	err = job.Run(cmd.Context(), sources, tables.Add, func(f pipeline.Failure) { failures = append(failures, f) })
	if err != nil {
		return nil, nil, fmt.Errorf("interrupted: %w", err)
	}
	return tables.Dataset(failures), failures, nil
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
