package text

import "sort"

// A Map turns offsets in the cleaned text into offsets in the source.
// It is a list of runs, each either copied byte by byte or put in the place of
// other source bytes; source bytes that no run covers were dropped.
type Map struct {
	runs          []run
	clean, source int // lengths of the two texts
}

type run struct {
	clean             int // where the run begins in the cleaned text
	source, sourceEnd int // the source bytes it stands for
	replaced          bool
}

func identity(n int) *Map {
	m := &Map{clean: n, source: n}
	if n > 0 {
		m.runs = []run{{sourceEnd: n}}
	}
	return m
}

// Source is the span of the source that a span of the cleaned text stands for.
// Bytes that cleaning dropped are inside it only when kept bytes stand on both
// sides. An empty span maps to an empty span.
func (m *Map) Source(s Span) Span {
	if s.Len() <= 0 {
		at := m.source
		if s.Start < m.clean {
			at = m.startOf(s.Start)
		}
		return Span{at, at}
	}
	last := m.runs[m.find(s.End-1)]
	end := last.sourceEnd
	if !last.replaced {
		end = last.source + s.End - last.clean
	}
	return Span{m.startOf(s.Start), end}
}

func (m *Map) startOf(clean int) int {
	r := m.runs[m.find(clean)]
	if r.replaced {
		return r.source
	}
	return r.source + clean - r.clean
}

// find is the index of the run that holds a cleaned offset.
func (m *Map) find(clean int) int {
	if len(m.runs) == 1 {
		return 0
	}
	return sort.Search(len(m.runs), func(i int) bool { return m.runs[i].clean > clean }) - 1
}

// appendRuns appends what the span s of m's cleaned text stands for, as runs
// that begin at offset at of a newer text.
func (m *Map) appendRuns(runs []run, at int, s Span) []run {
	for i := m.find(s.Start); i < len(m.runs) && m.runs[i].clean < s.End; i++ {
		r := m.runs[i]
		end := m.clean
		if i+1 < len(m.runs) {
			end = m.runs[i+1].clean
		}
		from, to := max(s.Start, r.clean), min(s.End, end)
		n := run{clean: at + from - s.Start, source: r.source, sourceEnd: r.sourceEnd, replaced: r.replaced}
		if !r.replaced {
			n.source, n.sourceEnd = r.source+from-r.clean, r.source+to-r.clean
		}
		runs = append(runs, n)
	}
	return runs
}
