package source

import (
	"errors"
	"path"
	"strings"
)

// entryName is an entry's path inside its archive, with slashes. An entry that
// claims to lie outside of it is refused: whoever made it meant harm, or it is
// damaged.
func entryName(name string) (string, error) {
	slashed := strings.ReplaceAll(name, `\`, "/")
	switch {
	case strings.HasPrefix(slashed, "/"), len(slashed) > 1 && slashed[1] == ':':
		return slashed, errors.New("its name leads out of the archive: it is absolute")
	case slashed == "..", strings.HasPrefix(slashed, "../"), strings.HasSuffix(slashed, "/.."), strings.Contains(slashed, "/../"):
		return slashed, errors.New("its name leads out of the archive: it goes up")
	}
	return strings.TrimPrefix(path.Clean(slashed), "./"), nil
}

// unseen reports whether an entry is one that folders hide as well: settings and
// the leavings of operating systems.
func unseen(name string) bool {
	for part := range strings.SplitSeq(strings.ReplaceAll(name, `\`, "/"), "/") {
		if part == "__MACOSX" || len(part) > 1 && part[0] == '.' && part != ".." {
			return true
		}
	}
	return false
}

// link is what is said of an entry that only points to another.
var errLink = errors.New("not a file but a link: links in archives are not followed")
