package output_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"chancery/extractors"
	"chancery/output"
	"chancery/pipeline"
)

// A text becomes a dataset folder: these are the lines of the README.
func Example() {
	do := func(text string) error {
		res, err := extractors.Job().Annotate("page", text, pipeline.Meta{})
		if err != nil {
			return err
		}
		for _, m := range res.Mentions {
			fmt.Println(m.Kind, text[m.Source.Start:m.Source.End], m.Value)
		}
		dataset := output.Build([]pipeline.Result{res}, nil)
		return output.Write("dataset", dataset, []output.Format{output.CSV, output.SQLite}, output.Options{})
	}
	back := elsewhere()
	err := do("On 14 May 2002 the President of China Xi Jinping paid a state visit to Kazakhstan.")
	_, missing := os.Stat("dataset/visits.csv")
	back()
	fmt.Println(err, missing)
	// Output:
	// date 14 May 2002 2002-05-14
	// place China China
	// person Xi Jinping Xi Jinping
	// place Kazakhstan Kazakhstan
	// <nil> <nil>
}

// elsewhere goes to an empty folder, and gives the way back.
func elsewhere() (back func()) {
	here, err := os.Getwd()
	if err != nil {
		log.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		log.Fatal(err)
	}
	return func() {
		if err := errors.Join(os.Chdir(here), os.RemoveAll(dir)); err != nil {
			log.Fatal(err)
		}
	}
}

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

// A dataset is read back from any of its formats, and is the same in all.
func ExampleRead() {
	defer elsewhere()()
	res, err := extractors.Job().Annotate("page", "The embassy of China in Astana was opened in May 1992.", pipeline.Meta{})
	if err != nil {
		log.Print(err)
		return
	}
	if err := output.Write(".", output.Build([]pipeline.Result{res}, nil), []output.Format{output.JSON, output.Parquet}, output.Options{}); err != nil {
		log.Print(err)
		return
	}
	missions, err := output.Read("missions.parquet")
	if err != nil {
		log.Print(err)
		return
	}
	whole, err := output.Read("dataset.json")
	if err != nil {
		log.Print(err)
		return
	}
	before, after, err := output.Common(missions, whole)
	fmt.Println(len(missions[0].Rows), "mission; no difference:", output.Diff(before, after).Empty(), err)
	// Output: 1 mission; no difference: true <nil>
}
