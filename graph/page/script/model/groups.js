/**
 * With which groups an organisation takes part in a partnership: graph/query/groups.py.
 *
 * @import { Part } from "./part.js"
 * @import { Group, Organisation, Partnership } from "./records.js"
 */

/** @typedef {{ group: Group, partnerships: Partnership[] }} GroupPartner */

/**
 * Find the groups that take part in a partnership of an organisation. A group is no partner: it
 * makes no tie, because who is in it is not known.
 *
 * @param {Part} part
 * @param {Organisation} organisation
 * @returns {GroupPartner[]} who shares most first, then by name
 */
export function findGroupPartners({ memberships, narrowed }, organisation) {
  /** @type {Map<Group, Partnership[]>} */
  const found = new Map();
  for (const { partnership } of memberships.get(organisation) ?? []) {
    for (const { group } of narrowed.get(partnership)?.groups ?? []) {
      found.set(group, [...(found.get(group) ?? []), partnership]);
    }
  }
  return [...found]
    .map(([group, partnerships]) => ({ group, partnerships }))
    .sort(
      (one, two) =>
        two.partnerships.length - one.partnerships.length ||
        Number(one.group.name > two.group.name) - Number(one.group.name < two.group.name),
    );
}
