package main

import (
	"strings"

	"github.com/spf13/cobra"

	"chancery/output"
)

// complete makes the shell offer the values of a flag.
func complete(cmd *cobra.Command, flag string, values []string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is not there: a fault of the program, which every test of the command line meets
	}
}

// completeList is complete for a flag that takes several values with commas
// between them.
func completeList(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		var list []string
		for _, v := range values {
			if !strings.Contains(","+before, ","+v+",") {
				list = append(list, before+v)
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	if err != nil {
		panic(err)
	}
}

// mostOffered is how many ids a shell shows without asking.
const mostOffered = 100

// completeID offers the ids of the records in the folder dataset, where extract
// writes unless told otherwise, and then files.
func completeID(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return output.IDs("dataset", typed, mostOffered), cobra.ShellCompDirectiveNoFileComp
}
