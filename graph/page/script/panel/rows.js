/**
 * The fields that the format says are shown, each in a row under its label.
 *
 * @import { Child } from "../dom.js"
 * @import { Row } from "../model/block.js"
 * @import { Mark, Source } from "../model/records.js"
 */

import { organisations, partnerships, sources } from "../data.js";
import { joined, linkTo, row } from "../elements.js";
import { term } from "../language.js";

/** @type {Record<string, (Mark | Source)[]>} */
const recordLists = { organisations, partnerships, sources };

/** @param {Row} field */
export function drawField([label, kind, items]) {
  return row(term("fields", label), ...joined(items.map((item) => drawFieldValue(kind, item))));
}

/**
 * @param {string} kind
 * @param {string | number} item
 * @returns {Child}
 */
export function drawFieldValue(kind, item) {
  if (kind in recordLists) return linkTo(recordLists[kind][Number(item)]);
  return kind === "text" ? String(item) : term(kind, String(item));
}
