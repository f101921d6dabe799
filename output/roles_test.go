package output

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// TestRolesSince holds that an office has the date in brackets behind its holder's name, though
// the sentence has others.
func TestRolesSince(t *testing.T) {
	const page = "President Ann Lee (since 28 July 2011); Mayor Ben Roy (born 1950), elected 2009; Consul Cat Moe met them (2012) in (since 2013)"
	at := func(words string) text.Span {
		i := strings.Index(page, words)
		return text.Span{Start: i, End: i + len(words)}
	}
	person := func(role, name string) *pipeline.Mention {
		return &pipeline.Mention{Kind: pipeline.Person, Text: name, Value: name, Entity: "person:" + name, Source: at(name), Person: &pipeline.PersonValue{Role: role}}
	}
	date := func(words, value string) *pipeline.Mention {
		return &pipeline.Mention{Kind: pipeline.Date, Text: words, Value: value, Source: at(words), Date: &pipeline.DateValue{EDTF: value}}
	}
	mentions := []*pipeline.Mention{
		person("President", "Ann Lee"), date("28 July 2011", "2011-07-28/.."), person("Mayor", "Ben Roy"), date("1950", "1950"), date("2009", "2009"),
		person("Consul", "Cat Moe"), date("2012", "2012"), date("2013", "2013/.."),
	}
	for i, m := range mentions {
		m.ID = i + 1
	}
	d := Build([]pipeline.Result{{Text: page, Doc: pipeline.DocumentInfo{ID: "a.txt"}, Mentions: mentions}}, nil)
	dates := map[string]string{}
	for _, r := range d.Roles {
		dates[r.Role] = r.Date
	}
	require.Equal(t, map[string]string{"President": "2011-07-28/..", "Mayor": "", "Consul": ""}, dates)
}
