package output

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// chartSheet is the sheet that feeds the charts.
const chartSheet = "chart data"

const (
	mostYears     = 40 // years in a chart; over it they are counted by decade
	mostCountries = 15 // countries in a chart
)

// A chart counts something of a dataset under labels.
type chart struct {
	title  string
	kind   excelize.ChartType
	counts func(d *Dataset) []labelled
}

// labelled is a count and its label.
type labelled struct {
	label string
	n     int
}

// allCharts are the charts of the overview.
var allCharts = []chart{
	{"Agreements by year", excelize.Col, func(d *Dataset) []labelled {
		return byYear(d.Agreements, func(a Agreement) When { return When{a.Signed, a.DateMin, a.DateMax} })
	}},
	{"Visits by year", excelize.Col, func(d *Dataset) []labelled { return byYear(d.Visits, func(v Visit) When { return v.When }) }},
	{"Visits by country visited", excelize.Bar, func(d *Dataset) []labelled { return byCountry(d.Visits) }},
	{"Missions by year", excelize.Col, func(d *Dataset) []labelled { return byYear(d.Missions, func(m Mission) When { return m.When }) }},
}

// byYear counts rows by the year in which they begin, or by decade when the
// years are many; a year without rows counts 0. Rows known to no single year are
// left out.
func byYear[R any](rows []R, when func(R) When) []labelled {
	counts := map[int]int{}
	for _, r := range rows {
		w := when(r)
		if len(w.DateMin) < 4 || w.DateMax != "" && len(w.EDTF) < 10 && w.DateMax[:4] != w.DateMin[:4] {
			continue
		}
		if y, err := strconv.Atoi(w.DateMin[:4]); err == nil {
			counts[y]++
		}
	}
	if len(counts) == 0 {
		return nil
	}
	years := slices.Sorted(maps.Keys(counts))
	step, mark := 1, ""
	if years[len(years)-1]-years[0] >= mostYears {
		step, mark = 10, "s"
	}
	var list []labelled
	for y := years[0] / step * step; y <= years[len(years)-1]; y += step {
		n := 0
		for i := range step {
			n += counts[y+i]
		}
		list = append(list, labelled{strconv.Itoa(y) + mark, n})
	}
	return list
}

// byCountry counts visits by the country visited, most first.
func byCountry(visits []Visit) []labelled {
	counts := map[string]int{}
	for _, v := range visits {
		if v.To != "" {
			counts[v.To]++
		}
	}
	var list []labelled
	for code, n := range counts {
		list = append(list, labelled{code, n})
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
		counts := c.counts(b.d)
		o.put(from, 1, "header", c.title)
		o.put(to, 1, "header", "number")
		for n, l := range counts {
			o.put(from, n+2, "text", l.label)
			o.put(to, n+2, "plain", l.n)
		}
		if len(counts) > 0 {
			o.do(b.draw(sheet, []string{"E2", "M2", "E19", "M19"}[drawn], c, from, to, len(counts)+1))
			drawn++
		}
	}
	return o.err
}

// draw draws a chart of two columns at a cell.
func (b *workbook) draw(sheet, at string, c chart, from, to string, last int) error {
	size := 9.0
	if last > 14 {
		size = 7 // a year must fit under its bar
	}
	return b.f.AddChart(sheet, at, &excelize.Chart{
		Type: c.kind,
		Series: []excelize.ChartSeries{{
			Name:       c.title,
			Categories: fmt.Sprintf("'%s'!$%s$2:$%s$%d", chartSheet, from, from, last),
			Values:     fmt.Sprintf("'%s'!$%s$2:$%s$%d", chartSheet, to, to, last),
			Fill:       solid(ink),
		}},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{ReverseOrder: c.kind == excelize.Bar, Font: excelize.Font{Color: "1F2933", Size: size}, TickLabelSkip: 1 + last/12},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: excelize.Font{Color: grey, Size: 9}, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		Dimension: excelize.ChartDimension{Width: 480, Height: 300},
	})
}
