/** How sure a claim is, and how claims that rest on each other combine: graph/model/certainty.py. */

/** @typedef {"high" | "medium" | "low"} Certainty stated; one step of inference; a mention */

/**
 * From most to least sure.
 *
 * @type {readonly Certainty[]}
 */
export const certainties = ["high", "medium", "low"];

/**
 * Give the place of a certainty from 0, the surest: to sort by.
 *
 * @param {Certainty} certainty
 */
export function doubt(certainty) {
  return certainties.indexOf(certainty);
}

/**
 * Tell whether a claim is at least as sure as asked for.
 *
 * @param {Certainty} certainty
 * @param {Certainty} least
 */
export function sureEnough(certainty, least) {
  return doubt(certainty) <= doubt(least);
}

/**
 * Combine two claims that must both hold.
 *
 * @param {Certainty} one
 * @param {Certainty} two
 */
export function leastSure(one, two) {
  return sureEnough(one, two) ? two : one;
}

/**
 * Combine what a tie through one partnership rests on: `join_ends` of graph/model/certainty.py.
 *
 * @param {Certainty} partnership
 * @param {Certainty} left
 * @param {Certainty} right
 * @param {boolean} compound whether two inferred ends make it less sure than either
 * @returns {Certainty}
 */
export function joinEnds(partnership, left, right, compound) {
  if (compound && left !== "high" && right !== "high") return "low";
  return leastSure(partnership, leastSure(left, right));
}
