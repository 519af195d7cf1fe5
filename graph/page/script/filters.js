// The filters: what counts, what they leave, and what happens to the rest.

const filterBox = byId("filters");

const lists = [
  { field: "regions", title: "region", list: "regions" },
  { field: "themes", title: "theme", list: "themes" },
  { field: "types", title: "legend_types", list: "types" },
  { field: "kinds", title: "kind", list: "kinds" },
  { field: "sources", title: "filter_document" },
];

const years = [
  ...new Set(
    partnerships.flatMap(({ period }) => {
      const { start, end } = period ? readPeriod(period) : {};
      return [start?.earliest, start?.latest, end?.earliest, end?.latest]
        .filter(Boolean)
        .map((day) => Math.floor(day / 10000));
    }),
  ),
].sort();
const undatedCount = partnerships.filter(({ period }) => !period).length;
const [firstYear, lastYear] = [years[0], years.at(-1)];

// How many of each word there are where all other filters hold; regions count what lies in them.
function countWords(field) {
  const tables = [...narrowTables({ ...state.choices, [field]: noChoices[field] }).values()];
  const counts = new Map();
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  if (field === "types") {
    const seated = tables.flatMap(({ members }) => members.map(({ organisation }) => organisation));
    const loose = findLoose({ ...state.choices, types: [] });
    for (const one of new Set([...seated, ...loose])) add(one.type);
    return counts;
  }
  for (const table of tables) {
    const words = {
      regions: () => [...usedWords("regions")].filter((id) => reaches(table, id)),
      themes: () => table.themes,
      kinds: () => [table.kind],
      sources: () => new Set(table.evidence.map(([place]) => sources[place])),
    }[field]();
    for (const key of words) add(key);
  }
  return counts;
}

const insideRegion = new Map(usedWords("regions").map((id) => [id, listWithin([id])]));

function reaches(table, id) {
  return table.regions.some((region) => insideRegion.get(id).has(region));
}

function countRoles() {
  const choices = { ...state.choices, roles: [], withoutRoles: [] };
  const counts = new Map();
  for (const { members } of narrowTables(choices).values()) {
    for (const { organisation, role } of members) {
      if (!counts.has(role)) counts.set(role, new Set());
      counts.get(role).add(organisation);
    }
  }
  return counts;
}

// Regions in the order of what lies in what, other words by label.
function orderWords(list) {
  const byLabel = (one, two) => term(list, one).localeCompare(term(list, two));
  const words = [...usedWords(list)].sort(byLabel);
  if (list !== "regions") return words.map((id) => ({ id, depth: 0 }));
  const rows = [];
  const seenWords = new Set();
  const walk = (id, depth) => {
    if (seenWords.has(id)) return;
    seenWords.add(id);
    rows.push({ id, depth });
    for (const inner of words) if (regionsWithin.get(inner) === id) walk(inner, depth + 1);
  };
  for (const id of words) if (!words.includes(regionsWithin.get(id))) walk(id, 0);
  for (const id of words) walk(id, 0);
  return rows;
}

function chooseFilter(changes, { quiet = false } = {}) {
  const choices = { ...state.choices, ...changes };
  if (choices.regions.length < 2) choices.everyRegion = false;
  if (!choices.period) choices.undated = false;
  update({ choices }, { say: quiet ? null : sayPart, quiet });
}

function toggleWord(field, key) {
  const chosen = state.choices[field];
  const kept = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  chooseFilter({ [field]: kept });
}

function clearFilters() {
  update({ choices: noChoices }, { say: sayPart });
}

function sayPart() {
  const { part } = state;
  return word("part_of_all", {
    organisations: of(part.organisations.size, "n_organisations", organisations.length),
    ties: of(part.ties.size, "n_ties", whole.ties.size),
    partnerships: of(part.partnerships.size, "n_partnerships", partnerships.length),
  });
}

function of(some, key, all) {
  const forms = { n_organisations: () => word("n_organisations", { n: all }), n_ties: () => word("n_ties", { n: all }) };
  const said = forms[key]?.() ?? word("n_partnerships", { n: all });
  return word("some_of", { n: some, all: said });
}

// ---- the controls: built once in each language, then only brought up to date ----

function group(title, field, ...content) {
  const badge = make("span", { class: "badge", hidden: "" });
  const element = make(
    "details",
    { class: "group", "data-group": field },
    make("summary", {}, make("span", {}, title), " ", badge),
    ...content,
  );
  return element;
}

function option(kind, name, text, attributes = {}) {
  const input = make("input", { type: kind, ...(name ? { name } : {}), ...attributes });
  const count = make("span", { class: "count" });
  return { input, count, label: make("label", { class: "option" }, input, make("span", {}, text), count) };
}

let refreshers = []; // each brings one control up to date

function buildList({ field, title, list }) {
  const rows = list
    ? orderWords(list).map(({ id, depth }) => ({ key: id, text: term(list, id), depth }))
    : sources.map((source) => ({ key: source, text: source.title, depth: 0 }));
  if (rows.length < 2) return null;
  const options = rows.map(({ key, text, depth }) => {
    const made = option("checkbox", "", text);
    made.label.classList.add(`deep-${Math.min(depth, 4)}`);
    made.input.addEventListener("change", () => toggleWord(field, key));
    return { ...made, key };
  });
  refreshers.push(() => {
    const counts = countWords(field);
    for (const { input, count, key, label } of options) {
      const number = counts.get(key) ?? 0;
      input.checked = state.choices[field].includes(key);
      count.textContent = sayNumber(number);
      label.classList.toggle("nothing", !number && !input.checked);
    }
  });
  const every = field === "regions" ? buildSwitch("everyRegion", word("every_region")) : null;
  if (every) {
    refreshers.push(() => (every.querySelector("input").disabled = state.choices.regions.length < 2));
  }
  return group(
    word(title),
    field,
    make("p", { class: "hint" }, word(field === "types" ? "counts_organisations" : "counts_partnerships")),
    make(
      "div",
      { role: "group", "aria-label": word(title), class: "options" },
      options.map(({ label }) => label),
    ),
    every,
  );
}

function buildSwitch(field, text) {
  const { input, label } = option("checkbox", "", text);
  input.addEventListener("change", () => chooseFilter({ [field]: input.checked }));
  refreshers.push(() => (input.checked = state.choices[field]));
  return label;
}

function buildRoles() {
  const roles = orderWords("roles").filter(({ id }) =>
    partnerships.some(({ members }) => members.some((member) => member.role === id)),
  );
  if (!roles.length) return null;
  const rows = roles.map(({ id }) => {
    const choice = make(
      "select",
      { "aria-label": word("role_counts", { name: term("roles", id) }) },
      make("option", { value: "" }, word("role_with")),
      make("option", { value: "only" }, word("role_only")),
      make("option", { value: "without" }, word("role_without")),
    );
    const count = make("span", { class: "count" });
    choice.addEventListener("change", () => {
      const others = (list) => list.filter((role) => role !== id);
      const { roles: kept, withoutRoles: left } = state.choices;
      chooseFilter({
        roles: [...others(kept), ...(choice.value === "only" ? [id] : [])],
        withoutRoles: [...others(left), ...(choice.value === "without" ? [id] : [])],
      });
    });
    const label = make("div", { class: "option" }, make("span", {}, term("roles", id)), count, choice);
    return { id, choice, count, label };
  });
  refreshers.push(() => {
    const counts = countRoles();
    for (const { id, choice, count } of rows) {
      const { roles: kept, withoutRoles: left } = state.choices;
      choice.value = kept.includes(id) ? "only" : left.includes(id) ? "without" : "";
      count.textContent = sayNumber(counts.get(id)?.size ?? 0);
    }
  });
  return group(
    word("role"),
    "roles",
    make("p", { class: "hint" }, word("counts_organisations")),
    rows.map(({ label }) => label),
  );
}

function chosenYears() {
  const [from, to = from] = state.choices.period.split("/");
  const year = (text, otherwise) => Math.min(Math.max(Number(text.slice(0, 4)) || otherwise, firstYear), lastYear);
  return state.choices.period
    ? [year(from, firstYear), year(to === ".." ? "" : to, lastYear)]
    : [firstYear, lastYear];
}

function buildPeriod() {
  if (firstYear === undefined || firstYear === lastYear) return null;
  const slider = (text, id) => {
    const range = { type: "range", min: firstYear, max: lastYear, step: 1, id };
    const input = make("input", range);
    const output = make("output", { for: id });
    return { input, output, label: make("label", { class: "slide" }, make("span", {}, text), input, output) };
  };
  const [from, to] = [slider(word("year_from"), "year-from"), slider(word("year_to"), "year-to")];
  const move = (slid, other, lower) => {
    if (lower ? Number(slid.value) > Number(other.value) : Number(slid.value) < Number(other.value)) {
      other.value = slid.value;
    }
    const [first, last] = [from.input.value, to.input.value];
    const all = Number(first) === firstYear && Number(last) === lastYear;
    const period = all ? "" : first === last ? first : `${first}/${last}`;
    chooseFilter({ period }, { quiet: true });
  };
  // While a slider moves the map follows; where it stops is said, and kept in the address.
  const stop = () => update({}, { say: sayPart });
  from.input.addEventListener("input", () => move(from.input, to.input, true));
  to.input.addEventListener("input", () => move(to.input, from.input, false));
  for (const { input } of [from, to]) input.addEventListener("change", stop);
  const undated = buildSwitch("undated", word("undated_too", { n: undatedCount }));
  refreshers.push(() => {
    const [first, last] = chosenYears();
    for (const [{ input, output }, year] of [[from, first], [to, last]]) {
      input.value = year;
      output.textContent = String(year);
    }
    undated.querySelector("input").disabled = !state.choices.period;
  });
  return group(
    word("period"),
    "period",
    make("p", { class: "hint" }, word("period_hint")),
    from.label,
    to.label,
    undated,
  );
}

function buildRadios(field, title, choices, apply, hint) {
  const name = `filter-${field}`;
  const options = choices.map(({ value, text }) => {
    const made = option("radio", name, text, { value });
    made.input.addEventListener("change", () => apply(value));
    return { ...made, value };
  });
  refreshers.push(() => {
    const now = field === "rest" ? state.rest : state.choices[field];
    for (const { input, value } of options) input.checked = value === now;
  });
  return [
    hint ? make("p", { class: "hint" }, hint) : null,
    make("div", { role: "radiogroup", "aria-label": title }, options.map(({ label }) => label)),
  ];
}

function buildCertainty() {
  const title = word("certainty");
  const choices = [
    { value: "low", text: word("sure_low") },
    { value: "medium", text: word("sure_medium") },
    { value: "high", text: word("sure_high") },
  ];
  return group(title, "certainty", ...buildRadios("certainty", title, choices, (certainty) => chooseFilter({ certainty })));
}

function buildWeight() {
  if (heaviest < 2) return null;
  const title = word("weight_title");
  const choices = Array.from({ length: Math.min(heaviest, 9) }, (_, place) => ({
    value: place + 1,
    text: place ? word("weight_least", { n: place + 1 }) : word("weight_all"),
  }));
  const apply = (weight) => chooseFilter({ weight });
  return group(title, "weight", ...buildRadios("weight", title, choices, apply, word("weight_hint")));
}

function buildFold() {
  if (!organisations.some((organisation) => organisation.partOf)) return null;
  return group(word("fold_title"), "fold", buildSwitch("fold", word("fold_text")));
}

function buildRest() {
  const title = word("rest_title");
  const choices = [
    { value: "dim", text: word("rest_dim") },
    { value: "hide", text: word("rest_hide") },
  ];
  const apply = (rest) => update({ rest }, { say: word(rest === "dim" ? "rest_dim" : "rest_hide") });
  return make(
    "fieldset",
    { class: "rest" },
    make("legend", {}, title),
    ...buildRadios("rest", title, choices, apply),
  );
}

function buildFilters() {
  if (!filterBox) return;
  const open = new Set(
    [...filterBox.querySelectorAll("details[open]")].map((one) => one.dataset.group),
  );
  refreshers = [];
  const clear = make("button", { type: "button", class: "clear", "data-clear": "all" }, word("clear_all"));
  clear.addEventListener("click", () => {
    clearFilters();
    filterBox.parentElement.querySelector("summary").focus();
  });
  refreshers.push(() => (clear.hidden = !isNarrowed(state.choices)));
  filterBox.replaceChildren(
    ...[
      make("p", { class: "hint" }, word("filters_meaning")),
      ...lists.map(buildList),
      buildRoles(),
      buildPeriod(),
      buildCertainty(),
      buildWeight(),
      buildFold(),
      buildRest(),
      clear,
    ].filter(Boolean),
  );
  for (const one of filterBox.querySelectorAll("details")) one.open = open.has(one.dataset.group);
  renderFilters();
}

// One line for each thing chosen: what it is, and how to take it away.
function listChosen() {
  const { choices } = state;
  const chosen = [];
  const add = (title, text, without) => chosen.push({ text: `${title}: ${text}`, without });
  const drop = (field, key) => ({ [field]: choices[field].filter((one) => one !== key) });
  for (const { field, title, list } of lists) {
    for (const key of choices[field]) {
      add(word(title), list ? term(list, key) : isolate(key.title), drop(field, key));
    }
  }
  if (choices.everyRegion) add(word("region"), word("every_region_short"), { everyRegion: false });
  for (const role of choices.roles) add(word("role"), term("roles", role), drop("roles", role));
  for (const role of choices.withoutRoles) {
    add(word("role"), word("role_left_out", { name: term("roles", role) }), drop("withoutRoles", role));
  }
  if (choices.period) {
    const text = choices.period.replace("/", " – ");
    const known = undatedCount ? word(choices.undated ? "undated_in" : "undated_out") : "";
    add(word("period"), [text, known].filter(Boolean).join(", "), { period: "", undated: false });
  }
  if (choices.certainty !== "low") {
    const text = word(choices.certainty === "high" ? "sure_high" : "sure_medium");
    add(word("certainty"), text, { certainty: "low" });
  }
  if (choices.weight > 1) {
    add(word("weight_title"), word("weight_least", { n: choices.weight }), { weight: 1 });
  }
  if (choices.fold) add(word("fold_title"), word("fold_short"), { fold: false });
  return chosen;
}

function renderFilters() {
  if (!filterBox) return;
  for (const refresh of refreshers) refresh();
  const chosen = listChosen();
  for (const one of filterBox.querySelectorAll("[data-group]")) {
    const field = one.dataset.group;
    const fields = { roles: ["roles", "withoutRoles"], regions: ["regions", "everyRegion"] }[field] ?? [field];
    const count = fields
      .filter((name) => isChosen(state.choices, name))
      .reduce((sum, name) => sum + (Array.isArray(state.choices[name]) ? state.choices[name].length : 1), 0);
    const badge = one.querySelector(".badge");
    badge.hidden = !count;
    badge.textContent = sayNumber(count);
  }
  const badge = byId("filter-count");
  badge.hidden = !chosen.length;
  badge.textContent = word("n_active", { n: chosen.length });
  const bar = byId("chosen");
  bar.hidden = !chosen.length;
  const held = bar.contains(document.activeElement);
  const buttons = chosen.map(({ text, without }) => {
    const button = make(
      "button",
      { type: "button", class: "chip", "aria-label": word("clear_one", { name: text }) },
      make("span", {}, text),
      make("span", { "aria-hidden": "true", class: "cross" }, "×"),
    );
    button.addEventListener("click", () => chooseFilter(without));
    return make("li", {}, button);
  });
  const all = make("button", { type: "button", class: "clear" }, word("clear_all"));
  all.addEventListener("click", clearFilters);
  if (chosen.length > 1) buttons.push(make("li", {}, all));
  byId("chips").replaceChildren(...buttons);
  const said = chosen.length ? sayPart() : "";
  byId("kept").textContent = said;
  if (held) (bar.hidden ? filterBox.parentElement : bar).querySelector("summary, button").focus();
}

// What the panel says while filters are at work and nothing is chosen.
function tellPart() {
  const { part } = state;
  const found = [...part.organisations].sort(
    (one, two) => seatsOf(two).length - seatsOf(one).length || one.name.localeCompare(two.name),
  );
  const lost = [...part.partnerships].filter((one) => !part.tables.get(one).members.length);
  return [
    make("p", {}, make("b", {}, sayPart())),
    make("h3", {}, word("n_organisations", { n: found.length })),
    found.length
      ? make("ul", { class: "people" }, found.slice(0, 200).map(tellKept))
      : make("p", { class: "unknown" }, word("part_empty", { n: sources.length })),
    found.length > 200 ? make("p", { class: "dim" }, word("part_more")) : null,
    ...(found.length && !state.choices.types.length
      ? listTypes(new Set(found.map(({ type }) => type)), "types_part")
      : []),
    lost.length ? make("h3", {}, word("part_memberless")) : null,
    lost.length
      ? make(
          "ul",
          { class: "people" },
          lost.map((one) => make("li", {}, recordKey(one), make("span", {}, linkTo(one)))),
        )
      : null,
  ];
}

function tellKept(organisation) {
  const tables = seatsOf(organisation).map(({ partnership, member }) => {
    const where = partnership.regions.map((id) => term("regions", id)).join(", ");
    const sure = leastSure(partnership.certainty, member.certainty);
    return make(
      "li",
      {},
      linkTo(partnership),
      where ? make("span", { class: "dim" }, ` ${where}`) : "",
      sure === "high" ? "" : [" ", certaintyTag(sure)],
    );
  });
  return make(
    "li",
    {},
    recordKey(organisation),
    make(
      "span",
      {},
      linkTo(organisation),
      tables.length ? make("ul", { class: "below plain" }, tables) : "",
    ),
  );
}
