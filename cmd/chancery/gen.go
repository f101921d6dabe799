package main

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"chancery/extractors/gazetteer"
)

func genCommand() *cobra.Command {
	var g generator
	cmd := &cobra.Command{
		Use:   "gen -o FOLDER",
		Short: "Write a synthetic corpus with known truth, for load tests",
		Long: "Gen writes country guides made of templates, the same for the same seed, and beside the\n" +
			"folder FOLDER.truth.jsonl with the facts that each states, for eval FOLDER.truth.jsonl --texts FOLDER.\n" +
			"With --zips the documents are spread over so many archives.",
		Example: "  chancery gen -o corpus --documents 200\n  chancery gen -o corpus --documents 100000 --zips 1000 --seed 7",
		Args:    cobra.NoArgs,
		RunE: working(func(*cobra.Command, []string) error {
			if g.documents < 1 || g.zips < 0 || g.zips > g.documents {
				return usage("--documents %d --zips %d: want at least one document, and one in each archive", g.documents, g.zips)
			}
			return g.run()
		}),
	}
	cmd.Flags().StringVarP(&g.folder, "output", "o", "", "folder to write, which must not exist (required)")
	cmd.Flags().IntVar(&g.documents, "documents", 100, "number of documents")
	cmd.Flags().IntVar(&g.zips, "zips", 0, "number of archives; 0 for plain files")
	cmd.Flags().Int64Var(&g.seed, "seed", 1, "what the choice of names and dates begins with")
	_ = cmd.MarkFlagRequired("output")
	return cmd
}

// A generator writes synthetic country guides.
type generator struct {
	folder          string
	documents, zips int
	seed            int64
	random          *rand.Rand
	states          []gazetteer.Country
}

func (g *generator) run() (err error) {
	g.random = rand.New(rand.NewSource(g.seed))
	for _, c := range gazetteer.Countries() {
		if c.Kind == "country" && c.Capital != "" {
			g.states = append(g.states, c)
		}
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(g.folder)), 0o755); err != nil {
		return err
	}
	if err := os.Mkdir(g.folder, 0o755); err != nil {
		return err
	}
	f, err := os.Create(filepath.Clean(g.folder) + ".truth.jsonl")
	if err != nil {
		return err
	}
	truth := bufio.NewWriter(f)
	err = g.write(json.NewEncoder(truth))
	return errors.Join(err, truth.Flush(), f.Close())
}

// write writes all documents, in archives of nearly equal size if there are any.
func (g *generator) write(truth *json.Encoder) error {
	for i := range max(g.zips, 1) {
		from, to := g.documents*i/max(g.zips, 1), g.documents*(i+1)/max(g.zips, 1)
		var err error
		if g.zips == 0 {
			err = g.some(from, to, "", truth, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(g.folder, name)) })
		} else {
			err = g.archive(fmt.Sprintf("guides%05d.zip", i), from, to, truth)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) archive(name string, from, to int, truth *json.Encoder) error {
	f, err := os.Create(filepath.Join(g.folder, name))
	if err != nil {
		return err
	}
	z := zip.NewWriter(f)
	err = g.some(from, to, name+"/", truth, func(name string) (io.WriteCloser, error) {
		w, err := z.Create(name)
		return open{w}, err
	})
	return errors.Join(err, z.Close(), f.Close())
}

// open is a writer that others close.
type open struct{ io.Writer }

func (open) Close() error { return nil }

func (g *generator) some(from, to int, holder string, truth *json.Encoder, create func(name string) (io.WriteCloser, error)) error {
	for i := from; i < to; i++ {
		name := fmt.Sprintf("guide%06d", i)
		text, facts := g.guide()
		w, err := create(name + ".txt")
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, text)
		if err := errors.Join(err, w.Close(), truth.Encode(goldFacts{ID: holder + name, Facts: facts})); err != nil {
			return err
		}
	}
	return nil
}

// guide is one document and the facts that it states, in the manner of the
// guides to the relations of the United States with other countries.
func (g *generator) guide() (string, []goldFact) {
	c := g.states[g.random.Intn(len(g.states))]
	var b strings.Builder
	fmt.Fprintf(&b, "United States - %s\n\nSummary\n\nThis guide lists the relations of the United States with %s since recognition.\n", c.Name, c.Name)
	var facts []goldFact
	year := 1900 + g.random.Intn(40)
	for range 6 {
		for _, p := range passages {
			day := fmt.Sprintf("%s %d, %d", months[g.random.Intn(12)], 1+g.random.Intn(28), year)
			fill := strings.NewReplacer("{country}", c.Name, "{capital}", c.Capital, "{day}", day, "{person}", g.person())
			fmt.Fprintf(&b, "\n%s, %d.\n\n%s\n", p.head, year, fill.Replace(p.text))
			facts = append(facts, goldFact{Class: p.class, Year: strconv.Itoa(year), Head: p.head})
			year += g.random.Intn(3)
		}
	}
	return b.String(), facts
}

func (g *generator) person() string {
	return given[g.random.Intn(len(given))] + " " + family[g.random.Intn(len(family))]
}

// passages are the templates and the class of fact that each states.
var passages = []struct{ class, head, text string }{
	{"relations.established", "Establishment of Diplomatic Relations", "Diplomatic relations were established on {day}, when the American Minister {person} presented his credentials to the Government of {country}."},
	{"mission.opened", "American Embassy Opened", "The American Embassy in {capital} was established on {day}, with {person} as Chargé d’Affaires ad interim."},
	{"relations.severed", "Relations Severed", "{country} severed diplomatic relations with the United States on {day}, and Ambassador {person} left the country."},
	{"mission.closed", "American Embassy Closed", "The American Embassy in {capital} was closed on {day}. Secretary of State {person} informed the Congress."},
}

// What the templates are filled with: common names, so that nobody is meant.
var (
	months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	given  = []string{"John", "Mary", "Robert", "Helen", "Charles", "Anna", "George", "Ruth", "William", "Alice", "Henry", "Clara"}
	family = []string{"Miller", "Carter", "Hughes", "Young", "Palmer", "Foster", "Barnes", "Collins", "Murphy", "Parker", "Turner", "Walker"}
)
