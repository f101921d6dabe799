// Package output turns results into tables and writes them in every format.
//
// schema.go holds one struct a table and is the only place where a column's
// name, type, order and meaning are told: CSV headers, JSON keys, workbook
// columns, datapackage.json and the README's table are derived from it. Build
// makes a Dataset of results; each format, a value in All, writes a Dataset into
// a Folder, where no file ever stands half written under its own name. Diff
// compares datasets record by record.
//
// In a batch the rows of a document are made and packed where it was annotated
// (Pack), go into the store (Putter), and come back as the cells of one block after
// the other (Stored, Table.Each): only what is one thing across sources, the
// entities, is ever in memory as a whole.
package output
