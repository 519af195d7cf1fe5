/** The order of roles, from who carries a partnership to who only takes part: graph/model/roles.py. */

const roleOrder = ["lead", "convener", "facilitator", "funder", "advisor", "member", "invited"];

/**
 * Give the place of a role in that order, from 0; a role that the data add comes after all.
 *
 * @param {string} role
 */
export function rolePlace(role) {
  const place = roleOrder.indexOf(role);
  return place < 0 ? roleOrder.length : place;
}
