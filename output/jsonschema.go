package output

import (
	"encoding/json"
	"io"
)

// jsonSchema is the part of JSON Schema (draft 2020-12) that describes
// dataset.json.
type jsonSchema struct {
	Schema      string      `json:"$schema,omitempty"`
	Title       string      `json:"title,omitempty"`
	Description string      `json:"description,omitempty"`
	Type        any         `json:"type,omitempty"`
	Format      string      `json:"format,omitempty"`
	Enum        []string    `json:"enum,omitempty"`
	Pattern     string      `json:"pattern,omitempty"`
	Minimum     *int        `json:"minimum,omitempty"`
	Maximum     *int        `json:"maximum,omitempty"`
	Items       *jsonSchema `json:"items,omitempty"`
	Properties  properties  `json:"properties,omitempty"`
	Required    []string    `json:"required,omitempty"`
	Additional  *bool       `json:"additionalProperties,omitempty"`
}

// properties are encoded by name; Required keeps the order of tables and columns.
type properties map[string]*jsonSchema

// WriteJSONSchema writes the JSON Schema of dataset.json, whose rows are also the
// lines of the JSON Lines files.
func WriteJSONSchema(w io.Writer) error {
	s := object("an array a table", nil)
	s.Schema, s.Title = "https://json-schema.org/draft/2020-12/schema", "Chancery dataset"
	for _, t := range Tables {
		row := object("", nil)
		for _, c := range t.Columns {
			row.add(c.Name, c.jsonSchema())
		}
		s.add(t.Name, &jsonSchema{Description: t.Doc, Type: "array", Items: row})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(s)
}

// object describes an object that has all the properties added and no others.
func object(doc string, p properties) *jsonSchema {
	return &jsonSchema{Description: doc, Type: "object", Properties: p, Additional: new(bool)}
}

func (s *jsonSchema) add(name string, p *jsonSchema) {
	if s.Properties == nil {
		s.Properties = properties{}
	}
	s.Properties[name] = p
	s.Required = append(s.Required, name)
}

// jsonSchema describes a cell as jsonValue writes it.
func (c Column) jsonSchema() *jsonSchema {
	s := &jsonSchema{Description: c.Doc, Type: c.Type}
	switch {
	case c.Type == typeList:
		s.Type, s.Items = "array", &jsonSchema{Type: "string"}
	case c.Type == typeDate:
		s.Type, s.Format = []string{"string", "null"}, "date"
	case c.Type == typeCoordinate:
		s.Type = []string{"number", "null"}
	case c.Name == "geonames_id":
		s.Type = []string{"integer", "null"}
	case c.Values != nil:
		s.Enum = append([]string{""}, c.Values...)
	case c.Code == "country":
		s.Pattern = "^(" + countryPattern + ")?$"
	case c.Name == "confidence":
		s.Minimum, s.Maximum = ptr(0), ptr(1)
	case c.Type == typeInteger:
		s.Minimum = ptr(0)
	}
	return s
}

// countryPattern is how codes of countries look: ISO 3166-1 alpha-2, of former
// states ISO 3166-3 or x- and a name.
const countryPattern = "[A-Z]{2}|[A-Z]{4}|x-[a-z-]+"
