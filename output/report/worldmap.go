package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed world.txt
var worldFields string

//go:embed countries.tsv
var countryList string

// The measures of the map: an equirectangular plan, with mapScale units a degree.
const (
	mapScale  = 3
	mapNorth  = 80 // degrees; the map ends there and at mapSouth
	mapSouth  = -58
	mapWidth  = 360 * mapScale
	mapHeight = (mapNorth - mapSouth) * mapScale
	mostNames = 60
	largest   = 14 // radius of a point
)

// A worldMap is laid out for the template.
type worldMap struct {
	Width, Height int
	Land          string // path of points: where cities are
	Grid          string // path of the graticule
	Points        []point
	Unplaced      int // places without coordinates
}

type point struct {
	X, Y, R      float64
	Name         string // what is written beside; empty when there is no room
	NameX, NameY float64
	Anchor       string
	Country      bool
	link
}

// middles are the middles of countries, by ISO 3166-1 alpha-2.
var middles = func() map[string][2]float64 {
	list := map[string][2]float64{}
	for line := range strings.SplitSeq(countryList, "\n") {
		f := strings.Split(line, "\t")
		if len(f) == 3 {
			lat, _ := strconv.ParseFloat(f[1], 64)
			lon, _ := strconv.ParseFloat(f[2], 64)
			list[f[0]] = [2]float64{lat, lon}
		}
	}
	return list
}()

// newWorldMap plots the places, the most named last, and names those that find
// room, the most named first.
func newWorldMap(places []Place) worldMap {
	m := worldMap{Width: mapWidth, Height: mapHeight, Land: land(), Grid: graticule()}
	places = slices.Clone(places)
	slices.SortStableFunc(places, func(a, b Place) int { return cmp.Or(b.Mentions-a.Mentions, cmp.Compare(a.ID, b.ID)) })
	scale := 1.2 // the area of a point grows with its mentions, up to the largest that leaves room for others
	if len(places) > 0 && places[0].Mentions > 0 {
		scale = min(scale, (largest-2)/math.Sqrt(float64(places[0].Mentions)))
	}
	for _, p := range places {
		lat, lon := p.Lat, p.Lon
		if at, ok := middles[p.Country]; lat == 0 && lon == 0 && p.IsCountry && ok {
			lat, lon = at[0], at[1]
		}
		if lat == 0 && lon == 0 || lat > mapNorth || lat < mapSouth {
			m.Unplaced++
			continue
		}
		m.Points = append(m.Points, point{
			X: tenth((lon + 180) * mapScale), Y: tenth((mapNorth - lat) * mapScale), R: tenth(2 + scale*math.Sqrt(float64(p.Mentions))),
			Name: short(p.Name, 26), Country: p.IsCountry,
			link: link{ID: p.ID, Label: nameOf(Person{Name: p.Name, Country: p.Country}) + ": " + counted(p.Mentions, "mention"), First: len(m.Points) == 0},
		})
	}
	m.name()
	return m
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }

// A box is a stretch of the map that is taken.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// name writes the names for which there is room.
func (m *worldMap) name() {
	var taken []box
	for i := range m.Points {
		p := &m.Points[i]
		name := p.Name
		if p.Name = ""; i >= mostNames {
			continue
		}
		w := 6.2 * float64(utf8.RuneCountInString(name))
		for _, s := range []struct {
			anchor string
			x, y   float64
			box    box
		}{
			{"start", p.X + p.R + 3, p.Y + 4, box{p.X + p.R, p.Y - 7, p.X + p.R + 4 + w, p.Y + 7}},
			{"end", p.X - p.R - 3, p.Y + 4, box{p.X - p.R - 4 - w, p.Y - 7, p.X - p.R, p.Y + 7}},
			{"middle", p.X, p.Y - p.R - 4, box{p.X - w/2, p.Y - p.R - 15, p.X + w/2, p.Y - p.R}},
			{"middle", p.X, p.Y + p.R + 11, box{p.X - w/2, p.Y + p.R, p.X + w/2, p.Y + p.R + 15}},
		} {
			if s.box.left < 0 || s.box.right > mapWidth || slices.ContainsFunc(taken, s.box.meets) || m.covers(s.box, i) {
				continue
			}
			p.Name, p.Anchor, p.NameX, p.NameY = name, s.anchor, tenth(s.x), tenth(s.y)
			taken = append(taken, s.box)
			break
		}
	}
}

// covers reports whether a label would hide the middle of a point that is named
// more often.
func (m *worldMap) covers(b box, but int) bool {
	for i, p := range m.Points[:but] {
		if i != but && p.X > b.left && p.X < b.right && p.Y > b.top && p.Y < b.bottom {
			return true
		}
	}
	return false
}

// land is a path with a point for each field of two degrees that has a city.
func land() string {
	var b strings.Builder
	row := 0
	for line := range strings.SplitSeq(worldFields, "\n") {
		lat := 90 - 2*row - 1
		row++
		if lat > mapNorth || lat < mapSouth {
			continue
		}
		for column := range len(line) {
			if line[column] == '#' {
				fmt.Fprintf(&b, "M%d %dh0", (2*column+1)*mapScale, (mapNorth-lat)*mapScale)
			}
		}
	}
	return b.String()
}

// graticule is a path of the meridians and parallels, 30 degrees apart.
func graticule() string {
	var b strings.Builder
	for lon := 0; lon <= 360; lon += 30 {
		fmt.Fprintf(&b, "M%d 0V%d", lon*mapScale, mapHeight)
	}
	for lat := 60; lat >= -30; lat -= 30 {
		fmt.Fprintf(&b, "M0 %dH%d", (mapNorth-lat)*mapScale, mapWidth)
	}
	return b.String()
}
