/**
 * The sheets in any order.
 *
 * @import { Column } from "./columns.js"
 */

import { announce, every, first, make, makeButton } from "../dom.js";
import { language, word } from "../language.js";
import { sheetColumns } from "./columns.js";
import { recordOfRow, rowsOf } from "./rows.js";
import { saveSheet } from "./saving.js";

/** @type {Map<string, Intl.Collator>} */
const collators = new Map();

/** Give what compares texts in the language of the reader. */
function collator() {
  const found = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, found);
  return found;
}

/**
 * How a sheet stands; what has no rows has no order.
 *
 * @type {Map<string, { column: Column<any>, downwards: boolean }>}
 */
const orders = new Map();

/**
 * Put the rows of a sheet in their order. What is not known stands last, whichever way the rest
 * goes.
 *
 * @param {string} sheet
 */
export function sortRows(sheet) {
  const order = orders.get(sheet);
  if (!order) return;
  const { value, by = value } = order.column;
  const { compare } = collator();
  const keyed = rowsOf(sheet).map((row) => ({ row, key: by(recordOfRow(row)) }));
  keyed.sort(({ key: one }, { key: two }) => {
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    const numbers = typeof one === "number" && typeof two === "number";
    const found = numbers ? one - two : compare(String(one), String(two));
    return order.downwards ? -found : found;
  });
  first(`#sheet-${sheet} tbody`).append(...keyed.map(({ row }) => row));
}

/**
 * Make a button of a heading: numbers go from most to least at the first press, texts from a to z.
 *
 * @param {string} sheet
 * @param {HTMLElement} heading
 * @param {Column<any>} column
 */
function bindHeading(sheet, heading, column) {
  const title = make("span", [...heading.childNodes]);
  const press = () => {
    const now = heading.getAttribute("aria-sort");
    const downwards = now ? now === "ascending" : column.most === true;
    for (const other of every("th", /** @type {HTMLElement} */ (heading.parentElement))) {
      other.removeAttribute("aria-sort");
    }
    setOrder(sheet, heading, column, downwards);
    sortRows(sheet);
    const name = title.textContent ?? "";
    announce(word(downwards ? "sorted_down" : "sorted_up", { name }));
  };
  heading.replaceChildren(makeButton(".by", press, title));
}

/**
 * @param {string} sheet
 * @param {HTMLElement} heading
 * @param {Column<any>} column
 * @param {boolean} downwards
 */
function setOrder(sheet, heading, column, downwards) {
  heading.setAttribute("aria-sort", downwards ? "descending" : "ascending");
  orders.set(sheet, { column, downwards });
}

/** Let the sheets be sorted and saved. */
export function bindSorting() {
  for (const [sheet, columns] of Object.entries(sheetColumns)) {
    const scroll = first(`#sheet-${sheet} .scroll`);
    if (!scroll) continue;
    const headings = every("thead th", scroll);
    const start = sheet === "ties" ? 2 : 0; // as the rows stand at first: by weight, or by name
    for (const column of columns) {
      if (column.at === undefined) continue;
      bindHeading(sheet, headings[column.at], column);
      if (column.at === start) setOrder(sheet, headings[start], column, column.most === true);
    }
    const label = make("span", { "data-t": "save_table" }, word("save_table"));
    const save = makeButton("", () => saveSheet(sheet), label);
    scroll.before(make("div.sheet-tools", make("p.rows", { "data-rows": sheet }), save));
  }
}
