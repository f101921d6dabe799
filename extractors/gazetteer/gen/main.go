// Command gen makes the gazetteer's table of the GeoNames cities.
//
// Its input is the table of cities in Debian's libgeonames0, taken out with
//
//	gresource extract libgeonames.so.0 /com/lomiri/geonames/cities.compiled > cities.compiled
//	go run ./extractors/gazetteer/gen -in cities.compiled -out extractors/gazetteer/geonames.tsv
//
// a GVariant of type a(sssssssudd): id, name, region code, region, country code,
// country, time zone, population, latitude, longitude.
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

func main() {
	in := flag.String("in", "cities.compiled", "the extracted table")
	out := flag.String("out", "geonames.tsv", "the table of cities")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	data, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	cities, err := decode(data)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	slices.SortFunc(cities, func(a, b city) int { return a.id - b.id })
	var b bytes.Buffer
	for _, c := range cities {
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%d\t%.3f\t%.3f\n", c.id, c.name, c.region, c.country, c.population, c.lat, c.lon)
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

type city struct {
	id, population        int
	name, region, country string
	lat, lon              float64
}

// decode reads the array: its elements, aligned to eight bytes, and then the
// end of each as a number of four bytes, little endian.
func decode(data []byte) ([]city, error) {
	if len(data) < 4 {
		return nil, errors.New("too short")
	}
	table := int(binary.LittleEndian.Uint32(data[len(data)-4:]))
	if table > len(data) {
		return nil, errors.New("no table of offsets")
	}
	var cities []city
	start := 0
	for at := table; at < len(data); at += 4 {
		end := int(binary.LittleEndian.Uint32(data[at:]))
		c, err := decodeCity(data[start:end])
		if err != nil {
			return nil, fmt.Errorf("offset %d: %w", start, err)
		}
		cities = append(cities, c)
		start = (end + 7) &^ 7
	}
	return cities, nil
}

// decodeCity reads one element: seven strings that end in a zero byte, then at
// multiples of eight (four for the population) the numbers.
func decodeCity(e []byte) (city, error) {
	var s [7]string
	at := 0
	for i := range s {
		n := bytes.IndexByte(e[at:], 0)
		if n < 0 {
			return city{}, errors.New("a string does not end")
		}
		s[i] = strings.Join(strings.Fields(string(e[at:at+n])), " ")
		at += n + 1
	}
	at = (at + 3) &^ 3
	id, err := strconv.Atoi(s[0])
	if err != nil || len(e) < at+4 {
		return city{}, fmt.Errorf("bad element %q", s)
	}
	c := city{id: id, name: s[1], region: s[3], country: s[4], population: int(binary.LittleEndian.Uint32(e[at:]))}
	at = (at + 4 + 7) &^ 7
	c.lat = math.Float64frombits(binary.LittleEndian.Uint64(e[at:]))
	c.lon = math.Float64frombits(binary.LittleEndian.Uint64(e[at+8:]))
	return c, nil
}
