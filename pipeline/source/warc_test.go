package source

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// entry is a record of a web archive.
func entry(kind, uri, contentType, content string, more ...string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2019-10-07T23:30:00Z\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, contentType, strings.Join(more, ""), len(content), content)
}

// answer is a page as a server sent it.
func answer(status, headers, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body
}

const http = "application/http; msgtype=response"

// zipped is data packed with gzip.
func zipped(data string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(data))
	_ = z.Close()
	return b.String()
}

func deflated(data string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(data))
	_ = z.Close()
	return b.String()
}

const (
	info    = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"
	asPage  = "Content-Type: text/html; charset=utf-8\r\n"
	onePage = "<html><p>On 3 May 1992.</p></html>"
)

func TestWARC(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"a page": {
			info + entry("request", "https://example.org/a", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") + entry("response", "https://example.org/a", http, answer("200 OK", asPage, onePage)),
			[]string{"a.warc/https://example.org/a (html) On 3 May 1992.⏎"},
		},
		"an address twice": {
			entry("response", "<http://a/>", http, answer("200 OK", asPage, onePage)) + entry("response", "<http://a/>", http, answer("200", "Content-Type: text/plain; charset=windows-1251\r\n", "\xca\xe8\xf2\xe0\xe9")),
			[]string{"a.warc/http://a/ (html) On 3 May 1992.⏎", "a.warc/http://a/~2 (text) Китай"},
		},
		"what is no page": {
			entry("response", "http://a/1", http, answer("301 Moved", asPage+"Location: /\r\n", onePage)) + entry("response", "http://a/2", http, answer("404 Not Found", asPage, onePage)) +
				entry("response", "http://a/3", http, answer("200 OK", "Content-Type: image/png\r\n", "\x89PNG\r\n")) + entry("revisit", "http://a/4", http, answer("200 OK", asPage, onePage)) +
				entry("response", "dns:a", "text/dns", "a 1 IN A") + entry("response", "http://a/5", http, answer("200 OK", asPage, onePage)),
			[]string{"a.warc/http://a/5 (html) On 3 May 1992.⏎"},
		},
		"sent in chunks and packed": {
			entry("response", "http://a/1", http, answer("200 OK", asPage+"Transfer-Encoding: chunked\r\n", "12;x=y\r\n<html><p>On 3 May \r\n10\r\n1992.</p></html>\r\n0\r\n\r\n")) +
				entry("response", "http://a/2", http, answer("200 OK", asPage+"Content-Encoding: gzip\r\n", zipped(onePage))) +
				entry("response", "http://a/3", http, answer("200 OK", asPage+"Content-Encoding: deflate\r\n", deflated(onePage))) +
				entry("response", "http://a/4", http, answer("200 OK", asPage+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", onePage)) +
				entry("response", "http://a/5", http, answer("200 OK", asPage+"Content-Encoding: br\r\n", "xyz")),
			[]string{
				"a.warc/http://a/1 (html) On 3 May 1992.⏎", "a.warc/http://a/2 (html) On 3 May 1992.⏎", "a.warc/http://a/3 (html) On 3 May 1992.⏎", "a.warc/http://a/4 (html) On 3 May 1992.⏎",
				"a.warc/http://a/5: read: br: packed in a way that is not read at offset 0 of what is packed",
			},
		},
		"texts":  {info + entry("conversion", "http://a/x.html", "text/plain", "Élysée.\nOn 3 May 1992."), []string{"a.warc/http://a/x.html (text) Élysée.⏎On 3 May 1992."}},
		"a file": {entry("resource", "http://a/x", "text/plain", "On 3 May 1992."), []string{"a.warc/http://a/x (text) On 3 May 1992."}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, walk("a.warc", c.data))
			require.Equal(t, c.want, walk("a.warc", strings.ReplaceAll(c.data, "WARC/1.0", "WARC/0.9")))
		})
	}
}

func TestWARCThatIsCut(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"cut when it was fetched": {
			entry("response", "http://a/1", http, answer("200 OK", "Content-Encoding: gzip\r\n", strings.TrimSuffix(zipped("One."), zipped("One.")[20:])), "WARC-Truncated: length\r\n") + entry("conversion", "http://a/2", "text/plain", "Two."),
			[]string{"a.warc/http://a/1 (text) One.", "a.warc/http://a/1 (rest): decode: truncated when it was fetched (length): the rest of the page is not there", "a.warc/http://a/2 (text) Two."},
		},
		"cut": {
			strings.TrimSuffix(entry("conversion", "http://a/1", "text/plain", "One.")+entry("conversion", "http://a/2", "text/plain", "Two. Three."), "Three.\r\n\r\n"),
			[]string{"a.warc/http://a/1 (text) One.", "a.warc/http://a/2 (text) Two. ", "a.warc/http://a/2 (rest): decode: truncated: the file ends too early"},
		},
		"cut in a header": {entry("conversion", "http://a/1", "text/plain", "One.") + "WARC/1.0\r\nWARC-Ty", []string{"a.warc/http://a/1 (text) One.", "a.warc: decode: warc: truncated: the file ends too early at offset 167"}},
		"damaged between records": {
			entry("conversion", "http://a/1", "text/plain", "One.") + "noise\r\nmore\r\n" + entry("conversion", "http://a/2", "text/plain", "Two."),
			[]string{"a.warc/http://a/1 (text) One.", "a.warc/offset 163: decode: warc: damaged: no record where one must begin, before offset 163", "a.warc/http://a/2 (text) Two."},
		},
		"cut in what is no page": {info[:len(info)-6], []string{"a.warc/record (rest): decode: truncated: the file ends too early"}},
		"no pages":               {info, []string{"a.warc: decode: empty: nothing in it to read"}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, walk("a.warc", c.data))
			require.Equal(t, c.want, walk("a.warc", strings.ReplaceAll(c.data, "WARC/1.0", "WARC/0.9")))
		})
	}
}

func TestWARCOfManyMembers(t *testing.T) {
	members := zipped(info) + zipped(entry("response", "http://a/1", http, answer("200 OK", asPage, onePage))) + zipped(entry("conversion", "http://a/2", "text/plain", "Two."))
	require.Equal(t, []string{"a.warc.gz/http://a/1 (html) On 3 May 1992.⏎", "a.warc.gz/http://a/2 (text) Two."}, walk("a.warc.gz", members))
	cut := walk("a.warc.gz", members[:len(members)-20])
	require.Equal(t, "a.warc.gz/http://a/1 (html) On 3 May 1992.⏎", cut[0])
	require.Contains(t, cut[len(cut)-1], "truncated")
}

func TestWARCIsFetchedNotWritten(t *testing.T) {
	Walk("a.warc", FromBytes("a.warc", []byte(entry("conversion", "http://a/1", "text/plain", "One.")), roomy), func(it Item) bool {
		got, err := it.Text()
		require.NoError(t, err)
		require.Equal(t, &Text{Content: "One.", Encoding: "utf-8", Fetched: "2019-10-07"}, got)
		return true
	})
}

func TestWARCIsReadAsItComes(t *testing.T) {
	one := entry("conversion", "http://a/1", "text/plain", strings.Repeat("One. ", 100))
	n := 0
	Walk("a.warc", FromStream("a.warc", strings.NewReader(strings.Repeat(one, 100)), Limits{MaxBytes: 1 << 10, Depth: 1}), func(it Item) bool {
		require.NoError(t, it.Err)
		n++
		return true
	})
	require.Equal(t, 100, n)
}

func FuzzWARC(f *testing.F) {
	fuzzWalk(f, "a.warc", info+entry("response", "http://a/1", http, answer("200 OK", asPage+"Transfer-Encoding: chunked\r\n", "12;x=y\r\n<html><p>On 3 May \r\n10\r\n1992.</p></html>\r\n0\r\n\r\n")),
		entry("response", "http://a/2", http, answer("200 OK", asPage+"Content-Encoding: gzip\r\n", zipped(onePage))), entry("conversion", "http://a/1", "text/plain", "One.", "WARC-Truncated: time\r\n")+"x\r\nWARC/1.0\r\n\r\n")
}
