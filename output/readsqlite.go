package output

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
)

// readSQLite reads the tables of a database, in the order in which their rows
// were written.
func readSQLite(path string) (all []Records, err error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err // the library would make the file
	}
	db, err := openSQLite(path, "mode=ro")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, t := range Tables {
		var there int
		if err := db.QueryRow("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", t.Name).Scan(&there); err != nil {
			return nil, err
		}
		if there == 0 {
			continue
		}
		r, err := t.selectAll(db)
		if err != nil {
			return nil, fmt.Errorf("table %s, row %d: %w", t.Name, len(r.Rows)+1, err)
		}
		all = append(all, r)
	}
	return all, nil
}

// openSQLite opens a database file whatever characters its path has.
func openSQLite(path, options string) (*sql.DB, error) {
	return sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+options)
}

func (t *Table) selectAll(db *sql.DB) (Records, error) {
	r := Records{Table: t.Name, Rows: [][]string{}}
	result, err := db.Query("SELECT * FROM " + sqlName(t.Name) + " ORDER BY rowid")
	if err != nil {
		return r, err
	}
	defer result.Close()
	if r.Columns, err = result.Columns(); err != nil {
		return r, err
	}
	types := make([]string, len(r.Columns))
	values, into := make([]any, len(r.Columns)), make([]any, len(r.Columns))
	for i, name := range r.Columns {
		if k := t.index(name); k >= 0 {
			types[i] = t.Columns[k].Type
		}
		into[i] = &values[i]
	}
	for result.Next() {
		if err := result.Scan(into...); err != nil {
			return r, err
		}
		row := make([]string, len(values))
		for i, v := range values {
			if row[i], err = sqliteCell(types[i], v); err != nil {
				return r, fmt.Errorf("%s: %w", r.Columns[i], err)
			}
		}
		r.Rows = append(r.Rows, row)
	}
	return r, result.Err()
}

// sqliteCell is a value of a database as the text of a cell.
func sqliteCell(kind string, v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case int64:
		if kind == typeBoolean {
			return strconv.FormatBool(v != 0), nil
		}
		return strconv.FormatInt(v, 10), nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case string:
		if kind != typeList {
			return v, nil
		}
		var list []any
		if err := json.Unmarshal([]byte(v), &list); err != nil {
			return "", fmt.Errorf("%s is no JSON array: %w", shown(v), err)
		}
		return jsonCell(list)
	}
	return "", fmt.Errorf("no cell holds %T", v)
}
