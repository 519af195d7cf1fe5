/**
 * The sheets in any order.
 *
 * @import { Column } from "./columns.js"
 */

import { announce, every, first, make, makeButton } from "../dom.js";
import { word } from "../language.js";
import { sheetColumns } from "./columns.js";
import { orders } from "./listing.js";
import { clearLongSheet, fillSheet, makePages } from "./narrowed.js";
import { saveSheet } from "./saving.js";

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
    fillSheet(sheet);
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
    clearLongSheet(sheet);
    const headings = every("thead th", scroll);
    const start = sheet === "ties" ? 2 : 0; // as the rows stand at first: by weight, or by name
    for (const column of columns) {
      if (column.at === undefined) continue;
      bindHeading(sheet, headings[column.at], column);
      if (column.at === start) setOrder(sheet, headings[start], column, column.most === true);
    }
    const label = make("span", { "data-t": "save_table" }, word("save_table"));
    const save = makeButton("", () => saveSheet(sheet), label);
    scroll.before(
      make("div.sheet-tools", make("p.rows", { "data-rows": sheet }), makePages(sheet), save),
    );
  }
}
