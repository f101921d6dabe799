package main

import (
	"strings"

	"github.com/spf13/cobra"

	"chancery/output"
)

// addCompletion adds the library's command for shell completion, with examples.
func addCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		var all []string
		for _, shell := range c.Commands() {
			shell.Example = map[string]string{
				"bash":       "  source <(chancery completion bash)\n  chancery completion bash > /etc/bash_completion.d/chancery",
				"fish":       "  chancery completion fish > ~/.config/fish/completions/chancery.fish",
				"powershell": "  chancery completion powershell | Out-String | Invoke-Expression",
				"zsh":        "  chancery completion zsh > \"${fpath[1]}/_chancery\"",
			}[shell.Name()]
			first, _, _ := strings.Cut(shell.Example, "\n")
			all = append(all, first)
		}
		c.Example = strings.Join(all, "\n")
	}
}

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
