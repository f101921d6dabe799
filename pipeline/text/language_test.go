package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLanguage(t *testing.T) {
	thrice := func(s string) string { return strings.Repeat(s+"\n", 3) }
	for want, s := range map[string]string{
		"en":       "The Minister received the Ambassador of Chile, who presented copies of his letters of credence.",
		"de":       "Der Minister hat den Botschafter empfangen und ihm für die Zusammenarbeit mit der Republik gedankt.",
		"fr":       "Le ministre a reçu les ambassadeurs qui sont venus dans la capitale pour une réunion avec leurs collègues.",
		"es":       "El ministro recibió en la capital a los embajadores que llegaron para una reunión con sus colegas.",
		"pt":       "O ministro não recebeu os embaixadores que chegaram em Lisboa para uma reunião com seus colegas.",
		"tr":       "Bakan, büyükelçiler ile bir toplantı için başkente geldi ve daha sonra olan gelişmeleri anlattı.",
		"id":       "Menteri itu telah menerima duta besar yang datang dari Jakarta untuk pertemuan dengan para menteri.",
		"und-Cyrl": "Министр иностранных дел принял посла Республики Казахстан и обсудил с ним развитие отношений.",
		"":         "Minister Karl Weber\nAmbassador José dos Santos da Silva\nConsul General Maria del Pilar von Berg\nCounsellor Jan van der Meer\n",
	} {
		require.Equal(t, want, Language(thrice(s), Tokenize(thrice(s))), s)
	}
	require.Empty(t, Language("Das ist ein Satz.", Tokenize("Das ist ein Satz.")), "too short to tell")
	menu := "Startseite Kontakt Impressum und Datenschutz\n" + strings.Repeat("The Embassy was opened in the spring of 1992 and has been at this address since then.\n", 2)
	require.Equal(t, "en", Language(menu, Tokenize(menu)))
}

// A text of any length costs the same.
func TestLanguageLooksAtASample(t *testing.T) {
	s := strings.Repeat("the of ", 100*mostWords)
	tokens := Tokenize(s)
	require.Zero(t, testing.AllocsPerRun(1, func() { Language(s, tokens) }))
	require.Equal(t, "en", Language(s, tokens))
}
