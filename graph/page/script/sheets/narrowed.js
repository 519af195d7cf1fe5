/**
 * The sheets under the filters: what falls outside leaves, and what is left shows what counts now.
 *
 * @import { Part } from "../model/part.js"
 * @import { Mark, Organisation, Partnership, Tie } from "../model/records.js"
 * @import { State } from "../state.js"
 */

import { byRef, sources, whole } from "../data.js";
import { byId, every, first, make } from "../dom.js";
import { joined, nameGroup, recordOfLink } from "../elements.js";
import { language, word } from "../language.js";
import { findGroupPartners } from "../model/groups.js";
import { holds } from "../model/part.js";
import { isOrganisation, isPartnership, isRelation, isTie, whoOf } from "../model/records.js";
import { knownOf, noPartner, sayPart } from "../phrases.js";
import { state } from "../state.js";
import { refOfRow, rowsOf } from "./rows.js";
import { sortRows } from "./sorting.js";
import { fillTieRow, linkReasons, makeTieRow } from "./ties.js";

/** Rows of ties that exist only where units count as their parent. */
let newRows = /** @type {HTMLElement[]} */ ([]);

/**
 * What the rows of a sheet show, and in what order.
 *
 * @type {Map<string, { part: Part, language: string }>}
 */
const shown = new Map();

/** @param {State} before */
export function followSheets({ part }) {
  if (state.part !== part) renderSheets();
}

/** Say over the sheets what the filters leave, and show it in the one that is in front. */
export function renderSheets() {
  const all = state.part === whole;
  const note = byId("tables-narrowed");
  note.hidden = all;
  note.textContent = all ? "" : `${word("tables_narrowed")} ${sayPart()}.`;
  byId("findings-all").hidden = all;
  renderOpenSheet();
}

/** The others wait until they are opened, or printed. */
export function renderOpenSheet() {
  renderSheet(first(".sheet:not([hidden])").id.slice("sheet-".length));
}

/** @param {string} sheet */
export function renderSheet(sheet) {
  const { part } = state;
  const before = shown.get(sheet) ?? { part: whole, language };
  if (!shown.has(sheet) && sheet === "ties") linkReasons();
  shown.set(sheet, { part, language });
  if (before.part !== part) narrowSheet(sheet, part);
  if (before.part !== part || before.language !== language) sortRows(sheet);
  countRows(sheet);
}

/**
 * Say how much of a sheet the filters leave in sight.
 *
 * @param {string} sheet
 */
function countRows(sheet) {
  const rows = rowsOf(sheet);
  const n = rows.filter((row) => !row.hidden).length;
  const parts =
    n === rows.length
      ? [said("rows_all", n)]
      : [said("rows_some", n), " ", said("rows_of", rows.length)];
  first(`[data-rows="${sheet}"]`)?.replaceChildren(...parts);
}

/**
 * @param {string} sheet
 * @param {Part} part
 */
function narrowSheet(sheet, part) {
  if (sheet === "ties") {
    for (const row of newRows) row.remove();
  }
  for (const row of rowsOf(sheet)) {
    const record = byRef.get(refOfRow(row));
    row.hidden = !record || !holds(part, record);
    if (!record || row.hidden) continue;
    if (isTie(record)) narrowTie(row, record, part);
    else if (isOrganisation(record)) narrowOrganisation(row, record, part);
    else if (isPartnership(record)) narrowPartnership(row, record, part);
    else if (!isRelation(record)) hideLinks(row, part.partnerships);
  }
  if (sheet !== "ties") return;
  const added = [...part.ties.values()].filter(({ ref }) => !byRef.has(ref));
  newRows = added.map(makeTieRow);
  first("#sheet-ties tbody")?.append(...newRows);
}

/**
 * Only what differs is written anew.
 *
 * @param {HTMLElement} row
 * @param {Tie} tie as it is without filters
 * @param {Part} part
 */
function narrowTie(row, tie, part) {
  const kept = part.ties.get(tie.ref) ?? tie;
  const write = (/** @type {Tie} */ { shared, certainty }) =>
    `${shared.map(({ ref }) => ref)} ${certainty}`;
  if ((row.dataset.now ?? write(tie)) !== write(kept)) fillTieRow(row, kept);
  row.dataset.now = write(kept);
}

/**
 * @param {HTMLElement} row
 * @param {Organisation} organisation
 * @param {Part} part
 */
function narrowOrganisation(row, organisation, part) {
  const memberships = part.memberships.get(organisation) ?? [];
  hideLinks(row, new Set(memberships.map(({ partnership }) => partnership)));
  const n = part.tiesOf.get(organisation)?.length ?? 0;
  const text = n
    ? said("n_partners", n)
    : make("span.unknown", said(noPartner(organisation), sources.length));
  row.lastElementChild?.replaceChildren(text, ...sayGroupPartners(part, organisation));
}

/**
 * Say who takes part beside an organisation without being named.
 *
 * @param {Part} part
 * @param {Organisation} organisation
 */
function sayGroupPartners(part, organisation) {
  const found = findGroupPartners(part, organisation);
  if (!found.length) return [];
  const names = found.map(({ group, partnerships }) =>
    make("span", nameGroup(group), " (", said("n_partnerships", partnerships.length), ")"),
  );
  return [make("div.sub", said("unnamed"), ": ", ...joined(names))];
}

/**
 * Say a text of the page in a way that can be put into the other language.
 *
 * @param {string} key
 * @param {number} [n]
 */
function said(key, n) {
  if (n === undefined) return make("span", { "data-t": key }, word(key));
  return make("span", { "data-t": key, "data-n": n }, word(key, { n }));
}

/**
 * @param {HTMLElement} row
 * @param {Partnership} partnership
 * @param {Part} part
 */
function narrowPartnership(row, partnership, part) {
  const narrowed = part.narrowed.get(partnership) ?? partnership;
  const { groups, members, wished, wishedGroups } = narrowed;
  hideLinks(row, new Set([...members, ...groups, ...wished, ...wishedGroups].map(whoOf)));
  const known = first("[class^=known-]", row);
  known.dataset.t = knownOf(narrowed);
  known.textContent = word(known.dataset.t);
}

/** @param {HTMLElement} row */
function listItems(row) {
  return every("td > ul:not(.quotes) > li", row);
}

/**
 * Hide what links to something that the filters leave out.
 *
 * @param {HTMLElement} row
 * @param {Set<Mark>} kept
 */
function hideLinks(row, kept) {
  for (const item of listItems(row)) {
    const record = recordOfLink(item.querySelector("a"));
    item.hidden = record !== null && !kept.has(/** @type {Mark} */ (record));
  }
}
