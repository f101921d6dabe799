package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// packed is a zip archive of files, given as names and contents in turn.
func packed(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: map[bool]uint16{true: zip.Store, false: zip.Deflate}[files[i] == "mimetype"]})
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// docxOf is a Word document with a body and more parts.
func docxOf(body string, parts ...string) string {
	return packed(append([]string{"[Content_Types].xml", "<Types/>", "word/document.xml", word("document", "<w:body>"+body+"</w:body>")}, parts...)...)
}

func word(root, content string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + root + ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m" xmlns:v="v" xmlns:wps="s">` + content + `</w:` + root + `>`
}

func TestDOCXFindsItsMainPart(t *testing.T) {
	for _, target := range []string{"word/document2.xml", "/word/document2.xml", "./word/document2.xml"} {
		got, err := readAs(DOCX, packed("[Content_Types].xml", "<Types/>", "word/document2.xml", word("document", "<w:body><w:p>"+run+"On 3 May 1992."+endRun+"</w:p></w:body>"),
			"_rels/.rels", `<Relationships xmlns="r"><Relationship Id="a" Type="http://x/core-properties" Target="docProps/core.xml"/><Relationship Id="b" Type="http://x/relationships/officeDocument" Target="`+target+`"/></Relationships>`))
		require.NoError(t, err)
		require.Equal(t, "On 3 May 1992.\n", got.Content)
	}
}

func odtOf(body string, parts ...string) string {
	return packed(append([]string{"mimetype", odtType, "content.xml", openDocument("document-content", "<office:body><office:text>"+body+"</office:text></office:body>")}, parts...)...)
}

func openDocument(root, content string) string {
	return `<?xml version="1.0"?><office:` + root + ` xmlns:office="o" xmlns:text="t" xmlns:table="a" xmlns:draw="d" xmlns:style="s" xmlns:meta="m" xmlns:dc="dc" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">` + content + `</office:` + root + `>`
}

// marked is a text with each mark where it begins.
func marked(t *Text) string {
	var b strings.Builder
	at := 0
	for _, m := range t.Marks {
		fmt.Fprintf(&b, "%s{%s}", t.Content[at:m.At], m)
		at = m.At
	}
	return strings.ReplaceAll(b.String()+t.Content[at:], "\n", "⏎")
}

const run, endRun = "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"

func TestDOCX(t *testing.T) {
	box := "<w:txbxContent>" + run + "Box." + endRun + "</w:txbxContent>"
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":      {run + "One " + "</w:t></w:r><w:r><w:t xml:space='preserve'> two.</w:t></w:r></w:p>" + run + "Three." + endRun, "{paragraph 1}One two.⏎⏎{paragraph 2}Three.⏎"},
		"split words":     {run + "Kaz</w:t></w:r><w:r><w:t>akh" + endRun, "{paragraph 1}Kazakh⏎"},
		"empty ones":      {"<w:p/>" + run + "One." + endRun, "{paragraph 2}One.⏎"},
		"breaks and tabs": {"<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four" + endRun, "{paragraph 1}One two⏎three-four⏎"},
		"a table": {
			"<w:tbl><w:tr><w:tc>" + run + "Zhang" + endRun + "</w:tc><w:tc>" + run + "2018" + endRun + "</w:tc></w:tr></w:tbl>" + run + "End." + endRun,
			"{paragraph 1}Zhang | 2018⏎⏎{paragraph 3}End.⏎",
		},
		"a table for layout": {
			"<w:tbl><w:tr><w:tc>" + run + "Zhang" + endRun + "</w:tc><w:tc>" + run + "One." + endRun + run + "Two." + endRun + "</w:tc></w:tr></w:tbl>",
			"{paragraph 1}Zhang⏎⏎{paragraph 2}One.⏎⏎{paragraph 3}Two.⏎",
		},
		"tracked changes": {"<w:p><w:ins><w:r><w:t>In </w:t></w:r></w:ins><w:del><w:r><w:delText>1991</w:delText></w:r></w:del><w:r><w:t>1992</w:t></w:r><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>", "{paragraph 1}In 1992⏎"},
		"a field": {
			"<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText><w:t>no</w:t><w:fldChar w:fldCharType='separate'/><w:t>3 May 2015</w:t><w:fldChar w:fldCharType='end'/><w:t>.</w:t></w:r></w:p>",
			"{paragraph 1}3 May 2015.⏎",
		},
		"a field that never ends": {"<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>no</w:t></w:r></w:p>" + run + "Text." + endRun, "{paragraph 2}Text.⏎"},
		"a link":                  {"<w:p><w:r><w:t>The </w:t></w:r><w:hyperlink><w:r><w:t>treaty</w:t></w:r></w:hyperlink></w:p>", "{paragraph 1}The treaty⏎"},
		"hidden words":            {"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r><w:r><w:t>c" + endRun, "{paragraph 1}ac⏎"},
		"a text box, written twice": {
			"<w:p><w:r><w:t>On 3 </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + box + "</wps:txbx></mc:Choice><mc:Fallback><v:textbox>" + box + "</v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>May.</w:t></w:r></w:p>" + run + "End." + endRun,
			"{paragraph 1}On 3 May.⏎⏎{paragraph 2}Box.⏎⏎{paragraph 3}End.⏎",
		},
		"an old text box": {"<w:p><w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r></w:p>", "{paragraph 2}Box.⏎"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(DOCX, docxOf(c.body))
			require.NoError(t, err)
			require.Equal(t, c.want, marked(got))
		})
	}
}

func TestDOCXKeepsWhatStandsBesideTheText(t *testing.T) {
	note := func(kind, id, text string) string {
		return "<w:footnote w:type='" + kind + "' w:id='" + id + "'>" + run + text + endRun + "</w:footnote>"
	}
	got, err := readAs(DOCX, docxOf("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Relations</w:t></w:r></w:p>"+run+"Text.</w:t><w:footnoteReference w:id='2'/><w:t> More."+endRun,
		"word/header1.xml", word("hdr", run+"3 May 2015"+endRun), "word/header2.xml", word("hdr", run+"3 May 2015"+endRun), "word/footer1.xml", word("ftr", run+"12"+endRun),
		"word/footnotes.xml", word("footnotes", note("separator", "0", "-")+note("normal", "2", "See A.")+"<w:footnote w:id='3'>"+run+"See B."+endRun+"</w:footnote>"),
		"docProps/core.xml", `<cp:p xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Template</dc:title><dc:language>en-GB</dc:language><dcterms:created>2015-05-03T08:00:00Z</dcterms:created><dcterms:modified>2016-01-02T08:00:00Z</dcterms:modified></cp:p>`))
	require.NoError(t, err)
	require.Equal(t, "{paragraph 1}Relations⏎⏎{paragraph 2}Text. More.⏎⏎{footnote 1}See A.⏎⏎{footnote 2}See B.⏎⏎{header}3 May 2015⏎", marked(got))
	got.Content, got.Marks = "", nil
	require.Equal(t, Text{Encoding: "utf-8", Title: "Relations", Language: "en-GB", Created: "2015-05-03", Updated: "2016-01-02"}, *got)
}

func TestODT(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":      {"<text:h text:outline-level='1'>Relations</text:h>\n<text:p>One<text:s text:c='2'/>two<text:tab/>three<text:line-break/>four</text:p>", "{paragraph 1}Relations⏎⏎{paragraph 2}One two three⏎four⏎"},
		"spans and links": {"<text:p>Kaz<text:span>akh</text:span>stan <text:a>treaty</text:a></text:p>", "{paragraph 1}Kazakhstan treaty⏎"},
		"a list":          {"<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>", "{paragraph 1}One⏎⏎{paragraph 2}Two⏎"},
		"a table":         {"<table:table><table:table-row><table:table-cell><text:p>Zhang</text:p></table:table-cell><table:table-cell><text:p>2018</text:p></table:table-cell></table:table-row></table:table>", "{paragraph 1}Zhang | 2018⏎"},
		"a deletion":      {"<text:tracked-changes><text:changed-region><text:deletion><text:p>1991</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>In <text:change/>1992</text:p>", "{paragraph 1}In 1992⏎"},
		"notes":           {"<text:p>One<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>See A.</text:p></text:note-body></text:note> two.<text:note text:note-class='endnote'><text:note-body><text:p>See B.</text:p></text:note-body></text:note></text:p><text:p>End.</text:p>", "{paragraph 1}One two.⏎⏎{paragraph 2}End.⏎⏎{footnote 1}See A.⏎⏎{endnote 1}See B.⏎"},
		"a text box":      {"<text:p>On 3 <draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box><svg:title>no</svg:title></draw:frame>May.<office:annotation><text:p>no</text:p></office:annotation></text:p>", "{paragraph 1}On 3 May.⏎⏎{paragraph 2}Box.⏎"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(ODT, odtOf(c.body))
			require.NoError(t, err)
			require.Equal(t, c.want, marked(got))
		})
	}
	got, err := readAs(ODT, odtOf("<text:p>Text.</text:p>",
		"styles.xml", openDocument("document-styles", "<office:styles><text:p>no</text:p></office:styles><style:footer><text:p>3 May 2015</text:p></style:footer><style:footer-first><text:p>3 May 2015</text:p></style:footer-first>"),
		"meta.xml", openDocument("document-meta", "<dc:title>Relations</dc:title><meta:creation-date>2015-05-03T08:00:00</meta:creation-date><dc:date>2016-01-02T08:00:00</dc:date><dc:language>kk-KZ</dc:language>")))
	require.NoError(t, err)
	require.Equal(t, "{paragraph 1}Text.⏎⏎{footer}3 May 2015⏎", marked(got))
	got.Content, got.Marks = "", nil
	require.Equal(t, Text{Encoding: "utf-8", Title: "Relations", Language: "kk-KZ", Created: "2015-05-03", Updated: "2016-01-02"}, *got)
}

func TestOfficeDocumentsAreToldFromArchives(t *testing.T) {
	text := run + "Text." + endRun
	require.Equal(t, []string{"page.zip (docx) Text.⏎"}, walk("page.zip", docxOf(text)))
	require.Equal(t, []string{"page.txt (odt) Text.⏎"}, walk("page.txt", odtOf("<text:p>Text.</text:p>")))
	require.Equal(t, []string{"a.zip/page.docx (docx) Text.⏎"}, walk("a.zip", packed("page.docx", docxOf(text))))
	require.Equal(t, []string{"page.docx/a.txt (text) Text."}, walk("page.docx", packed("a.txt", "Text.")), "a plain archive under a wrong name")
	require.Equal(t, []string{"a.zip/word/document.xml: decode: an XML file: this format is not read, save it as plain text"}, walk("a.zip", packed("word/document.xml", "<?xml version='1.0'?>")))
}

func TestOfficeDocumentsThatCannotBeRead(t *testing.T) {
	whole := docxOf(run + "Text." + endRun)
	bomb := `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>`
	for want, got := range map[string][]string{
		"page.docx: docx: word/document.xml: damaged: line 1: ":                                        walk("page.docx", docxOf("<w:p><w:r>")),
		"page.docx: docx: word/document.xml: damaged: line 1: invalid character entity &b;":            walk("page.docx", packed("[Content_Types].xml", "", "word/document.xml", bomb)),
		"page.docx: docx: word/document.xml: more than 2000 elements in each other":                    walk("page.docx", docxOf(strings.Repeat("<w:p>", 3000))),
		"page.docx: docx: word/document.xml: larger than the 64 MB that a part of a document may have": walk("page.docx", docxOf("<!--"+strings.Repeat(" ", 66<<20)+"-->")),
		"page.docx: docx: empty: no text to read":                                                      walk("page.docx", docxOf("<w:p/>")),
		"page.docx: decode: zip: damaged: no valid zip directory":                                      walk("page.docx", whole[:len(whole)-40]),
		"page.docx: decode: an old office document, or one protected by a password":                    walk("page.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
		"page.odt: odt: protected by a password":                                                       walk("page.odt", odtOf("", "META-INF/manifest.xml", "<m><encryption-data/></m>")),
		"page.odt: odt: damaged: the part with the text is missing":                                    walk("page.odt", packed("mimetype", odtType)),
	} {
		require.Len(t, got, 1)
		require.Contains(t, got[0], want)
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte("<w:p><w:r><w:t>One</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:txbxContent><w:p></w:p></w:txbxContent>"))
	f.Add([]byte("<w:p><w:r><w:fldChar w:fldCharType='begin'/><mc:Choice><w:del><w:br/></w:del></mc:Choice></w:r></w:p>"))
	f.Fuzz(func(t *testing.T, body []byte) { fuzzOffice(t, "page.docx", docxOf(string(body))) })
}

func FuzzODT(f *testing.F) {
	f.Add([]byte("<text:p>One<text:note><text:p>b</text:p></text:note><draw:text-box><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></draw:text-box></text:p>"))
	f.Fuzz(func(t *testing.T, body []byte) { fuzzOffice(t, "page.odt", odtOf(string(body))) })
}

func fuzzOffice(t *testing.T, name, data string) {
	Walk(name, FromBytes(name, []byte(data), roomy), func(it Item) bool {
		sound(t, it)
		return true
	})
}
