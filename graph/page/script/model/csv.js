/** Cells of a CSV file: graph/write/graphs/csv.py. */

/** The start of a formula. */
const formula =
  /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff'"`´‘’‚“”„«»]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/u;

/** @typedef {string | number | null | (string | number)[]} Value of a cell */

/**
 * Write a cell: lists joined, and nothing that a spreadsheet would take for a formula.
 *
 * @param {Value} value
 */
export function writeCell(value) {
  if (typeof value === "number") return String(value);
  const text = [value ?? ""].flat().join("; ");
  const inert = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
