package pipeline

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// packed is a zip archive of one file.
func packed(t *testing.T, name, content string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	require.NoError(t, err)
	_, err = w.Write([]byte(content))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// pdf is a PDF of one empty page, with something in its trailer.
func pdf(trailer string) string {
	return "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n" +
		"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj\ntrailer << /Size 4 /Root 1 0 R " + trailer + " >>\n"
}

// TestEachBadSourceIsOneFailure has one of each kind in a folder, among good ones.
func TestEachBadSourceIsOneFailure(t *testing.T) {
	dir := t.TempDir()
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	_, err := z.Write(make([]byte, 90<<20))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	for name, content := range map[string]string{
		"a good one.txt": "On 3 May 1992.", "bomb.gz": bomb.String(), "climbing.zip": packed(t, "../../etc/a.txt", "x"),
		"empty.zip": "PK\x05\x06" + strings.Repeat("\x00", 18), "locked.pdf": pdf("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + strings.Repeat("01", 32) + "> /U <" + strings.Repeat("02", 32) + "> >> /ID [<00> <00>]"),
		"scan.pdf": pdf(""), "unknown.dat": "\x01\x02\x00\x00\x03", "unknown.rar": "Rar!\x1a\x07", "zero.txt": "",
		"cut.jsonl": "{\"id\":\"a\",\"text\":\"On 3 May 1992.\"}\n{\"id\":\"b\",\"te", "z good one.txt": "On 4 May 1992.",
	} {
		write(t, dir, name, content)
	}
	require.NoError(t, os.Truncate(write(t, dir, "giant.txt", "x"), 2<<30))
	require.NoError(t, os.Symlink("loop", filepath.Join(dir, "loop")))
	require.NoError(t, os.Symlink(".", filepath.Join(dir, "same")))
	t.Chdir(dir) // the name of a socket must be short
	socket, err := net.Listen("unix", "socket")
	require.NoError(t, err)
	defer func() { require.NoError(t, socket.Close()) }()

	sources, failures := Find([]string{dir})
	require.Empty(t, failures)
	var read []string
	require.NoError(t, Job{Jobs: 2}.Run(context.Background(), sources, func(r Result) { read = append(read, r.Doc.ID) }, func(f Failure) { failures = append(failures, f) }))
	require.Equal(t, []string{"a good one.txt", "cut.jsonl/a", "z good one.txt"}, read)
	require.Equal(t, []Failure{
		{"bomb.gz", "read", "unpacks to more than 200 times its size: refused as a bomb"},
		{"climbing.zip/../../etc/a.txt", "decode", "its name leads out of the archive: it goes up"},
		{"cut.jsonl/line 2", "decode", "line 2: not a JSON object: unexpected end of JSON input"},
		{"empty.zip", "decode", "empty: nothing in it to read"},
		{"giant.txt", "read", "larger than the 256 MB that a source may have"},
		{"locked.pdf", "decode", "protected by a password"},
		{"loop", "read", "too many levels of symbolic links"},
		{"same", "read", "not a file but a link to a folder"},
		{"scan.pdf", "decode", "no text on its 1 pages: a scan, which must go through text recognition first"},
		{"socket", "read", "not a file but a socket"},
		{"unknown.dat", "decode", "binary file: zero byte at offset 2"},
		{"unknown.rar", "decode", "a RAR archive: this format is not read, save it as plain text"},
		{"zero.txt", "decode", "empty: no text to read"},
	}, failures)
}

// TestAPageLostIsAFailureBesideTheResult reads a PDF whose second page is none.
func TestAPageLostIsAFailureBesideTheResult(t *testing.T) {
	words := "BT /F 11 Tf 72 700 Td (On 3 May 1992 he came.) Tj ET"
	path := write(t, t.TempDir(), "torn.pdf", "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >> endobj\n"+
		"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 6 0 R >> >> >> endobj\n4 0 obj (none) endobj\n"+
		"5 0 obj << /Length "+strconv.Itoa(len(words))+" >>\nstream\n"+words+"\nendstream endobj\n6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\ntrailer << /Size 7 /Root 1 0 R >>\n")
	var texts []string
	var failures []Failure
	err := Job{}.Run(context.Background(), []Source{{"torn.pdf", path}}, func(r Result) { texts = append(texts, r.Text) }, func(f Failure) { failures = append(failures, f) })
	require.NoError(t, err)
	require.Equal(t, []string{"On 3 May 1992 he came.\n"}, texts)
	require.Equal(t, []Failure{{"torn.pdf", "decode", "page 2 of 2: damaged: the page cannot be read: left out, the rest is read"}}, failures)
}
