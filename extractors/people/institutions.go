package people

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// institution takes an organization that an office is of, and returns the token after it.
func (r *reader) institution(o *pipeline.Mention, end int, ro *role) int {
	i := o.Tokens.First
	if ro.organization == "" {
		ro.organization = o.Value
	}
	if o.Organization != nil && o.Organization.Kind == "party" && ro.code == "diplomat" {
		ro.code = "party-leader" // "First Secretary of the Communist Party"
	}
	if o.Organization != nil && o.Organization.Country != "" && ro.country == "" && (missionKinds[o.Organization.Kind] || !(sentTo[ro.code] && r.accredited(i, ro.code))) {
		ro.country, ro.inferred = o.Organization.Country, !r.names(o.Tokens, o.Organization.Country)
	}
	if _, n := offices.Longest(r.doc.Tokens, o.Tokens.End, end); n > 0 && onBehalf[ro.code] && r.at(o.Tokens.End).Capital() {
		return o.Tokens.End + n // "of the United Nations Secretary-General"
	}
	if t := r.at(o.Tokens.End); r.unit(o.Tokens.End) && t.Has(text.Lower) && o.Tokens.End+1 < end && r.at(o.Tokens.End+1).Capital() && ro.code == "director" {
		return o.Tokens.End + 1 // "head of the ADB mission A"
	}
	if j := r.openBody(o.Tokens.End, end, ro); o.Tokens.Len() == 1 && r.at(i).Has(text.Upper) && j > o.Tokens.End && (j > o.Tokens.End+1 || !r.at(j).Capital()) {
		return j // "of the UN Global Compact"
	}
	return o.Tokens.End
}

// international reports whether an organization is one of several states, or of the United Nations.
func international(o *pipeline.Mention) bool {
	return o != nil && o.Organization != nil && (o.Organization.Kind == "international" || strings.HasPrefix(o.Value, "United Nations") || strings.HasPrefix(o.Value, "UN "))
}

// inInternational reports whether an international organization stands among the tokens of an office.
func (r *reader) inInternational(i, end int) bool {
	for ; i < end; i++ {
		if international(r.org[i]) {
			return true
		}
	}
	return false
}

// missionKinds are the kinds of institution that a country sends: who is at one serves it.
var missionKinds = map[string]bool{"embassy": true, "legation": true, "consulate": true}

// onBehalf are the offices whose holders act for the holder of another: "Special
// Envoy of the President of the Republic".
var onBehalf = map[string]bool{"special-envoy": true, "adviser": true, "spokesperson": true, "assistant": true, "representative": true}
