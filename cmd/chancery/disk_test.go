package main

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// onSmallDisk runs a shell script with $1 as the mount point of a disk of a size
// that mount understands, gone with the script, and the program in the PATH.
func onSmallDisk(t *testing.T, size, script string, args ...string) string {
	t.Helper()
	disk := t.TempDir()
	mount := `set -e; mount -t tmpfs -o size=` + size + ` tmpfs "$1"; `
	if err := exec.Command("unshare", "-m", "sh", "-c", mount, "sh", disk).Run(); err != nil {
		t.Logf("not run: this machine does not let a test mount a disk (%v)", err)
		return ""
	}
	text, err := exec.Command("unshare", append([]string{"-m", "sh", "-c", mount + script, "sh", disk}, args...)...).CombinedOutput()
	require.NoError(t, err, "%s", text)
	return string(text)
}

// TestAFullDiskLosesNothing makes the second run fail in the middle: what the
// first wrote stays as it was, nothing else is left but the store, and with more
// room the next run goes on.
func TestAFullDiskLosesNothing(t *testing.T) {
	pages, err := filepath.Abs("../../testdata/sources")
	require.NoError(t, err)
	text := onSmallDisk(t, "700k", `
chancery extract "$2"/us-chad.txt -o "$1"/out --format csv --quiet
find "$1"/out -name '*.csv' -exec sha256sum {} + | sort > "$1"/before
if chancery extract "$2" -o "$1"/out --format csv,json --quiet 2> "$1"/why; then echo the disk was not full; fi
cat "$1"/why
find "$1"/out -name '*.csv' -exec sha256sum {} + | sort | cmp - "$1"/before
find "$1"/out -name '*.tmp' -o -name 'dataset.json'
mount -o remount,size=100m "$1"
chancery extract "$2" -o "$1"/out --format csv,json
`, pages)
	if text == "" {
		return
	}
	require.Regexp(t, `^chancery: .*(full|no space left).*\n.*/out: \d+ documents, `, text)
}

func TestAReadOnlyDiskIsToldAsSuch(t *testing.T) {
	pages, err := filepath.Abs("../../testdata/sources/us-chad.txt")
	require.NoError(t, err)
	text := onSmallDisk(t, "10m", `
chancery extract "$2" -o "$1"/out --format csv --quiet
mount -o remount,ro "$1"
chancery extract "$2" -o "$1"/new --quiet || echo $?
chancery extract "$2" -o "$1"/out --force --quiet || echo $?
`, pages)
	if text == "" {
		return
	}
	require.Regexp(t, `^chancery: .*/new: read-only file system\n1\nchancery: .*/out.*(read-only|readonly).*\n1\n$`, text)
}
