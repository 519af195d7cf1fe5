/** The rows of the sheets, and the records that they are about. */

import { byId, every } from "../dom.js";
import { findRecord, state } from "../state.js";

/**
 * List the rows of a sheet.
 *
 * @param {string} sheet
 */
export function rowsOf(sheet) {
  return /** @type {HTMLTableRowElement[]} */ (every(`#sheet-${sheet} tbody > tr`));
}

/**
 * Give the ref of what a row is about.
 *
 * @param {Element} row
 */
function refOfRow(row) {
  return row.id.slice("row-".length);
}

/**
 * Find what a row is about, as the filters leave it.
 *
 * @param {Element} row
 */
export function recordOfRow(row) {
  return findRecord(refOfRow(row));
}

/** Mark the row of what is chosen. */
export function markRows() {
  for (const row of every("tr[aria-current]")) row.removeAttribute("aria-current");
  if (state.selected) byId(`row-${state.selected.ref}`)?.setAttribute("aria-current", "true");
}
