package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"chancery/extractors"
	"chancery/extractors/dates"
	"chancery/extractors/listed"
	"chancery/output"
	"chancery/pipeline"
)

// A reading is the part of a command line that says what is read and how;
// extract, check, show and explain share it.
type reading struct {
	jobs      int
	dateOrder string
	lists     []string // paths of gazetteers
}

var dateOrders = []string{"dmy", "mdy", "ymd"}

func (r *reading) flags(cmd *cobra.Command) {
	cmd.Flags().IntVarP(&r.jobs, "jobs", "j", 0, "documents at a time (default: one a core)")
	cmd.Flags().StringVar(&r.dateOrder, "date-order", "", "order of numeric dates: dmy, mdy or ymd (default: by each document's own evidence)")
	complete(cmd, "date-order", dateOrders)
	cmd.Long += "\n\nA gazetteer is a CSV file of your own names, whose first line names its columns, of these:\n" + listed.Describe() +
		"Only name is required; aliases are separated by semicolons."
	cmd.Flags().StringArrayVar(&r.lists, "gazetteer", nil, "your own names, before the embedded ones: FILE ends in people.csv, places.csv or organizations.csv (may be repeated)")
}

// job checks the flags and makes the job.
func (r *reading) job(cmd *cobra.Command) (pipeline.Job, error) {
	if r.dateOrder != "" && !slices.Contains(dateOrders, r.dateOrder) {
		return pipeline.Job{}, usage("--date-order %q: want dmy, mdy or ymd", r.dateOrder)
	}
	if r.jobs < 0 {
		return pipeline.Job{}, usage("--jobs %d: want a positive number", r.jobs)
	}
	list, err := r.extractors()
	if err != nil {
		return pipeline.Job{}, err
	}
	return pipeline.Job{
		Extractors: list, Metadata: dates.Metadata, DateOrder: r.dateOrder, Jobs: r.jobs, Stdin: cmd.InOrStdin(),
	}, nil
}

// extractors are all extractors, after that of the gazetteers given.
func (r *reading) extractors() ([]*pipeline.Extractor, error) {
	if len(r.lists) == 0 {
		return extractors.All, nil
	}
	var lists listed.Lists
	for _, path := range r.lists {
		f, err := os.Open(path)
		if err != nil {
			return nil, usage("--gazetteer: %w", err)
		}
		err = lists.Add(path, f)
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, usage("--gazetteer: %w", err)
		}
	}
	return append([]*pipeline.Extractor{listed.Extractor(&lists)}, extractors.All...), nil
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
