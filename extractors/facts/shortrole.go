package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
)

// shortRole is an office without the country that a slot of its own names:
// "Prime Minister" of "Prime Minister of Kazakhstan".
func shortRole(role, country string) string {
	if head, tail, ok := strings.Cut(role, " at the "); ok && ofMission(tail) {
		return shortRole(head, country)
	}
	for i := range len(role) {
		if role[i] != ' ' {
			continue
		}
		for _, link := range []string{" to the Government of the ", " to the Government of ", " of the ", " of ", " from the ", " from ", " to the ", " to ", " for the ", " for "} {
			if len(role)-i <= len(link) || !strings.EqualFold(role[i:i+len(link)], link) {
				continue
			}
			tail := role[i+len(link):]
			if at := min(posted(tail, " in "), posted(tail, " at ")); link[1] == 'o' {
				tail = tail[:at] // "Consul General of Japan in Sydney"
			}
			if strings.HasPrefix(tail, "State of ") && ofStates(role[:i]) {
				continue // "Head of State of Kazakhstan"
			}
			if link[1] == 't' && severalCountries(tail) {
				return shortRole(role[:i], country) // "Ambassador of Peru to Norway and Iceland"
			}
			if code, known := gazetteer.CountryName(tail); known && (country == "" && link[1:4] != "for" || code == country || link[1] == 't') {
				return shortRole(role[:i], country)
			}
		}
	}
	return role
}

// severalCountries reports whether words are the names of countries that commas and "and" join.
func severalCountries(words string) bool {
	if !strings.Contains(words, " and ") {
		return false
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(words, " and ", ", "), ", ") {
		if _, known := gazetteer.CountryName(strings.TrimPrefix(part, "the ")); part != "" && !known {
			return false
		}
	}
	return true
}

// ofMission reports whether what an office is at is a mission: "U.S. Consulate General in Chiang Mai".
func ofMission(at string) bool {
	for _, house := range []string{"Embassy", "Consulate", "Legation", "High Commission", "embassy", "consulate", "legation"} {
		if strings.Contains(at, house) {
			return true
		}
	}
	return false
}

// withoutPlace is an office that nobody is sent to without the country where its holder was met:
// "Senators" of "Senators in Panama".
func withoutPlace(role string) string {
	head, at, ok := strings.Cut(role, " in ")
	if _, known := gazetteer.CountryName(strings.TrimPrefix(at, "the ")); ok && known && !diplomatic(role) && !accreditable(role) {
		return head
	}
	return role
}

// ofStates reports whether an office's words go on with "of State": "Head", "Secretary".
func ofStates(words string) bool {
	for _, head := range []string{"Head", "head", "Chief", "Secretary", "Minister", "Councillor"} {
		if strings.HasSuffix(words, head) {
			return true
		}
	}
	return false
}

// posted is where a word that leads to the city of a post stands, or the end.
func posted(role, word string) int {
	if i := strings.Index(role, word); i >= 0 {
		return i
	}
	return len(role)
}

// toBody reports whether an office is at a body of many countries: "Ambassador to the Organization of
// American States", who is sent to none of them.
func toBody(role string) bool {
	i := strings.LastIndex(role, " to the ")
	if i < 0 {
		return false
	}
	_, known := gazetteer.CountryName(role[i+len(" to the "):])
	return !known && slices.ContainsFunc([]string{"Organi", "Union", "United Nations", "Council", "League", "Commission", "Community", "UN", "EU", "OAS", "OSCE", "NATO", "IAEA", "WTO"}, func(w string) bool {
		return strings.HasPrefix(role[i+len(" to the "):], w)
	})
}
