package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func rtfOf(body string) string {
	return `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial;}}` + body + "}"
}

func TestRTF(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":         {"\\pard One\\tab two\\line three\\par\r\nFo\r\nur.\\par", "{paragraph 1}One two⏎three⏎⏎{paragraph 2}Four.⏎"},
		"empty ones":         {`\par One.\par`, "{paragraph 2}One.⏎"},
		"formatted words":    {`Kaz{\b akh}stan \{treaty\}`, "{paragraph 1}Kazakhstan {treaty}⏎"},
		"code page":          {`Caf\'e9 {\f1 \'cc\'ee\'f1\'ea\'e2\'e0} \f0\'fc`, "{paragraph 1}Café Москва ü⏎"},
		"Unicode":            {`\uc1 T\u252?rkiye \uc2\u8211\'96\'96 {\uc0\u231}a \uc1\u-10179?\u-8704?.`, "{paragraph 1}Türkiye – ça 😀.⏎"},
		"signs":              {`1995\endash 1998, \ldblquote a\rdblquote , al\_Din\~B`, "{paragraph 1}1995–1998, “a”, al-Din B⏎"},
		"a table":            {`\trowd\pard\intbl Zhang\cell 2018\cell\row\pard End.`, "{paragraph 1}Zhang | 2018⏎⏎{paragraph 3}End.⏎"},
		"a field":            {`See {\field{\*\fldinst HYPERLINK "http://a"}{\fldrslt the page}}.`, "{paragraph 1}See the page.⏎"},
		"hidden and deleted": {`In {\v 1990}{\deleted 1991}1992`, "{paragraph 1}In 1992⏎"},
		"a footnote":         {`One{\footnote See A.} two.\par End.`, "{paragraph 1}One two.⏎⏎{paragraph 2}End.⏎⏎{footnote 1}See A.⏎"},
		"a text box":         {`On 3 {\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard Box.\par}}{\shprslt Box.}}May.`, "{paragraph 1}On 3 May.⏎⏎{paragraph 2}Box.⏎"},
		"header and footer":  {`{\header 3 May 2015}{\footer 12}Text.`, "{paragraph 1}Text.⏎⏎{header}3 May 2015⏎"},
		"unknown groups":     {`{\*\secret no}{\pict 0a0b}{\bin3 }}}}Text.`, "{paragraph 1}Text.⏎"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(RTF, rtfOf(c.body))
			require.NoError(t, err)
			require.Equal(t, c.want, marked(got))
		})
	}
	got, err := readAs(RTF, rtfOf(`{\info{\title Relations}{\creatim\yr2015\mo5\dy3\hr8}{\revtim\yr2016\mo1\dy2}}\pard\outlinelevel0 Visits\par\pard Text.`))
	require.NoError(t, err)
	got.Content, got.Marks = "", nil
	require.Equal(t, Text{Encoding: "utf-8", Title: "Visits", Created: "2015-05-03", Updated: "2016-01-02"}, *got)
}

func TestRTFThatCannotBeRead(t *testing.T) {
	for want, data := range map[string]string{
		"page.rtf: rtf: damaged: the file is cut":            `{\rtf1 Text. {\b more`,
		"page.rtf: rtf: empty: no text to read":              rtfOf(`\par`),
		"page.rtf: rtf: more than 2000 groups in each other": `{\rtf1 ` + strings.Repeat("{", 3000),
	} {
		got := walk("page.rtf", data)
		require.Len(t, got, 1)
		require.Contains(t, got[0], want)
	}
	require.Equal(t, []string{"page.txt (rtf) Text.⏎"}, walk("page.txt", rtfOf("Text.")))
}

func FuzzRTF(f *testing.F) {
	f.Add(rtfOf(`One {\footnote two\cell\row} \intbl a\cell\row \u-10179?\u-8704? \'e9 {\shptxt b`))
	f.Add(`{\rtf1\bin99999999999 a\u`)
	f.Add(`{\rtf1\uc-5\u1`)
	f.Fuzz(func(t *testing.T, data string) {
		Walk("page.rtf", FromBytes("page.rtf", []byte(data), roomy), func(it Item) bool {
			sound(t, it)
			return true
		})
	})
}
