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
    for (const tie of part.tiesOf.get(here) ?? []) {
      const other = otherEnd(tie, here);
      if (!found.has(other)) found.set(other, far + 1);
    }
  }
  return found;
}

/**
 * Find what is connected in a part, among those that take part in something.
 *
 * @param {Part} part
 * @returns {Organisation[][]} each by number
 */
export function listComponents(part) {
  const left = new Set(part.memberships.keys());
  const found = [];
  for (const one of left) {
    const component = [...stepsFrom(part, one, Infinity).keys()];
    for (const other of component) left.delete(other);
    found.push(component.sort((first, second) => first.number - second.number));
  }
  return found;
}

/**
 * Find all that is connected, without going through one organisation.
 *
 * @param {Part} part
 * @param {Organisation} start
 * @param {Organisation} without
 */
function reachWithout(part, start, without) {
  const found = new Set([start]);
  for (const here of found) {
    for (const tie of part.tiesOf.get(here) ?? []) {
      const other = otherEnd(tie, here);
      if (other !== without) found.add(other);
    }
  }
  return found;
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
  const known = splits.get(part) ?? new Map();
  splits.set(part, known);
  if (!known.has(organisation)) known.set(organisation, findSplit(part, organisation));
  return known.get(organisation);
}

/**
 * What was found before: panel, focus and state ask the same.
 *
 * @type {WeakMap<Part, Map<Organisation, Organisation[][]>>}
 */
const splits = new WeakMap();

/**
 * @param {Part} part
 * @param {Organisation} organisation
 */
function findSplit(part, organisation) {
  const neighbours = (part.tiesOf.get(organisation) ?? []).map((tie) =>
    otherEnd(tie, organisation),
  );
  const rest = new Set(neighbours);
  const parts = [];
  for (const first of rest) {
    const found = reachWithout(part, first, organisation);
    for (const one of found) rest.delete(one);
    parts.push([...found].sort((one, two) => one.number - two.number));
  }
  return parts.sort(largestFirst);
}

/**
 * @param {Organisation[]} one
 * @param {Organisation[]} two
 */
export function largestFirst(one, two) {
  return two.length - one.length || one[0].number - two[0].number;
}
