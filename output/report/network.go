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
	Y             int
	Name, Country string
	link
}

type arc struct {
	Path  string
	Width int
	link
}

type pair struct{ a, b int }

// newNetwork puts people who met, directly or through others, beside each other,
// the largest circles first; within one, in the order in which they are reached
// from the one with the most meetings. Names and arcs lead to their meetings.
func newNetwork(people []Person, meetings []Meeting, s *sets) network {
	n := network{Width: netWidth, Axis: netAxis}
	shared, own := map[pair][]string{}, make([][]string, len(people))
	near := make([][]int, len(people))
	for _, m := range meetings {
		p := pair{min(m.A, m.B), max(m.A, m.B)}
		if shared[p] = append(shared[p], m.ID); len(shared[p]) == 1 {
			near[m.A], near[m.B] = append(near[m.A], m.B), append(near[m.B], m.A)
		}
		for _, who := range []int{m.A, m.B} {
			if n := len(own[who]); n == 0 || own[who][n-1] != m.ID { // the pairs of one meeting stand together
				own[who] = append(own[who], m.ID)
			}
		}
	}
	order := circles(people, near)
	n.More = max(0, len(order)-mostPeople)
	order = order[:len(order)-n.More]
	at := map[int]int{}
	for i, p := range order {
		at[p] = 16 + i*netStep
		to := s.link(nameOf(people[p])+": "+counted(len(own[p]), "meeting"), own[p])
		to.First = i == 0
		n.Nodes = append(n.Nodes, node{at[p], short(people[p].Name, 34), people[p].Country, to})
	}
	n.Height = 16 + len(order)*netStep
	var pairs []pair
	for p := range shared {
		if at[p.a] > 0 && at[p.b] > 0 {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(min(at[x.a], at[x.b])-min(at[y.a], at[y.b]), max(at[x.a], at[x.b])-max(at[y.a], at[y.b]))
	})
	for i, p := range pairs {
		to := s.link(fmt.Sprintf("%s and %s: %s", short(people[p.a].Name, 80), short(people[p.b].Name, 80), counted(len(shared[p]), "meeting")), shared[p])
		to.First = i == 0
		n.Arcs = append(n.Arcs, arc{Path: arcPath(at[p.a], at[p.b]), Width: min(6, 1+len(shared[p])), link: to})
	}
	return n
}

// nameOf is a person with the country served, for a label.
func nameOf(p Person) string {
	if p.Country == "" {
		return short(p.Name, 80)
	}
	return short(p.Name, 80) + ", " + p.Country
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
