package main

import "chancery/pipeline"

// The facts of annotate's output. Slots hold normal forms: countries are ISO
// 3166-1 alpha-2, dates EDTF, evidence the ids of mentions.

// A factHead begins and a factTail ends every fact.
type factHead struct {
	Class string `json:"class"`
	Event string `json:"event,omitempty"`
}

type factTail struct {
	Status   string   `json:"status,omitempty"`
	Evidence []int    `json:"evidence"`
	Inferred []string `json:"inferred,omitempty"`
	Rule     string   `json:"rule"`
	Conf     float64  `json:"confidence"`
}

type relationFact struct {
	factHead
	Kind    string   `json:"kind"`
	Parties []string `json:"parties"`
	Date    string   `json:"date"`
	factTail
}

type missionFact struct {
	factHead
	Type      string `json:"type"`
	Sending   string `json:"sending"`
	Receiving string `json:"receiving"`
	City      string `json:"city"`
	Date      string `json:"date"`
	factTail
}

type appointmentFact struct {
	factHead
	Person    string `json:"person"`
	Role      string `json:"role"`
	Sending   string `json:"sending"`
	Receiving string `json:"receiving"`
	Date      string `json:"date"`
	factTail
}

type visitFact struct {
	factHead
	Visitor  string `json:"visitor"`
	Role     string `json:"role"`
	From     string `json:"from"`
	To       string `json:"to"`
	City     string `json:"city"`
	Date     string `json:"date"`
	Type     string `json:"type"`
	Occasion string `json:"occasion"`
	factTail
}

type meetingFact struct {
	factHead
	Participants []participantSlot `json:"participants"`
	Place        string            `json:"place"`
	Topic        string            `json:"topic,omitempty"`
	Date         string            `json:"date"`
	factTail
}

type participantSlot struct {
	Person  string `json:"person"`
	Role    string `json:"role"`
	Country string `json:"country"`
	Side    int    `json:"side,omitempty"`
}

type agreementFact struct {
	factHead
	Name    string   `json:"name"`
	Type    string   `json:"type"`
	Subject string   `json:"subject,omitempty"`
	Parties []string `json:"parties"`
	Level   string   `json:"level,omitempty"`
	Date    string   `json:"date"`
	Place   string   `json:"place"`
	Period  string   `json:"period"`
	factTail
}

type quantityFact struct {
	factHead
	Indicator  string `json:"indicator"`
	Comparator string `json:"comparator,omitempty"`
	Value      string `json:"value"`
	Unit       string `json:"unit,omitempty"`
	AsOf       string `json:"as_of,omitempty"`
	factTail
}

// factsOf are a result's facts as annotate writes them.
func factsOf(res pipeline.Result) []any {
	all := make([]any, len(res.Facts))
	for i, f := range res.Facts {
		all[i] = factOf(f)
	}
	return all
}

func factOf(f *pipeline.Fact) any {
	head, date := factHead{Class: f.Class}, ""
	if f.Date != nil {
		date = f.Date.EDTF
	}
	tail := factTail{Status: f.Status, Evidence: []int{}, Inferred: f.Inferred, Rule: f.Rule, Conf: f.Strength.Confidence()}
	for _, m := range f.Evidence {
		tail.Evidence = append(tail.Evidence, m.ID)
	}
	switch {
	case f.Relation != nil:
		return relationFact{head, f.Relation.Kind, append([]string{}, f.Relation.Parties...), date, tail}
	case f.Mission != nil:
		v := f.Mission
		return missionFact{head, v.Type, v.Sending, v.Receiving, v.City, date, tail}
	case f.Appointment != nil:
		v := f.Appointment
		head.Event = v.Event
		return appointmentFact{head, v.Person.Person, v.Person.Role, v.Sending, v.Receiving, date, tail}
	case f.Visit != nil:
		v := f.Visit
		return visitFact{head, v.Visitor.Person, v.Visitor.Role, v.From, v.To, v.City, date, v.Type, v.Occasion, tail}
	case f.Meeting != nil:
		slots := []participantSlot{}
		for _, p := range f.Meeting.Participants {
			slots = append(slots, participantSlot{p.Person, p.Role, p.Country, p.Side})
		}
		return meetingFact{head, slots, f.Meeting.Place, f.Meeting.Topic, date, tail}
	case f.Instrument != nil:
		v := f.Instrument
		return agreementFact{head, v.Name, v.Type, v.Subject, append([]string{}, v.Parties...), v.Level, date, v.Place, v.Term, tail}
	case f.Quantity != nil:
		v := f.Quantity
		return quantityFact{head, v.Indicator, v.Comparator, v.Value, v.Unit, date, tail}
	}
	return head
}
