// Package pipeline turns a source into a result: the mentions of a document,
// the entities they name, and the reasons.
//
// # The flow
//
//	file -> source.Format -> text -> cleaning Steps -> tokens and sentences
//	     -> extractors, in the order of their Requires -> candidates
//	     -> Resolve -> mentions -> entities, facts -> Result -> output: tables -> formats
//
// Find turns the arguments of a command into Sources. A Job reads each one with
// the source.Format that its content asks for, and builds a Document: the text
// cleaned by text.Steps, scanned once into classified tokens, grouped into
// sentences, with a Map from cleaned offsets back to the source. A Document is
// read-only from then on.
//
// Annotate runs the extractors over it; over a text that is not in English only those
// that read AnyLanguage. Each sees the document and, through its
// Pass, what the extractors it Requires have reported or noted. What extractors
// report are candidates: a Mention says which tokens it covers, its normal form,
// the rule that found it, how strong the evidence is, and why. Resolve then
// decides all overlaps in one place, by strength, length and Priority, and keeps
// the losers with the reason, for chancery explain. Mentions of one thing share
// an entity id and are gathered into an Entity.
//
// An extractor may also, or only, read facts: once the mentions are decided, its
// Facts sees them through a Reading, with the notes of what it Requires, and
// reports Facts: visits, missions, relations, each with the mentions that fill
// its slots. A word that announces a fact and leads to none is noted too, for
// chancery coverage.
//
// The Result is all that leaves this package. Package output makes rows of it;
// it never looks at tokens. A batch keeps the rows in a store, source by source,
// and writes all formats from there: only what is new or changed is read. All work
// in parallel goes through InOrder, which keeps the order of documents and of rows
// whatever the number of jobs, so that the same inputs give the same bytes.
//
// # The rooms
//
//	cmd/chancery           one small file per subcommand; flags and exit codes
//	output                 schema.go: the tables; one file per format
//	extractors             all.go, and a package per extractor
//	extractors/gazetteer   names of the world, embedded, and their look-up
//	extractors/unreal      words that keep an act from having happened
//	extractors/marked      the marked lines of testdata, for the extractors' tests
//	pipeline               this package: documents, mentions, passes, runs
//	pipeline/store         what each source gave, kept from one run to the next
//	pipeline/source        one file per input format: bytes to text
//	pipeline/text          cleaning, offsets, tokens, sentences
//	testdata               what tests read, and the page of chancery demo
//
// Imports point one way, upwards in this list: cmd may import everything, output
// and extractors import pipeline, output also store, pipeline imports text and
// source, and those import nothing of the project. The test of package chancery's imports enforces
// it.
//
// # One idea
//
// A source format, a cleaning step, an extractor, a table and an output format
// is each a value with a Name, a Doc and one function, in the All (or Steps, or
// Tables) slice of its package. There is no registry and no init: to add one,
// write its file and name it in the slice. chancery list prints the slices, and
// they are validated when the program starts.
//
// # What holds
//
//   - The source's bytes at a mention's Source span are its Text, whatever the
//     Unicode, the line endings and the characters that cleaning dropped.
//   - Results do not depend on the number of jobs, the order of arguments, the
//     clock, the locale or the machine.
//   - A document that cannot be read, or an extractor that panics, costs that
//     document only, and is a Failure with stage and cause.
//   - The cost of a document grows in proportion to its size.
package pipeline
