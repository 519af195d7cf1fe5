/**
 * The lines of a view: ties between organisations, or memberships between the two kinds.
 *
 * @import { Certainty } from "./certainty.js"
 * @import { Part } from "./part.js"
 * @import { Mark, Member, Organisation, Partnership, Tie } from "./records.js"
 */

import { leastSure } from "./certainty.js";
import { membersOf } from "./part.js";

/** @typedef {"network" | "two-mode"} View */

/**
 * @typedef {object} MembershipLine a line of the two-mode view
 * @property {string} ref "m", the number of the partnership, "-" and that of the organisation
 * @property {Organisation} left
 * @property {Partnership} right
 * @property {Member} member
 * @property {Certainty} certainty
 */

/** @typedef {(Tie | MembershipLine) & { out?: boolean }} Line out of what the filters keep */

/**
 * @param {Partnership} partnership
 * @param {Member} member
 * @returns {MembershipLine}
 */
export function membershipLine(partnership, member) {
  return {
    ref: refOfMembership(partnership, member.organisation),
    left: member.organisation,
    right: partnership,
    member,
    certainty: leastSure(partnership.certainty, member.sure),
  };
}

/**
 * @param {Partnership} partnership
 * @param {Organisation} organisation
 */
export function refOfMembership(partnership, organisation) {
  return `m${partnership.number}-${organisation.number}`;
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
 * List every membership of a part as a line.
 *
 * @param {Part} part
 */
export function listMembershipLines(part) {
  return [...part.partnerships].flatMap((partnership) =>
    membersOf(part, partnership)
      .filter(({ organisation }) => part.organisations.has(organisation))
      .map((member) => membershipLine(partnership, member)),
  );
}
