package gazetteer

// An Entry is one place that a name can mean.
type Entry struct {
	Name       string  // canonical name
	Kind       string  // country, territory, former, city, region, continent, water, river, mountain, venue, demonym
	Country    string  // ISO 3166-1 alpha-2; of a former state its own code; of a demonym the country's; empty when several
	Successor  string  // of a former state, the ISO 3166-1 code of what it is part of
	Region     string  // of a city, the first-order division it lies in
	Lat, Lon   float64 // degrees, of cities
	GeonameID  int     // of cities
	Population int     // of cities
	From, To   int     // years in which the name or the state was in use; 0 is open
	Capital    bool
	Ambiguous  bool // the name is also a person's, a city's or a word
	Official   bool // an official long form: "Republic of Kazakhstan"
}
