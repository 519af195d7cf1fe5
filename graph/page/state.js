// What the reader has chosen: one object, kept in the address so that a view can be shared.

const state = {
  selected: null, // a record of `byRef`, or nothing
  cursor: null, // the organisation where the keyboard stands on the map
  hovered: null, // the organisation or tie under the mouse
  focus: null, // derived: what belongs to the selection, {organisations, ties}
};

const parameters = { organisation: organisations, partnership: partnerships, document: sources };

function addressOf(record) {
  const address = new URLSearchParams();
  if (record && record.ref.startsWith("t")) {
    address.set("organisation", record.left.key);
    address.set("with", record.right.key);
  } else if (record) {
    const [name] = Object.entries(parameters).find(([, records]) => records.includes(record));
    address.set(name, record.key);
  }
  if (language !== told.language) address.set("lang", language);
  const text = address.toString();
  return text ? `#${text}` : "";
}

function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const wanted = address.get("lang");
  language = wanted === "nl" || wanted === "en" ? wanted : told.language;
  let found = null;
  for (const [name, records] of Object.entries(parameters)) {
    const key = address.get(name);
    if (key !== null) found = records.find((record) => record.key === key) ?? null;
    if (found) break;
  }
  const partner = address.get("with");
  if (found && partner !== null) {
    found = found.ties?.find((tie) => otherEnd(tie, found).key === partner) ?? found;
  }
  return found;
}

function writeAddress() {
  const wanted = addressOf(state.selected);
  if (wanted === location.hash) return;
  // An empty fragment set through `location` would scroll the page to its top.
  history.pushState(null, "", wanted || location.href.split("#")[0]);
}

function focusOn(record) {
  if (!record) return null;
  const kind = record.ref[0];
  const table = (partnership) => partnership.members.map((member) => member.organisation);
  if (kind === "o") {
    return {
      organisations: new Set([record, ...record.ties.map((tie) => otherEnd(tie, record))]),
      ties: new Set(record.ties),
    };
  }
  if (kind === "t") {
    return { organisations: new Set([record.left, record.right]), ties: new Set([record]) };
  }
  const tables = new Set(kind === "p" ? [record] : record.partnerships);
  return {
    organisations: new Set([...tables].flatMap(table)),
    ties: new Set(ties.filter((tie) => tie.shared.some((shared) => tables.has(shared)))),
  };
}

function announce(text) {
  document.getElementById("status").textContent = text;
}

function nameOf(record) {
  if (record.ref.startsWith("t")) {
    return word("tie_of", { a: isolate(record.left.name), b: isolate(record.right.name) });
  }
  return isolate(record.name ?? record.title);
}
