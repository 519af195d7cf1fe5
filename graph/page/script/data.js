/**
 * What the page knows: read once from the data block, then only looked at.
 *
 * @import { FilterBlock, PageBlock } from "./model/block.js"
 * @import { Group, Item, Organisation, Passage } from "./model/records.js"
 */

import { byId, every } from "./dom.js";
import { makeChoices } from "./model/choices.js";
import { extentOf } from "./model/extent.js";
import { idsOf } from "./model/keep.js";
import { keepPart } from "./model/part.js";
import {
  isGroup,
  listAllPassages,
  listEvidence,
  listPassages,
  readRecords,
} from "./model/records.js";

const page = /** @type {PageBlock} */ (JSON.parse(byId("data").textContent));

export const block = page.data;
export const options = page.options; // of vis-network

// Maps, not objects: an id such as "__proto__" or "constructor" is a key like any other.
export const texts = new Map(
  Object.entries(block.texts).map(([list, entries]) => [list, new Map(Object.entries(entries))]),
);
const looks = new Map(Object.entries(block.looks));
export const shapes = new Map(Object.entries(block.shapes));

export const data = readRecords(block, page.nodes);
export const { organisations, partnerships, groups, relations, sources } = data;
export const { regionsWithin, filters } = data;

/**
 * Give colour and shape of the mark of an organisation or a group.
 *
 * @param {Organisation | Group} mark
 * @returns {[colour: string, shape: string]}
 */
export function lookOf(mark) {
  if (isGroup(mark)) return block.groupLook;
  return looks.get(mark.type) ?? ["", ""];
}

export const noChoices = makeChoices(filters);

/** All of it, as it is without filters. */
export const whole = keepPart(data, noChoices);

export const byRef = new Map(
  [organisations, partnerships, groups, sources, relations, [...whole.ties.values()]]
    .flat()
    .map((item) => [item.ref, /** @type {Item} */ (item)]),
);

const weights = [...whole.ties.values()].map((tie) => tie.shared.length);
export const heaviest = Math.max(1, extentOf(weights)[1]);

/** What filters speak of, by what they narrow. */
const things = {
  partnerships,
  organisations,
  memberships: partnerships.flatMap((one) => [...one.members, ...one.groups]),
};

const usedWords = new Map(
  filters.filter(({ ids }) => ids).map((one) => [one.name, [...new Set(listIds(one))]]),
);

/** @param {FilterBlock} filter */
function listIds({ name, value, narrows }) {
  if (value === "sources") return sources.map(({ key }) => key);
  if (value === "organisations") return organisations.map(({ key }) => key);
  if (value === "passages") return listPassageIds();
  const all = things[/** @type {keyof typeof things} */ (narrows)];
  return all.flatMap((thing) => idsOf(name, thing, data));
}

/** List the passages that something rests on, each as its document and its line. */
function listPassageIds() {
  const cited = [...partnerships.flatMap(listPassages), ...listEvidence(relations)];
  return cited.map(([place, line]) => `${sources[place].key}:${line}`);
}

/**
 * List the ids that some record has in a filter: what can be chosen in it.
 *
 * @param {string} name
 * @returns {string[]}
 */
export function listUsed(name) {
  return usedWords.get(name) ?? [];
}

/**
 * The words of passages, and where they open, stand in the tables once, in the order of the data;
 * with more rows than these hold, in the data block.
 */
export function readWords() {
  if (block.mostRows !== null) return;
  for (const one of partnerships) readRow(one, listAllPassages(one));
  for (const one of [...groups, ...relations]) readRow(one, one.evidence);
  for (const one of sources) readRow(one, listEvidence(one.barriers));
}

/**
 * @param {{ ref: string }} record
 * @param {Passage[]} passages
 */
function readRow({ ref }, passages) {
  const words = every(`#row-${ref} .words`);
  passages.forEach((passage, place) => {
    passage[2] = words[place]?.textContent ?? null;
    passage[3] = words[place]?.closest("li")?.querySelector("a.at")?.getAttribute("href") ?? null;
  });
}
