// Package output turns results into tables and writes them in every format.
//
// schema.go holds one struct a table and is the only place where a column's
// name, type, order and meaning are told: CSV headers, JSON keys, workbook
// columns, datapackage.json and the README's table are derived from it. Build
// makes a Dataset of results; each format, a value in All, writes a Dataset into
// a Folder, where no file ever stands half written under its own name. Diff
// compares datasets record by record.
package output
