package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/extractors"
	"chancery/output"
	"chancery/pipeline/source"
	"chancery/pipeline/text"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "chancery",
		Short: "Turn diplomatic text into datasets that can be trusted",
		Long: "Chancery reads embassy pages, ministry briefs, communiqués and country guides and\n" +
			"writes datasets of dates, people, offices, places, organizations and agreements,\n" +
			"each cell traceable to the words it came from.",
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
	}
	root.AddCommand(extractCommand(), watchCommand(), genCommand(), annotateCommand(), checkCommand(), diffCommand(), evalCommand(), showCommand(), explainCommand(), coverageCommand(),
		listCommand(), schemaCommand(), demoCommand(), reviewCommand(), versionCommand())
	addCompletion(root)
	for _, c := range root.Commands() {
		if !c.Runnable() && c.HasSubCommands() {
			group(c)
		}
	}
	return root
}

// group makes a command of subcommands refuse one that it has not; the library
// would print the help and call it a success.
func group(c *cobra.Command) {
	c.Args = cobra.NoArgs
	c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
}

// validate checks the lists that everything is made of before anything runs.
func validate() error {
	for _, check := range []func() error{source.Validate, text.Validate, extractors.Validate, output.Validate} {
		if err := check(); err != nil {
			return fmt.Errorf("this build is faulty: %w", err)
		}
	}
	return nil
}
