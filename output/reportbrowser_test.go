package output

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// browser is the path of a Chromium, or empty.
func browser() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// TestReportInBrowser uses a report as its reader does. Without a browser it reads
// the page's elements for what the clicks need.
func TestReportInBrowser(t *testing.T) {
	page := reportOf(t, pageOf(untamed))
	if browser() == "" {
		ids := map[string]bool{}
		for _, n := range elements(t, page) {
			ids[attribute(n, "id")] = true
		}
		for _, id := range []string{"search", "document", "inferred", "questioned", "text", "tabs", "tbody", "tip", "linked", "next", "back"} {
			require.True(t, ids[id], id)
		}
	}
	c, faults, ok := openReport(t, page)
	if !ok {
		return
	}
	c.follow()
	c.filter()
	require.Empty(t, *faults)
}

// openReport opens a page in a browser, and tells what exceptions its script
// throws. Without a browser it says so.
func openReport(t *testing.T, page []byte) (c clicker, faults *[]string, ok bool) {
	path := browser()
	if path == "" {
		t.Log("no Chromium in PATH: the page is read, not clicked")
		return clicker{}, nil, false
	}
	file := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(file, page, 0o600))
	alloc, stop := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true), chromedp.WindowSize(1280, 900),
		chromedp.WSURLReadTimeout(2*time.Minute))...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(stop)
	faults = &[]string{}
	require.NoError(t, chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*runtime.EventExceptionThrown); ok {
			*faults = append(*faults, e.ExceptionDetails.Text)
		}
	}))
	c = clicker{t, ctx}
	c.do(chromedp.Navigate("file://" + file))
	c.media("", "light")
	c.do(chromedp.WaitVisible("#tbody tr"))
	return c, faults, true
}

// A clicker is a reader of the page.
type clicker struct {
	t   *testing.T
	ctx context.Context
}

func (c clicker) eval(script string) string {
	c.t.Helper()
	s, err := chromedp.Run(c.ctx, chromedp.Evaluate[string]("String("+script+")"))
	require.NoError(c.t, err, script)
	return s
}

func (c clicker) do(actions ...chromedp.Action[chromedp.Void]) {
	c.t.Helper()
	for i, a := range actions {
		require.NoError(c.t, chromedp.Do(c.ctx, a), "action %d", i+1)
	}
}

func (c clicker) becomes(script string) {
	c.t.Helper()
	_, err := chromedp.Run(c.ctx, chromedp.Poll[bool](script))
	require.NoError(c.t, err, script)
}

// follow goes from a mention to its records and from a record to its words.
func (c clicker) follow() {
	const third = `.m[data-m="2"]`
	require.Equal(c.t, "9", c.eval(`document.querySelectorAll(".m").length`))
	require.Equal(c.t, untamed[0], c.eval(`document.querySelector(".m").textContent`))

	c.do(chromedp.Focus(".m"), chromedp.KeyEvent(kb.ArrowRight))
	c.becomes(`!document.querySelector("#tip").hidden`)
	require.Equal(c.t, "1", c.eval(`document.activeElement.dataset.m`))
	require.Contains(c.t, c.eval(`document.querySelector("#tip").textContent`), untamed[1]+"person · rule r · confidence 0.8")

	c.do(chromedp.Click(third))
	c.becomes(`!!document.querySelector("#linked:not([hidden])")`)
	require.Contains(c.t, c.eval(`document.querySelector("#linked").textContent`), untamed[2])
	require.Equal(c.t, "1", c.eval(`document.querySelectorAll("#tbody tr").length`))
	require.Equal(c.t, untamed[2], c.eval(`document.querySelector("#tbody td[data-name=visitor] div").textContent`))

	c.do(chromedp.Click("#linked button"))
	require.Equal(c.t, "9", c.eval(`document.querySelectorAll("#tbody tr").length`))
	c.do(chromedp.Click("#tbody tr:nth-child(2) .go a"))
	c.becomes(`!!document.querySelector(".m.lit")`)
	require.Equal(c.t, untamed[1], c.eval(`document.querySelector(".m.lit").textContent`))
	c.do(chromedp.Click("#tbody tr:nth-child(2) .go button"))
	c.becomes(`!!document.querySelector("tr.more dl")`)
}

// filter narrows the records, and opens them from the pictures.
func (c clicker) filter() {
	c.do(chromedp.SendKeys("#search", "HYPERLINK"))
	c.becomes(`document.querySelectorAll("#tbody tr").length === 1`)
	c.do(chromedp.Click("#filters button[type=reset]"), chromedp.Click("#inferred"))
	require.Equal(c.t, "9", c.eval(`document.querySelectorAll("#tbody .inf").length`))
	c.do(chromedp.Click("#questioned"))
	c.becomes(`!!document.querySelector("#empty:not([hidden])")`)
	c.do(chromedp.Click("#filters button[type=reset]"), chromedp.Click(`.kinds [data-kind="person"]`))
	require.Equal(c.t, "9", c.eval(`document.querySelectorAll(".m.off").length`))
	c.do(chromedp.Click("#filters button[type=reset]"), chromedp.Click("#timeline a"))
	c.becomes(`!!document.querySelector("#tbody tr.at")`)
	require.Equal(c.t, "Visits", c.eval(`document.querySelector("#records-title").textContent`))
	c.eval(`document.querySelector("#network a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`)
	c.becomes(`document.querySelector("#records-title").textContent === "Meetings"`)
	require.Equal(c.t, "2", c.eval(`document.querySelectorAll("script").length`))
}
