package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// body is a page around a body.
func page(body string) string {
	return `<!DOCTYPE html><html lang="en-GB"><head><title>Kazakhstan and China</title><meta charset=utf-8></head><body>` + body + "</body></html>"
}

func TestHTMLBlocks(t *testing.T) {
	long := strings.Repeat("One. ", 100) + "End."
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":               {"<h1>Kazakhstan</h1><p>One\n two.<p>Three.", "Kazakhstan⏎⏎One two.⏎⏎Three.⏎"},
		"text without elements":    {"One.<div>Two.</div>Three.", "Kazakhstan and China⏎⏎One.⏎⏎Two.⏎⏎Three.⏎"},
		"words in words":           {"<p>On <b>14 May</b> <i>20</i>02<sup>1</sup>", "Kazakhstan and China⏎⏎On 14 May 20021⏎"},
		"line breaks":              {"<p>One,<br>Two<br/><br>Three</p>", "Kazakhstan and China⏎⏎One,⏎Two⏎⏎Three⏎"},
		"a list":                   {"<ul><li>One<li>Two<ul><li>Deep</ul></ul>", "Kazakhstan and China⏎⏎One⏎⏎Two⏎⏎Deep⏎"},
		"a table":                  {"<table><tr><th>Name<th>Since<tr><td>Zhang <b>Xiao</b><td>2018<tr><td><td>empty</table>", "Kazakhstan and China⏎⏎Name | Since⏎⏎Zhang Xiao | 2018⏎⏎empty⏎"},
		"a table of one column":    {"<table><tr><td>On 3 January 1992.<tr><td>Later.</table>", "Kazakhstan and China⏎⏎On 3 January 1992.⏎⏎Later.⏎"},
		"cells with one paragraph": {"<table><tr><td><p>Zhang Xiao</p><td><p>2018</p></table>", "Kazakhstan and China⏎⏎Zhang Xiao | 2018⏎"},
		"empty cells":              {"<table><tr><td>a<td><td>c<td><tr><td><td>b<td>c</table>", "Kazakhstan and China⏎⏎a | | c⏎⏎| b | c⏎"},
		"cells of several rows":    {"<table><tr><th colspan=2>A<th>B<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e<tr><td>f<td>g<td>h</table>", "Kazakhstan and China⏎⏎A | | B⏎⏎a | b | c⏎⏎| d | e⏎⏎f | g | h⏎"},
		"paragraphs in data":       {"<table><tr><th>A<th>B<tr><td>a<td><p>One.<p>Two<ul><li>c<li>d</ul><tr><td>e<td>f<br>g</table>", "Kazakhstan and China⏎⏎A | B⏎⏎a | One. Two; c; d⏎⏎e | f; g⏎"},
		"heads that only look so":  {"<table><tr><td><p>Date<td><p>Visitor<tr><td>12 May<td><p>Jan Kos<p>Minister</table>", "Kazakhstan and China⏎⏎Date | Visitor⏎⏎12 May | Jan Kos; Minister⏎"},
		"a menu is no heads":       {"<table><tr><td><a href=1>News</a><td><a href=2>Visas</a><tr><td>Left<td><p>One.<p>Two.</table>", "Kazakhstan and China⏎⏎News | Visas⏎⏎Left⏎⏎One.⏎⏎Two.⏎"},
		"much below heads":         {"<table><tr><td>News<td>Visas<tr><td>Left<td><p>" + long + "<p>Two.</table>", "Kazakhstan and China⏎⏎News | Visas⏎⏎Left⏎⏎" + long + "⏎⏎Two.⏎"},
		"a table for layout":       {"<table><tr><td>Left<td><p>One.</p><p>Two.</p></table>", "Kazakhstan and China⏎⏎Left⏎⏎One.⏎⏎Two.⏎"},
		"a table in a table":       {"<table><tr><td>Left<td><table><tr><td>a<td>b</table></table>", "Kazakhstan and China⏎⏎Left⏎⏎a | b⏎"},
		"a definition list":        {"<dl><dt>Created<dd>4.12.2013</dl>", "Kazakhstan and China⏎⏎Created⏎⏎4.12.2013⏎"},
		"preformatted lines":       {"<pre>One\n  two</pre>", "Kazakhstan and China⏎⏎One⏎  two⏎"},
		"entities":                 {"<p>C&ocirc;te d&#8217;Ivoire&nbsp;&amp; S&#227;o Tom&eacute;", "Kazakhstan and China⏎⏎Côte d’Ivoire\u00a0& São Tomé⏎"},
		"what is not shown":        {"<p>One<script>no()</script><style>p{}</style><!-- no --><span style='display: none'>no</span><select><option>no</select><button>no</button> two", "Kazakhstan and China⏎⏎One two⏎"},
		"a zero byte":              {"<p>a&#0;b", "Kazakhstan and China⏎⏎a\ufffdb⏎"},
		"a title in the text":      {"<p>KAZAKHSTAN AND CHINA<p>One.", "KAZAKHSTAN AND CHINA⏎⏎One.⏎"},
		"words after the end":      {"<p>One.</p></body></html>Two", "Kazakhstan and China⏎⏎One.⏎⏎Two⏎"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(HTML, page(c.body))
			require.NoError(t, err)
			require.Equal(t, c.want, strings.ReplaceAll(got.Content, "\n", "⏎"))
			require.Equal(t, "en-GB", got.Language)
		})
	}
}

// prose is long enough to be taken for the main content of a page.
const prose = "<p>On 14 May 2002 the President of Kazakhstan paid a state visit to China, where he met the President of the " +
	"People's Republic of China and signed, in the presence of both delegations, a joint declaration.</p>"

func TestHTMLLeavesMenusAndKeepsThePage(t *testing.T) {
	got, err := readAs(HTML, page(`
		<header class="site-header"><a href="/">Home</a> <a href="/e">Embassy</a></header>
		<nav><ul><li><a href=1>About us</a><li><a href=2>News of Uzbekistan</a></ul></nav>
		<div class="breadcrumb">You are here: Relations</div>
		<table width="100%"><tr><td><a href=1>Visas</a><td><a href=2>Passports</a></table>
		<h1>Kazakhstan and China: relations</h1>
		<div id="page-with-sidebar">`+strings.Repeat(prose, 5)+`
		<table><tr><td>Ambassador<td>Zhang Xiao<td>since 2018</table>
		<p><a href="t">Treaty of Friendship, 23 December 2002</a></p>
		<p>Beijing, 3 September 2015</p></div>
		<p align=right>For the Embassy: Li Wei</p>
		<aside><p>Related: the King of Norway</p></aside>
		<footer><p>Last updated 7 October 2019</p><p>Copyright 2019, all rights reserved</p><a href=c>Contact</a> Terms of use</footer>`))
	require.NoError(t, err)
	for _, want := range []string{
		"Kazakhstan and China: relations\n", "Ambassador | Zhang Xiao | since 2018\n", "Treaty of Friendship, 23 December 2002\n",
		"Beijing, 3 September 2015\n", "For the Embassy: Li Wei\n", "Last updated 7 October 2019\n",
	} {
		require.Contains(t, got.Content, want)
	}
	require.Equal(t, 5, strings.Count(got.Content, "14 May 2002"))
	for _, not := range []string{"Home", "About us", "Uzbekistan", "You are here", "Visas", "Norway", "Copyright", "Contact", "Terms"} {
		require.NotContains(t, got.Content, not)
	}
}

func TestHTMLKeepsAPageWhoseNamesMislead(t *testing.T) {
	got, err := readAs(HTML, page(`<div class="menu">`+strings.Repeat("<span>"+strings.TrimSuffix(strings.TrimPrefix(prose, "<p>"), "</p>")+"</span><br>", 3)+`</div><p>Short.`))
	require.NoError(t, err)
	require.Equal(t, 3, strings.Count(got.Content, "14 May 2002"))
	got, err = readAs(HTML, page(`<ul><li><a href=1>Treaty</a><li><a href=2>Protocol</a></ul>`))
	require.NoError(t, err)
	require.Contains(t, got.Content, "Treaty\n\nProtocol", "a page of nothing but links")
}

func TestHTMLSaysWhatItIs(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want Text
	}{
		"a heading in the title": {
			`<html lang=kk><title>Qazaqstan - Embassy</title><body><h1>Qazaqstan</h1><p>a`,
			Text{Title: "Qazaqstan", Language: "kk", Encoding: "utf-8"},
		},
		"another heading": {`<title>Relations</title><h1>Welcome</h1><p>a`, Text{Title: "Relations", Encoding: "utf-8"}},
		"a title for sharing": {
			`<head><title>Visit to Oslo | Ministry</title><meta property="og:title" content="Visit  to Oslo"></head><p>a`,
			Text{Title: "Visit to Oslo", Encoding: "utf-8"},
		},
		"dates": {
			`<head><title>T</title><meta property="article:published_time" content="2019-03-01T23:30:00-05:00"><meta name="dcterms.modified" content="2020-01-02"></head><p>a`,
			Text{Title: "T", Encoding: "utf-8", Created: "2019-03-01", Written: "2019-03-01", Updated: "2020-01-02"},
		},
		"dates in linked data": {
			`<head><title>T</title><script type="application/ld+json">{"datePublished":"2019-03-01","dateModified":"2019-03-05"}</script></head><p>a`,
			Text{Title: "T", Encoding: "utf-8", Created: "2019-03-01", Written: "2019-03-01", Updated: "2019-03-05"},
		},
		"a date that may be two": {`<head><title>T</title><meta name=date content="4/12/2013"></head><p>a`, Text{Title: "T", Encoding: "utf-8"}},
		"a declared charset": {
			"<head><meta http-equiv=content-type content='text/html; charset=windows-1251'><title>\xca\xe8\xf2\xe0\xe9</title></head><p>\xca",
			Text{Title: "Китай", Encoding: "windows-1251"},
		},
		"a charset that is not true": {"<head><meta charset=iso-8859-1><title>Қазақстан</title></head><p>a", Text{Title: "Қазақстан", Encoding: "utf-8"}},
		"a damaged letter":           {"<head><title>Қазақстан</title></head><p>Қыта\xd2", Text{Title: "Қазақстан", Encoding: "utf-8"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(HTML, c.page)
			require.NoError(t, err)
			got.Content = ""
			require.Equal(t, c.want, *got)
		})
	}
}

func TestHTMLIsToldByContent(t *testing.T) {
	for data, want := range map[string]string{
		"\ufeff <!DOCTYPE HTML PUBLIC>\n<p>a":              "html",
		"<?xml version='1.0'?><!-- <a> -->\n<html><p>a":    "html",
		"<!-- saved from url=(0022)http://a/ -->\r\n<HTML": "html",
		"<title>a</title>":                                 "html",
		"<p>a":                                             "text",
		"<!-- never closed":                                "text",
	} {
		f, err := Pick(FromBytes("page.txt", []byte(data), roomy))
		require.NoError(t, err)
		require.Equal(t, want, f.Name, data)
	}
	require.Equal(t, []string{"a.html: html: empty: no text to read"}, walk("a.html", "<html><body><script>x</script></body></html>"))
}

func TestHTMLOfAnyDepth(t *testing.T) {
	deep := page(strings.Repeat("<div>", 20_000) + "<p>On 14 May 2002.<table><tr><td>a<td>b</table>" + strings.Repeat("</div>", 20_000) + "<p>End of 2003.")
	got, err := readAs(HTML, deep)
	require.NoError(t, err)
	require.Equal(t, "Kazakhstan and China\n\nOn 14 May 2002.\n\na | b\n\nEnd of 2003.\n", got.Content)
	unclosed := page(strings.Repeat("<table><tr><td>x", 20_000))
	_, err = readAs(HTML, unclosed)
	require.NoError(t, err)
}

func FuzzHTML(f *testing.F) {
	fuzzWalk(f, "page.html", page(prose+"<table><tr><td>a<td><p>b<p>c</table>"), "<a><table><a><tr><select><pre>\r\n", "<title>x<h1>x", strings.Repeat("<b><table>", 600))
}
