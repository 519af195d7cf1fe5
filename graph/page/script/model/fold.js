/**
 * Units that count as their outermost parent: `fold_units` of graph/select/selection.py.
 *
 * @import { Member, Organisation } from "./records.js"
 */

import { sureEnough } from "./certainty.js";
import { byNumber } from "./records.js";
import { rolePlace } from "./roles.js";

/**
 * Give the outermost organisation that one is part of, or itself.
 *
 * @param {Organisation} organisation
 * @returns {Organisation}
 */
export function outermost(organisation) {
  const passed = new Set();
  while (organisation.partOf && !passed.has(organisation)) {
    passed.add(organisation);
    organisation = organisation.partOf;
  }
  return organisation;
}

/**
 * Give the memberships of units to their outermost parents.
 *
 * Two memberships of one parent become one: the first role, the surer certainty, and the passages of
 * both, each once.
 *
 * @param {Member[]} members
 * @returns {Member[]} by organisation
 */
export function foldMembers(members) {
  /** @type {Map<Organisation, Member>} */
  const folded = new Map();
  for (const member of members) {
    const organisation = outermost(member.organisation);
    const first = folded.get(organisation);
    folded.set(organisation, { ...member, ...(first && merge(first, member)), organisation });
  }
  return [...folded.values()].sort(byNumber);
}

/**
 * @param {Member} first
 * @param {Member} second
 */
function merge(first, second) {
  const passages = [...first.evidence, ...second.evidence];
  return {
    role: rolePlace(second.role) < rolePlace(first.role) ? second.role : first.role,
    ...(sureEnough(first.sure, second.sure) ? pickDoubts(first) : pickDoubts(second)),
    note: [first.note, second.note].filter(Boolean).join("; ") || null,
    evidence: [...new Map(passages.map((passage) => [passage.join(), passage])).values()],
  };
}

/** @param {Member} member */
function pickDoubts({ certainty, identity, roleCertainty, sure }) {
  return { certainty, identity, roleCertainty, sure };
}
