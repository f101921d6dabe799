// Package gazetteer knows the names of the world: countries and territories,
// former states, cities, regions, waters and venues, with their codes, years
// and coordinates, and the demonyms that point to a country.
//
// The names are embedded data: countries.tsv, former.tsv, renamings.tsv and
// regions.tsv are the project's own compilation, geonames.tsv is made from
// GeoNames by gen. They are tokenized by package text, as documents are, and put
// into one table of token sequences; Lookup finds the longest name that begins at
// a token. A name may have several entries: extractors/places decides which is
// meant, or that none is.
package gazetteer
