// The tables in any order, and as CSV: what is in sight is what is sorted, counted and saved.

const collators = new Map();

function compareTexts(one, two) {
  if (!collators.has(language)) {
    collators.set(language, new Intl.Collator(language, { numeric: true }));
  }
  return collators.get(language).compare(one, two);
}

const names = (records) => records.map((record) => record.name);

// A role, and how sure it is where it is not stated: a list without that would promise too much.
function sayRole({ role, certainty }, ...others) {
  const sure = others.reduce(leastSure, certainty);
  const doubt = sure === "high" ? [] : [word(`certainty_${sure}`)];
  return [term("roles", role), ...doubt].join(", ");
}

function saySeat(partnership, member) {
  return `${partnership.name} (${sayRole(member, partnership.certainty)})`;
}
const known = (list, id) => (id === null ? null : term(list, id));

// `at` is the place of a column in the table, and `by` what it is sorted by, if not its value.
const sheetColumns = {
  organisations: [
    { title: "left_end", at: 0, value: ({ name }) => name },
    { title: "also_named", value: ({ aliases }) => aliases.map(([text]) => text) },
    { title: "type", at: 1, value: ({ type }) => term("types", type) },
    { title: "region", at: 2, value: ({ region }) => known("regions", region) },
    {
      title: "partnerships",
      at: 3,
      value: (one) => seatsOf(one).map(({ partnership, member }) => saySeat(partnership, member)),
      by: (one) => seatsOf(one).length,
    },
    {
      title: "partners",
      at: 4,
      value: (one) => names(tiesOf(one).map((tie) => otherEnd(tie, one))),
      by: (one) => tiesOf(one).length,
    },
    { title: "key", value: ({ key }) => key },
  ],
  ties: [
    { title: "left_end", at: 0, value: ({ left }) => left.name },
    { title: "right_end", at: 1, value: ({ right }) => right.name },
    { title: "weight", value: ({ shared }) => shared.length },
    {
      title: "shared",
      at: 2,
      value: ({ shared }) => names(shared),
      by: ({ shared }) => shared.length,
    },
    {
      title: "certainty",
      at: 3,
      value: ({ certainty }) => word(`certainty_${certainty}`),
      by: ({ certainty }) => certainties.indexOf(certainty),
    },
  ],
  partnerships: [
    { title: "column_partnership", at: 0, value: ({ name }) => name },
    { title: "type", value: ({ kind }) => term("kinds", kind) },
    { title: "status", value: ({ status }) => word(`status_${status}`) },
    {
      title: "members",
      at: 1,
      value: (one) =>
        seen(one).members.map(
          (member) => `${member.organisation.name} (${sayRole(member)})`,
        ),
      by: sizeOf,
    },
    { title: "unnamed", value: (one) => seen(one).groups.map(([label]) => label) },
    { title: "known", value: (one) => word(knownOf(seen(one))) },
    { title: "period", at: 2, value: ({ period }) => period },
    {
      title: "region",
      at: 3,
      value: ({ regions }) => regions.map((id) => term("regions", id)),
      by: ({ regions }) => regions.map((id) => term("regions", id)).join() || null,
    },
    { title: "theme", value: ({ themes }) => themes.map((id) => term("themes", id)) },
    { title: "certainty", value: ({ certainty }) => word(`certainty_${certainty}`) },
    {
      title: "documents",
      at: 4,
      value: (one) => one.sources.map(({ title }) => title),
      by: (one) => [one, ...one.members].flatMap(({ evidence }) => evidence).length,
    },
    { title: "key", value: ({ key }) => key },
  ],
  documents: [
    { title: "column_document", at: 0, value: ({ title }) => title },
    { title: "publisher", at: 1, value: ({ publisher }) => publisher },
    { title: "date", at: 2, value: ({ date }) => date },
    { title: "address", value: ({ address }) => address },
    {
      title: "supports",
      at: 3,
      value: (one) => names(supportedBy(one)),
      by: (one) => supportedBy(one).length,
    },
    { title: "key", value: ({ key }) => key },
  ],
};

function rowsOf(sheet) {
  return [...every(`#sheet-${sheet} tbody > tr`)];
}

function recordOfRow(row) {
  return findRecord(row.id.slice("row-".length));
}

const orders = new Map(); // sheet -> {column, downwards}

// What is not known stands last, whichever way the rest goes.
function sortRows(sheet) {
  if (!orders.has(sheet)) return; // there is nothing in it
  const { column, downwards } = orders.get(sheet);
  const measure = column.by ?? column.value;
  const keyed = rowsOf(sheet).map((row) => ({ row, key: measure(recordOfRow(row)) }));
  keyed.sort(({ key: one }, { key: two }) => {
    if (one === null || two === null) return (one === null) - (two === null);
    const order = typeof one === "number" ? one - two : compareTexts(one, two);
    return downwards ? -order : order;
  });
  document.querySelector(`#sheet-${sheet} tbody`).append(...keyed.map(({ row }) => row));
}

// A heading becomes a button: numbers go from most to least at the first press, texts from a to z.
function bindHeading(sheet, heading, column) {
  const title = make("span", {}, [...heading.childNodes]);
  const button = make("button", { type: "button", class: "by" }, title);
  heading.replaceChildren(button);
  button.addEventListener("click", () => {
    const now = heading.getAttribute("aria-sort");
    const counts = column.by !== undefined && !["certainty", "region"].includes(column.title);
    const downwards = now ? now === "ascending" : counts;
    for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", downwards ? "descending" : "ascending");
    orders.set(sheet, { column, downwards });
    sortRows(sheet);
    announce(word(downwards ? "sorted_down" : "sorted_up", { name: button.textContent }));
  });
}

function bindSorting() {
  for (const [sheet, columns] of Object.entries(sheetColumns)) {
    const table = document.querySelector(`#sheet-${sheet} table`);
    if (!table) continue;
    const headings = [...table.querySelectorAll("thead th")];
    for (const column of columns) {
      if (column.at !== undefined) bindHeading(sheet, headings[column.at], column);
    }
    const [at, downwards] = sheet === "ties" ? [2, true] : [0, false]; // as the rows stand at first
    headings[at].setAttribute("aria-sort", downwards ? "descending" : "ascending");
    orders.set(sheet, { column: columns.find((column) => column.at === at), downwards });
    const save = make("button", { type: "button" }, make("span", { "data-t": "save_table" }, word("save_table")));
    save.addEventListener("click", () => saveTable(sheet));
    const count = make("p", { class: "rows", "data-rows": sheet });
    table.parentElement.before(make("div", { class: "sheet-tools" }, count, save));
  }
}

// Says of a table how much of it the filters leave in sight.
function tellRows(sheet) {
  const rows = rowsOf(sheet);
  const n = rows.filter((row) => !row.hidden).length;
  const said = n === rows.length ? [["rows_all", n]] : [["rows_some", n], ["rows_of", rows.length]];
  document.querySelector(`[data-rows="${sheet}"]`)?.replaceChildren(
    ...said.flatMap(([place, m]) => [
      make("span", { "data-t": place, "data-n": m }, word(place, { n: m })),
      " ",
    ]),
  );
}

// The start of a formula: as in graph/write/graphs/csv.py.
const formula =
  /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff'"`´‘’‚“”„«»]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/u;

function writeCell(value) {
  if (typeof value === "number") return String(value);
  const text = [value ?? ""].flat().join("; ");
  const inert = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function saveTable(sheet) {
  const columns = sheetColumns[sheet];
  const records = rowsOf(sheet)
    .filter((row) => !row.hidden)
    .map(recordOfRow);
  const lines = [
    columns.map(({ title }) => writeCell(word(title))),
    ...records.map((record) => columns.map(({ value }) => writeCell(value(record)))),
  ];
  // The mark in front is for spreadsheets, which otherwise take UTF-8 for something else.
  const text = `\ufeff${lines.map((cells) => `${cells.join(",")}\r\n`).join("")}`;
  const name = fold(byId(`table-${sheet}`).textContent);
  save(`${name}.csv`, new Blob([text], { type: "text/csv" }));
}
