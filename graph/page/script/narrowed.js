// The tables under the filters: what falls outside leaves, and what is left tells what counts now.

const newRows = []; // of ties that exist only where units count as their parent

const toldSheets = new Map(); // sheet -> {part, language}: what its rows tell of, and in what order

// Says over the tables what the filters leave, and tells it in the one that is in front.
function tellTables() {
  const all = state.part === whole;
  const note = byId("tables-narrowed");
  note.hidden = all;
  note.textContent = all ? "" : `${word("tables_narrowed")} ${sayPart()}.`;
  byId("findings-all").hidden = all;
  tellOpenSheet();
}

function tellSheet(sheet) {
  const { part } = state;
  const before = toldSheets.get(sheet) ?? { part: whole, language };
  if (!toldSheets.has(sheet) && sheet === "ties") linkReasons();
  toldSheets.set(sheet, { part, language });
  if (before.part !== part) narrowSheet(sheet, part);
  if (before.part !== part || before.language !== language) sortRows(sheet);
  tellRows(sheet);
}

function linkReasons() {
  for (const row of rowsOf("ties")) row.lastElementChild.append(" ", makeWhy(recordOfRow(row)));
}

function narrowSheet(sheet, part) {
  if (sheet === "ties") for (const row of newRows.splice(0)) row.remove();
  for (const row of rowsOf(sheet)) {
    const record = byRef.get(row.id.slice("row-".length));
    row.hidden = !record || !holds(part, record);
    if (!row.hidden) tellRow(row, record, part);
  }
  if (sheet !== "ties") return;
  for (const tie of part.ties.values()) {
    if (!byRef.has(tie.ref)) newRows.push(makeTieRow(tie));
  }
  document.querySelector("#sheet-ties tbody")?.append(...newRows);
}

// Only what differs is written anew.
function tellRow(row, record, part) {
  const kind = record.ref[0];
  if (kind === "t") {
    const tie = part.ties.get(record.ref);
    const now = `${tie.shared.map(({ ref }) => ref)} ${tie.certainty}`;
    const first = `${record.shared.map(({ ref }) => ref)} ${record.certainty}`;
    if ((row.dataset.now ?? first) !== now) fillTieRow(row, tie);
    row.dataset.now = now;
    return;
  }
  const kept = {
    o: () => new Set((part.seats.get(record) ?? []).map(({ partnership }) => partnership.ref)),
    p: () => new Set(part.tables.get(record).members.map(({ organisation }) => organisation.ref)),
    s: () => new Set([...part.partnerships].map(({ ref }) => ref)),
  }[kind]();
  for (const item of row.querySelectorAll("td > ul:not(.quotes) > li")) {
    const link = item.querySelector("a");
    const linkedTo = link && recordOfLink(link);
    item.hidden = Boolean(linkedTo) && !kept.has(linkedTo.ref);
  }
  if (kind === "p") {
    const items = [...row.querySelectorAll("td > ul:not(.quotes) > li")].slice(record.members.length);
    const { groups } = part.tables.get(record);
    items.forEach((item, place) => (item.hidden = !groups.includes(record.groups[place])));
    const known = row.querySelector("[class^=known-]");
    known.dataset.t = knownOf(part.tables.get(record));
    known.textContent = word(known.dataset.t);
  }
  if (kind === "o") tellPartners(row.lastElementChild, record, part.tiesOf.get(record)?.length ?? 0);
}

function tellPartners(cell, organisation, n) {
  const [place, number] = n ? ["n_partners", n] : [noPartner(organisation), sources.length];
  const said = { "data-t": place, "data-n": number };
  const text = make("span", said, word(place, { n: number }));
  cell.replaceChildren(n ? text : make("span", { class: "unknown" }, text));
}

function fillTieRow(row, tie) {
  const [, , shared, certainty] = row.children;
  const count = make("b", { "data-number": tie.shared.length }, sayNumber(tie.shared.length));
  const links = joined(tie.shared.map((partnership) => linkTo(partnership)), "; ");
  shared.replaceChildren(count, ": ", ...links);
  const place = `certainty_${tie.certainty}`;
  certainty.replaceChildren(make("span", { "data-t": place }, word(place)), " ", makeWhy(tie));
}

function makeTieRow(tie) {
  const row = make(
    "tr",
    { id: `row-${tie.ref}` },
    make("th", { scope: "row" }, linkTo(tie.left)),
    make("td", {}, linkTo(tie.right)),
    make("td"),
    make("td"),
  );
  fillTieRow(row, tie);
  return row;
}
