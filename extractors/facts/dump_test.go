package facts_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDump(t *testing.T) {
	p := os.Getenv("DUMP")
	if p == "" {
		return
	}
	data, _ := os.ReadFile(p)
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '=' || line[0] == '?' {
			continue
		}
		fmt.Println(line)
		if line[0] == '#' {
			continue
		}
		for _, f := range read(t, line) {
			fmt.Println("= " + f)
		}
	}
}
