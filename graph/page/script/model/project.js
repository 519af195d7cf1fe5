/**
 * Ties between every two organisations that share a partnership: graph/network/incidence.py.
 *
 * @import { Certainty } from "./certainty.js"
 * @import { Organisation, Partnership, Tie } from "./records.js"
 */

import { joinEnds, sureEnough } from "./certainty.js";
import { byNumber } from "./records.js";

/**
 * Newman's weight is summed in whole units of 2^-40 and rounded to nine decimals, so that no order
 * of adding changes it: graph/model/newman.py. Exact up to 8,192 partnerships that two
 * organisations share.
 */
const unit = 2 ** 40;
const decimals = 10 ** 9;

/**
 * Project the two-mode graph onto organisations.
 *
 * Pairs grow with the square of a partnership: keys are numbers, and what pairs share is asked
 * once.
 *
 * @param {Map<Partnership, Partnership>} kept by `selectPartnerships`
 * @param {number} count how many organisations there are
 * @param {boolean} compound whether two inferred memberships make a tie less sure than either
 * @returns {Map<string, Tie>} by ref, in the order of their ends
 */
export function projectTies(kept, count, compound) {
  /** @type {Map<number, Tie>} */
  const found = new Map();
  for (const [partnership, narrowed] of kept) {
    const members = [...narrowed.members].sort(byNumber);
    for (let one = 0; one < members.length; one++) {
      const left = members[one].organisation;
      for (let two = one + 1; two < members.length; two++) {
        const right = members[two].organisation;
        const key = left.number * count + right.number;
        let tie = found.get(key);
        if (!tie) found.set(key, (tie = startTie(left, right, key)));
        const certainty = joinEnds(
          partnership.certainty,
          members[one].sure,
          members[two].sure,
          compound,
        );
        tie.shared.push(partnership);
        tie.sureness.push(certainty);
        tie.newman += Math.floor(unit / (members.length + partnership.unseen - 1));
        if (sureEnough(certainty, tie.certainty)) tie.certainty = certainty;
      }
    }
  }
  const ties = [...found.values()].sort((one, two) => one.key - two.key);
  for (const tie of ties) {
    tie.newman = Math.floor((tie.newman / unit) * decimals + 0.5) / decimals;
  }
  return new Map(ties.map((tie) => [tie.ref, tie]));
}

/**
 * @param {Organisation} left
 * @param {Organisation} right
 * @param {number} key
 * @returns {Tie}
 */
function startTie(left, right, key) {
  const ref = `t${left.number}-${right.number}`;
  return { ref, key, left, right, shared: [], sureness: [], newman: 0, certainty: "low" };
}
