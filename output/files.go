package output

import (
	"path"
	"strings"
)

// Locate tells where the files of sources lie, by the ids of pipeline.Find: paths
// with forward slashes, relative to the folder that the dataset is written to, so
// that a workbook can lead to them. They are no part of the data.
func (d *Dataset) Locate(files map[string]string) { d.files = files }

// file is the file that a document was read from, the archive for what lies in one;
// empty when that is not known, or when a spreadsheet would take the name for
// something else.
func (d *Dataset) file(document string) string {
	for id := document; id != "." && id != "/"; id = path.Dir(id) {
		if file, ok := d.files[id]; ok {
			if strings.ContainsAny(file, "#%?") || strings.Contains(file, "://") {
				return ""
			}
			return file
		}
	}
	return ""
}
