// Command train learns the weights of the witness from annotated text:
//
//	go run ./extractors/ner/train GOLD.jsonl > extractors/ner/weights.bin
//	go run ./extractors/ner/train -folds 10 GOLD.jsonl > predictions.jsonl
//
// Each line of GOLD.jsonl is {"id", "text", "gold": {"people", "places",
// "other"}} with spans of code points; "other" spans have a "type", of which ORG
// is an organization. The weights are the same bytes for the same file. With
// -folds nothing is shipped: each document is annotated by all extractors with a
// witness that learned from the other folds only, and the output is what chancery
// annotate --offsets runes would write, so that a figure is one of texts not seen.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	s := defaults
	folds := flags.Int("folds", 0, "annotate each of so many parts with what the others teach, instead of writing weights")
	flags.IntVar(&s.Rounds, "rounds", s.Rounds, "walks over the documents")
	flags.Float64Var(&s.Rate, "rate", s.Rate, "size of the first steps")
	flags.Float64Var(&s.Decay, "decay", s.Decay, "how much a step draws weights back to zero")
	flags.Float64Var(&s.Drop, "drop", s.Drop, "part of the features left out of a step")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want one file to learn from")
	}
	samples, err := readFile(flags.Arg(0))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	if *folds > 1 {
		err = validate(samples, *folds, s, w)
	} else {
		err = learn(samples, s).Write(w)
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

func readFile(path string) ([]*sample, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	samples, err := readGold(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return samples, nil
}
