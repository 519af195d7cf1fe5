/**
 * The sheets as the filters leave them: what falls outside leaves, and what is left shows what
 * counts now. Of many rows one page is there at a time.
 *
 * @import { Item } from "../model/records.js"
 * @import { Part } from "../model/part.js"
 * @import { State } from "../state.js"
 */

import { block, data, whole } from "../data.js";
import { announce, byId, every, first, make, makeButton } from "../dom.js";
import { language, sayNumber, word } from "../language.js";
import { sayChosen } from "../controls/chosen.js";
import { sayPart } from "../phrases.js";
import { state } from "../state.js";
import { listRecords, mostRows } from "./listing.js";
import { makeSheetRow } from "./making.js";
import { linkReasons } from "./ties.js";

/**
 * What the rows of a sheet show: at first those of the page as it was written.
 *
 * @typedef {object} Shown
 * @property {Part} part
 * @property {string} language
 * @property {Item[]} records in their order
 * @property {number} from place of the first row that is there
 */

/** @type {Map<string, Shown>} */
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
  note.textContent = all ? "" : `${word("tables_narrowed")} ${sayChosen()}. ${sayPart()}.`;
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
  const before = shown.get(sheet);
  if (before?.part === part && before.language === language) return;
  const asWritten = !before && part === whole && language === block.language;
  if (asWritten && countAll(sheet) <= mostRows) keepRows(sheet);
  else fillSheet(sheet);
}

/**
 * The rows of the page as it was written stay as they are.
 *
 * @param {string} sheet
 */
function keepRows(sheet) {
  if (sheet === "ties") linkReasons();
  shown.set(sheet, { part: whole, language, records: listRecords(sheet), from: 0 });
  countRows(sheet);
}

/**
 * Make the rows of a sheet anew, from its first.
 *
 * @param {string} sheet
 */
export function fillSheet(sheet) {
  shown.set(sheet, { part: state.part, language, records: listRecords(sheet), from: 0 });
  showRows(sheet);
}

/** @param {string} sheet */
function showRows(sheet) {
  const { from, records } = /** @type {Shown} */ (shown.get(sheet));
  const rows = records.slice(from, from + mostRows);
  first(`#sheet-${sheet} tbody`)?.replaceChildren(...rows.map((one) => makeSheetRow(sheet, one)));
  countRows(sheet);
}

/**
 * Where a sheet has more rows than are there at once, those of the page as it was written make way
 * for rows that are made when the sheet is opened.
 *
 * @param {string} sheet
 */
export function clearLongSheet(sheet) {
  if (countAll(sheet) > mostRows) first(`#sheet-${sheet} tbody`).replaceChildren();
}

/** @param {string} sheet */
function countAll(sheet) {
  if (sheet === "ties") return whole.ties.size;
  const lists = /** @type {Record<string, Item[]>} */ (/** @type {unknown} */ (data));
  return lists[sheet === "documents" ? "sources" : sheet].length;
}

/**
 * Say how much of a sheet the filters leave, and which rows of many are there.
 *
 * @param {string} sheet
 */
function countRows(sheet) {
  const { from, records } = /** @type {Shown} */ (shown.get(sheet));
  const n = records.length;
  const all = Math.max(countAll(sheet), n);
  const count =
    n === all
      ? word("rows_all", { n })
      : `${word("rows_some", { n })} ${word("rows_of", { n: all })}`;
  const range = n > mostRows ? `${sayRange(from, n)}; ` : "";
  first(`[data-rows="${sheet}"]`)?.replaceChildren(range + count);
  for (const button of every(`[data-pages="${sheet}"] button`)) {
    const to = from + Number(button.dataset.step) * mostRows;
    /** @type {HTMLButtonElement} */ (button).disabled = to < 0 || to >= n;
  }
  first(`[data-pages="${sheet}"]`)?.toggleAttribute("hidden", n <= mostRows);
}

/**
 * @param {number} from
 * @param {number} n
 */
function sayRange(from, n) {
  const to = Math.min(from + mostRows, n);
  return word("rows_range", { from: sayNumber(from + 1), to: sayNumber(to) });
}

/**
 * Make the buttons that go to the rows before and after those that are there.
 *
 * @param {string} sheet
 */
export function makePages(sheet) {
  const steps = /** @type {const} */ ([
    [-1, "rows_before"],
    [1, "rows_after"],
  ]);
  const buttons = steps.map(([step, key]) =>
    makeButton(
      "",
      () => turn(sheet, step),
      { "data-step": step },
      make("span", { "data-t": key }, word(key)),
    ),
  );
  return make("div.pages", { "data-pages": sheet, hidden: "" }, ...buttons);
}

/**
 * @param {string} sheet
 * @param {1 | -1} step
 */
function turn(sheet, step) {
  const now = /** @type {Shown} */ (shown.get(sheet));
  now.from += step * mostRows;
  showRows(sheet);
  first(`#sheet-${sheet} .scroll`).scrollTop = 0;
  announce(sayRange(now.from, now.records.length));
}
