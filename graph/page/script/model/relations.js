/**
 * What one does to another, as the filters leave it: never a tie.
 *
 * @import { Choices } from "./choices.js"
 * @import { Keeps } from "./keep.js"
 * @import { Data, Group, Mark, Organisation, Partnership, Relation } from "./records.js"
 */

import { outermost } from "./fold.js";
import { isGroup, isOrganisation, isPartnership } from "./records.js";
import { cite } from "./select.js";

/**
 * Keep the relations of which the filters keep both ends.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @param {Keeps} keeps
 * @param {Set<Organisation>} organisations those that are kept
 * @param {Map<Partnership, Partnership>} narrowed the partnerships that are kept
 * @returns {Map<string, Relation>} by ref
 */
export function keepRelations({ relations }, { fold }, keeps, organisations, narrowed) {
  const isKept = (/** @type {Mark} */ end) => {
    if (isOrganisation(end)) return organisations.has(end);
    return isPartnership(end) ? narrowed.has(end) : true;
  };
  const kept = relations
    .map((one) => (fold ? foldRelation(one) : one))
    .filter((one) => one.origin !== one.target && keeps.relations(one))
    .filter(({ origin, target }) => isKept(origin) && isKept(target))
    .map((one) => cite(one, keeps))
    .filter(({ evidence }) => evidence.length);
  return new Map(kept.map((one) => [one.ref, one]));
}

/** @param {Relation} relation */
function foldRelation(relation) {
  const foldEnd = (/** @type {Mark} */ end) => (isOrganisation(end) ? outermost(end) : end);
  return { ...relation, origin: foldEnd(relation.origin), target: foldEnd(relation.target) };
}

/**
 * Keep the groups that take part in a partnership, are wanted there, or are the end of a relation.
 *
 * @param {Data} data
 * @param {Iterable<Partnership>} partnerships as the filters leave them
 * @param {Iterable<Relation>} relations
 * @returns {Group[]} in the order of the data
 */
export function keepGroups(data, partnerships, relations) {
  /** @type {Set<Group>} */
  const found = new Set();
  for (const { groups, wishedGroups } of partnerships) {
    for (const { group } of [...groups, ...wishedGroups]) found.add(group);
  }
  for (const { origin, target } of relations) {
    for (const end of [origin, target]) if (isGroup(end)) found.add(end);
  }
  return data.groups.filter((group) => found.has(group));
}
