/**
 * The records of each sheet, in the order of the screen; of many, rows exist for one page of them.
 *
 * @import { Item } from "../model/records.js"
 * @import { Column } from "./columns.js"
 */

import { block, data, organisations } from "../data.js";
import { language } from "../language.js";
import { holds } from "../model/part.js";
import { state } from "../state.js";

/**
 * @typedef {object} Order
 * @property {Column<any>} column
 * @property {boolean} downwards
 */

/**
 * What a sheet shows, and in what order; what has no rows has no order.
 *
 * @type {Map<string, Order>}
 */
export const orders = new Map();

/** @type {Map<string, Intl.Collator>} */
const collators = new Map();

/** Give what compares texts in the language of the reader. */
function collator() {
  const found = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, found);
  return found;
}

/**
 * List what the filters keep of a sheet, in its order. What is not known stands last, whichever
 * way the rest goes; ties of one weight go by name.
 *
 * @param {string} sheet
 * @returns {Item[]}
 */
export function listRecords(sheet) {
  const order = orders.get(sheet);
  const records = sheet === "ties" ? listTiesByName() : listKept(sheet);
  if (!order) return records;
  const { value, by = value } = order.column;
  const { compare } = collator();
  const keyed = records.map((record) => ({ record, key: by(record) }));
  keyed.sort(({ key: one }, { key: two }) => {
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    const numbers = typeof one === "number" && typeof two === "number";
    const found = numbers ? one - two : compare(String(one), String(two));
    return order.downwards ? -found : found;
  });
  return keyed.map(({ record }) => record);
}

/** @param {string} sheet */
function listKept(sheet) {
  const { part } = state;
  const of = /** @type {Record<string, Item[]>} */ (/** @type {unknown} */ (data));
  const all = of[sheet === "documents" ? "sources" : sheet];
  return all.filter((record) => holds(part, record));
}

function listTiesByName() {
  const { compare } = collator();
  const sorted = [...organisations].sort((one, two) => compare(one.name, two.name));
  const rank = new Map(sorted.map((one, place) => [one, place]));
  const rankOf = (/** @type {typeof organisations[0]} */ one) => Number(rank.get(one));
  return [...state.part.ties.values()].sort(
    (one, two) => rankOf(one.left) - rankOf(two.left) || rankOf(one.right) - rankOf(two.right),
  );
}

/** Rows of a sheet that are there at once. */
export const mostRows = block.mostRows ?? Infinity;
