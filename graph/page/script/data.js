/**
 * What the page knows: read once from the data block, then only looked at.
 *
 * @import { PageBlock } from "./model/block.js"
 * @import { Item } from "./model/records.js"
 */

import { byId, every } from "./dom.js";
import { noChoices } from "./model/choices.js";
import { keepPart } from "./model/part.js";
import { listPassages, listUsed, readRecords } from "./model/records.js";

const page = /** @type {PageBlock} */ (JSON.parse(byId("data").textContent));

export const block = page.data;
export const options = page.options; // of vis-network

// Maps, not objects: an id such as "__proto__" or "constructor" is a key like any other.
export const texts = new Map(
  Object.entries(block.texts).map(([list, entries]) => [list, new Map(Object.entries(entries))]),
);
export const looks = new Map(Object.entries(block.looks));
export const shapes = new Map(Object.entries(block.shapes));

export const data = readRecords(block, page.nodes);
export const { organisations, partnerships, sources, regionsWithin } = data;

/** All of it, as it is without filters. */
export const whole = keepPart(data, noChoices);

export const byRef = new Map(
  [...organisations, ...partnerships, ...sources, ...whole.ties.values()].map((item) => [
    item.ref,
    /** @type {Item} */ (item),
  ]),
);

export const heaviest = Math.max(1, ...[...whole.ties.values()].map((tie) => tie.shared.length));

const usedLists = listUsed(data);

/**
 * List the words that some record uses.
 *
 * @param {string} list
 * @returns {string[]}
 */
export function usedWords(list) {
  return usedLists.get(list) ?? [];
}

/** The quotes stand in the table of partnerships, once, and in the order of the data. */
export function readQuotes() {
  for (const partnership of partnerships) {
    const quotes = every(`#row-${partnership.ref} q`);
    listPassages(partnership).forEach((passage, place) => {
      passage[2] = quotes[place]?.textContent ?? null;
    });
  }
}
