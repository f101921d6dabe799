package output_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"chancery/extractors"
	"chancery/output"
	"chancery/pipeline"
)

// Results become tables: one struct a row, one slice a table.
func ExampleBuild() {
	text := "On 14 May 2002 the President of China Xi Jinping paid a state visit to Kazakhstan."
	res, err := extractors.Job().Annotate("page", text, pipeline.Meta{})
	if err != nil {
		log.Fatal(err)
	}
	for _, v := range output.Build([]pipeline.Result{res}, nil).Visits {
		fmt.Println(v.Visitor, v.From, v.To, v.EDTF, v.Type)
	}
	// Output: person:xi-jinping CN KZ 2002-05-14 state
}

// A folder of sources becomes a dataset folder, as chancery extract makes it.
func ExampleWrite() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	sources, failures := pipeline.Find([]string{"../testdata/sources/kazakhstan-china.txt", "missing.txt"})
	tables := output.NewBuilder()
	err = extractors.Job().Run(context.Background(), sources, tables.Add, func(f pipeline.Failure) { failures = append(failures, f) })
	if err != nil {
		log.Print(err)
		return
	}
	dataset := tables.Dataset(failures)
	if err := output.Write(dir, dataset, []output.Format{output.CSV, output.SQLite}, output.Options{}); err != nil {
		log.Print(err)
		return
	}
	_, err = os.Stat(filepath.Join(dir, "dataset.sqlite"))
	fmt.Println(len(dataset.Documents), "document;", dataset.Failures[0].Cause, err)
	// Output: 1 document; no such file or directory <nil>
}

// Two datasets are compared record by record, whatever wrote them.
func ExampleDiff() {
	read := func(text string) []output.Records {
		res, err := extractors.Job().Annotate("page", text, pipeline.Meta{})
		if err != nil {
			log.Fatal(err)
		}
		return output.Build([]pipeline.Result{res}, nil).Records()
	}
	d := output.Diff(read("Opened on 14 May 2002."), read("Opened on 15 May 2002."))
	for _, c := range d.Changes {
		if c.Table == "dates" {
			fmt.Println(c.Sort(), c.Table)
		}
	}
	// Output:
	// lost dates
	// gained dates
}
