// Package facts reads the diplomatic record from a document whose names and
// dates are known: relations, missions, visits, meetings, appointments,
// agreements and quantities.
//
// A sentence in which a word announces a fact is cut into pieces: mentions, offices,
// phrases of the lexicon (words.tsv), and plain tokens. Each class then looks for its
// words among the pieces and walks from them to what fills its slots: the act that
// governs an object, its subject, its date, and whether it happened at all. A page about
// two countries supplies the country that a sentence leaves out, and sentences about one
// event become one fact with the evidence of all.
//
// What a page tells in lines instead of sentences is read by what stands around it:
// lists by their heading, tables by the heads of their columns, which tables.tsv lists,
// and by the lines above them, lists of countries with dates, and lines of labels.
//
// A slot that the text does not support stays empty; what is supplied by the
// page is listed in the fact's Inferred.
//
// # The rooms
//
// The flow, from a document to its facts: facts.go, merge.go, doubts.go. What is
// remembered on the way, and for how long: memory.go.
//
// A sentence as pieces: clause.go, contents.go, lexicon.go, address.go, styles.go, epithet.go.
//
// From a word to what fills its slots: walk.go, around.go, subject.go, pronouns.go, speaker.go,
// participants.go, onlyholders.go, shortrole.go, enumerations.go, plurals.go, adjuncts.go, when.go, nextclause.go,
// days.go. Whether it happened: polarity.go, shunned.go, reported.go.
//
// What the page supplies: frame.go, titles.go, foreign.go, whose.go.
//
// Relations: relations.go, recognition.go, recognized.go, governments.go, standing.go, mutual.go.
//
// Missions: missions.go, missionacts.go, elevation.go, chains.go, itself.go, posts.go,
// presence.go, since.go, sections.go, twins.go, labels.go.
//
// Visits: visits.go, visitfact.go, journey.go, destination.go, travels.go, stays.go,
// invitations.go, others.go, occasion.go, outcomes.go, programme.go.
//
// Meetings: meetings.go, receptions.go, encounters.go, talks.go, sessions.go,
// counterparts.go, attendance.go, communiques.go, whom.go.
//
// Posts and who holds them: appointments.go, naming.go, posting.go, credentials.go,
// envoys.go, leaving.go, promotions.go, heads.go, furtherposts.go, unknown.go, tenures.go,
// terms.go, termdates.go.
//
// Instruments: instruments.go, signers.go. Figures: quantities.go, figures.go.
//
// Lists: lists.go, entries.go, itineraries.go, chronicles.go, directory.go, hosted.go, roster.go,
// holdersline.go, lonelines.go, careers.go, rollcall.go, led.go. Rows of visits: visitrow.go, unheaded.go, rowentries.go,
// registers.go, rowslots.go, remarks.go. Tables and forms: caption.go, table.go,
// tablerows.go, tablevisits.go, form.go.
package facts
