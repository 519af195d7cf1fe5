/**
 * How many a filter would keep.
 *
 * @import { WordField } from "../model/choices.js"
 * @import { Organisation, Partnership } from "../model/records.js"
 */

import { data, regionsWithin, sources, usedWords } from "../data.js";
import { listWithin } from "../model/regions.js";
import { listApart, selectPartnerships } from "../model/select.js";
import { state } from "../state.js";

const insideRegion = usedWords("regions").map((id) => ({
  id,
  inside: listWithin(regionsWithin, [id]),
}));

/**
 * What a partnership adds one to, in each filter.
 *
 * @type {Record<string, (partnership: Partnership) => Iterable<string>>}
 */
const wordsOf = {
  // Regions count what lies in them.
  regions: ({ regions }) =>
    insideRegion
      .filter(({ inside }) => regions.some((region) => inside.has(region)))
      .map(({ id }) => id),
  themes: ({ themes }) => themes,
  kinds: ({ kind }) => [kind],
  sources: ({ evidence }) => new Set(evidence.map(([place]) => sources[place].key)),
};

/**
 * Count how many there are of each word where all other filters hold: organisations of a type,
 * else partnerships.
 *
 * @param {WordField} field
 * @returns {Map<string, number>}
 */
export function countWords(field) {
  const choices = { ...state.choices, [field]: [] };
  const kept = [...selectPartnerships(data, choices).values()];
  if (field !== "types") return tally(kept.flatMap((one) => [...wordsOf[field](one)]));
  const active = kept.flatMap(({ members }) => members.map(({ organisation }) => organisation));
  return tally([...new Set([...active, ...listApart(data, choices)])].map(({ type }) => type));
}

/**
 * Count the organisations that take part in each role, where all other filters hold.
 *
 * @returns {Map<string, number>}
 */
export function countRoles() {
  const choices = { ...state.choices, roles: [], withoutRoles: [] };
  /** @type {Map<string, Set<Organisation>>} */
  const found = new Map();
  for (const { members } of selectPartnerships(data, choices).values()) {
    for (const { organisation, role } of members) {
      found.set(role, (found.get(role) ?? new Set()).add(organisation));
    }
  }
  return new Map([...found].map(([role, organisations]) => [role, organisations.size]));
}

/** @param {string[]} words */
function tally(words) {
  const counts = new Map();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
