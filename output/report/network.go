package report

import (
	"cmp"
	"fmt"
	"slices"
)

// The measures of the network, in units of its view box.
const (
	netWidth   = 560
	netAxis    = 262 // where the names' dots stand
	netStep    = 24  // from name to name
	mostPeople = 60
)

// A network shows who met whom as names in a column, joined by arcs: it can be
// read at any size, and nothing overlaps.
type network struct {
	Width, Height, Axis int
	Nodes               []node
	Arcs                []arc
	More                int // people left out
}

type node struct {
	Y                 int
	ID, Name, Country string
}

type arc struct {
	Path, Label, ID string
	Width           int
	First           bool
}

type pair struct{ a, b int }

// newNetwork puts people who met, directly or through others, beside each other,
// the largest circles first; within one, in the order in which they are reached
// from the one with the most meetings.
func newNetwork(people []Person, meetings []Meeting) network {
	n := network{Width: netWidth, Axis: netAxis}
	times, first := map[pair]int{}, map[pair]string{}
	near := make([][]int, len(people))
	for _, m := range meetings {
		p := pair{min(m.A, m.B), max(m.A, m.B)}
		if times[p]++; times[p] == 1 {
			first[p] = m.ID
			near[m.A], near[m.B] = append(near[m.A], m.B), append(near[m.B], m.A)
		}
	}
	order := circles(people, near)
	n.More = max(0, len(order)-mostPeople)
	order = order[:len(order)-n.More]
	at := map[int]int{}
	for i, p := range order {
		at[p] = 16 + i*netStep
		n.Nodes = append(n.Nodes, node{at[p], people[p].ID, short(people[p].Name, 34), people[p].Country})
	}
	n.Height = 16 + len(order)*netStep
	var pairs []pair
	for p := range times {
		if at[p.a] > 0 && at[p.b] > 0 {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(min(at[x.a], at[x.b])-min(at[y.a], at[y.b]), max(at[x.a], at[x.b])-max(at[y.a], at[y.b]))
	})
	for i, p := range pairs {
		n.Arcs = append(n.Arcs, arc{
			Path: arcPath(at[p.a], at[p.b]), ID: first[p], Width: min(6, 1+times[p]), First: i == 0,
			Label: fmt.Sprintf("%s and %s: %s", short(people[p.a].Name, 80), short(people[p.b].Name, 80), meetingCount(times[p])),
		})
	}
	return n
}

func meetingCount(n int) string {
	if n == 1 {
		return "1 meeting"
	}
	return fmt.Sprintf("%d meetings", n)
}

// arcPath is half an ellipse to the right of the names.
func arcPath(a, b int) string {
	a, b = min(a, b), max(a, b)
	ry := (b - a) / 2
	return fmt.Sprintf("M%d %dA%d %d 0 0 1 %d %d", netAxis+6, a, min(ry+14, netWidth-netAxis-20), ry, netAxis+6, b)
}

// circles orders the people who met anyone.
func circles(people []Person, near [][]int) []int {
	busiest := make([]int, len(people))
	for i := range busiest {
		busiest[i] = i
	}
	slices.SortFunc(busiest, func(a, b int) int {
		return cmp.Or(len(near[b])-len(near[a]), cmp.Compare(people[a].ID, people[b].ID))
	})
	var groups [][]int
	seen := map[int]bool{}
	for _, start := range busiest {
		if seen[start] || len(near[start]) == 0 {
			continue
		}
		seen[start] = true
		group := []int{start}
		for i := 0; i < len(group); i++ {
			next := slices.Clone(near[group[i]])
			slices.SortFunc(next, func(a, b int) int { return cmp.Compare(people[a].ID, people[b].ID) })
			for _, p := range next {
				if !seen[p] {
					seen[p] = true
					group = append(group, p)
				}
			}
		}
		groups = append(groups, group)
	}
	slices.SortStableFunc(groups, func(a, b []int) int { return len(b) - len(a) })
	return slices.Concat(groups...)
}
