// What the reader has chosen: one object, kept in the address so that a view can be shared.

const state = {
  selected: null, // a record of `byRef`, or nothing
  cursor: null, // the organisation or partnership where the keyboard stands on the map
  hovered: null, // what is under the mouse
  view: "network", // or "two-mode": partnerships are marks of their own
  choices: noChoices, // the filters
  rest: "dim", // or "hide": what happens to what the filters leave out
  measure: "count", // or "newman": what the width of a tie tells
  steps: 1, // how far the focus reaches around a chosen organisation; 0 is no focus
  gone: false, // whether the chosen organisation is thought away
  chain: null, // {from, to}: a way to look for
  at: null, // {x, y, scale}: where the reader went on the map by hand
  homes: new Map(), // what was moved on the map -> where it stood
  broken: false, // whether the address named something that is not there
  part: whole, // derived: what the filters keep
  way: null, // derived: what was found for `chain`
  focus: null, // derived: what stands out, {organisations, partnerships, ties}
};

// The words that some record uses, by list, and the regions that such a region lies in.
const usedLists = new Map(
  Object.entries({
    regions: partnerships.flatMap((one) => one.regions),
    themes: partnerships.flatMap((one) => one.themes),
    kinds: partnerships.map((one) => one.kind),
    types: organisations.map((one) => one.type),
    roles: partnerships.flatMap((one) => [
      ...one.members.map((member) => member.role),
      ...one.groups.map(([, , role]) => role),
    ]),
  }).map(([list, found]) => {
    const used = new Set(found);
    if (list === "regions") {
      for (const id of used) if (regionsWithin.get(id)) used.add(regionsWithin.get(id));
    }
    return [list, [...used]];
  }),
);

const selectable = { organisation: organisations, partnership: partnerships, document: sources };

// Filters by their name in the address, with what can be chosen.
const filterWords = new Map([
  ["region", ["regions", (id) => usedWords("regions").includes(id)]],
  ["theme", ["themes", (id) => usedWords("themes").includes(id)]],
  ["type", ["types", (id) => usedWords("types").includes(id)]],
  ["kind", ["kinds", (id) => usedWords("kinds").includes(id)]],
  ["role", ["roles", (id) => usedWords("roles").includes(id)]],
  ["without-role", ["withoutRoles", (id) => usedWords("roles").includes(id)]],
  ["source", ["sources", (key) => sources.some((source) => source.key === key)]],
]);

function usedWords(list) {
  return usedLists.get(list);
}

function addressOf(record) {
  return asFragment([...tellRecord(record), ...tellLanguage()]);
}

function addressOfView() {
  const { at, chain, choices, gone, measure, rest, steps, view } = state;
  const told = tellRecord(state.selected);
  if (chain) told.push(["from", chain.from.key], ["to", chain.to.key]);
  if (steps !== 1) told.push(["steps", steps]);
  if (gone) told.push(["without", "1"]);
  if (view !== "network") told.push(["view", view]);
  for (const [name, [field]] of filterWords) {
    for (const chosen of choices[field]) told.push([name, chosen.key ?? chosen]);
  }
  if (choices.everyRegion) told.push(["regions", "every"]);
  if (choices.period) told.push(["period", choices.period]);
  if (choices.undated) told.push(["undated", "1"]);
  if (choices.certainty !== "low") told.push(["certainty", choices.certainty]);
  if (choices.fold) told.push(["fold", "1"]);
  if (choices.weight > 1) told.push(["weight", choices.weight]);
  if (rest !== "dim") told.push(["rest", rest]);
  if (measure !== "count") told.push(["width", measure]);
  if (at) told.push(["at", `${at.x},${at.y},${at.scale}`]);
  for (const { key, x, y } of state.homes.keys()) {
    told.push(["put", `${Math.round(x)},${Math.round(y)},${key}`]);
  }
  return asFragment([...told, ...tellLanguage()]);
}

function tellRecord(record) {
  if (!record) return [];
  if (record.ref.startsWith("t")) {
    return [
      ["organisation", record.left.key],
      ["with", record.right.key],
    ];
  }
  const [name] = Object.entries(selectable).find(([, records]) => records[record.number]?.ref === record.ref);
  return [[name, record.key]];
}

function tellLanguage() {
  return language === told.language ? [] : [["lang", language]];
}

function asFragment(pairs) {
  return pairs.length ? `#${new URLSearchParams(pairs)}` : "";
}

// What the address asks for; what it names and the data do not have is passed over.
function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const one = (name, allowed, otherwise) =>
    allowed.includes(address.get(name)) ? address.get(name) : otherwise;
  const choices = { ...noChoices };
  for (const [name, [field, known]] of filterWords) {
    const wanted = [...new Set(address.getAll(name))].filter(known);
    choices[field] =
      name === "source" ? wanted.map((key) => sources.find((s) => s.key === key)) : wanted;
  }
  const year = "\\d{4}(-\\d\\d){0,2}[?~]{0,2}";
  const period = address.get("period") ?? "";
  if (new RegExp(`^(${year}|(${year})?/(${year}|\\.\\.)?)$`).test(period)) choices.period = period;
  choices.everyRegion = address.get("regions") === "every" && choices.regions.length > 1;
  choices.undated = address.get("undated") === "1";
  choices.certainty = one("certainty", certainties, "low");
  choices.fold = address.get("fold") === "1";
  const number = (name, most) => {
    const text = address.get(name) ?? "";
    return /^\d{1,3}$/.test(text) ? Math.min(Number(text), most) : 1;
  };
  choices.weight = Math.max(1, number("weight", heaviest));
  const [from, to] = ["from", "to"].map((name) =>
    organisations.find((organisation) => organisation.key === address.get(name)),
  );
  const part = isNarrowed(choices) ? keepPart(choices) : whole;
  return {
    language: one("lang", LANGUAGES, told.language),
    selected: readRecord(address, part),
    view: one("view", ["network", "two-mode"], "network"),
    choices,
    rest: one("rest", ["dim", "hide"], "dim"),
    measure: one("width", ["count", "newman"], "count"),
    steps: number("steps", 99),
    gone: address.get("without") === "1",
    chain: from && to && from !== to ? { from, to } : null,
    broken: isBroken(address),
    at: readLook(address.get("at") ?? ""),
    puts: readPuts(address.getAll("put")),
  };
}

// Whether it names something that these data do not have: an older link, or one to other data.
function isBroken(address) {
  const named = { ...selectable, from: organisations, to: organisations, with: organisations };
  return Object.entries(named).some(
    ([name, records]) => address.has(name) && !records.some((one) => one.key === address.get(name)),
  );
}

function readLook(text) {
  const found = /^(-?\d{1,6}),(-?\d{1,6}),(\d(?:\.\d{1,3})?)$/.exec(text);
  if (!found) return null;
  const [x, y, scale] = found.slice(1).map(Number);
  return { x, y, scale: Math.min(Math.max(scale, 0.02), 6) };
}

// What was put elsewhere on the map: record -> place.
function readPuts(texts) {
  const puts = new Map();
  for (const text of texts) {
    const [, x, y, key] = /^(-?\d{1,6}),(-?\d{1,6}),(.*)$/s.exec(text) ?? [];
    const record = [...organisations, ...partnerships].find((one) => one.key === key);
    if (record) puts.set(record, { x: Number(x), y: Number(y) });
  }
  return puts;
}

function readRecord(address, part) {
  for (const [name, records] of Object.entries(selectable)) {
    const key = address.get(name);
    if (key === null) continue;
    const found = records.find((record) => record.key === key) ?? null;
    const partner = name === "organisation" && address.get("with");
    if (!found || !partner) return found;
    const ends = (tie) => [tie.left, tie.right];
    const ties = [...(part.tiesOf.get(found) ?? []), ...(whole.tiesOf.get(found) ?? [])];
    return ties.find((tie) => ends(tie).some((end) => end !== found && end.key === partner)) ?? found;
  }
  return null;
}

const heaviest = Math.max(1, ...[...whole.ties.values()].map((tie) => tie.shared.length));

function writeAddress() {
  const wanted = addressOfView();
  if (wanted === location.hash) return;
  byId("link")?.setAttribute("hidden", ""); // it shows the address before
  // An empty fragment set through `location` would scroll the page to its top.
  history.pushState(null, "", wanted || location.href.split("#")[0]);
}

// Moving about makes no step to go back to: the address of the step where one stands follows it.
let waitingAddress = null;

function noteAddress() {
  clearTimeout(waitingAddress);
  waitingAddress = setTimeout(followAddress, 200);
}

function followAddress() {
  clearTimeout(waitingAddress);
  waitingAddress = null;
  const wanted = addressOfView();
  if (wanted === location.hash) return;
  byId("link")?.setAttribute("hidden", "");
  history.replaceState(null, "", wanted || location.href.split("#")[0]);
}

addEventListener("pagehide", () => waitingAddress && followAddress());

function announce(text) {
  byId("status").textContent = text;
}

function nameOf(record) {
  if (record.ref.startsWith("t")) {
    return word("tie_of", { a: isolate(record.left.name), b: isolate(record.right.name) });
  }
  return isolate(record.name ?? record.title);
}
