package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/htmlindex"
)

// letters are sentences of embassy pages in the character sets that such pages
// were saved in. The names that follow are what may be guessed instead, where
// the letters of the sentence are the same in both.
var letters = []struct{ set, text, alike string }{
	{"windows-1252", "Le 14 février 1964, la République française et la Côte d’Ivoire ont signé à Abidjan un traité d'amitié. L'ambassadeur a été reçu à l'Élysée.", ""},
	{"windows-1252", "Am 3. März 1973 nahmen die Länder diplomatische Beziehungen auf; der Botschafter überreichte später sein Beglaubigungsschreiben.", ""},
	{"windows-1252", "El señor Embajador llegó a México en 1999 y presentó sus credenciales al Presidente de la Nación.", ""},
	{"windows-1252", "O Embaixador visitou São Tomé em 1998. As relações entre os dois países são de cooperação.", ""},
	{"windows-1251", "3 января 1992 года были установлены дипломатические отношения между Казахстаном и Китаем.", ""},
	{"windows-1251", "Посол України відвідав Київ і зустрівся з міністром закордонних справ.", ""},
	{"windows-1251", "Министърът на външните работи посети София и подписа споразумение за сътрудничество.", ""},
	{"koi8-r", "3 января 1992 года были установлены дипломатические отношения между Казахстаном и Китаем.", "koi8-u"},
	{"ibm866", "3 января 1992 года были установлены дипломатические отношения между Казахстаном и Китаем.", ""},
	{"iso-8859-5", "3 января 1992 года были установлены дипломатические отношения между Казахстаном и Китаем.", ""},
	{"windows-1250", "Ambasador Rzeczypospolitej złożył listy uwierzytelniające. Współpraca między państwami została nawiązana w 1919 roku, później rozszerzona.", ""},
	{"iso-8859-2", "Ambasador Rzeczypospolitej złożył listy uwierzytelniające. Współpraca między państwami została nawiązana w 1919 roku, później rozszerzona.", ""},
	{"windows-1250", "Velvyslanec předal pověřovací listiny prezidentovi republiky. Vztahy mezi oběma zeměmi jsou přátelské.", "iso-8859-2"},
	{"iso-8859-2", "A nagykövet átadta megbízólevelét a köztársasági elnöknek, és tárgyalt a külügyminiszterrel az együttműködésről.", "windows-1250"},
	{"windows-1253", "Ο πρέσβης της Ελλάδας συναντήθηκε με τον Πρόεδρο της Δημοκρατίας στην Αθήνα.", "iso-8859-7"},
	{"windows-1254", "Büyükelçi güven mektubunu Cumhurbaşkanına sundu. İki ülke arasındaki ilişkiler 1992 yılında kuruldu ve işbirliği anlaşması imzalandı.", ""},
	{"windows-1255", "השגריר נפגש עם נשיא המדינה בירושלים והגיש את כתב האמנתו.", "iso-8859-8 iso-8859-8-i"},
	{"windows-1256", "قدم السفير أوراق اعتماده إلى رئيس الجمهورية في القاهرة وبحث العلاقات بين البلدين.", ""},
	{"iso-8859-6", "قدم السفير أوراق اعتماده إلى رئيس الجمهورية في القاهرة وبحث العلاقات بين البلدين.", ""},
	{"shift_jis", "日本国大使は大統領に信任状を捧呈し、両国の外交関係について会談した。", ""},
	{"euc-jp", "日本国大使は大統領に信任状を捧呈し、両国の外交関係について会談した。", ""},
	{"euc-kr", "주한 대사는 대통령에게 신임장을 제정하고 양국 외교 관계에 대해 논의하였다.", ""},
	{"gbk", "一九九二年一月三日，中华人民共和国与哈萨克斯坦共和国建立外交关系。", "gb18030"},
	{"big5", "大使向總統呈遞國書，並就兩國外交關係進行會談。", ""},
	{"windows-874", "เอกอัครราชทูตเข้าพบนายกรัฐมนตรีเพื่อหารือเรื่องความสัมพันธ์ทางการทูต", ""},
}

func TestDecodeByDeclaration(t *testing.T) {
	for _, c := range letters {
		content, name, err := encoded{declared: c.set}.decode(in(t, c.set, c.text))
		require.NoError(t, err)
		require.Equal(t, c.text, content)
		require.Equal(t, c.set, name)
	}
}

func in(t *testing.T, set, text string) []byte {
	enc, err := htmlindex.Get(set)
	require.NoError(t, err)
	data, err := enc.NewEncoder().String(text)
	require.NoError(t, err, set)
	return []byte(data)
}

func TestDecodeByLook(t *testing.T) {
	for _, c := range letters {
		content, name, err := encoded{}.decode(in(t, c.set, c.text))
		if err != nil || content != c.text || name != c.set && !strings.Contains(" "+c.alike+" ", " "+name+" ") {
			t.Errorf("%s: %s %v %s", c.set, name, err, content)
		}
	}
}
