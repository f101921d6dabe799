package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// samples are one sound file of each format. A format without one is tried with
// plain text.
func samples() map[string]string {
	return map[string]string{
		"gzip": zipped(page(prose)), "zip": zipOf("a.txt", "On 3 May 1992.", "b/c.html", page(prose)), "tar": tarOf("a.txt", "On 3 May 1992.", "b.html", page(prose)),
		"pdf":   writePDF("/Title (Visits)", "", column(72, 700, "On 3 May 1992.", "Two."), column(72, 700, "Three.")),
		"warc":  info + entry("response", "http://a/1", http, answer("200 OK", asPage+"Content-Encoding: gzip\r\n", zipped(onePage))) + entry("conversion", "http://a/2", "text/plain", "On 3 May 1992."),
		"docx":  docxOf("<w:p>"+run+"On 3 May 1992."+endRun+"</w:p><w:tbl><w:tr><w:tc><w:p>"+run+"Two."+endRun+"</w:p></w:tc></w:tr></w:tbl>", "docProps/core.xml", "<c><title>Visits</title></c>"),
		"odt":   odtOf("<text:p>On 3 May 1992.</text:p><text:list><text:list-item><text:p>Two.</text:p></text:list-item></text:list>"),
		"rtf":   rtfOf(`{\info{\title Visits}}\pard On 3 May 1992{\footnote See A.}.\par\trowd\pard\intbl Zhang\cell 2018\cell\row\pard \u8211\'96 End.`),
		"html":  page("<h1>Visits</h1>" + prose + "<table><tr><td>a<td>b</table>"),
		"mbox":  "From a Mon\n" + letterHead + "\nOne.\n\nFrom b Mon\n" + letterHead + "\nTwo.\n",
		"email": letterHead + mixed("mixed", plainPart, "Content-Type: text/html; name=a.html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VHdvLg=="),
		"jsonl": `{"id":"a","text":"On 3 May 1992.","date":"2019-10-07"}` + "\n" + `{"id":"b","text":"Two."}` + "\n",
		"csv":   "id,text,date\na,\"On 3 May 1992, he came.\",2019-10-07\nb,Two.,\n",
	}
}

func zipOf(files ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, _ := z.Create(files[i])
		_, _ = w.Write([]byte(files[i+1]))
	}
	_ = z.Close()
	return b.String()
}

func tarOf(files ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		_ = w.WriteHeader(&tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1]))})
		_, _ = w.Write([]byte(files[i+1]))
	}
	_ = w.Close()
	return b.String()
}

// damages are the ways in which files come damaged.
var damages = []func(r *rand.Rand, data string) string{
	func(r *rand.Rand, data string) string { return data[:r.IntN(len(data)+1)] },
	func(r *rand.Rand, data string) string { return data[r.IntN(len(data)+1):] },
	func(r *rand.Rand, data string) string { // bits
		b := []byte(data)
		for range 1 + r.IntN(8) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
		return string(b)
	},
	func(r *rand.Rand, data string) string { // a hole of zeros, as of a disk that was full
		at := r.IntN(len(data))
		n := min(1+r.IntN(512), len(data)-at)
		return data[:at] + strings.Repeat("\x00", n) + data[at+n:]
	},
	func(r *rand.Rand, data string) string { // a piece twice
		a, b := r.IntN(len(data)), r.IntN(len(data))
		return data[:max(a, b)] + data[min(a, b):]
	},
	func(r *rand.Rand, data string) string { // noise behind it
		noise := make([]byte, 1+r.IntN(64))
		for i := range noise {
			noise[i] = byte(r.Uint32())
		}
		return data + string(noise)
	},
	func(_ *rand.Rand, data string) string { return strings.ReplaceAll(data, "\n", "\r") }, // a transfer as text
	func(r *rand.Rand, data string) string { // archives in archives
		for range r.IntN(6) {
			if r.IntN(2) == 0 {
				data = zipped(data)
			} else {
				data = zipOf("a", data)
			}
		}
		return data
	},
}

// TestDamaged tries damaged files of every format, under names that are true and
// that are not. CHANCERY_DAMAGED=10000 asks for so many cases.
func TestDamaged(t *testing.T) {
	cases := 400
	if n, err := strconv.Atoi(os.Getenv("CHANCERY_DAMAGED")); err == nil {
		cases = n
	}
	whole := samples()
	for i := range cases {
		r := rand.New(rand.NewPCG(uint64(i), 1))
		f := All[i%len(All)]
		data := whole[f.Name]
		if data == "" {
			data = "Title\n\nOn 3 May 1992 Élysée.\n"
		}
		for range 1 + r.IntN(2) {
			if data != "" {
				data = damages[r.IntN(len(damages))](r, data)
			}
		}
		named := All[r.IntN(len(All))]
		if r.IntN(2) == 0 {
			named = f
		}
		name := "a" + named.Extensions[0]
		require.NotPanics(t, func() { bearable(t, name, data) }, "case %d, a %s as %s: %q", i, f.Name, name, data)
	}
}

// bearable requires that a file costs no more than its size allows.
func bearable(t *testing.T, name, data string) {
	tight := Limits{MaxBytes: 1 << 20, Depth: 3}
	items, size := 0, 0
	Walk(name, FromBytes(name, []byte(data), tight), func(it Item) bool {
		sound(t, it)
		if text, err := it.Text(); it.Err == nil && err == nil {
			size += len(text.Content)
		}
		items++
		return true
	})
	require.Positive(t, items)
	require.LessOrEqual(t, items, 8+len(data), "items of %d bytes", len(data))
	require.LessOrEqual(t, size, unfoldFree+unfoldRatio*len(data), "text of %d bytes", len(data))
}

// TestEveryEncoding reads each sentence in its character set as every format that
// holds plain words; where the set is declared, the words come whole.
func TestEveryEncoding(t *testing.T) {
	for _, c := range letters {
		words := string(in(t, c.set, c.text))
		for name, data := range map[string]string{
			"a.txt": words, "a.csv": "text\n\"" + words + "\"\n", "a.html": "<html><p>" + words + "</html>", "a.jsonl": `{"text":"` + words + `"}`,
			"a.eml": letterHead + "Content-Type: text/plain\r\n\r\n" + words, "a.warc": entry("conversion", "http://a/1", "text/plain", words), "a.zip": zipOf("a.txt", words),
		} {
			bearable(t, name, data)
		}
		for name, data := range map[string]string{
			"a.html": "<html><meta charset=" + c.set + "><body><p>" + words + "</html>",
			"a.eml":  letterHead + "Content-Type: text/plain; charset=" + c.set + "\r\n\r\n" + words,
			"a.warc": entry("response", "http://a/1", http, answer("200 OK", "Content-Type: text/html; charset="+c.set+"\r\n", "<html><p>"+words+"</html>")),
		} {
			require.Contains(t, strings.Join(walk(name, data), "\n"), c.text, "%s in %s", name, c.set)
		}
	}
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 90<<20)
	for name, c := range map[string]struct{ data, want string }{
		"a.gz":  {zipped(zeros), "refused as a bomb"},
		"a.zip": {zipOf("a.txt", zeros), "refused as a bomb"},
		"b.gz":  {zipped(zipped(zipped("x"))), "gzip within gzip: refused as a bomb"},
		"b.zip": {zipOf("a.zip", zipOf("a.zip", zipOf("a.zip", zipOf("a.txt", "x")))), "lies in more than 3 archives"},
	} {
		var out []string
		Walk(name, FromBytes(name, []byte(c.data), Limits{MaxBytes: 256 << 20, Depth: 3}), func(it Item) bool { out = append(out, line(it)); return true })
		require.Len(t, out, 1, name)
		require.Contains(t, out[0], c.want)
	}
	big := fmt.Sprintf("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a/\r\nContent-Length: %d\r\n\r\nx", int64(1)<<60)
	bearable(t, "a.warc", big)
}
