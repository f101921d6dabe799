-- What the schema's tables do not say: search, and views for people, in which
-- names stand in place of ids. Table and column names are those of schema.go.

CREATE VIRTUAL TABLE quotes_fts USING fts5 (
  quote, content = 'quotes', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');

-- The names of countries, as far as sources name them.
CREATE VIEW countries AS
SELECT country AS code, min(name) AS name FROM places WHERE kind IN ('country', 'territory', 'former') AND country IS NOT NULL GROUP BY country;

CREATE VIEW visits_named AS
SELECT v.id, coalesce(p.name, v.role) AS who, v.role, coalesce(f.name, v."from") AS "from", coalesce(t.name, v."to") AS "to", v.city,
  v.edtf, v.date_min, v.date_max, v.type, v.occasion, v.status, v.quote, coalesce(d.title, d.id) AS source, v.document, v.line, v.confidence, v.inferred
FROM visits v LEFT JOIN people p ON p.id = v.visitor LEFT JOIN countries f ON f.code = v."from" LEFT JOIN countries t ON t.code = v."to"
LEFT JOIN documents d ON d.id = v.document;

CREATE VIEW meetings_named AS
SELECT m.id, (SELECT group_concat(value, '; ') FROM json_each(m.who)) AS who, m.place, m.topic, m.edtf, m.date_min, m.date_max, m.status, m.quote,
  coalesce(d.title, d.id) AS source, m.document, m.line, m.confidence, m.inferred
FROM meetings m LEFT JOIN documents d ON d.id = m.document;

CREATE VIEW appointments_named AS
SELECT a.id, coalesce(p.name, a.role) AS who, a.role, a.event, coalesce(s.name, a.sending) AS sending, coalesce(r.name, a.receiving) AS receiving,
  a.edtf, a.date_min, a.date_max, a.status, a.quote, coalesce(d.title, d.id) AS source, a.document, a.line, a.confidence, a.inferred
FROM appointments a LEFT JOIN people p ON p.id = a.person LEFT JOIN countries s ON s.code = a.sending LEFT JOIN countries r ON r.code = a.receiving
LEFT JOIN documents d ON d.id = a.document;

CREATE VIEW missions_named AS
SELECT m.id, m.event, m.type, coalesce(s.name, m.sending) AS sending, coalesce(r.name, m.receiving) AS receiving, m.city,
  m.edtf, m.date_min, m.date_max, m.status, m.quote, coalesce(d.title, d.id) AS source, m.document, m.line, m.confidence, m.inferred
FROM missions m LEFT JOIN countries s ON s.code = m.sending LEFT JOIN countries r ON r.code = m.receiving LEFT JOIN documents d ON d.id = m.document;

CREATE VIEW relations_named AS
SELECT r.id, r.event, r.kind, coalesce(a.name, r.country_a) AS country_a, coalesce(b.name, r.country_b) AS country_b,
  r.edtf, r.date_min, r.date_max, r.status, r.quote, coalesce(d.title, d.id) AS source, r.document, r.line, r.confidence, r.inferred
FROM relations r LEFT JOIN countries a ON a.code = r.country_a LEFT JOIN countries b ON b.code = r.country_b LEFT JOIN documents d ON d.id = r.document;

CREATE VIEW roles_named AS
SELECT r.id, p.name AS who, r.role, r.office, r.organization, coalesce(c.name, r.country) AS country, r.date, r.quote,
  coalesce(d.title, d.id) AS source, r.document, r.line, r.confidence, r.inferred
FROM roles r LEFT JOIN people p ON p.id = r.person LEFT JOIN countries c ON c.code = r.country LEFT JOIN documents d ON d.id = r.document;

-- Everything that has a date, by day.
CREATE VIEW timeline AS
SELECT date_min, edtf, 'visit' AS what, who || ' to ' || coalesce("to", city, '?') AS "text", 'visits' AS "table", id, document, line FROM visits_named WHERE date_min IS NOT NULL
UNION ALL SELECT date_min, edtf, 'meeting', who, 'meetings', id, document, line FROM meetings_named WHERE date_min IS NOT NULL
UNION ALL SELECT date_min, edtf, 'appointment', who || ', ' || event, 'appointments', id, document, line FROM appointments_named WHERE date_min IS NOT NULL
UNION ALL SELECT date_min, edtf, 'mission', type || ' of ' || coalesce(sending, '?') || ' in ' || coalesce(city, receiving, '?') || ', ' || event, 'missions', id, document, line FROM missions_named WHERE date_min IS NOT NULL
UNION ALL SELECT date_min, edtf, 'relation', coalesce(country_a, '?') || ' and ' || coalesce(country_b, '?') || ', ' || event, 'relations', id, document, line FROM relations_named WHERE date_min IS NOT NULL
UNION ALL SELECT date_min, signed, 'agreement', title, 'agreements', id, document, line FROM agreements WHERE date_min IS NOT NULL
ORDER BY 1, 5, 6;
