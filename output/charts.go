package output

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// chartSheet is the sheet that feeds the charts.
const chartSheet = "chart data"

const (
	mostYears     = 40 // years in a chart; over it they are counted by decade
	mostCountries = 15 // countries in a chart
)

// A chart counts the rows of a table under labels.
type chart struct {
	title string
	kind  excelize.ChartType
	table string
	years []string // the columns of a date in EDTF, its first and its last day; nil to count by country
	by    string   // the column of a country
}

// labelled is a count and its label.
type labelled struct {
	label string
	n     int
}

// allCharts are the charts of the overview.
var allCharts = []chart{
	{title: "Agreements by year", kind: excelize.Col, table: "agreements", years: []string{"signed", "date_min", "date_max"}},
	{title: "Visits by year", kind: excelize.Col, table: "visits", years: []string{"edtf", "date_min", "date_max"}},
	{title: "Visits by country visited", kind: excelize.Bar, table: "visits", by: "to"},
	{title: "Missions by year", kind: excelize.Col, table: "missions", years: []string{"edtf", "date_min", "date_max"}},
}

// label is under what a row counts; one that is known to no single year, or to no
// country, counts under nothing.
func (c *chart) label(t *Table) func(cells []any) string {
	if c.years == nil {
		by := t.index(c.by)
		return func(cells []any) string { return cells[by].(string) }
	}
	edtf, first, last := t.index(c.years[0]), t.index(c.years[1]), t.index(c.years[2])
	return func(cells []any) string {
		from, to := cells[first].(string), cells[last].(string)
		if len(from) < 4 || to != "" && len(cells[edtf].(string)) < 10 && to[:4] != from[:4] {
			return ""
		}
		return from[:4]
	}
}

// byYear are the counts of all years from the first to the last, or by decade
// when the years are many.
func byYear(counts map[string]int) []labelled {
	years := map[int]int{}
	for label, n := range counts {
		if y, err := strconv.Atoi(label); err == nil {
			years[y] = n
		}
	}
	if len(years) == 0 {
		return nil
	}
	sorted := slices.Sorted(maps.Keys(years))
	last := sorted[len(sorted)-1]
	step, mark := 1, ""
	if last-sorted[0] >= mostYears {
		step, mark = 10, "s"
	}
	var list []labelled
	for y := sorted[0] / step * step; y <= last; y += step {
		n := 0
		for i := range step {
			n += years[y+i]
		}
		list = append(list, labelled{strconv.Itoa(y) + mark, n})
	}
	return list
}

// byCountry are the counts of the countries, most first, by their names where
// the dataset has them.
func byCountry(counts map[string]int, names map[string]string) []labelled {
	var list []labelled
	for code, n := range counts {
		list = append(list, labelled{cmp.Or(names[code], code), n})
	}
	slices.SortFunc(list, func(a, b labelled) int { return cmp.Or(b.n-a.n, cmp.Compare(a.label, b.label)) })
	return list[:min(len(list), mostCountries)]
}

// charts writes the sheet that feeds the charts, and draws those that have
// something to show beside the overview.
func (b *workbook) charts(sheet string) error {
	if _, err := b.f.NewSheet(chartSheet); err != nil {
		return err
	}
	o := overview{b: b, sheet: chartSheet}
	drawn := 0
	for i, c := range allCharts {
		from, err := excelize.ColumnNumberToName(3*i + 1)
		o.do(err)
		to, err := excelize.ColumnNumberToName(3*i + 2)
		o.do(err)
		o.do(b.f.SetColWidth(chartSheet, from, from, 26))
		var counts []labelled
		if c.years != nil {
			counts = byYear(b.seen.counts[i])
		} else {
			counts = byCountry(b.seen.counts[i], b.seen.countries)
		}
		if len(counts) > 0 && c.years != nil && strings.HasSuffix(counts[0].label, "s") {
			c.title = strings.Replace(c.title, "by year", "by decade", 1)
		}
		o.put(from, 1, "header", c.title)
		o.put(to, 1, "header", "number")
		for n, l := range counts {
			o.put(from, n+2, "text", l.label)
			o.put(to, n+2, "plain", l.n)
		}
		if len(counts) > 0 {
			o.do(b.draw(sheet, []string{"E2", "M2", "E19", "M19"}[drawn], c, from, to, len(counts)+1, most(counts)))
			drawn++
		}
	}
	return o.err
}

// most is the largest of some counts.
func most(list []labelled) int {
	n := 0
	for _, l := range list {
		n = max(n, l.n)
	}
	return n
}

// draw draws a chart of two columns at a cell; most is its largest count.
func (b *workbook) draw(sheet, at string, c chart, from, to string, last, most int) error {
	labels := excelize.ChartAxis{Font: excelize.Font{Color: "1F2933", Size: 9}}
	if last > 14 && c.kind == excelize.Col {
		labels.Alignment.TextRotation = -60 // a year must fit under its bar
	}
	numbers := excelize.ChartAxis{MajorGridLines: true, Font: excelize.Font{Color: grey, Size: 9}, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}}
	if most <= 10 {
		numbers.MajorUnit = 1
	}
	if c.kind == excelize.Bar { // the first country stands above, the numbers at the bars
		labels.ReverseOrder, numbers.None, numbers.MajorGridLines = true, true, false
	}
	return b.f.AddChart(sheet, at, &excelize.Chart{
		Type: c.kind,
		Series: []excelize.ChartSeries{{
			Name:       c.title,
			Categories: fmt.Sprintf("'%s'!$%s$2:$%s$%d", chartSheet, from, from, last),
			Values:     fmt.Sprintf("'%s'!$%s$2:$%s$%d", chartSheet, to, to, last),
			Fill:       solid(ink),
		}},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Color: ink, Size: 12, Bold: true}}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: c.kind == excelize.Bar},
		XAxis:     labels,
		YAxis:     numbers,
		Dimension: excelize.ChartDimension{Width: 480, Height: 300},
	})
}
