// Package store keeps what each source gave, in one database file of a dataset
// folder, from one run to the next. It is the truth from which all formats are
// written: a run reads the sources that are new or changed, and reuses the rest.
//
// The store knows no tables: for each source it holds blocks of bytes under the
// name of a table, in the order in which they were put. A source's blocks appear
// whole or not at all, whatever happens to the process or the machine.
package store

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Name is the file of the store in a dataset folder.
const Name = ".chancery.db"

// layout is raised when the tables below change: an older store is made anew.
const layout = 2

const tables = `
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, sum TEXT NOT NULL, rules TEXT NOT NULL);
CREATE TABLE blocks (source INTEGER NOT NULL, tab TEXT NOT NULL, part INTEGER NOT NULL, rows INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX block_of ON blocks (source, tab, part);
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`

// ErrLocked says that another process is writing to the dataset.
var ErrLocked = errors.New("another run is writing to this dataset: wait until it ends")

// A Store is open, and nobody else's, until it is closed or the process ends.
type Store struct {
	db   *sql.DB
	path string
	tx   *sql.Tx // what is not yet on the disk
	put  int     // bytes of it
}

// An Entry says what a source gave its blocks from.
type Entry struct {
	Sum   string // SHA-256 of the source's bytes, hexadecimal; empty for what cannot be known again
	Rules string // version of rules and options
}

// Open opens the store of a dataset folder, and makes both if need be. It is
// locked by the operating system, which lets go of it however the process ends.
func Open(folder string) (*Store, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	path := filepath.Join(folder, Name)
	s := &Store{path: path}
	var err error
	name := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path)}
	s.db, err = sql.Open("sqlite", name.String()+"?_pragma=locking_mode(exclusive)&_pragma=journal_mode(wal)&_pragma=synchronous(normal)&_pragma=cache_size(-16000)")
	if err != nil {
		return nil, s.explain(err)
	}
	s.db.SetMaxOpenConns(1)
	if err := s.prepare(); err != nil {
		return nil, errors.Join(s.explain(err), s.db.Close())
	}
	return s, nil
}

// prepare takes the lock and sees to the layout.
func (s *Store) prepare() error {
	if _, err := s.db.Exec("BEGIN EXCLUSIVE; COMMIT"); err != nil {
		return err
	}
	var found int
	if err := s.db.QueryRow("PRAGMA user_version").Scan(&found); err != nil || found == layout {
		return err
	}
	drop := "DROP TABLE IF EXISTS sources; DROP TABLE IF EXISTS blocks; DROP TABLE IF EXISTS notes;"
	_, err := s.db.Exec(fmt.Sprintf("BEGIN; %s %s PRAGMA user_version = %d; COMMIT", drop, tables, layout))
	return err
}

// explain adds what can be done about an error.
func (s *Store) explain(err error) error {
	text := err.Error()
	switch {
	case strings.Contains(text, "SQLITE_BUSY"), strings.Contains(text, "locked"):
		return fmt.Errorf("%s: %w", filepath.Dir(s.path), ErrLocked)
	case strings.Contains(text, "unable to open"): // the system's own words say more
		f, why := os.CreateTemp(filepath.Dir(s.path), ".try.*.tmp")
		if why != nil {
			return why
		}
		_ = errors.Join(f.Close(), os.Remove(f.Name()))
	case strings.Contains(text, "not a database"), strings.Contains(text, "malformed"):
		return fmt.Errorf("%s: damaged (%w): remove it, and all sources will be read again", s.path, err)
	}
	return fmt.Errorf("%s: %w", s.path, err)
}

// Close brings everything to the disk and lets go of the lock.
func (s *Store) Close() error {
	return errors.Join(s.Commit(), s.db.Close())
}

// Commit brings what was put to the disk.
func (s *Store) Commit() error {
	if s.tx == nil {
		return nil
	}
	tx := s.tx
	s.tx, s.put = nil, 0
	if err := tx.Commit(); err != nil {
		return s.explain(err)
	}
	return nil
}

// change runs a statement in the transaction under way.
func (s *Store) change(statement string, args ...any) (sql.Result, error) {
	if s.tx == nil {
		tx, err := s.db.Begin()
		if err != nil {
			return nil, s.explain(err)
		}
		s.tx = tx
	}
	res, err := s.tx.Exec(statement, args...)
	if err != nil {
		return nil, s.explain(err)
	}
	return res, nil
}

// query reads, what is not yet on the disk included.
func (s *Store) query(statement string, args ...any) (*sql.Rows, error) {
	var rows *sql.Rows
	var err error
	if s.tx != nil {
		rows, err = s.tx.Query(statement, args...)
	} else {
		rows, err = s.db.Query(statement, args...)
	}
	if err != nil {
		return nil, s.explain(err)
	}
	return rows, nil
}

// Entries lists the sources that the store has.
func (s *Store) Entries() (map[string]Entry, error) {
	rows, err := s.query("SELECT name, sum, rules FROM sources")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string]Entry{}
	for rows.Next() {
		var name string
		var e Entry
		if err := rows.Scan(&name, &e.Sum, &e.Rules); err != nil {
			return nil, s.explain(err)
		}
		all[name] = e
	}
	return all, rows.Err()
}

// Remove forgets a source.
func (s *Store) Remove(source string) error {
	if _, err := s.change("DELETE FROM blocks WHERE source = (SELECT id FROM sources WHERE name = ?)", source); err != nil {
		return err
	}
	_, err := s.change("DELETE FROM sources WHERE name = ?", source)
	return err
}

// Note is what was noted under a name, or empty.
func (s *Store) Note(name string) (value string, err error) {
	rows, err := s.query("SELECT value FROM notes WHERE name = ?", name)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if rows.Next() {
		err = rows.Scan(&value)
	}
	return value, errors.Join(err, rows.Err())
}

// SetNote notes something under a name.
func (s *Store) SetNote(name, value string) error {
	_, err := s.change("INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
	return err
}

// Count is the number of rows in a table's blocks.
func (s *Store) Count(table string) (n int, err error) {
	rows, err := s.query("SELECT coalesce(sum(rows), 0) FROM blocks WHERE tab = ?", table)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if rows.Next() {
		err = rows.Scan(&n)
	}
	return n, errors.Join(err, rows.Err())
}

// Each gives the blocks of a table, in the order of the sources' names and of
// what lies in them.
func (s *Store) Each(table string, do func(block []byte) error) error {
	return s.Packed(table, func(b Block) error {
		block, err := b.Open()
		if err != nil {
			return err
		}
		return do(block)
	})
}

// A Block is a block as it is stored.
type Block struct {
	packed []byte
	where  string // for errors
}

// Open unpacks the block, in any goroutine.
func (b Block) Open() ([]byte, error) {
	plain, err := unpacker.DecodeAll(b.packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", b.where, err)
	}
	return plain, nil
}

// Packed is Each for those who unpack the blocks themselves.
func (s *Store) Packed(table string, do func(Block) error) error {
	rows, err := s.query("SELECT b.data FROM sources s CROSS JOIN blocks b ON b.source = s.id AND b.tab = ? ORDER BY s.name, b.part", table)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		b := Block{where: fmt.Sprintf("%s: block of %s", s.path, table)}
		if err := rows.Scan(&b.packed); err != nil {
			return s.explain(err)
		}
		if err := do(b); err != nil {
			return err
		}
	}
	return rows.Err()
}
