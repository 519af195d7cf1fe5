/**
 * What began, ended or went on between two moments, and of what that is not known:
 * `graph/findings/changes.py`.
 *
 * @import { Lifetime, Ran } from "./lifetimes.js"
 * @import { Period } from "./period.js"
 */

import { ranIn, spanOf } from "./lifetimes.js";

/** What can become of a partnership, in the order of lists. */
export const changeKinds = /** @type {const} */ ([
  "new",
  "ended",
  "continuing",
  "between",
  "not known",
  "outside",
]);

/** @typedef {typeof changeKinds[number]} ChangeKind */

/**
 * @typedef {object} Change what became of it, and whether it ran at either moment
 * @property {ChangeKind} kind
 * @property {Ran} before
 * @property {Ran} after
 */

/**
 * Find what became of a partnership between two moments, of which the second follows the first.
 *
 * @param {Lifetime} lifetime
 * @param {Period} before
 * @param {Period} after
 * @returns {Change}
 */
export function findChange(lifetime, before, after) {
  const ran = { before: ranIn(lifetime, before), after: ranIn(lifetime, after) };
  return { kind: nameChange(lifetime, [before, after], ran), ...ran };
}

/**
 * @param {Lifetime} lifetime
 * @param {Period[]} moments
 * @param {{ before: Ran, after: Ran }} ran
 * @returns {ChangeKind}
 */
function nameChange({ begins, beginsBy, endsBy, planned }, moments, { before, after }) {
  const [[, first], [second, last]] = moments.map(spanOf);
  const began = begins > first && beginsBy <= last && !planned;
  if (before === "yes" && after === "yes") return "continuing";
  if (before === "yes" && after === "no") return "ended";
  if (before === "no" && after === "no") return began && endsBy < second ? "between" : "outside";
  return before === "no" && began ? "new" : "not known";
}
