package output

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// SQLite writes one database file, ready for SQL and for tools like Datasette.
var SQLite = Format{
	Name:    "sqlite",
	Streams: true,
	Doc:     "dataset.sqlite: a table a table with keys, foreign keys and indexes, views with names in place of ids, full-text search of quotes",
	Write: func(dir *Folder, d *Dataset) error {
		return dir.File("dataset.sqlite", func(w io.Writer) error { return writeSQLite(w, dir.path, d) })
	},
}

// sqliteViews are the views and the full-text index, which no column tells.
//
//go:embed sqlite.sql
var sqliteViews string

// writeSQLite makes the database in a scratch folder below dir, where there is
// room for the dataset anyway, and copies it to w. The library writes files only.
func writeSQLite(w io.Writer, dir string, d *Dataset) (err error) {
	scratch, err := os.MkdirTemp(dir, ".dataset.sqlite.*.tmp")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	path := filepath.Join(scratch, "dataset.sqlite")
	if err := fillSQLite(path, d); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return errors.Join(err, f.Close())
}

// fillSQLite writes everything in one order and one transaction, so that the
// same dataset gives the same bytes. The file is thrown away when it fails, so it
// needs no journal.
func fillSQLite(path string, d *Dataset) (err error) {
	db, err := openSQLite(path, "_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=foreign_keys(off)")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if err := sqliteTables(tx, d); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func sqliteTables(tx *sql.Tx, d *Dataset) error {
	for _, t := range Tables {
		if _, err := tx.Exec(t.ddl()); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
		if err := t.insert(tx, d); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	for _, t := range Tables {
		if _, err := tx.Exec(t.indexes()); err != nil {
			return fmt.Errorf("indexes of %s: %w", t.Name, err)
		}
	}
	if _, err := tx.Exec(quotesDDL() + sqliteViews); err != nil {
		return fmt.Errorf("views: %w", err)
	}
	return nil
}

// sqliteTypes are the types of columns in a database. Dates are text in the order
// of days, which SQLite's date functions read; lists are JSON arrays.
var sqliteTypes = map[string]string{
	typeString: "TEXT", typeInteger: "INTEGER", typeNumber: "REAL", typeBoolean: "INTEGER", typeDate: "TEXT", typeList: "TEXT", typeCoordinate: "REAL",
}

// ddl is the statement that makes the table.
func (t *Table) ddl() string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s ( -- %s\n", sqlName(t.Name), t.Doc)
	for i, c := range t.Columns {
		fmt.Fprintf(&b, "  %s %s", sqlName(c.Name), sqliteTypes[c.Type])
		if c.Name == "id" {
			b.WriteString(" PRIMARY KEY NOT NULL")
		}
		if table, column, ok := strings.Cut(c.Ref, "."); ok {
			fmt.Fprintf(&b, " REFERENCES %s (%s)", sqlName(table), sqlName(column))
		}
		if i < len(t.Columns)-1 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, " -- %s\n", c.Doc)
	}
	b.WriteString(")")
	return b.String()
}

// indexes makes the columns that point to other tables quick to follow back.
func (t *Table) indexes() string {
	var b strings.Builder
	for _, c := range t.Columns {
		if c.Ref != "" {
			fmt.Fprintf(&b, "CREATE INDEX %s ON %s (%s);\n", sqlName(t.Name+"_"+c.Name), sqlName(t.Name), sqlName(c.Name))
		}
	}
	return b.String()
}

func (t *Table) insert(tx *sql.Tx, d *Dataset) error {
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.Columns)), ", ")
	s, err := tx.Prepare("INSERT INTO " + sqlName(t.Name) + " VALUES (" + marks + ")")
	if err != nil {
		return err
	}
	values := make([]any, len(t.Columns))
	err = t.Each(d, func(cells []any) error {
		for i, v := range cells {
			values[i] = sqlValue(t.Columns[i], v)
		}
		if _, err := s.Exec(values...); err != nil {
			return fmt.Errorf("%s: %w", cells[0], err)
		}
		return nil
	})
	return errors.Join(err, s.Close())
}

// sqlValue is a cell as a database holds it: what the text does not support is
// NULL, a list a JSON array.
func sqlValue(c Column, v any) any {
	switch v := v.(type) {
	case []string:
		return jsonArray(v)
	case string:
		if v == "" && c.Name != "id" {
			return nil
		}
	case bool:
		if v {
			return 1
		}
		return 0
	case int, float64:
		return jsonValue(c, v)
	}
	return v
}

// quotesDDL gathers the quotes of all tables, to be searched together.
func quotesDDL() string {
	var selects []string
	for _, t := range Tables {
		for _, c := range t.Columns {
			if c.Name == "quote" {
				selects = append(selects, fmt.Sprintf("SELECT '%s', id, document, line, quote FROM %s", t.Name, sqlName(t.Name)))
			}
		}
	}
	return `CREATE TABLE quotes ( -- the words that records rest on
  "table" TEXT NOT NULL, -- table of the record
  record TEXT NOT NULL, -- its id there
  document TEXT REFERENCES documents (id), -- source
  line INTEGER, -- line of the source
  quote TEXT -- the words
);
INSERT INTO quotes ` + strings.Join(selects, "\nUNION ALL ") + ";\n"
}

// sqlName quotes a name, because some columns are called like words of SQL.
func sqlName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
