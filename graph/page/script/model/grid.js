/**
 * The two-mode data as a grid: who takes part in rows, partnerships in columns, those with a date
 * in its order and the others so that blocks show. Long sides are folded into groups.
 *
 * @import { MembershipLine } from "./lines.js"
 * @import { Part } from "./part.js"
 * @import { Group, Organisation, Partnership } from "./records.js"
 */

import { listMembershipLines } from "./lines.js";
import { readPeriod } from "./period.js";
import { isGroup } from "./records.js";

/** Rows, or columns, that are shown one by one; more are folded. */
const MOST_UNFOLDED = 60;

const ORDER_ROUNDS = 8; // of ordering: blocks stand still long before

/**
 * @template T
 * @typedef {object} Side a row or a column: one thing, or things that are folded together
 * @property {string} key of the group that is folded; "" for one thing
 * @property {T[]} things
 */

/**
 * @typedef {object} Order what takes part, and in what
 * @property {(Organisation | Group)[]} rows groups without names last
 * @property {Partnership[]} dated by when they began, or else ended
 * @property {Partnership[]} undated
 * @property {Partnership[]} empty in which nobody is said to take part
 * @property {MembershipLine[]} lines
 */

/**
 * Order a part of the data as a grid.
 *
 * @param {Part} part
 * @returns {Order}
 */
export function orderGrid(part) {
  const lines = listMembershipLines(part);
  const used = new Set(lines.map(({ right }) => right));
  const columns = [...part.partnerships];
  const dated = columns.filter((one) => used.has(one) && dayOf(one) !== null);
  dated.sort((one, two) => Number(dayOf(one)) - Number(dayOf(two)) || one.number - two.number);
  let undated = columns.filter((one) => used.has(one) && dayOf(one) === null);
  const byRow = collectPairs(lines, ({ left, right }) => [left, right]);
  const byColumn = collectPairs(lines, ({ left, right }) => [right, left]);
  let rows = [...byRow.keys()].sort(inGridOrder);
  for (let round = 0; round < ORDER_ROUNDS; round += 1) {
    rows = sortByMean(rows, byRow, [...dated, ...undated]);
    undated = sortByMean(undated, byColumn, rows);
  }
  return { rows, dated, undated, empty: columns.filter((one) => !used.has(one)), lines };
}

/**
 * Fold a long side into groups, each as one row or column; those that are unfolded stay apart.
 *
 * @template {{ ref: string }} T
 * @param {T[]} things in their order
 * @param {(thing: T) => string} groupOf
 * @param {Set<string>} unfolded
 * @returns {Side<T>[]}
 */
export function foldSide(things, groupOf, unfolded) {
  if (things.length <= MOST_UNFOLDED) return things.map((thing) => ({ key: "", things: [thing] }));
  const grouped = collectPairs(things, (thing) => [groupOf(thing), thing]);
  return [...grouped].flatMap(([key, inside]) =>
    unfolded.has(key) || inside.length === 1
      ? inside.map((thing) => ({ key: "", things: [thing] }))
      : [{ key, things: inside }],
  );
}

/**
 * Give the first day on which a partnership is known to have run, or the last one.
 *
 * @param {Partnership} partnership
 */
export function dayOf({ period }) {
  const read = period ? readPeriod(period) : null;
  return (read?.start ?? read?.end)?.earliest ?? null;
}

/**
 * Give the group in which a partnership is folded: its year, or its kind where that is not known.
 *
 * @param {Partnership} partnership
 */
export function groupOfColumn(partnership) {
  const day = dayOf(partnership);
  return day === null ? `kinds:${partnership.kind}` : `year:${Math.floor(day / 10000)}`;
}

/**
 * Collect values under their keys, in the order of the things that they come from.
 *
 * @template T, K, V
 * @param {T[]} things
 * @param {(thing: T) => [K, V]} pairOf
 * @returns {Map<K, V[]>}
 */
export function collectPairs(things, pairOf) {
  /** @type {Map<K, V[]>} */
  const found = new Map();
  for (const thing of things) {
    const [key, value] = pairOf(thing);
    const list = found.get(key);
    if (list) list.push(value);
    else found.set(key, [value]);
  }
  return found;
}

/**
 * @param {Organisation | Group} one
 * @param {Organisation | Group} two
 */
function inGridOrder(one, two) {
  return Number(isGroup(one)) - Number(isGroup(two)) || one.number - two.number;
}

/**
 * Put each where what it is tied to stands on the other side, in the mean.
 *
 * @template {Organisation | Group | Partnership} T
 * @template {Organisation | Group | Partnership} U
 * @param {T[]} things
 * @param {Map<T, U[]>} tied
 * @param {U[]} others in their order
 */
function sortByMean(things, tied, others) {
  const places = new Map(others.map((one, place) => [one, place]));
  const means = new Map(things.map((thing) => [thing, meanPlace(tied.get(thing) ?? [], places)]));
  return [...things].sort(
    (one, two) =>
      Number(isGroup(one)) - Number(isGroup(two)) ||
      Number(means.get(one)) - Number(means.get(two)) ||
      one.number - two.number,
  );
}

/**
 * @template U
 * @param {U[]} things
 * @param {Map<U, number>} places
 */
function meanPlace(things, places) {
  return things.reduce((sum, one) => sum + Number(places.get(one)), 0) / things.length;
}
