/**
 * What can be chosen in the filters that take ids, in order and in words.
 *
 * @import { FilterBlock } from "../model/block.js"
 */

import { listUsed, organisations, regionsWithin, sources } from "../data.js";
import { isolate, term, word } from "../language.js";
import { orderRegions } from "../model/regions.js";

/**
 * Say an id of a filter.
 *
 * @param {FilterBlock} filter
 * @param {string} id
 */
export function sayId({ value }, id) {
  if (value === "organisations") return isolate(findKey(organisations, id)?.name ?? id);
  if (value === "sources") return isolate(findKey(sources, id)?.title ?? id);
  if (value !== "passages") return term(value, id);
  const at = id.lastIndexOf(":");
  const name = isolate(findKey(sources, id.slice(0, at))?.title ?? id);
  return word("passage_of", { name, line: id.slice(at + 1) });
}

/**
 * @template {{ key: string }} T
 * @param {T[]} records
 * @param {string} id
 */
function findKey(records, id) {
  return records.find(({ key }) => key === id);
}

/**
 * Put what can be chosen in order: documents as in the data, regions in the order of what lies in
 * what, all else by its label.
 *
 * @param {FilterBlock} filter
 * @returns {{ id: string, depth: number }[]}
 */
export function orderIds({ name, value }) {
  const ids = [...listUsed(name)];
  if (value !== "sources") {
    ids.sort((one, two) => term(value, one).localeCompare(term(value, two)));
  }
  if (value === "regions") return orderRegions(regionsWithin, ids);
  return ids.map((id) => ({ id, depth: 0 }));
}
