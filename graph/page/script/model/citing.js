/**
 * On which documents a tie rests: `cite_ties` of graph/network/citations.py.
 *
 * @import { Partnership, Tie } from "./records.js"
 */

/**
 * List the documents with a passage on the partnerships that its ends share, or on their
 * memberships in these.
 *
 * @param {Tie} tie
 * @param {(partnership: Partnership) => Partnership} narrow as the filters leave it
 * @returns {number[]} places of documents
 */
export function listCited({ left, right, shared }, narrow) {
  const claims = shared
    .map(narrow)
    .flatMap((one) => [
      one,
      ...one.members.filter(({ organisation }) => organisation === left || organisation === right),
    ]);
  return [...new Set(claims.flatMap(({ evidence }) => evidence.map(([place]) => place)))];
}
