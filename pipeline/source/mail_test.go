package source

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// letterHead are the headers of a message; what follows them is its body.
const letterHead = "From: Press <press@example.org>\r\nDate: Mon, 7 Oct 2019 23:30:00 -0500\r\nSubject: Visit to Oslo\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"

// mixed are the parts of a message.
func mixed(kind string, parts ...string) string {
	return "Content-Type: multipart/" + kind + "; boundary=\"=_b" + kind + "\"\r\n\r\nSent in parts.\r\n--=_b" + kind + "\r\n" + strings.Join(parts, "\r\n--=_b"+kind+"\r\n") + "\r\n--=_b" + kind + "--\r\n"
}

const plainPart = "Content-Type: text/plain; charset=utf-8\r\n\r\nOn 3 May 1992 Norway opened an embassy.\r\n"

func TestMail(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"plain words":           {letterHead + "\r\nOne.\r\n\r\nTwo.\r\n", []string{"a.eml (email) Visit to Oslo⏎⏎One.\r⏎\r⏎Two.⏎"}},
		"a subject in the text": {letterHead + "\r\nVISIT TO OSLO\r\nOne.\r\n", []string{"a.eml (email) VISIT TO OSLO\r⏎One.⏎"}},
		"quoted-printable in another charset": {
			letterHead + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nUne visite =E0 l'=C9lys=\r\n=E9e.\r\n",
			[]string{"a.eml (email) Visit to Oslo⏎⏎Une visite à l'Élysée.⏎"},
		},
		"base64": {letterHead + "Content-Transfer-Encoding: base64\r\n\r\nw4lseXPDqWUu\r\n", []string{"a.eml (email) Visit to Oslo⏎⏎Élysée.⏎"}},
		"lines broken for old screens": {
			letterHead + "Content-Type: text/plain; format=flowed\r\n\r\nOn 3 May \r\n1992 it \r\nrained.\r\n-- \r\nPress\r\n", []string{"a.eml (email) Visit to Oslo⏎⏎On 3 May 1992 it rained.⏎-- ⏎Press⏎"},
		},
		"a page": {letterHead + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>One.<p>Two.", []string{"a.eml (email) Visit to Oslo⏎⏎One.⏎⏎Two.⏎"}},
		"the same in two ways": {
			letterHead + mixed("alternative", plainPart, "Content-Type: text/html\r\n\r\n<p>On 3 May 1992 Norway opened an <b>embassy</b>."),
			[]string{"a.eml (email) Visit to Oslo⏎⏎On 3 May 1992 Norway opened an embassy.⏎"},
		},
		"words that only point to the page": {
			letterHead + mixed("alternative", "\r\nSee the page.", mixed("related", "Content-Type: text/html\r\n\r\n<p>On 3 May 1992 Norway opened an embassy.", "Content-Type: image/png\r\nContent-ID: <a>\r\n\r\nx")),
			[]string{"a.eml (email) Visit to Oslo⏎⏎On 3 May 1992 Norway opened an embassy.⏎"},
		},
		"attachments": {
			letterHead + mixed("mixed", plainPart, "Content-Type: text/plain; charset=windows-1251\r\nContent-Disposition: attachment; filename=\"=?utf-8?q?=D0=9A.txt?=\"\r\n\r\n\xca\xe8\xf2\xe0\xe9 \xe8 \xca\xe0\xe7\xe0\xf5\xf1\xf2\xe0\xed",
				"Content-Type: application/octet-stream; name=\"C:\\\\a\\\\note.html\"\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VHdvLg==",
				"Content-Type: image/png; name=seal.png\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=", "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR"),
			[]string{
				"a.eml (email) Visit to Oslo⏎⏎On 3 May 1992 Norway opened an embassy.⏎", "a.eml/К.txt (text) Китай и Казахстан", "a.eml/note.html (html) Two.⏎",
				"a.eml/seal.png: decode: a picture: this format is not read, save it as plain text",
			},
		},
		"a message in a message": {
			letterHead + mixed("mixed", "\r\nFor your information.", "Content-Type: message/rfc822\r\n\r\nSubject: Re: =?iso-8859-1?Q?Visite_=E0_Paris?=\r\nno header at all\r\n"+mixed("report", plainPart, "Content-Type: text/plain; name=b.txt\r\n\r\nMore.")),
			[]string{
				"a.eml (email) Visit to Oslo⏎⏎For your information.⏎", "a.eml/message.eml (email) Visite à Paris⏎⏎On 3 May 1992 Norway opened an embassy.⏎", "a.eml/message.eml/b.txt (text) More.",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, walk("a.eml", c.data))
			require.Equal(t, c.want[0][5:], walk("a.txt", c.data)[0][5:], "told by content")
		})
	}
}

func TestMailThatIsDamaged(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"no header among headers": {"From MAILER Mon Oct 7\r\n more\r\n" + letterHead + "garbage in the head\r\n\tmore\r\n\r\nOne.", []string{"a.eml (email) Visit to Oslo⏎⏎One.⏎"}},
		"the same in a part":      {letterHead + mixed("mixed", "garbage\r\n"+plainPart), []string{"a.eml (email) Visit to Oslo⏎⏎On 3 May 1992 Norway opened an embassy.⏎"}},
		"cut within a part": {
			strings.TrimSuffix(letterHead+mixed("mixed", plainPart, "\r\nTwo."), "\r\n--=_bmixed--\r\n"),
			[]string{"a.eml (email) Visit to Oslo⏎⏎On 3 May 1992 Norway opened an embassy.⏎⏎Two.⏎", "a.eml/rest of body: decode: email: truncated: the file ends too early"},
		},
		"cut within base64": {
			letterHead + "Content-Transfer-Encoding: base64\r\n\r\nw4lseXPDqWUuA", []string{"a.eml (email) Visit to Oslo⏎⏎Élysée.⏎", "a.eml/rest of body: decode: email: truncated: the file ends too early"},
		},
		"encrypted":                {letterHead + mixed("encrypted", "\r\nVersion: 1", "\r\nxyz"), []string{"a.eml/body: decode: encrypted: it cannot be read without its key"}},
		"parts without a boundary": {letterHead + "Content-Type: multipart/mixed\r\n\r\n--a\r\n\r\nOne.", []string{"a.eml/rest: decode: email: multipart: boundary is empty"}},
		"no body":                  {letterHead, []string{"a.eml: decode: empty: nothing in it to read"}},
		"nothing":                  {"", []string{"a.eml: decode: empty: nothing in it to read"}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, walk("a.eml", c.data))
		})
	}
}

func TestMailSaysWhatItIs(t *testing.T) {
	n := 0
	Walk("a.eml", FromBytes("a.eml", []byte(strings.Replace(letterHead, "Visit", "Re: FW: Visit", 1)+"Content-Language: en-GB\r\n\r\nOne."), roomy), func(it Item) bool {
		got, err := it.Text()
		require.NoError(t, err)
		got.Content = ""
		require.Equal(t, &Text{Encoding: "utf-8", Title: "Visit to Oslo", Language: "en-GB", Created: "2019-10-07", Written: "2019-10-07"}, got)
		n++
		return true
	})
	require.Equal(t, 1, n)
}

func TestTelegramsAreNoMail(t *testing.T) {
	telegram := "FROM: AMEMBASSY OSLO\nTO: SECSTATE\nDATE: 3 May 1992\nSUBJECT: Visit\n\nThe minister came.\n"
	require.Equal(t, []string{"a.txt (text) " + strings.ReplaceAll(telegram, "\n", "⏎")}, walk("a.txt", telegram))
}

func TestMailOfAnyDepth(t *testing.T) {
	var deep string
	for i := range 1_000 {
		deep += strings.ReplaceAll("Content-Type: multipart/mixed; boundary=bN\r\n\r\n--bN\r\n", "N", strconv.Itoa(i))
	}
	require.Contains(t, walk("a.eml", letterHead+deep)[0], "a.eml/part: decode: lies in more than 32 parts of a message")
	chain := letterHead + strings.Repeat("Content-Type: message/rfc822\r\n\r\nSubject: x\r\n", 10_000) + "\r\nOne."
	out := walk("a.eml", chain)
	require.Contains(t, out[len(out)-1], "lies in more than 32 parts of a message")
}

func TestMbox(t *testing.T) {
	box := "From a@example.org Mon Oct  7 10:00:00 2019\n" + letterHead + "\nOne.\n>From Oslo.\n\nFrom b@example.org Mon Oct  7 10:00:00 2019\n" + letterHead + "\nTwo.\nFrom Paris."
	want := []string{"box/1.eml (email) Visit to Oslo⏎⏎One.⏎From Oslo.⏎", "box/2.eml (email) Visit to Oslo⏎⏎Two.⏎From Paris.⏎"}
	require.Equal(t, want, walk("box", box))
	require.Equal(t, []string{"a.txt (text) From Oslo⏎he went on."}, walk("a.txt", "From Oslo\nhe went on."))
	var out []string
	large := "From a\nSubject: x\n\n" + strings.Repeat("Long.\n", 1<<10) + strings.Repeat("x", 1<<13) + "\n\nFrom b\nSubject: x\n\nTwo.\n"
	Walk("a.mbox", FromStream("a.mbox", strings.NewReader(large), Limits{MaxBytes: 4 << 10, Depth: 3}), func(it Item) bool { out = append(out, line(it)); return true })
	require.Equal(t, []string{"a.mbox/1.eml: decode: larger than the 4096 bytes that a source may have", "a.mbox/2.eml (email) x⏎⏎Two.⏎"}, out)
}

func FuzzMail(f *testing.F) {
	fuzzWalk(f, "a.eml", letterHead+mixed("mixed", plainPart, "Content-Type: message/rfc822\r\n\r\n"+letterHead+"\r\nx"), letterHead+mixed("alternative", plainPart, "Content-Type: text/html\r\n\r\n<p>x"),
		letterHead+"Content-Type: text/plain; format=flowed; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C0 \r\n=")
}

func FuzzMbox(f *testing.F) {
	fuzzWalk(f, "a.mbox", "From a\nSubject: x\n\nOne.\n\nFrom b\n>From c\n\n>From d")
}
