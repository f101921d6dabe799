package output

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// IDs lists at most so many ids that begin with prefix, of the records in the CSV
// files of a dataset folder; of a folder without them, none. Mentions and dates
// are left out: they are many, and nobody knows how their ids begin.
func IDs(folder, prefix string, most int) []string {
	var ids []string
	for _, t := range Tables {
		if t.Name != "mentions" && t.Name != "dates" && t.Columns[0].Name == "id" && len(ids) < most {
			ids = idsOf(filepath.Join(folder, t.Name+".csv"), prefix, ids, most)
		}
	}
	return ids
}

// idsOf adds the ids of a file, reading no further than it must.
func idsOf(path, prefix string, ids []string, most int) []string {
	f, err := os.Open(path)
	if err != nil {
		return ids
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for first := true; len(ids) < most; first = false {
		row, err := r.Read()
		if err != nil {
			break
		}
		if id := uninert(row[0]); !first && strings.HasPrefix(id, prefix) && !slices.Contains(ids, id) {
			ids = append(ids, strings.Clone(id))
		}
	}
	return ids
}
