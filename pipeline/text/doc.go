// Package text turns a raw string into what extractors read: cleaned text
// with a map back to the source, tokens, and sentences.
//
// It is the lowest room of the house: it knows nothing of documents, mentions
// or tables. Clean applies the Steps and keeps a Map, so that every offset in
// the cleaned text can be turned into an offset in the source. Tokenize scans
// the cleaned text once and classifies what it sees by table. Split groups the
// tokens into sentences.
//
// All offsets are bytes, never code points.
package text
