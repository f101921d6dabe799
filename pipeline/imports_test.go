package pipeline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rooms are the packages from the lowest to the highest: a package may import
// those of its project that stand above it in this list, never those below.
var rooms = []string{
	"chancery/testdata",
	"chancery/pipeline/text",
	"chancery/pipeline/source",
	"chancery/pipeline/store",
	"chancery/pipeline",
	"chancery/extractors/gazetteer",
	"chancery/extractors/*",
	"chancery/extractors",
	"chancery/output/report",
	"chancery/output",
	"chancery/cmd/chancery",
}

// doors are the libraries that one package alone may import.
var doors = map[string]string{
	"github.com/jdkato/prose/v2":       "chancery/extractors/ner",
	"github.com/araddon/dateparse":     "chancery/extractors/dates",
	"github.com/xuri/excelize/v2":      "chancery/output",
	"github.com/parquet-go/parquet-go": "chancery/output",
	"github.com/spf13/cobra":           "chancery/cmd/chancery",
	"golang.org/x/text/unicode/norm":   "chancery/pipeline/text",
}

func room(pkg string) int {
	for i, r := range rooms {
		if ok, _ := path.Match(r, pkg); ok {
			return i
		}
	}
	return -1
}

// TestImportsPointOneWay reads the imports of every file that is not a test.
func TestImportsPointOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(file string, _ fs.DirEntry, err error) error {
		require.NoError(t, err)
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		files++
		pkg := path.Join("chancery", filepath.ToSlash(filepath.Dir(strings.TrimPrefix(file, ".."+string(filepath.Separator)))))
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			if owner, ok := doors[imported]; ok {
				require.True(t, pkg == owner || strings.HasPrefix(pkg, owner+"/"), "%s imports %s, which only %s may", file, imported, owner)
			}
			if strings.HasPrefix(imported, "chancery/") && room(pkg) >= 0 {
				require.GreaterOrEqual(t, room(imported), 0, "%s imports %s, which is in no room", file, imported)
				require.LessOrEqual(t, room(imported), room(pkg), "%s imports %s, which stands above it", file, imported)
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, files, 10)
}
