package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"

	"chancery/pipeline"
)

// The parts of the W3C Web Annotation Data Model that say what a mention is and
// where it stands.
type (
	webPage struct {
		Context string          `json:"@context"`
		ID      string          `json:"id"`
		Type    string          `json:"type"`
		Items   []webAnnotation `json:"items"`
	}
	webAnnotation struct {
		ID         string    `json:"id"`
		Type       string    `json:"type"`
		Motivation string    `json:"motivation"`
		Body       []webBody `json:"body"`
		Target     webTarget `json:"target"`
	}
	webBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value"`
	}
	webTarget struct {
		Source   string `json:"source"`
		Selector []any  `json:"selector"` // a position and a quote, each enough alone
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"` // code points from 0
		End   int    `json:"end"`   // after the last
	}
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix"`
		Suffix string `json:"suffix"`
	}
)

// around is how many code points a quote selector gives on each side.
const around = 32

func writeWebAnnotation(a annotation) []byte {
	source := iri(a.label())
	page := webPage{"http://www.w3.org/ns/anno.jsonld", source + "#annotations", "AnnotationPage", []webAnnotation{}}
	text := []rune(a.res.Text)
	for i, s := range a.runeSpans() {
		m := a.res.Mentions[i]
		page.Items = append(page.Items, webAnnotation{
			ID: fmt.Sprintf("%s#m%d", source, m.ID), Type: "Annotation", Motivation: "identifying", Body: webBodies(m),
			Target: webTarget{source, []any{
				positionSelector{"TextPositionSelector", s[0], s[1]},
				quoteSelector{"TextQuoteSelector", m.Text, string(text[max(0, s[0]-around):s[0]]), string(text[s[1]:min(len(text), s[1]+around)])},
			}},
		})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(page) // strings and numbers always encode
	return b.Bytes()
}

// webBodies tell the kind, the normal form, the entity and how sure it is, each
// with the purpose that the model has for it.
func webBodies(m *pipeline.Mention) []webBody {
	list := []webBody{{"TextualBody", "classifying", string(m.Kind)}, {"TextualBody", "identifying", m.Value}}
	if m.Entity != "" {
		list = append(list, webBody{"TextualBody", "linking", m.Entity})
	}
	if m.Person != nil && m.Person.Role != "" {
		list = append(list, webBody{"TextualBody", "describing", m.Person.Role})
	}
	return append(list, webBody{"TextualBody", "assessing", strconv.FormatFloat(m.Strength.Confidence(), 'f', -1, 64)})
}

// iri is an id as the model wants it: as it is when it is a web address.
func iri(id string) string {
	if u, err := url.Parse(id); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return u.String()
	}
	return "urn:chancery:" + url.PathEscape(id)
}
