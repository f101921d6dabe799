package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A printed line is text at a place of a page, in points from the lower left corner.
type printed struct {
	x, y, size float64
	text       string // in Latin-1
}

// column prints lines one below the other.
func column(x, y float64, lines ...string) []printed {
	var out []printed
	for i, l := range lines {
		out = append(out, printed{x, y - 14*float64(i), 11, l})
	}
	return out
}

// writePDF makes a PDF of pages. What is extra goes to its trailer.
func writePDF(info, extra string, pages ...[]printed) string {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", "<< " + info + " >>"}
	var kids []string
	for _, page := range pages {
		var content strings.Builder
		for _, l := range page {
			fmt.Fprintf(&content, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", l.size, l.x, l.y, strings.NewReplacer("(", `\(`, ")", `\)`, `\`, `\\`).Replace(l.text))
		}
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", len(objects)+2),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content.String()))
		kids = append(kids, fmt.Sprintf("%d 0 R", len(objects)-1))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	places := "0000000000 65535 f \n"
	for i, o := range objects {
		places += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, places, len(objects)+1, extra, at)
	return b.String()
}

func TestPDF(t *testing.T) {
	for name, c := range map[string]struct {
		pages [][]printed
		want  string
	}{
		"a paragraph of lines": {
			[][]printed{column(72, 700, "On 3 May 1992 the President of Kazakhstan paid a state visit to the People's", "Republic of China, where both sides signed a treaty.")},
			"On 3 May 1992 the President of Kazakhstan paid a state visit to the People's Republic of China, where both sides signed a treaty.⏎",
		},
		"paragraphs by room and by gap": {
			[][]printed{append(column(72, 700, "Kazakhstan and China", "On 3 May 1992 the President of Kazakhstan paid a state visit to the People's", "Republic of China. He met the Premier.", "The Premier paid a visit in return."), column(72, 620, "Relations are good and cooperation is wide in all the fields that both sides", "agreed on.")...)},
			"Kazakhstan and China⏎⏎On 3 May 1992 the President of Kazakhstan paid a state visit to the People's Republic of China. He met the Premier.⏎⏎The Premier paid a visit in return.⏎⏎Relations are good and cooperation is wide in all the fields that both sides agreed on.⏎",
		},
		"words broken at the line's end": {
			[][]printed{column(72, 700, "On 3 May 1992 the President of Kazakhstan paid a state visit to the People's Re-", "public of China and signed with it the Treaty of Friendship and of Good-", "Neighborliness.")},
			"On 3 May 1992 the President of Kazakhstan paid a state visit to the People's Republic of China and signed with it the Treaty of Friendship and of Good-Neighborliness.⏎",
		},
		"columns": {
			[][]printed{append(column(72, 700, "The President of Kazakhstan paid", "a state visit to China, where he", "met the Premier and signed with"), column(320, 700, "him a treaty of friendship and of", "cooperation in Beijing.")...)},
			"The President of Kazakhstan paid a state visit to China, where he met the Premier and signed with him a treaty of friendship and of cooperation in Beijing.⏎",
		},
		"a table": {
			[][]printed{{{72, 700, 11, "Ambassador"}, {250, 700, 11, "Since"}, {72, 686, 11, "Zhang Xiao"}, {250, 686, 11, "2018"}}},
			"Ambassador | Since⏎⏎Zhang Xiao | 2018⏎",
		},
		"pages": {
			[][]printed{
				append(column(72, 800, "Embassy of Kazakhstan"), append(column(72, 700, "On 3 May 1992 the President of Kazakhstan paid a state visit to the People's"), column(300, 40, "- 1 -")...)...),
				append(column(72, 800, "Embassy of Kazakhstan"), append(column(72, 700, "Republic of China."), column(300, 40, "- 2 -")...)...),
				append(column(72, 800, "Embassy of Kazakhstan"), append(column(72, 700, "In 1993 the Premier came to Almaty."), column(300, 40, "- 3 -")...)...),
			},
			"Embassy of Kazakhstan⏎⏎On 3 May 1992 the President of Kazakhstan paid a state visit to the People's⏎⏎Republic of China.⏎⏎In 1993 the Premier came to Almaty.⏎",
		},
		"letters of Latin-1": {[][]printed{column(72, 700, "L'\xc9lys\xe9e (Paris)")}, "L'Élysée (Paris)⏎"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(PDF, writePDF("", "", c.pages...))
			require.NoError(t, err)
			require.Equal(t, c.want, strings.ReplaceAll(got.Content, "\n", "⏎"))
		})
	}
}

func TestPDFSaysWhatItIs(t *testing.T) {
	page := column(72, 700, "Relations with China", "On 3 May 1992.")
	got, err := readAs(PDF, writePDF("/Title (Kazakhstan and China) /CreationDate (D:20191007233000+02'00') /ModDate (D:20200102)", "", page))
	require.NoError(t, err)
	require.Equal(t, &Text{Content: "Relations with China\n\nOn 3 May 1992.\n", Encoding: "utf-8", Title: "Kazakhstan and China", Created: "2019-10-07", Updated: "2020-01-02", Marks: []Mark{{0, "page", 1}}}, got)
	for _, name := range []string{"Microsoft Word - x", "note_3.docx", "Untitled"} {
		got, err = readAs(PDF, writePDF("/Title ("+name+")", "", page))
		require.NoError(t, err)
		require.Equal(t, "Relations with China", got.Title)
	}
}

func TestPDFKnowsItsPages(t *testing.T) {
	got, err := readAs(PDF, writePDF("", "", column(72, 700, "On 3 May 1992 he came to Oslo and there he"), nil, column(72, 700, "signed a treaty.", "On 4 May he left.")))
	require.NoError(t, err)
	require.Equal(t, "On 3 May 1992 he came to Oslo and there he signed a treaty.\n\nOn 4 May he left.\n", got.Content)
	for words, page := range map[string]string{"3 May": "page 1", "there he": "page 1", "signed": "page 3", "4 May": "page 3"} {
		require.Equal(t, page, MarkAt(got.Marks, strings.Index(got.Content, words)).String(), words)
	}
}

func TestPDFLosesNoMoreThanAPage(t *testing.T) {
	whole := writePDF("", "", column(72, 700, "On 3 May 1992 he came."), column(72, 700, "Lost."), column(72, 700, "On 5 May he left."))
	second := strings.Index(whole, "\n7 0 obj\n<< /Type /Page ")
	require.Positive(t, second)
	got, err := readAs(PDF, whole[:second]+strings.Replace(whole[second:], "<< /Type /Page /Parent", "(( /Type /Page /Parent", 1))
	require.NoError(t, err)
	require.Equal(t, "On 3 May 1992 he came.\n\nOn 5 May he left.\n", got.Content)
	require.Len(t, got.Lost, 1)
	require.ErrorContains(t, got.Lost[0], "page 2 of 3: damaged: the page cannot be read")
}

func TestPDFRefuses(t *testing.T) {
	whole := writePDF("", "", column(72, 700, "On 3 May 1992."))
	locked := "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + strings.Repeat("01", 32) + "> /U <" + strings.Repeat("02", 32) + "> >> /ID [<00> <00>]"
	for name, c := range map[string]struct{ data, want string }{
		"a password": {writePDF("", locked, column(72, 700, "On 3 May 1992.")), "a.txt: pdf: protected by a password"},
		"a scan":     {writePDF("", "", nil, nil), "a.txt: pdf: no text on its 2 pages: a scan, which must go through text recognition first"},
		"a cut":      {whole[:20], "a.txt: pdf: damaged: the file may be cut"},
		"no pages":   {"%PDF-1.4\nnothing", "a.txt: pdf: damaged: the file may be cut"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, []string{c.want}, walk("a.txt", c.data))
		})
	}
	require.Equal(t, []string{"a.txt (pdf) On 3 May 1992.⏎"}, walk("a.txt", whole), "after damaged ones")
}

func TestPageNumbers(t *testing.T) {
	for s, want := range map[string]int{"3": 3, "- 3 -": 3, "Page 3 of 10": 3, "3/10": 3, "p. 12": 12, "стр. 4": 4} {
		n, ok := pageNumber(s)
		require.True(t, ok, s)
		require.Equal(t, want, n, s)
	}
	for _, s := range []string{"", "-", "3 May 1992", "Page", "10 of 3", "Article 3", "3 countries"} {
		_, ok := pageNumber(s)
		require.False(t, ok, s)
	}
}

func FuzzPDF(f *testing.F) {
	fuzzWalk(f, "a.pdf", writePDF("/Title (x)", "", column(72, 700, "On 3 May 1992.", "Two."), column(72, 700, "Three.")), "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>")
}
