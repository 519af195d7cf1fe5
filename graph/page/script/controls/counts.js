/**
 * How many a filter would keep.
 *
 * @import { FilterBlock } from "../model/block.js"
 * @import { Organisation } from "../model/records.js"
 */

import { data, noChoices } from "../data.js";
import { idsOf } from "../model/keep.js";
import { listApart, selectPartnerships } from "../model/select.js";
import { state } from "../state.js";

/**
 * Count how many there are of each id where all other filters hold: organisations, where the
 * filter narrows these, else partnerships. Regions count what lies in them.
 *
 * @param {FilterBlock} filter
 * @returns {Map<string, number>}
 */
export function countIds({ name, narrows }) {
  const choices = { ...state.choices, [name]: noChoices[name] };
  const kept = [...selectPartnerships(data, choices).values()];
  if (narrows !== "organisations") return tally(kept.flatMap((one) => idsOf(name, one, data)));
  const active = kept.flatMap(({ members }) => members.map(({ organisation }) => organisation));
  const found = new Set([...active, ...listApart(data, choices)]);
  return tally([...found].flatMap((one) => idsOf(name, one, data)));
}

/**
 * Count the organisations that take part in each role, where all other filters hold.
 *
 * @returns {Map<string, number>}
 */
export function countRoles() {
  const { roles, withoutRoles } = noChoices;
  const choices = { ...state.choices, roles, withoutRoles };
  /** @type {Map<string, Set<Organisation>>} */
  const found = new Map();
  for (const { members } of selectPartnerships(data, choices).values()) {
    for (const { organisation, role } of members) {
      found.set(role, (found.get(role) ?? new Set()).add(organisation));
    }
  }
  return new Map([...found].map(([role, organisations]) => [role, organisations.size]));
}

/** @param {string[]} ids */
function tally(ids) {
  const counts = new Map();
  for (const one of ids) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
