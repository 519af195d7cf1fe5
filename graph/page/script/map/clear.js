/**
 * How clear a place for a name is: how many lines run through it, and whether it could be taken for
 * the name of another mark.
 *
 * @import { Point, ViewOfMap } from "./camera.js"
 * @import { Box, Named } from "./labels.js"
 */

import { scene } from "../views/scene.js";

const CLUTTERED = 300; // lines; with more, every place has some

const MISTAKEN = 2; // lines that a place is worth that seems to belong to another

const NEAR = 7; // pixels between a name and the mark that it seems to belong to

/** @typedef {[start: Point, end: Point]} Stretch */

/**
 * List the lines in view, in pixels of the screen.
 *
 * @param {ViewOfMap} view
 * @returns {Stretch[]}
 */
export function listStretches({ toScreen }) {
  if (scene.lines.length > CLUTTERED) return [];
  return scene.lines
    .filter(({ out }) => !out)
    .map(({ left, right }) => [toScreen(left), toScreen(right)]);
}

/**
 * Measure how much stands in the way of a name.
 *
 * @param {Box} box
 * @param {Named} own
 * @param {Named[]} all
 * @param {Stretch[]} stretches
 */
export function measureClutter(box, own, all, stretches) {
  const mistaken = all.some((one) => one !== own && isNear(one, box));
  return countCrossed(box, stretches) + (mistaken ? MISTAKEN : 0);
}

/**
 * Count the lines that run through a box.
 *
 * @param {Box} box
 * @param {Stretch[]} stretches
 */
export function countCrossed(box, stretches) {
  return stretches.filter((stretch) => crosses(stretch, box)).length;
}

/**
 * @param {Named} named
 * @param {Box} box
 */
function isNear({ x, y, radius }, [left, top, right, bottom]) {
  const away = Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
  return away < radius + NEAR;
}

/**
 * Tell whether a line runs through a box (Liang and Barsky 1984, doi:10.1145/357332.357333).
 *
 * @param {Stretch} stretch
 * @param {Box} box
 */
function crosses([start, end], [left, top, right, bottom]) {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  let [from, to] = [0, 1];
  for (const [step, gap] of [
    [-dx, start.x - left],
    [dx, right - start.x],
    [-dy, start.y - top],
    [dy, bottom - start.y],
  ]) {
    if (step === 0 && gap < 0) return false;
    if (step < 0) from = Math.max(from, gap / step);
    if (step > 0) to = Math.min(to, gap / step);
  }
  return from < to;
}
