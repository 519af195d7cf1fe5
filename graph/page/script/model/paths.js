/**
 * Shortest paths between two organisations, from partnership to partnership: graph/query/path.py.
 *
 * @import { Certainty } from "./certainty.js"
 * @import { Part } from "./part.js"
 * @import { Organisation, Partnership, Tie } from "./records.js"
 */

import { doubt, leastSure } from "./certainty.js";
import { holds } from "./part.js";
import { otherEnd } from "./records.js";

/** Paths that are listed; all are counted. */
const MOST_PATHS = 20;

/** @typedef {{ from: Organisation, to: Organisation }} Ends */

/** @typedef {{ partnership: Partnership, certainty: Certainty, tie: Tie }} Step */

/** @typedef {{ stops: Organisation[], steps: Step[] }} Path one stop more than steps */

/**
 * @typedef {object} Paths
 * @property {Path[]} paths the surest first, then by their stops
 * @property {number} count of all that are as short
 * @property {boolean} outside whether one of the ends is not in the part
 */

/** @typedef {Map<Organisation, Organisation[]>} Before an organisation -> those one step nearer */

/**
 * Find every shortest path between two organisations.
 *
 * @param {Part} part
 * @param {Ends} ends
 * @returns {Paths}
 */
export function findPaths(part, { from, to }) {
  const outside = !holds(part, from) || !holds(part, to);
  const before = outside ? null : walkTowards(part, from, to);
  if (!before) return { paths: [], count: 0, outside };
  const paths = sortPaths(listPaths(part, before, from, to));
  return { paths, count: countPaths(part, before, from, to), outside };
}

/**
 * @param {Part} part
 * @param {Organisation} from
 * @param {Organisation} to
 * @returns {Before | null} null where they are not connected
 */
function walkTowards(part, from, to) {
  /** @type {Before} */
  const before = new Map([[from, []]]);
  let ring = [from];
  while (ring.length && !before.has(to)) {
    /** @type {Before} */
    const further = new Map();
    for (const here of ring) {
      for (const tie of part.tiesOf.get(here) ?? []) {
        const other = otherEnd(tie, here);
        if (before.has(other)) continue;
        const nearer = further.get(other);
        if (nearer) nearer.push(here);
        else further.set(other, [here]);
      }
    }
    ring = [...further.keys()].sort(inOrder);
    for (const one of ring) before.set(one, (further.get(one) ?? []).sort(inOrder));
  }
  return before.has(to) ? before : null;
}

/**
 * @param {Organisation} one
 * @param {Organisation} two
 */
function inOrder(one, two) {
  return one.number - two.number;
}

/**
 * @param {Part} part
 * @param {Organisation} one
 * @param {Organisation} two a partner of it
 */
function tieBetween(part, one, two) {
  return /** @type {Tie} */ (part.tiesOf.get(one)?.find((tie) => otherEnd(tie, one) === two));
}

/**
 * @param {Part} part
 * @param {Before} before
 * @param {Organisation} from
 * @param {Organisation} to
 */
function listPaths(part, before, from, to) {
  /** @type {Path[]} */
  const paths = [];
  /** @type {Path[]} */
  const stack = [{ stops: [to], steps: [] }];
  for (let path = stack.pop(); path && paths.length < MOST_PATHS; path = stack.pop()) {
    const { stops, steps } = path;
    if (stops[0] === from) paths.push(path);
    for (const nearer of [...(before.get(stops[0]) ?? [])].reverse()) {
      const tie = tieBetween(part, nearer, stops[0]);
      for (const place of [...tie.shared.keys()].reverse()) {
        const step = { partnership: tie.shared[place], certainty: tie.sureness[place], tie };
        stack.push({ stops: [nearer, ...stops], steps: [step, ...steps] });
      }
    }
  }
  return paths;
}

/** @param {Path[]} paths */
function sortPaths(paths) {
  const sure = (/** @type {Path} */ { steps }) =>
    doubt(steps.map(({ certainty }) => certainty).reduce(leastSure, "high"));
  const order = (/** @type {Path} */ one, /** @type {Path} */ two) => {
    const place = one.stops.findIndex((organisation, at) => organisation !== two.stops[at]);
    return place < 0 ? 0 : inOrder(one.stops[place], two.stops[place]);
  };
  return paths.sort((one, two) => sure(one) - sure(two) || order(one, two));
}

/**
 * @param {Part} part
 * @param {Before} before
 * @param {Organisation} from
 * @param {Organisation} to
 */
function countPaths(part, before, from, to) {
  const counts = new Map([[from, 1]]);
  for (const [here, nearer] of before) {
    let sum = counts.get(here) ?? 0;
    for (const one of nearer) {
      sum += (counts.get(one) ?? 0) * tieBetween(part, one, here).shared.length;
    }
    counts.set(here, sum);
  }
  return counts.get(to) ?? 0;
}
