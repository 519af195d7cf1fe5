/**
 * Relations as arrows over the map, when asked for: they are no lines, and count nowhere.
 *
 * @import { Mark, Relation } from "../model/records.js"
 */

import { isRelation } from "../model/records.js";
import { state } from "../state.js";
import { scene } from "./scene.js";

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ relation: Relation, bend: number }} Arrow bend as part of its length */

const BEND = 0.16; // so that an arrow leaves a tie between the same two in sight
const STEPS = 24; // straight pieces of which it is drawn

/**
 * List the arrows of which both ends stand on the map; of what is chosen also when none are asked
 * for.
 *
 * @returns {Arrow[]}
 */
export function listArrows() {
  const { arrows, part, selected } = state;
  const asked = arrows ? [...part.relations.values()] : [];
  if (selected && isRelation(selected) && !asked.includes(selected)) asked.push(selected);
  const there = new Set(scene.marks);
  /** @type {Map<string, number>} */
  const before = new Map(); // arrows between the same two, in the same direction
  return asked
    .filter(({ origin, target }) => there.has(origin) && there.has(target))
    .map((relation) => {
      const pair = `${relation.origin.ref} ${relation.target.ref}`;
      const count = before.get(pair) ?? 0;
      before.set(pair, count + 1);
      return { relation, bend: BEND * (1 + count) };
    });
}

/**
 * Give the points of an arrow from the edge of one mark to that of the other.
 *
 * @param {Arrow} arrow
 * @param {(mark: Mark) => number} clear how far from the middle of a mark it stays
 * @returns {Point[]} from its origin; two or more
 */
export function tracePoints({ relation: { origin, target }, bend }, clear) {
  const [dx, dy] = [target.x - origin.x, target.y - origin.y];
  const middle = {
    x: (origin.x + target.x) / 2 + 2 * bend * dy,
    y: (origin.y + target.y) / 2 - 2 * bend * dx,
  };
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const along = step / STEPS;
    const [first, second, third] = [(1 - along) ** 2, 2 * along * (1 - along), along ** 2];
    return {
      x: first * origin.x + second * middle.x + third * target.x,
      y: first * origin.y + second * middle.y + third * target.y,
    };
  });
  const isClear = (/** @type {Point} */ { x, y }) =>
    [origin, target].every((mark) => Math.hypot(x - mark.x, y - mark.y) >= clear(mark));
  const kept = points.filter(isClear);
  return kept.length > 1 ? kept : points.slice(STEPS / 2 - 1, STEPS / 2 + 1);
}
