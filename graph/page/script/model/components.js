/**
 * What is connected with an organisation, and what is left of that without it:
 * graph/network/components.py.
 *
 * @import { Part } from "./part.js"
 * @import { Organisation } from "./records.js"
 */

import { otherEnd } from "./records.js";

/**
 * Measure how many steps others are away from an organisation.
 *
 * @param {Part} part
 * @param {Organisation} organisation
 * @param {number} most steps to go
 * @returns {Map<Organisation, number>} nearest first, itself with 0
 */
export function stepsFrom(part, organisation, most) {
  const found = new Map([[organisation, 0]]);
  for (const [here, far] of found) {
    if (far >= most) break;
    for (const other of partnersOf(part, here)) {
      if (!found.has(other)) found.set(other, far + 1);
    }
  }
  return found;
}

/**
 * @param {Part} part
 * @param {Organisation} organisation
 */
function partnersOf(part, organisation) {
  return (part.tiesOf.get(organisation) ?? []).map((tie) => otherEnd(tie, organisation));
}

/**
 * Find what is left of the component of an organisation without it: two or more parts where it
 * is a cut vertex.
 *
 * @param {Part} part
 * @param {Organisation} organisation
 * @returns {Organisation[][]} largest first, then by number; each by number
 */
export function splitWithout(part, organisation) {
  const rest = new Set(stepsFrom(part, organisation, Infinity).keys());
  rest.delete(organisation);
  const parts = [];
  for (const first of rest) {
    const found = new Set([first]);
    for (const here of found) {
      for (const other of partnersOf(part, here)) if (other !== organisation) found.add(other);
    }
    for (const one of found) rest.delete(one);
    parts.push([...found].sort((one, two) => one.number - two.number));
  }
  return parts.sort((one, two) => two.length - one.length || one[0].number - two[0].number);
}
