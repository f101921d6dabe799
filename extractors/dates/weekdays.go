package dates

import (
	"time"

	"chancery/pipeline/text"
)

// besideToday reads "day after tomorrow" and "day before yesterday" from token i
// on, where a unit stands.
func (r *reader) besideToday(i int, w word) int {
	d := r.word(i + 2)
	var way int
	switch next := r.at(i + 1); {
	case w.value != 1 || r.plural(i) || d.sort != day || i+2 >= r.limit:
		return 0
	case next.Is(keyAfter) && d.value == 1:
		way = 2
	case next.Is(keyBefore) && d.value == -1:
		way = -2
	default:
		return 0
	}
	return r.addRelative(point{first: i, end: i + 3}, relation{from: fromWritten, unit: 1, n: way})
}

// onWeekday reads "on Tuesday" and "on Tuesday evening", the way in which news
// tells of days. A weekday that returns, or that names something, is none.
func (r *reader) onWeekday(i int, w word) int {
	next := r.at(i + 1)
	if i-1 < r.sent || !r.tellsDay(i) {
		return 0
	}
	on := r.at(i - 1).Is(keyOn)
	if i+1 < r.limit && (next.Class == text.Number || next.Class == text.Word && (next.Capital() && (!on || afterSunday.Has(next)) || next.Is(keyThe) || next.Is(keyOf))) {
		return 0 // "on Sunday Times", but "received on Sunday Lebanese Minister A"
	}
	if !on && !r.toldBarely(i) {
		return 0
	}
	return r.addRelative(point{first: i, end: i + 1}, relation{from: fromStory, weekday: int(w.value), n: 1})
}

// toldBarely reports whether the weekday at token i tells of a day without "on": "arrived early
// Thursday", "met Thursday with", "Thursday evening".
func (r *reader) toldBarely(i int) bool {
	prev := r.at(i - 1)
	if prev.Class != text.Word || !prev.Has(text.Lower) {
		return false
	}
	return r.word(i-1).sort == partOf && (prev.Is(keyEarly) || prev.Is(keyLate)) || r.word(i+1).sort == partOfDay && i+1 < r.limit || pastWords.Has(prev) && !have.Has(prev) || prev.Len() > 4 && r.doc.Text[prev.End-2:prev.End] == "ed"
}

// afterSunday are the words behind a weekday that make a name with it.
var afterSunday = text.NewSet("times", "mirror", "telegraph", "express", "post", "mail", "school", "mass", "prayer", "prayers", "night", "group", "agreement", "accords", "market", "independent", "herald", "star", "club", "mosque", "massacre")

// thisWeekday reads "this Tuesday", whose weekday is token i, as news has it.
func (r *reader) thisWeekday(i int, w word) int {
	if next := r.at(i + 1); !r.tellsDay(i) || i+1 < r.limit && next.Class == text.Word && next.Capital() {
		return 0
	}
	return r.addRelative(point{first: i - 1, end: i + 1}, relation{from: fromStory, weekday: int(w.value), n: 1})
}

// tellsDay reports whether the weekday at token i may tell of a day by itself: it is
// written in full, does not return, and no date follows, as in "Monday, 7 October".
func (r *reader) tellsDay(i int) bool {
	const abbreviated = 5
	if t := r.at(i); !t.Capital() || t.Len() <= abbreviated || r.habitual() {
		return false
	}
	next := r.at(i + 1).Class
	return i+2 >= r.limit || next != text.Comma && next != text.Open || r.at(i+2).Class != text.Number && r.word(i+2).sort != month && r.word(i+2).sort != ordinal
}

// storyDay is the day from which "on Tuesday" is to be counted, so that the next
// Tuesday after it is meant: the eve of the day in focus, when the sentence or the
// one before it states that day and a report does not go on from there to its own; else
// that of the day the text was written, or a week before, as the sentence speaks of the
// future or of the past.
func (r *reader) storyDay(f *finding) (point, bool) {
	const spell = 14 * 24 * time.Hour // what a text tells day by day
	written, err := time.Parse(time.DateOnly, r.writtenOn)
	goesOn := err == nil && (r.writtenThen(r.focus.p) || r.reported(f.tokens.First) || r.news && r.focus.p.first < r.paragraph)
	if p := r.focus.p; p.d > 0 && p.m > 0 && p.m <= 12 && p.y > 0 && r.focus.sentences <= 1 && !goesOn {
		if day := date(p.y, p.m, p.d); err != nil || written.Sub(day).Abs() <= spell {
			f.why = "the weekday after the last date stated"
			return pointOf(day.AddDate(0, 0, -1)), true
		}
	}
	if err != nil {
		return point{}, false
	}
	if r.tense(f) == future {
		return pointOf(written.AddDate(0, 0, -1)), true
	}
	return pointOf(written.AddDate(0, 0, -7)), true
}

// writtenThen reports whether a day is that on which the text was written.
func (r *reader) writtenThen(p point) bool {
	return p.d > 0 && p.m > 0 && p.m <= 12 && date(p.y, p.m, p.d).Format(time.DateOnly) == r.writtenOn
}

func pointOf(t time.Time) point { return point{y: t.Year(), m: int(t.Month()), d: t.Day()} }
