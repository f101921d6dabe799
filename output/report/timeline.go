package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// The measures of the timeline, in units of its view box.
const (
	timeWidth = 1160
	timeLeft  = 110 // where the years begin
	dotStep   = 10  // from dot to dot of one stack
	mostDots  = 14  // dots of one stack; above, the lane has bars
	mostBins  = 100
)

// A timeline is laid out for the template.
type timeline struct {
	Width, Height int
	Lanes         []lane
	Ticks         []tick
	From, To      int
	Events        int
}

type lane struct {
	Name string
	Base int // y of its line
	Dots []dot
	Bars []bar
}

type dot struct {
	X, Y int
	link
}

type bar struct {
	X, Y, W, H int
	link
}

type tick struct {
	X    int
	Year int
}

// newTimeline stacks the events of each lane above their year, or above the 2, 5,
// 10 ... years that fit; a lane with high stacks is drawn as bars, each of which
// leads to a set of records.
func newTimeline(events []Event, s *sets) timeline {
	t := timeline{Width: timeWidth, Events: len(events)}
	if len(events) == 0 {
		return t
	}
	byYear := func(a, b Event) int { return cmp.Compare(a.Year, b.Year) }
	t.From, t.To = slices.MinFunc(events, byYear).Year, slices.MaxFunc(events, byYear).Year
	step := binOf(t.To - t.From + 1)
	start := t.From - t.From%step
	bins := (t.To-start)/step + 1
	width := min(24, (timeWidth-timeLeft-20)/bins)
	at := func(year int) int { return timeLeft + width/2 + (year-start)/step*width }
	y := 14
	for _, name := range laneNames(events) {
		stacks := map[int][]Event{}
		for _, e := range events {
			if e.Lane == name {
				b := (e.Year - start) / step
				stacks[b] = append(stacks[b], e)
			}
		}
		highest := 1
		for _, s := range stacks {
			highest = max(highest, len(s))
		}
		l := lane{Name: name}
		y += min(highest, mostDots)*dotStep + 18
		l.Base = y
		for b := range bins {
			if highest > mostDots {
				l.bar(stacks[b], at(start+b*step), width, highest, years(start+b*step, step), s)
			} else {
				l.dots(stacks[b], at(start+b*step))
			}
		}
		t.Lanes = append(t.Lanes, l)
	}
	every := tickOf(bins) * step
	for year := start + (every-start%every)%every; year <= t.To; year += every {
		t.Ticks = append(t.Ticks, tick{at(year), year})
	}
	t.Height = y + 30
	t.Width = max(720, min(timeWidth, at(start+bins*step)+20))
	return t
}

// dots stacks the events of one bin.
func (l *lane) dots(events []Event, x int) {
	for i, e := range events {
		l.Dots = append(l.Dots, dot{X: x, Y: l.Base - dotStep/2 - 1 - i*dotStep, link: link{ID: e.ID, Label: short(e.Label, 160), First: len(l.Dots) == 0}})
	}
}

// bar draws the events of one bin as a bar.
func (l *lane) bar(events []Event, x, width, highest int, when string, s *sets) {
	if len(events) == 0 {
		return
	}
	var ids []string
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	to := s.link(fmt.Sprintf("%s %s: %s", l.Name, when, counted(len(ids), "record")), ids)
	to.First = len(l.Bars) == 0
	h := max(2, len(events)*mostDots*dotStep/highest)
	l.Bars = append(l.Bars, bar{X: x - width/2 + 1, Y: l.Base - h, W: max(2, width-2), H: h, link: to})
}

// years names the years of a bin.
func years(from, step int) string {
	if step == 1 {
		return strconv.Itoa(from)
	}
	return fmt.Sprintf("%d–%d", from, from+step-1)
}

// laneNames are the lanes in the order in which they first come.
func laneNames(events []Event) []string {
	var list []string
	for _, e := range events {
		if !slices.Contains(list, e.Lane) {
			list = append(list, e.Lane)
		}
	}
	return list
}

// binOf is how many years share one stack.
func binOf(years int) int { return roundUp(years, mostBins) }

// tickOf is how many stacks lie between two years that are written.
func tickOf(bins int) int { return roundUp(bins, 16) }

// roundUp is the least of 1, 2, 5, 10, 20 ... of which n has at most most.
func roundUp(n, most int) int {
	for unit := 1; ; unit *= 10 {
		for _, step := range []int{unit, 2 * unit, 5 * unit} {
			if n/step < most {
				return step
			}
		}
	}
}
