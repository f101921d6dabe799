package output

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// The parts of a Data Package (Frictionless, version 2) that describe CSV tables.
type (
	dataPackage struct {
		Schema      string     `json:"$schema"`
		Name        string     `json:"name"`
		Title       string     `json:"title"`
		Description string     `json:"description"`
		Resources   []resource `json:"resources"`
	}
	resource struct {
		Name        string      `json:"name"`
		Description string      `json:"description"`
		Path        string      `json:"path"`
		Type        string      `json:"type"`
		Format      string      `json:"format"`
		MediaType   string      `json:"mediatype"`
		Encoding    string      `json:"encoding"`
		Schema      tableSchema `json:"schema"`
	}
	tableSchema struct {
		Fields        []field      `json:"fields"`
		PrimaryKey    []string     `json:"primaryKey,omitempty"`
		ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
		MissingValues []string     `json:"missingValues"`
	}
	field struct {
		Name        string         `json:"name"`
		Type        string         `json:"type"`
		Description string         `json:"description"`
		ItemType    string         `json:"itemType,omitempty"`
		Delimiter   string         `json:"delimiter,omitempty"`
		Constraints map[string]any `json:"constraints,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

// WriteDescriptor writes datapackage.json, which describes the CSV tables.
func WriteDescriptor(w io.Writer) error {
	p := dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "chancery-dataset", Title: "Chancery dataset",
		Description: "Dates, people, places, organizations and agreements extracted from diplomatic text; every record traceable to its words.",
	}
	for _, t := range Tables {
		p.Resources = append(p.Resources, resource{
			Name: t.Name, Description: t.Doc, Path: t.Name + ".csv", Type: "table", Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
			Schema: t.schema(),
		})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(p)
}

func (t *Table) schema() tableSchema {
	s := tableSchema{MissingValues: []string{""}}
	for _, c := range t.Columns {
		f := field{Name: c.Name, Type: c.Type, Description: c.Doc}
		switch {
		case c.Type == typeList:
			f.ItemType, f.Delimiter = typeString, listSeparator
		case c.Type == typeCoordinate:
			f.Type = typeNumber
		case c.Name == "id":
			f.Constraints = map[string]any{"required": true, "unique": true}
			s.PrimaryKey = []string{"id"}
		case c.Values != nil:
			f.Constraints = map[string]any{"enum": c.Values}
		case c.Code == "country":
			f.Constraints = map[string]any{"pattern": countryPattern}
		case c.Name == "confidence":
			f.Constraints = map[string]any{"minimum": 0, "maximum": 1}
		case c.Type == typeInteger:
			f.Constraints = map[string]any{"minimum": 0}
		}
		s.Fields = append(s.Fields, f)
		if c.Ref != "" {
			table, column, _ := strings.Cut(c.Ref, ".")
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{c.Name}, reference{table, []string{column}}})
		}
	}
	return s
}

// Markdown writes the tables and columns as Markdown, for the README.
func Markdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("| table | what it holds | columns |\n| --- | --- | --- |\n")
	for _, t := range Tables {
		var columns []string
		for _, c := range t.Columns {
			columns = append(columns, c.Name)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", t.Name, t.Doc, strings.Join(columns, ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
