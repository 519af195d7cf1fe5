/**
 * How many a filter would keep.
 *
 * @import { FilterBlock } from "../model/block.js"
 * @import { Choices } from "../model/choices.js"
 * @import { Organisation, Partnership } from "../model/records.js"
 */

import { data, noChoices } from "../data.js";
import { isSame } from "../model/choices.js";
import { idsOf } from "../model/keep.js";
import { listApart, selectPartnerships } from "../model/select.js";
import { state } from "../state.js";

/**
 * What was selected last: filters in which nothing is chosen all ask for the same.
 *
 * @type {{ choices: Choices, kept: Partnership[] }}
 */
let lastKept = { choices: {}, kept: [] };

/** @param {Choices} choices */
function selectKept(choices) {
  if (!isSame(lastKept.choices, choices)) {
    lastKept = { choices, kept: [...selectPartnerships(data, choices).values()] };
  }
  return lastKept.kept;
}

/**
 * Count how many there are of each id where all other filters hold: organisations, where the
 * filter narrows these, else partnerships. Regions count what lies in them.
 *
 * @param {FilterBlock} filter
 * @returns {Map<string, number>}
 */
export function countIds({ name, narrows }) {
  const choices = { ...state.choices, [name]: noChoices[name] };
  const kept = selectKept(choices);
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
  for (const { members } of selectKept(choices)) {
    for (const { organisation, role } of members) {
      found.set(role, (found.get(role) ?? new Set()).add(organisation));
    }
  }
  return new Map([...found].map(([role, organisations]) => [role, organisations.size]));
}

/**
 * Count how often each id is there.
 *
 * @param {string[]} ids
 */
export function tally(ids) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of ids) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
