// Package unreal lists the words that keep an act from having happened: what was
// thought of, avoided, denied or asked for is no event. The extractors of agreements
// and of facts read the words before an act by these sets.
package unreal

import "chancery/pipeline/text"

var (
	// Before are the words right before the act: "avoided signing", "against severing".
	Before = text.NewSet("about", "advised", "against", "avoid", "avoided", "avoiding", "avoids", "awaiting", "blocked", "considered", "considering", "contemplated", "contemplates",
		"contemplating", "debated", "delayed", "denied", "denies", "discuss", "discussed", "favored", "favoring", "favoured", "favouring", "feared", "imagined", "mulled", "mulling", "opposed", "out", "pending",
		"postponed", "prevented", "proposed", "recommended", "refrained", "rejected", "resisted", "risked", "suggested", "urged", "weighed", "weighing", "without")

	// Of are the words before an "of" and the act: "the idea of opening", "talk of A signing".
	Of = text.NewSet("accused", "advisability", "capable", "consequences", "danger", "desirability", "dream", "dreamed", "dreamt", "expediency", "favor", "feasibility", "favour", "hope", "hopes", "idea", "importance", "incapable", "instead", "intention", "necessity", "option",
		"plan", "plans", "possibility", "propriety", "prospect", "question", "risk", "rumors", "rumours", "short", "suspected", "talk", "thought", "threat", "wisdom")

	// For are the words before a "for" and the act: "pave the way for the signing of".
	For = text.NewSet("call", "called", "calls", "hope", "hoped", "hopes", "need", "negotiations", "preparations", "pressed", "push", "pushed", "ready", "way", "work", "worked", "working")

	// From are the words before a "from" and the act: "refrained from opening".
	From = text.NewSet("abstained", "banned", "barred", "blocked", "desisted", "dissuaded", "far", "kept", "prevented", "prohibited", "refrain", "refrained", "refrains", "stopped")

	// In are the words before an "in" and the act: "expressed interest in signing".
	In = text.NewSet("delay", "delays", "difficulties", "interest", "interested")

	// To are the words before a "to" and the act: "came close to opening".
	To = text.NewSet("alternative", "averse", "close", "closer", "near", "objected", "objection", "opposed", "opposition", "view")

	// Out are the words before an "out" and the act: "ruled out opening".
	Out = text.NewSet("rule", "ruled", "rules", "ruling")

	// Asking are the verbs before a "that" and what was wanted: "demanded that A sign".
	Asking = text.NewSet("asked", "demanded", "insisted", "proposed", "recommended", "requested", "suggested", "urged")

	// Rumour are the words before a "that" and what was said to be so: "rumours that A signed".
	Rumour = text.NewSet("allegations", "denied", "denies", "rumors", "rumours", "speculation")

	// Nearly are the words for what did not quite happen: "almost signed".
	Nearly = text.NewSet("almost", "nearly")

	// Habit are the words for what is done again and again, and tells of no one act: "usually
	// submitted new credentials".
	Habit = text.NewSet("customarily", "frequently", "generally", "normally", "occasionally", "often", "rarely", "regularly", "routinely", "seldom", "sometimes", "typically", "usually")
)
