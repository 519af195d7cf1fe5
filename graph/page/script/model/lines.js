/**
 * The lines of a view: ties between organisations, or memberships between the two kinds.
 *
 * @import { Certainty } from "./certainty.js"
 * @import { Part } from "./part.js"
 * @import { Group, Member, Organisation, Partnership, Party, Tie } from "./records.js"
 * @import { Where } from "./sides.js"
 */

import { leastSure } from "./certainty.js";
import { membersOf } from "./part.js";
import { isGroup, whoOf } from "./records.js";

/** @typedef {"network" | "two-mode" | "grid" | "time" | "regions"} View */

/**
 * @typedef {object} MembershipLine a line of the two-mode view
 * @property {string} ref "m", the number of the partnership, "-", and that of the organisation or
 *   the ref of the group
 * @property {Organisation | Group} left
 * @property {Partnership} right
 * @property {Member | Party} member
 * @property {Certainty} certainty
 */

/**
 * @typedef {(Tie | MembershipLine) & { out?: boolean, where?: Where }} Line `out` of what the filters
 *   keep, or in which of two selections it is
 */

/**
 * @param {Partnership} partnership
 * @param {Member | Party} member
 * @returns {MembershipLine}
 */
function membershipLine(partnership, member) {
  return {
    ref: refOfMembership(partnership, whoOf(member)),
    left: whoOf(member),
    right: partnership,
    member,
    certainty: leastSure(partnership.certainty, member.sure),
  };
}

/**
 * @param {Partnership} partnership
 * @param {Organisation | Group} who
 */
export function refOfMembership(partnership, who) {
  return `m${partnership.number}-${isGroup(who) ? who.ref : who.number}`;
}

/**
 * List every line of a part in one of the views.
 *
 * @param {Part} part
 * @param {View} view
 * @returns {Line[]}
 */
export function listLines(part, view) {
  return view === "network" ? [...part.ties.values()] : listMembershipLines(part);
}

/**
 * List every membership of a part as a line, and how each group takes part.
 *
 * @param {Part} part
 */
export function listMembershipLines(part) {
  return listLinesOf(part, part.partnerships).filter(
    ({ left }) => isGroup(left) || part.organisations.has(left),
  );
}

/**
 * List who takes part in some partnerships as lines.
 *
 * @param {Pick<Part, "narrowed">} part
 * @param {Iterable<Partnership>} partnerships
 */
export function listLinesOf(part, partnerships) {
  return [...partnerships].flatMap((partnership) => {
    const groups = part.narrowed.get(partnership)?.groups ?? [];
    return [...membersOf(part, partnership), ...groups].map((one) =>
      membershipLine(partnership, one),
    );
  });
}
