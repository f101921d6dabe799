package output

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// busy is a dataset with a bar in the timeline, two who met twice, and a place.
func busy() *Dataset {
	var names []string
	for i := range 20 {
		names = append(names, fmt.Sprintf("Ann <%d>", i))
	}
	d := pageOf(names)
	again := d.Meetings[0]
	again.ID = "again"
	for _, p := range d.Participants {
		if p.Meeting == d.Meetings[0].ID {
			p.Meeting = again.ID
			d.Participants = append(d.Participants, p)
		}
	}
	d.Meetings = append(d.Meetings, again)
	d.Places = []Place{{ID: "place:bern", Name: "Bern & <b>", Country: "CH", Lat: 46.9, Lon: 7.4, Mentions: 3}}
	return d
}

// TestReportPicturesLead holds that each part of a picture is a link with a name
// for screen readers, that leads to records of the page, and that the keyboard
// enters each group once.
func TestReportPicturesLead(t *testing.T) {
	page := reportOf(t, busy())
	data := dataOf(t, page)
	ids := map[string]bool{}
	for _, table := range data.Tables {
		for _, row := range table.Rows {
			ids[row[0].(string)] = true
		}
	}
	for _, set := range data.Sets {
		require.Greater(t, len(set.IDs), 1)
		for _, id := range set.IDs {
			require.True(t, ids[id], id)
		}
	}
	labels := map[string][]string{}
	for _, n := range elements(t, page) {
		if class := attribute(n, "class"); n.Data == "rect" || n.Data == "circle" || n.Data == "path" && class == "arc" {
			a := n.Parent
			require.Equal(t, "a", a.Data, "a %s is no link", n.Data)
			require.NotEmpty(t, attribute(a, "tabindex"))
			labels[n.Data] = append(labels[n.Data], attribute(a, "aria-label"))
			what, id, _ := strings.Cut(strings.TrimPrefix(attribute(a, "href"), "#"), "/")
			if what == "set" {
				number, err := strconv.Atoi(id)
				require.NoError(t, err)
				require.Equal(t, attribute(a, "aria-label"), data.Sets[number-1].Label)
				continue
			}
			require.Contains(t, []string{"record", "about"}, what)
			require.True(t, ids[unescaped(t, id)], id)
		}
		if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "data-roving" }) {
			stops, links := 0, 0
			for d := range n.Descendants() {
				if d.Data == "a" {
					links++
				}
				if attribute(d, "tabindex") == "0" {
					stops++
				}
			}
			require.Equal(t, min(1, links), stops, "ways in by keyboard")
		}
	}
	require.Equal(t, []string{"visits 2001: 20 records"}, labels["rect"])
	require.Contains(t, labels["path"], "Ann <0> and King Ann <0>: 2 meetings")
	require.Contains(t, labels["circle"], "Ann <0>: 2 meetings")
	require.Contains(t, labels["circle"], "Bern & <b>, CH: 3 mentions")
}

// TestReportMapKeepsProportions has places named very often, and less.
func TestReportMapKeepsProportions(t *testing.T) {
	for _, c := range []struct {
		mentions []int
		radii    []string
	}{{[]int{10_000, 2_500, 0}, []string{"14", "8", "2"}}, {[]int{4, 1}, []string{"4.4", "3.2"}}} {
		d := &Dataset{}
		for i, n := range c.mentions {
			d.Places = append(d.Places, Place{ID: fmt.Sprint("place:", i), Name: "x", Lat: 10, Lon: float64(i), Mentions: n})
		}
		var radii []string
		for _, n := range elements(t, reportOf(t, d)) {
			if n.Data == "circle" {
				radii = append(radii, attribute(n, "r"))
			}
		}
		require.Equal(t, c.radii, radii)
	}
}

// TestReportPicturesInBrowser goes from each picture to its records, by keyboard
// and by pointer, and looks at the page dark, narrow and on paper.
func TestReportPicturesInBrowser(t *testing.T) {
	c, faults, ok := openReport(t, reportOf(t, busy()))
	if !ok {
		return
	}
	c.do(chromedp.Focus("#timeline a"), chromedp.KeyEvent(kb.Enter))
	c.shows("visits 2001: 20 records", "Visits", 20)
	c.do(chromedp.Click("#linked button"))
	c.becomes(`!document.querySelector("#linked:not([hidden])")`)

	c.do(chromedp.Focus("#network g a"), chromedp.KeyEvent(kb.Enter))
	c.shows("Ann <0> and King Ann <0>: 2 meetings", "Meetings", 2)
	c.do(chromedp.Focus("#network g:last-of-type a"), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.Enter))
	c.shows("Ann <0>: 2 meetings", "Meetings", 2)
	c.do(chromedp.Click("#map a circle"))
	c.shows("Records about Bern & <b>", "Places", 1)
	c.do(chromedp.Click("#network g:last-of-type a:nth-of-type(4)"))
	c.becomes(`!!document.querySelector("#tbody tr.at")`)
	require.Empty(t, c.eval(`document.querySelector("#linked:not([hidden])") || ""`), "one meeting is shown among the others")

	paper := c.eval(`getComputedStyle(document.documentElement).backgroundColor`)
	c.media("", "dark")
	require.NotEqual(t, paper, c.eval(`getComputedStyle(document.documentElement).backgroundColor`))
	c.media("print", "dark")
	require.Equal(t, "rgb(255, 255, 255)", c.eval(`getComputedStyle(document.documentElement).backgroundColor`))
	require.Equal(t, "none", c.eval(`getComputedStyle(document.querySelector(".pager")).display`))
	c.media("", "light")
	c.do(chromedp.EmulateViewport(390, 844))
	require.Equal(t, "390", c.eval(`document.documentElement.scrollWidth`), "the page is wider than the window")
	require.Empty(t, *faults)
}

// shows waits until the records are those of a part of a picture.
func (c clicker) shows(of, table string, rows int) {
	c.t.Helper()
	c.becomes(fmt.Sprintf(`document.querySelector("#linked:not([hidden]) span")?.textContent === %q`, of))
	require.Equal(c.t, table, c.eval(`document.querySelector("#records-title").textContent`))
	require.Equal(c.t, strconv.Itoa(rows), c.eval(`document.querySelectorAll("#tbody tr").length`))
	require.Equal(c.t, "panel", c.eval(`document.activeElement.id`), "the keyboard stays behind")
}

// media has the page shown as on a medium, and in a scheme of colours. Nothing
// moves, so that what is to be clicked stands still.
func (c clicker) media(medium, scheme string) {
	c.t.Helper()
	c.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}},
		})
		return err
	}))
}
