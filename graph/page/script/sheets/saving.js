/** The sheets as CSV: what the filters keep is what is saved. */

import { byId } from "../dom.js";
import { word } from "../language.js";
import { writeCell } from "../model/csv.js";
import { simplify } from "../model/matching.js";
import { save } from "../take/save.js";
import { sheetColumns } from "./columns.js";
import { listRecords } from "./listing.js";

/**
 * Give the reader a sheet as a file, in the order of the screen.
 *
 * @param {string} sheet
 */
export function saveSheet(sheet) {
  const columns = sheetColumns[sheet];
  const records = listRecords(sheet);
  const lines = [
    columns.map(({ title }) => writeCell(word(title))),
    ...records.map((record) => columns.map(({ value }) => writeCell(value(record)))),
  ];
  // The mark in front is for spreadsheets, which otherwise take UTF-8 for something else.
  const text = ["\ufeff", ...lines.map((cells) => `${cells.join(",")}\r\n`)].join("");
  const name = simplify(byId(`table-${sheet}`).textContent ?? "");
  save(`${name}.csv`, new Blob([text], { type: "text/csv" }));
}
