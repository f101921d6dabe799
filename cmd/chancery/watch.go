package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
)

func watchCommand() *cobra.Command {
	var b batch
	var every time.Duration
	cmd := &cobra.Command{
		Use:   "watch PATH...",
		Short: "Keep a dataset folder up to date with its sources",
		Long: "Watch does what extract does, and again whenever sources have come, changed or gone,\n" +
			"until it is interrupted. It looks at the folders from time to time, on any file system,\n" +
			"and waits until they have been still for one interval, so that files are not read half\n" +
			"written. Sources that fail are reported and do not end it.",
		Example: "  chancery watch pages -o dataset --format csv",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			chosen, err := output.Formats(b.names)
			if err != nil {
				return usage("--format: %w", err)
			}
			if every <= 0 {
				return usage("--every %s: want a time above zero", every)
			}
			b.formats = chosen
			return b.watch(cmd, args, every)
		}),
	}
	b.flags(cmd)
	b.writing(cmd)
	cmd.Flags().DurationVar(&every, "every", 2*time.Second, "how often to look")
	return cmd
}

// watch runs the batch whenever the sources differ from those of the last run
// and have not changed since the last look.
func (b *batch) watch(cmd *cobra.Command, args []string, every time.Duration) error {
	tick := time.NewTicker(every)
	defer tick.Stop()
	var done, last map[string]string
	for first := true; ; first = false {
		now := look(args)
		if first || maps.Equal(now, last) && !maps.Equal(now, done) {
			err := b.run(cmd, args)
			var e exit
			if err != nil && (!errors.As(err, &e) || e.code != exitPartial) {
				return err
			}
			if err != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "chancery:", err)
			}
			done = now
		}
		last = now
		select {
		case <-cmd.Context().Done():
			return nil
		case <-tick.C:
		}
	}
}

// look is what the arguments name, with size and time of each.
func look(args []string) map[string]string {
	sources, failures := pipeline.Find(args)
	seen := map[string]string{}
	for _, s := range sources {
		info, err := os.Stat(s.Path)
		if err != nil {
			seen[s.ID] = cmp.Or(strings.TrimSpace(err.Error()), fs.ErrNotExist.Error())
			continue
		}
		seen[s.ID] = fmt.Sprint(info.Size(), info.ModTime().UnixNano())
	}
	for _, f := range failures {
		seen["\x00"+f.Path] = f.Cause
	}
	return seen
}
