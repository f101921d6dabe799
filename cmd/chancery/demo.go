package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/testdata"
)

func demoCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Read the bundled page and show where to look",
		Long: "Demo writes the embassy page that comes with the program to a folder, makes a dataset of\n" +
			"it beside, and prints the visits that it found and where to look next.",
		Example: "  chancery demo\n  chancery demo -o trial",
		Args:    cobra.NoArgs,
		RunE: working(func(cmd *cobra.Command, _ []string) error {
			return demo(cmd, folder)
		}),
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "chancery-demo", "folder for the page and its dataset")
	return cmd
}

func demo(cmd *cobra.Command, folder string) error {
	page, dataset := filepath.Join(folder, testdata.PageName), filepath.Join(folder, "dataset")
	if err := errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(page, testdata.Page, 0o644)); err != nil {
		return err
	}
	var r reading
	d, failures, err := r.read(cmd, []string{page})
	if err != nil {
		return err
	}
	formats, err := output.Formats(output.DefaultFormats())
	if err != nil {
		return err
	}
	if err := output.Write(dataset, d, formats, output.Options{}); err != nil {
		return err
	}
	return errors.Join(printDemo(cmd, page, dataset, d), partial(cmd, failures))
}

// printDemo prints the visits of a dataset and what to do next.
func printDemo(cmd *cobra.Command, page, dataset string, d *output.Dataset) error {
	out := cmd.OutOrStdout()
	names := map[string]string{}
	for _, p := range d.People {
		names[p.ID] = p.Name
	}
	fmt.Fprintf(out, "%s\n\nWho went where, as the page tells it:\n\n", d.Summary())
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, v := range d.Visits {
		fmt.Fprintf(w, "  %s\t%s to %s\t%s\tline %d\n", cmp.Or(names[v.Visitor], v.Role), v.From, v.To, v.EDTF, v.Line)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "\nWhere to look:\n\n"+
		"  %s\tthe workbook\n  %s\tthe visits as CSV, one of many tables\n  %s\twhat all columns mean\n\n"+
		"What to try:\n\n  chancery show %s\n  chancery explain person:erlan-idrisov %s\n  chancery extract YOUR-PAGES -o dataset\n",
		filepath.Join(dataset, "dataset.xlsx"), filepath.Join(dataset, "visits.csv"), filepath.Join(dataset, "datapackage.json"), page, page)
	return err
}
