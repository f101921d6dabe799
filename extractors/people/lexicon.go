package people

import (
	_ "embed"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

//go:embed offices.tsv
var officeList string

//go:embed words.tsv
var wordList string

// An office is a head word or phrase of offices.tsv.
type office struct {
	code    string
	capital bool   // an office only when written with a capital
	country string // whom every holder serves: a nuncio the Holy See
}

var offices = func() *text.Phrases[office] {
	all := map[string]office{}
	eachLine(officeList, func(line string) {
		f := strings.Split(line, "\t")
		o := office{code: f[1], capital: len(f) > 2 && f[2] == "capital"}
		if len(f) > 3 {
			o.country = f[3]
		}
		all[f[0]] = o
	})
	return text.NewPhrases(all)
}()

var wordSets = func() map[string]text.Set {
	sets := map[string]text.Set{}
	eachLine(wordList, func(line string) {
		name, words, _ := strings.Cut(line, "\t")
		sets[name] = text.NewSet(strings.Fields(words)...)
	})
	return sets
}()

var (
	honorifics = wordSets["honorific"]
	modifiers  = wordSets["modifier"]
	afters     = wordSets["after"]
	portfolios = wordSets["portfolio"]
	bodies     = wordSets["body"]
	particles  = wordSets["particle"]
	suffixes   = wordSets["suffix"]
	filials    = wordSets["filial"]
	balinese   = wordSets["balinese"]
	styleNames = wordSets["stylename"]
	verbs      = wordSets["verb"]
	asWords    = wordSets["as"]
	stops      = wordSets["stop"]
	pronouns   = wordSets["pronoun"]
	leads      = wordSets["lead"]
	posted     = wordSets["posted"]
	plurals    = text.NewSet("presidents", "premiers", "ministers", "secretaries", "ambassadors", "consuls", "chancellors", "kings", "commissioners", "chairmen", "senators", "envoys", "governors", "speakers", "representatives", "generals", "captains", "councillors", "directors", "counterparts", "commanders", "delegates", "members", "mayors")
	numerals   = text.NewSet("i", "v", "x")
	renowned   = wordSets["renowned"]
	cuts       = wordSets["cut"]
	juniors    = text.NewSet("jr", "sr", "jnr", "snr")
	dynasties  = text.NewSet("habsburg", "hapsburg", "orange", "orange-nassau", "bourbon", "savoy", "hohenzollern", "hohenstaufen", "braganza", "lorraine", "anjou", "aragon", "castile", "valois", "wied", "battenberg", "hanover", "saxe-coburg", "wittelsbach", "este")
	epithets   = text.NewSet("great", "terrible", "magnificent", "conqueror", "bold", "pious", "younger", "elder")
	malay      = text.NewSet("sri", "seri", "utama", "setia", "paduka", "diraja")
	tan        = text.NewSet("tan")
	deputies   = text.NewSet("deputy", "vice", "secretary", "lady", "assistant", "counsellor")
	// modifiers in small letters that belong to an office: "former President"
	lowerModifiers = text.NewSet("former", "future", "acting", "deputy", "vice", "then", "foreign", "prime", "ex", "first", "caretaker", "interim")
	formers        = text.NewSet("former", "future", "ex")
	adverbs        = text.NewSet("then", "newly", "incumbent", "outgoing") // no part of the office's name
	copulas        = text.NewSet("was", "is")
	possessives    = text.NewSet("its", "his", "her", "their")
	tails          = wordSets["tail"]
	noNames        = wordSets["noname"]
	kinTerms       = wordSets["kinterm"]
	believers      = wordSets["many"]
	headlines      = wordSets["headline"]
	// abbreviations of offices, which a full stop or a name follows
	abbreviations = wordSets["abbreviation"]
	counterparts  = wordSets["counterpart"]
	colleagues    = wordSets["colleague"]
	letters       = wordSets["letters"]
	honours       = text.NewSet("mp", "mep", "msp", "obe", "mbe", "kbe", "dbe", "cbe", "gbe", "cmg", "kcmg", "gcmg", "dcmg", "cvo", "kcvo", "qc", "kc")
	people        = wordSets["people"]
	wordNames     = wordSets["wordname"]
	kin           = wordSets["kin"]
	relatives     = wordSets["relative"]
	parting       = wordSets["parting"]
	succeeding    = wordSets["succeeding"]
	naming        = wordSets["naming"]
	inBrackets    = wordSets["bracketed"]
	departmental  = wordSets["departmental"]
	innerStyles   = text.NewSet("haji", "hajji", "sheikh", "shaikh", "shaykh", "pehin", "datu", "datuk", "dato")
	givenNames    = gazetteer.GivenNames
	surnames      = gazetteer.FamilyNames
	lastNames     = gazetteer.LastNames

	keyOf          = text.KeyOf("of")
	keyThe         = text.KeyOf("the")
	keyNew         = text.KeyOf("new")
	keyAnd         = text.KeyOf("and")
	keyFor         = text.KeyOf("for")
	keyTo          = text.KeyOf("to")
	keyH           = text.KeyOf("h")
	keyE           = text.KeyOf("e")
	keyR           = text.KeyOf("r")
	keyAt          = text.KeyOf("at")
	keyFirst       = text.KeyOf("first")
	keyAccompanied = text.KeyOf("accompanied")
	keyIn          = text.KeyOf("in")
	keyHis         = text.KeyOf("his")
	keyCommittee   = text.KeyOf("committee")
	keyHaji        = text.KeyOf("haji")
	keyDon         = text.KeyOf("don")
	keyTun         = text.KeyOf("tun")
	keyWho         = text.KeyOf("who")
	keyWhich       = text.KeyOf("which")
	keyNear        = text.KeyOf("near")
	keyHer         = text.KeyOf("her")
	keyS           = text.KeyOf("s")
	keyAn          = text.KeyOf("an")
	keyA           = text.KeyOf("a")
	keyI           = text.KeyOf("i")
	keyPM          = text.KeyOf("pm")
	keyOn          = text.KeyOf("on")
	keyFrom        = text.KeyOf("from")
	keySaints      = text.KeyOf("saints")
	keyProtocol    = text.KeyOf("protocol")
	keyAl          = text.KeyOf("al")
	keyEl          = text.KeyOf("el")
	keyM           = text.KeyOf("m")
	keyU           = text.KeyOf("u")
	keyWest        = text.KeyOf("west")
	keyOver        = text.KeyOf("over")
	keyHead        = text.KeyOf("head")
	keyChief       = text.KeyOf("chief")
	keyAffairs     = text.KeyOf("affairs")
	keyAs          = text.KeyOf("as")
	keyBecame      = text.KeyOf("became")
	keyBy          = text.KeyOf("by")
	// bearings are points of the compass, which people do not lie from
	bearings = text.NewSet("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "ruins")
	// landmarks begin the names of places, houses and bodies in other languages, and of parts of a programme
	landmarks = text.NewSet("banco", "banca", "banque", "radio", "track", "pillar", "session", "daily", "isla", "islas", "puerto", "punta", "cerro", "playa", "ciudad", "río", "volcán", "laguna", "bahía", "wadi", "jabal", "jebel", "kampong", "kampung", "gunung", "bukit", "tanjung", "batu",
		"ile", "iles", "île", "îles", "ilha", "ilhas", "nevado", "lago", "mont", "riviere", "rivière", "penon", "peñón", "atol", "atoll", "rincon", "rincón", "bandar", "nahr", "arquipelago", "arquipélago", "kepulauan", "pulau",
		"corte", "cour", "tribunal", "armee", "armée", "fuerza", "fuerzas", "forcas", "forças", "assemblee", "assemblée", "asamblea", "parti", "partido", "partit", "mouvement", "movimiento", "movimento", "confederazione", "confederación", "senato", "senado", "republique", "république", "radiodiffusion", "rassemblement", "congres", "suprema", "tribunais", "unione", "secretaria", "infanteria", "infantería", "boulevard", "chemin", "avenida", "rue", "calle")

	keyCongolese  = text.KeyOf("congolese")
	keyDominican  = text.KeyOf("dominican")
	keyMinisters  = text.KeyOf("ministers")
	keyGovernment = text.KeyOf("government")
	keyResident   = text.KeyOf("resident")
	keyNon        = text.KeyOf("non")
	keyEarl       = text.KeyOf("earl")
	keyII         = text.KeyOf("ii")
)

// Honorifics are the styles that stand before a name: "Lyonpo", "Datuk".
var Honorifics = honorifics

func eachLine(list string, do func(line string)) {
	for line := range strings.SplitSeq(list, "\n") {
		if line != "" && line[0] != '#' {
			do(line)
		}
	}
}
