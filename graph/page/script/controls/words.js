/**
 * The words of the filters, in order.
 *
 * @import { WordField } from "../model/choices.js"
 */

import { regionsWithin, sources, usedWords } from "../data.js";
import { isolate, term } from "../language.js";
import { orderRegions } from "../model/regions.js";

/**
 * @typedef {object} ListFilter
 * @property {WordField} field which is the name of its list of words too
 * @property {string} title key of a word
 */

/** @type {ListFilter[]} */
export const lists = [
  { field: "regions", title: "region" },
  { field: "themes", title: "theme" },
  { field: "types", title: "legend_types" },
  { field: "kinds", title: "kind" },
  { field: "sources", title: "filter_document" },
];

/**
 * Say a word of a filter.
 *
 * @param {string} list
 * @param {string} id
 */
export function sayTerm(list, id) {
  if (list !== "sources") return term(list, id);
  return isolate(sources.find(({ key }) => key === id)?.title ?? id);
}

/**
 * Put the words that are used in order: documents as in the data, regions in the order of what
 * lies in what, all others by their label.
 *
 * @param {string} list
 * @returns {{ id: string, depth: number }[]}
 */
export function orderWords(list) {
  const words = [...usedWords(list)];
  if (list !== "sources") {
    words.sort((one, two) => term(list, one).localeCompare(term(list, two)));
  }
  if (list === "regions") return orderRegions(regionsWithin, words);
  return words.map((id) => ({ id, depth: 0 }));
}
