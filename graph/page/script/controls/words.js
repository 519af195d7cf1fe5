/**
 * What can be chosen in the filters that take ids, in order and in words.
 *
 * @import { FilterBlock } from "../model/block.js"
 */

import { listUsed, regionsWithin, sources } from "../data.js";
import { isolate, term } from "../language.js";
import { orderRegions } from "../model/regions.js";

/**
 * Say an id of a filter.
 *
 * @param {FilterBlock} filter
 * @param {string} id
 */
export function sayId({ value }, id) {
  if (value !== "sources") return term(value, id);
  return isolate(sources.find(({ key }) => key === id)?.title ?? id);
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
