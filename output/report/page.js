
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);

  // A row as the file has it: id, document, line, mentions, issues, cells.
  const ID = 0, DOC = 1, LINE = 2, MENTIONS = 3, ISSUES = 4, CELLS = 5;
  const pageSize = 50;
  const firstTables = ["visits", "meetings", "missions", "appointments", "relations", "agreements", "roles", "people", "places", "organizations", "quantities", "dates", "mentions", "issues"];
  const aside = new Set(["id", "sha256", "start", "end", "nested", "evidence", "line", "rule", "confidence", "inferred", "quote", "why", "plover", "cow_a", "cow_b", "date_min",
    "date_max", "given", "family", "geonames_id", "entity", "encoding", "format", "ruleset", "records", "order_ambiguous"]);
  const mostColumns = 8;

  const tables = data.tables;
  const tableOf = (name) => tables.findIndex((t) => t.name === name);
  const mentions = tables[tableOf("mentions")];
  const columnOf = (t, name) => t.columns.findIndex((c) => c.name === name);
  const cell = (t, row, name) => { const i = columnOf(t, name); return i < 0 ? "" : row[CELLS][i]; };

  // Where each record is, what each entity is called, and which records rest on a mention.
  const places = new Map(), names = new Map(), resting = mentions.rows.map(() => []);
  tables.forEach((t, n) => {
    const name = ["people", "places", "organizations"].includes(t.name) ? columnOf(t, "name") : -1;
    t.rows.forEach((row, i) => {
      if (!places.has(row[ID])) places.set(row[ID], [n, i]);
      if (name >= 0) names.set(row[ID], row[CELLS][name]);
      for (const m of row[MENTIONS]) resting[m].push([n, i]);
    });
    t.inferred = columnOf(t, "inferred");
    t.shown = t.columns.map((c, i) => [c.name, i]).filter(([c, i]) => !(aside.has(c) || c === "document") && t.rows.some((r) => r[CELLS][i] !== "")).slice(0, mostColumns).map(([, i]) => i);
  });
  const shownText = (v) => names.get(v) ?? v;
  const lower = (row) => row.lower ??= row[CELLS].map((v) => shownText(v)).join("\n").toLowerCase();

  const state = { table: 0, page: 0, search: "", document: -1, inferred: false, questioned: false, linked: null, kinds: new Set(["date", "person", "place", "organization", "agreement"]), text: -1, chosen: "" };

  const make = (tag, properties = {}, ...children) => {
    const e = document.createElement(tag);
    for (const [k, v] of Object.entries(properties)) {
      if (k.includes("-") || k === "role" || k === "scope" || k === "colspan") e.setAttribute(k, v); else e[k] = v;
    }
    e.append(...children);
    return e;
  };
  const say = (words) => { $("said").textContent = words; };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 900px)");
  const scrollTo = (e, block = "center") => e.scrollIntoView({ block, inline: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  const plural = (n, what) => n === 1 ? `1 ${what}` : `${n} ${what}s`;

  // ---- the text ----

  // showText writes a text line by line; a mention that runs over a line's end has a piece in each.
  function showText(n) {
    if (n === state.text || !data.documents[n]) return;
    state.text = n;
    const doc = data.documents[n];
    $("text-title").textContent = doc.title ? `${doc.title} (${doc.id})` : doc.id;
    const box = document.createDocumentFragment();
    if (!doc.text) box.append(make("p", { className: "empty" }, "The text of this source was not kept."));
    let from = 0, next = 0, open = [];
    if (doc.text) doc.text.split("\n").forEach((line, i) => {
      const end = from + line.length;
      const p = make("p", { dir: "auto" });
      const marks = open.filter((m) => m[1] > from);
      while (next < doc.marks.length && doc.marks[next][0] < end) marks.push(doc.marks[next++]);
      open = marks.filter((m) => m[1] > end);
      fill(p, doc.text, from, end, marks);
      const row = make("div", { className: "ln", id: `line-${i + 1}` }, p);
      row.dataset.n = i + 1;
      box.append(row);
      from = end + 1;
    });
    $("text").replaceChildren(box);
    $("text").scrollTop = 0;
    const first = $("text").querySelector(".m");
    if (first) first.tabIndex = 0;
    dim();
  }

  // fill writes the text from one offset to another with marks, nested ones inside.
  function fill(into, text, from, end, marks) {
    const stack = [{ e: into, end }];
    let at = from;
    const put = (to) => { if (to > at) { stack.at(-1).e.append(text.slice(at, to)); at = to; } };
    for (const [start, stop, m] of marks) {
      const a = Math.max(start, from);
      let b = Math.min(stop, end);
      while (stack.length > 1 && stack.at(-1).end <= a) { put(stack.at(-1).end); stack.pop(); }
      put(a);
      b = Math.min(b, stack.at(-1).end);
      if (b <= at) continue;
      const row = mentions.rows[m], kind = cell(mentions, row, "kind");
      const e = make("span", { className: `m k-${kind}`, tabIndex: -1, role: "link", "aria-describedby": "tip" });
      e.dataset.m = m;
      stack.at(-1).e.append(e);
      stack.push({ e, end: b });
    }
    while (stack.length > 1) { put(stack.at(-1).end); stack.pop(); }
    put(end);
  }

  // dim takes the colour from the kinds that are not chosen.
  function dim() {
    for (const e of $("text").querySelectorAll(".m")) e.classList.toggle("off", !state.kinds.has(cell(mentions, mentions.rows[e.dataset.m], "kind")));
  }

  // showWords goes to the words that a record rests on.
  function showWords(row, focus) {
    if (row[DOC] < 0) return say("This record belongs to no one text.");
    let doc = row[DOC], found = row[MENTIONS];
    if (found.length) {
      const at = columnOf(mentions, "document");
      const here = found.filter((m) => data.documents[doc].id === mentions.rows[m][CELLS][at]);
      if (here.length) found = here;
    }
    state.text === doc || showText(doc);
    for (const e of $("text").querySelectorAll(".lit, .at")) e.classList.remove("lit", "at");
    const set = new Set(found.map(String));
    const lit = [...$("text").querySelectorAll(".m")].filter((e) => set.has(e.dataset.m));
    for (const e of lit) e.classList.add("lit");
    const line = $(`line-${row[LINE]}`);
    if (line) line.classList.add("at");
    const target = lit[0] ?? line;
    if (!target) return;
    if (narrow.matches) scrollTo($("text").parentElement, "start");
    const box = $("text"), top = target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: top - box.clientHeight / 3, behavior: "instant" });
    if (focus && lit[0]) rove(lit[0], [...box.querySelectorAll(".m")], true);
    say(`${plural(set.size, "mention")} marked in ${data.documents[doc].id}, line ${row[LINE]}`);
  }

  // ---- the tooltip ----

  const tip = $("tip");
  let tipFor = null;
  function showTip(e) {
    const row = mentions.rows[e.dataset.m], get = (name) => cell(mentions, row, name);
    tip.replaceChildren(make("b", { dir: "auto" }, get("value").slice(0, 400) || get("text").slice(0, 400)),
      `${get("kind")} · rule ${get("rule")} · confidence ${get("confidence")}`);
    if (get("why")) tip.append(make("br"), get("why").slice(0, 400));
    if (get("inferred")) tip.append(make("br"), `inferred: ${get("inferred")}`);
    tip.hidden = false;
    tipFor = e;
    const at = e.getClientRects()[0] ?? e.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8));
    const above = at.top - tip.offsetHeight - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 4 ? above : at.bottom + 8}px`;
  }
  const hideTip = () => { tip.hidden = true; tipFor = null; };
  const markOf = (e) => e.target instanceof Element ? e.target.closest(".m:not(.off)") : null;
  for (const event of ["pointerover", "focusin"]) $("text").addEventListener(event, (e) => { const m = markOf(e); m ? showTip(m) : hideTip(); });
  // What has the focus keeps its tip: when the pointer leaves, and when the focus itself has scrolled the text.
  const keepTip = () => { const m = document.activeElement?.closest("#text .m:not(.off)"); m ? showTip(m) : hideTip(); };
  $("text").addEventListener("focusout", hideTip);
  for (const event of ["pointerleave", "scroll"]) $("text").addEventListener(event, keepTip);
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") hideTip(); });

  // ---- the keyboard: one stop for a group, arrows within it ----

  function rove(to, group, focus) {
    for (const e of group) if (e.getAttribute("tabindex") === "0") e.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    if (focus) to.focus({ preventScroll: false });
  }
  function arrows(box, members) {
    box.addEventListener("keydown", (e) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (!step && e.key !== "Home" && e.key !== "End") return;
      const group = members(), at = group.indexOf(document.activeElement);
      if (at < 0) return;
      e.preventDefault();
      const to = e.key === "Home" ? 0 : e.key === "End" ? group.length - 1 : Math.max(0, Math.min(group.length - 1, at + step));
      rove(group[to], group, true);
      if (box.id === "tabs") group[to].click();
    });
  }
  arrows($("text"), () => [...$("text").querySelectorAll(".m:not(.off)")]);
  arrows($("tabs"), () => [...$("tabs").children]);
  for (const g of document.querySelectorAll("[data-roving]")) arrows(g, () => [...g.querySelectorAll("a")]);

  // ---- the records ----

  const passes = (t, row) => (state.document < 0 || row[DOC] === state.document) && (!state.inferred || t.inferred >= 0 && row[CELLS][t.inferred] !== "") &&
    (!state.questioned || row[ISSUES] > 0) && (!state.search || lower(row).includes(state.search)) &&
    (t !== mentions || state.kinds.has(cell(t, row, "kind")));

  // filter finds the rows of each table that pass all filters.
  function filter() {
    const only = state.linked && new Set(state.linked.records.map(([t, i]) => `${t}/${i}`));
    tables.forEach((t, n) => { t.found = []; t.rows.forEach((row, i) => { if ((!only || only.has(`${n}/${i}`)) && passes(t, row)) t.found.push(i); }); });
  }

  function refresh(spoken = true) {
    filter();
    state.page = Math.min(state.page, Math.max(0, Math.ceil(tables[state.table].found.length / pageSize) - 1));
    draw();
    if (spoken) say(`${plural(tables[state.table].found.length, "row")} in ${tables[state.table].name}`);
  }

  function draw() {
    const t = tables[state.table];
    [...$("tabs").children].forEach((b, n) => {
      b.setAttribute("aria-selected", n === state.table);
      b.tabIndex = n === state.table ? 0 : -1;
      b.lastChild.textContent = tables[n].found.length;
      b.classList.toggle("none", !tables[n].found.length);
    });
    $("records-title").textContent = t.name[0].toUpperCase() + t.name.slice(1);
    $("caption").textContent = t.doc;
    $("thead").replaceChildren(make("tr", {}, make("th", { scope: "col" }, "words"), ...t.shown.map((i) => make("th", { scope: "col", title: t.columns[i].doc }, t.columns[i].name.replaceAll("_", " ")))));
    const from = state.page * pageSize, rows = t.found.slice(from, from + pageSize);
    $("tbody").replaceChildren(...rows.map((i) => drawRow(t, t.rows[i])));
    $("empty").hidden = rows.length > 0;
    $("pages").textContent = rows.length ? `${from + 1}–${from + rows.length} of ${t.found.length}` : "0 of 0";
    $("back").disabled = !state.page;
    $("next").disabled = from + pageSize >= t.found.length;
    drawLinked();
  }

  function drawLinked() {
    const box = $("linked");
    box.hidden = !state.linked;
    if (box.hidden) return;
    const clear = make("button", { type: "button" }, "Show all");
    clear.addEventListener("click", () => { state.linked = null; refresh(); $("panel").focus(); });
    box.replaceChildren(make("span", {}, state.linked.what, make("b", { dir: "auto" }, state.linked.of)), clear);
  }

  function drawRow(t, row) {
    const tr = make("tr", { tabIndex: -1 });
    tr.dataset.id = row[ID];
    if (row[ID] === state.chosen) tr.className = "at";
    const inferred = t.inferred < 0 ? [] : row[CELLS][t.inferred].split("; ");
    const go = make("td", { className: "go", "data-name": "words" });
    const box = make("span");
    if (row[DOC] >= 0) box.append(make("a", { href: `#words/${encodeURIComponent(row[ID])}`, "aria-label": `words of the record, line ${row[LINE]}` }, `line ${row[LINE]}`));
    if (row[ISSUES]) box.append(" ", make("span", { className: "q", title: plural(row[ISSUES], "issue") }, "?", make("span", { className: "vh" }, plural(row[ISSUES], "issue"))));
    const more = make("button", { type: "button", "aria-expanded": "false", "aria-label": "all fields of the record" }, "all");
    more.addEventListener("click", () => unfold(t, row, tr, more));
    box.append(more);
    go.append(box);
    tr.append(go, ...t.shown.map((i) => {
      const v = shownText(row[CELLS][i]), name = t.columns[i].name;
      const div = make("div", { dir: "auto" }, ...dates.has(name) ? days(v) : [v.slice(0, 400)]);
      if (v && inferred.includes(name)) { div.className = "inf"; div.title = "inferred: the words do not state it"; div.append(make("span", { className: "vh" }, " (inferred)")); }
      return make("td", { "data-name": name.replaceAll("_", " "), className: v ? "" : "blank" }, div);
    }));
    return tr;
  }

  // days is a date that breaks at the slash of a range and not within a day.
  const dates = new Set(["edtf", "signed", "term", "date", "as_of"]);
  const days = (v) => v.split("/").flatMap((day, i) => [...i ? ["/", make("wbr")] : [], make("span", { className: "nb" }, day)]);

  // unfold shows all fields of a record below it.
  function unfold(t, row, tr, button) {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", !open);
    if (open) return tr.nextSibling.remove();
    const dl = make("dl");
    t.columns.forEach((c, i) => { if (row[CELLS][i] !== "") dl.append(make("dt", { title: c.doc }, c.name), make("dd", { dir: "auto" }, row[CELLS][i])); });
    tr.after(make("tr", { className: "more" }, make("td", { colspan: t.shown.length + 1 }, dl)));
  }

  // ---- the way from one to the other ----

  function showRecord(id) {
    const at = places.get(id);
    if (!at) return;
    const [n, i] = at;
    state.table = n;
    state.chosen = id;
    filter();
    if (!tables[n].found.includes(i)) { clearFilters(); filter(); }
    state.page = Math.floor(tables[n].found.indexOf(i) / pageSize);
    draw();
    showWords(tables[n].rows[i]);
    scrollTo($("records"), narrow.matches ? "start" : "nearest");
    const tr = [...$("tbody").children].find((e) => e.dataset.id === id);
    if (!tr) return;
    tr.focus({ preventScroll: true });
    $("panel").scrollTop = tr.offsetTop - $("panel").clientHeight / 3;
  }

  // showOnly shows some records, in the first table that has any.
  function showOnly(linked) {
    state.linked = linked;
    state.page = 0;
    filter();
    const best = firstTables.map(tableOf).find((n) => n >= 0 && tables[n].found.length);
    if (best !== undefined) state.table = best;
    draw();
    say(`${plural(linked.records.length, "record")}: ${linked.what}${linked.of}`);
  }

  function showLinked(m) {
    showOnly({ what: "Records that rest on ", of: `“${cell(mentions, mentions.rows[m], "text").slice(0, 80)}”`, records: resting[m] });
    if (narrow.matches) scrollTo($("records"), "start");
  }

  // showPicked shows the records that a part of a picture stands for, and the words of the first.
  function showPicked(linked) {
    clearFilters();
    showOnly(linked);
    const t = tables[state.table];
    if (t.found.length) showWords(t.rows[t.found[0]]);
    scrollTo($("records"), narrow.matches ? "start" : "nearest");
    $("panel").scrollTop = 0;
    $("panel").focus({ preventScroll: true });
  }

  // showAbout shows a record and all that rest on the same mentions.
  function showAbout(id) {
    const at = places.get(id);
    if (!at) return;
    const row = tables[at[0]].rows[at[1]], found = new Map([[at.join("/"), at]]);
    for (const m of row[MENTIONS]) for (const r of resting[m]) found.set(r.join("/"), r);
    showPicked({ what: "Records about ", of: (names.get(id) ?? id).slice(0, 80), records: [...found.values()] });
  }

  function clearFilters() {
    Object.assign(state, { search: "", document: -1, inferred: false, questioned: false, linked: null, page: 0 });
    $("search").value = "";
    $("document").value = "-1";
    $("inferred").checked = $("questioned").checked = false;
    for (const b of document.querySelectorAll(".kinds button")) { b.setAttribute("aria-pressed", "true"); state.kinds.add(b.dataset.kind); }
    dim();
  }

  // follow does what a link to words, a record, a line or a table says.
  function follow(hash) {
    const [what, ...rest] = hash.slice(1).split("/");
    let id = rest.join("/");
    try { id = decodeURIComponent(id); } catch { return false; }
    if (what === "record") showRecord(id);
    else if (what === "about") showAbout(id);
    else if (what === "set") {
      const set = data.sets[Number(id) - 1];
      if (set) showPicked({ what: "", of: set.label, records: set.ids.map((r) => places.get(r)).filter(Boolean) });
    }
    else if (what === "words") { const at = places.get(id); if (at) { state.chosen = id; showWords(tables[at[0]].rows[at[1]], true); draw(); } }
    else if (what === "table") { const n = tableOf(id); if (n >= 0) { state.table = n; state.page = 0; refresh(); scrollTo($("read"), "start"); $("panel").focus({ preventScroll: true }); } }
    else if (what === "line") {
      const [line, ...name] = id.split("/"), doc = data.documents.findIndex((d) => d.id === name.join("/"));
      showWords(["", doc, Number(line), [], 0, []]);
      scrollTo($("text").parentElement, "nearest");
    } else return false;
    return true;
  }
  addEventListener("hashchange", () => follow(location.hash));
  document.addEventListener("click", (e) => {
    const a = e.target instanceof Element ? e.target.closest("a[href^='#']") : null;
    if (a && a.getAttribute("href") === location.hash && follow(location.hash)) e.preventDefault();
  });
  const choose = (e) => {
    const m = markOf(e);
    if (!m) return;
    rove(m, [...$("text").querySelectorAll(".m")], false);
    for (const lit of $("text").querySelectorAll(".lit, .at")) lit.classList.remove("lit", "at");
    showLinked(Number(m.dataset.m));
  };
  $("text").addEventListener("click", choose);
  $("text").addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { if (markOf(e)) e.preventDefault(); choose(e); } });

  // ---- the filters ----

  $("document").append(make("option", { value: "-1" }, data.documents.length === 1 ? "the text" : `all ${data.documents.length} texts`), ...data.documents.map((d, n) => make("option", { value: n }, d.title ? `${d.id} · ${d.title.slice(0, 60)}` : d.id)));
  tables.forEach((t, n) => {
    const b = make("button", { type: "button", role: "tab", "aria-controls": "panel", title: t.doc }, `${t.name} `, make("i"));
    b.addEventListener("click", () => { state.table = n; state.page = 0; refresh(); });
    $("tabs").append(b);
  });
  const again = () => { state.page = 0; refresh(); };
  let typing = 0;
  $("search").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => { state.search = $("search").value.trim().toLowerCase(); again(); }, 120); });
  $("document").addEventListener("change", () => { state.document = Number($("document").value); if (state.document >= 0) showText(state.document); again(); });
  for (const id of ["inferred", "questioned"]) $(id).addEventListener("change", () => { state[id] = $(id).checked; again(); });
  $("filters").addEventListener("reset", (e) => { e.preventDefault(); clearFilters(); again(); });
  $("filters").addEventListener("submit", (e) => e.preventDefault());
  for (const b of document.querySelectorAll(".kinds button")) b.addEventListener("click", () => {
    const on = b.getAttribute("aria-pressed") !== "true";
    b.setAttribute("aria-pressed", on);
    on ? state.kinds.add(b.dataset.kind) : state.kinds.delete(b.dataset.kind);
    dim();
    again();
  });
  $("back").addEventListener("click", () => { state.page--; refresh(); $("panel").scrollTop = 0; });
  $("next").addEventListener("click", () => { state.page++; refresh(); $("panel").scrollTop = 0; });

  // Where a picture is wider than the window, its fuller side shows first.
  for (const [box, part] of [["#timeline .wide", "g:last-child a:last-child"], ["#map .wide", "a"]]) {
    const wide = document.querySelector(box), at = wide?.querySelector(part)?.getBoundingClientRect();
    if (at) wide.scrollLeft = at.left - wide.getBoundingClientRect().left - wide.clientWidth / 2;
  }

  state.table = Math.max(0, firstTables.map(tableOf).find((n) => n >= 0 && tables[n].rows.length) ?? 0);
  showText(0);
  refresh(false);
  if (location.hash) follow(location.hash);
})();
