// Command gen draws the report's map from the gazetteer's cities: world.txt has a
// # for each field of two degrees in which a city lies, countries.tsv the middle
// of each country's cities.
//
//	go run ./output/report/gen -cities extractors/gazetteer/geonames.tsv -out output/report
package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// The map's fields: how many degrees each side has, and how many there are.
const (
	side    = 2
	rows    = 180 / side
	columns = 360 / side
)

func main() {
	cities := flag.String("cities", "geonames.tsv", "the gazetteer's table of cities")
	out := flag.String("out", ".", "the folder to write to")
	flag.Parse()
	if err := run(*cities, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(cities, out string) error {
	f, err := os.Open(cities)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	var fields [rows][columns]byte
	lats, lons := map[string][]float64{}, map[string][]float64{}
	for {
		c, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", cities, err)
		}
		lat, errLat := strconv.ParseFloat(c[5], 64)
		lon, errLon := strconv.ParseFloat(c[6], 64)
		if err := errors.Join(errLat, errLon); err != nil {
			return fmt.Errorf("%s: %w", cities, err)
		}
		fields[min(rows-1, int((90-lat)/side))][min(columns-1, int((lon+180)/side))] = '#'
		lats[c[3]], lons[c[3]] = append(lats[c[3]], lat), append(lons[c[3]], lon)
	}
	var world, countries bytes.Buffer
	for _, row := range fields {
		line := bytes.ReplaceAll(row[:], []byte{0}, []byte{' '})
		fmt.Fprintf(&world, "%s\n", bytes.TrimRight(line, " "))
	}
	fmt.Fprintln(&countries, "# ISO 3166-1 alpha-2, and the middle of the country's cities: latitude, longitude.")
	for _, iso := range slices.Sorted(maps.Keys(lats)) {
		fmt.Fprintf(&countries, "%s\t%.1f\t%.1f\n", iso, middle(lats[iso]), middle(lons[iso]))
	}
	return errors.Join(
		os.WriteFile(filepath.Join(out, "world.txt"), world.Bytes(), 0o644),
		os.WriteFile(filepath.Join(out, "countries.tsv"), countries.Bytes(), 0o644),
	)
}

// middle is the median.
func middle(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}
