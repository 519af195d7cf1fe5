/**
 * An address as a view: what it names and the data do not have is passed over.
 *
 * @import { FilterBlock } from "./model/block.js"
 * @import { Choices } from "./model/choices.js"
 * @import { View } from "./model/lines.js"
 * @import { Part } from "./model/part.js"
 * @import { Item, Mark, Organisation, Tie } from "./model/records.js"
 * @import { Sides } from "./model/sides.js"
 * @import { Look, Measure, Rest, State } from "./state.js"
 */

import { selectable, sideMarks } from "./address.js";
import {
  block,
  data,
  filters,
  groups,
  listUsed,
  organisations,
  partnerships,
  whole,
} from "./data.js";
import { byId } from "./dom.js";
import { certainties } from "./model/certainty.js";
import { isNarrowed, listGiven, tidyChoices } from "./model/choices.js";
import { keepPart } from "./model/part.js";
import { readPeriod } from "./model/period.js";
import { isRelation } from "./model/records.js";
import { colours } from "./views/colour.js";

/**
 * @typedef {object} Asked
 * @property {string} language
 * @property {Map<Mark, { x: number, y: number }>} puts what was put elsewhere on the map
 * @property {Partial<State>} view
 */

/**
 * Read what the address of the page asks for.
 *
 * @returns {Asked}
 */
export function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const choices = readChoices(address);
  const [from, to] = ["from", "to"].map((name) =>
    organisations.find((organisation) => organisation.key === address.get(name)),
  );
  return {
    language: oneOf(block.languages, address.get("lang"), block.language),
    puts: readPuts(address.getAll("put")),
    view: {
      several: readSeveral(address),
      adding: false,
      selected: readItem(address, isNarrowed(filters, choices) ? keepPart(data, choices) : whole),
      view: oneOf(listViews(), address.get("view")),
      arrows: address.get("arrows") === "1",
      fields: address.get("fields") !== "0",
      alone: address.get("alone") === "1",
      choices,
      rest: oneOf(/** @type {Rest[]} */ (["dim", "hide"]), address.get("rest")),
      colour: oneOf(colours, address.get("colour")),
      measure: oneOf(/** @type {Measure[]} */ (["count", "newman"]), address.get("width")),
      years: readYears(address.get("years") ?? ""),
      steps: readNumber(address.get("steps"), 99),
      removed: address.get("without") === "1",
      between: from && to && from !== to ? { from, to } : null,
      sides: readSides(address),
      broken: isBroken(address),
      at: readLook(address.get("at") ?? ""),
    },
  };
}

/**
 * @param {URLSearchParams} address
 * @param {string} [mark] before the name of each filter
 * @returns {Choices}
 */
function readChoices(address, mark = "") {
  const choices = Object.fromEntries(
    filters.map((filter) => [filter.name, readChoice(filter, address.getAll(mark + filter.key))]),
  );
  return tidyChoices(filters, choices);
}

/**
 * Read what is compared: nothing, unless one of both sides asks for something.
 *
 * @param {URLSearchParams} address
 * @returns {Sides | null}
 */
function readSides(address) {
  const [left, right] = [sideMarks.left, sideMarks.right].map((mark) => {
    const choices = readChoices(address, mark);
    return Object.fromEntries(listGiven(filters, choices).map(({ name }) => [name, choices[name]]));
  });
  return Object.keys({ ...left, ...right }).length ? { left, right } : null;
}

/**
 * @param {FilterBlock} filter
 * @param {string[]} texts what the address says of it
 */
function readChoice({ name, value, ids, on, usual }, texts) {
  if (ids) return [...new Set(texts.join().split(","))].filter((id) => listUsed(name).includes(id));
  const [text = ""] = texts;
  if (value === "flag") return text === on;
  if (value === "period") return readPeriod(text) ? text : usual;
  if (value === "certainty")
    return oneOf(/** @type {readonly string[]} */ (certainties), text, String(usual));
  return Math.max(Number(usual), readNumber(text, 999));
}

/** List the views that this page has. */
function listViews() {
  const views = /** @type {View[]} */ (["network", "two-mode", "grid", "time"]);
  return byId("regions") ? [...views, /** @type {View} */ ("regions")] : views;
}

/**
 * @template {string} T
 * @param {readonly T[]} allowed
 * @param {string | null} text
 * @param {T} otherwise
 */
function oneOf(allowed, text, otherwise = allowed[0]) {
  return allowed.find((one) => one === text) ?? otherwise;
}

/**
 * @param {string | null} text
 * @param {number} most
 * @returns {number} 1 where it is none
 */
function readNumber(text, most) {
  return text !== null && /^\d{1,3}$/.test(text) ? Math.min(Number(text), most) : 1;
}

/**
 * @param {string} text
 * @returns {[number, number] | null} null where it is no two years in their order
 */
function readYears(text) {
  const found = /^(\d{4})\.\.(\d{4})$/.exec(text);
  const [before, after] = (found ?? []).slice(1).map(Number);
  return found && before > 0 && before < after ? [before, after] : null;
}

/**
 * Tell whether it names something that these data do not have: an older link, or one to other data.
 *
 * @param {URLSearchParams} address
 */
function isBroken(address) {
  const named = { ...selectable, from: organisations, to: organisations, with: organisations };
  return Object.entries(named).some(
    ([name, records]) => address.has(name) && !records.some((one) => one.key === address.get(name)),
  );
}

/** @param {URLSearchParams} address */
function readSeveral(address) {
  const keys = new Set(address.get("organisations")?.split(","));
  const found = [...keys].flatMap((key) => organisations.find((one) => one.key === key) ?? []);
  return found.length > 1 ? found : [];
}

/**
 * @param {string} text
 * @returns {Look | null}
 */
function readLook(text) {
  const found = /^(-?\d{1,6}),(-?\d{1,6}),(\d(?:\.\d{1,3})?)$/.exec(text);
  if (!found) return null;
  const [x, y, scale] = found.slice(1).map(Number);
  return { x, y, scale: Math.min(Math.max(scale, 0.02), 6) };
}

/**
 * @param {string[]} texts
 * @returns {Map<Mark, { x: number, y: number }>}
 */
function readPuts(texts) {
  const puts = new Map();
  for (const text of texts) {
    const [, x, y, key] = /^(-?\d{1,6}),(-?\d{1,6}),(.*)$/s.exec(text) ?? [];
    const mark = [...organisations, ...partnerships, ...groups].find((one) => one.key === key);
    if (mark) puts.set(mark, { x: Number(x), y: Number(y) });
  }
  return puts;
}

/**
 * @param {URLSearchParams} address
 * @param {Part} part what its filters keep
 * @returns {Item | null}
 */
function readItem(address, part) {
  for (const [name, records] of Object.entries(selectable)) {
    const key = address.get(name);
    if (key === null) continue;
    const record = records.find((one) => one.key === key) ?? null;
    const found =
      record && isRelation(record) ? (part.relations.get(record.ref) ?? record) : record;
    const partner = name === "organisation" && address.get("with");
    if (!found || !partner) return found;
    const organisation = /** @type {Organisation} */ (found);
    return findTie(part, organisation, partner) ?? findTie(whole, organisation, partner) ?? found;
  }
  return null;
}

/**
 * @param {Part} part
 * @param {Organisation} organisation
 * @param {string} partner
 * @returns {Tie | undefined}
 */
function findTie(part, organisation, partner) {
  const ties = part.tiesOf.get(organisation) ?? [];
  return ties.find(({ left, right }) =>
    [left, right].some((end) => end !== organisation && end.key === partner),
  );
}
