/**
 * The map by mouse and finger.
 *
 * @import { Line } from "../model/lines.js"
 * @import { Item, Mark, Relation } from "../model/records.js"
 * @import { Arrow } from "../views/arrows.js"
 * @import { Point } from "./camera.js"
 */

import { isAdding, select } from "../actions.js";
import { state } from "../state.js";
import { listArrows, tracePoints } from "../views/arrows.js";
import { farView, isFar } from "../views/far.js";
import { scene } from "../views/scene.js";
import { clearance } from "./arrows.js";
import { mapElement, network } from "./camera.js";
import { communityAt, enterCommunity } from "./far.js";
import { labelAt } from "./labels.js";
import { drawnRadius } from "./looks.js";
import { redrawMap } from "./map.js";

/**
 * @param {{ left: Point, right: Point }} line
 * @param {Point} point
 */
function distanceToLine({ left, right }, { x, y }) {
  const [dx, dy] = [right.x - left.x, right.y - left.y];
  const along = ((x - left.x) * dx + (y - left.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - left.x - part * dx, y - left.y - part * dy);
}

/**
 * @param {Arrow} arrow
 * @param {Point} point
 * @param {number} scale
 */
function distanceToArrow(arrow, point, scale) {
  const points = tracePoints(arrow, (mark) => clearance(mark, scale));
  const pieces = points.slice(1).map((right, place) => ({ left: points[place], right }));
  return Math.min(...pieces.map((piece) => distanceToLine(piece, point)));
}

/**
 * Find the nearest, of those within a limit.
 *
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} distance
 * @param {number} limit
 * @returns {T | null}
 */
export function nearest(items, distance, limit) {
  let best = null;
  for (const item of items) {
    const far = distance(item);
    if (far <= limit) [best, limit] = [item, far];
  }
  return best;
}

/**
 * Find what is drawn somewhere: marks and their names before lines, lines in the focus before
 * others.
 *
 * @param {Point} screen
 * @returns {Mark | Line | Relation | null}
 */
function findDrawn(screen) {
  const scale = network.getScale();
  const point = network.DOMtoCanvas(screen);
  const marks = isFar(scale)
    ? scene.marks.filter((mark) => !farView().folded.has(mark))
    : scene.marks;
  const beyond = (/** @type {Mark} */ mark) =>
    Math.hypot(mark.x - point.x, mark.y - point.y) - drawnRadius(mark, scale);
  const lineNear = (/** @type {Line[]} */ lines) =>
    nearest(lines, (line) => distanceToLine(line, point), 6 / scale);
  const arrowNear = nearest(listArrows(), (one) => distanceToArrow(one, point, scale), 6 / scale);
  const shown = isFar(scale) ? [] : scene.lines.filter((line) => !line.out);
  const { focus } = state;
  return (
    nearest(marks, beyond, 5 / scale) ??
    labelAt(screen) ??
    arrowNear?.relation ??
    (focus && lineNear(shown.filter((line) => focus.lines.has(line.ref)))) ??
    lineNear(shown)
  );
}

/** Let the map answer to a pointer, where there is a map. */
export function bindPointer() {
  if (!network) return;
  bindClicks();
  bindHover();
  // Without Ctrl the wheel belongs to the page, until the reader has gone into the map.
  mapElement.addEventListener(
    "wheel",
    (event) => {
      const mine = event.ctrlKey || event.metaKey || mapElement.contains(document.activeElement);
      if (!mine) event.stopImmediatePropagation();
    },
    { capture: true, passive: true },
  );
}

/**
 * A click chooses. vis-network takes a press that lasts for a click too, before it ends: it may
 * yet become a drag, so it chooses once it ends where it began.
 */
function bindClicks() {
  /** @type {Point | null} */
  let pressed = null;
  network.on("click", ({ event, pointer }) => {
    if (event.type === "press") pressed = pointer.DOM;
    else chooseAt(pointer.DOM, isAdding(event.srcEvent));
  });
  network.on("dragStart", () => (pressed = null));
  network.on("release", () => {
    if (pressed) chooseAt(pressed, false);
    pressed = null;
  });
}

/**
 * @param {Point} screen
 * @param {boolean} add
 */
function chooseAt(screen, add) {
  mapElement.focus({ preventScroll: true });
  const group = isFar(network.getScale()) ? communityAt(screen) : null;
  if (group) {
    enterCommunity(group);
    return;
  }
  const drawn = findDrawn(screen);
  state.cursor = null;
  // A membership leads to its partnership.
  select(drawn && "member" in drawn ? drawn.right : drawn, { from: mapElement, move: false, add });
}

/** What is under the mouse is looked for once in each picture that the screen shows. */
function bindHover() {
  /** @type {Point | null} */
  let waiting = null;
  mapElement.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    if (!waiting) requestAnimationFrame(hover);
    const { left, top } = mapElement.getBoundingClientRect();
    waiting = { x: event.clientX - left, y: event.clientY - top };
  });
  mapElement.addEventListener("pointerleave", () => setHovered(null));
  function hover() {
    if (waiting) setHovered(findDrawn(waiting));
    waiting = null;
  }
}

/** @param {Item | Line | null} item */
function setHovered(item) {
  if (item?.ref === state.hovered?.ref) return;
  state.hovered = item;
  mapElement.classList.toggle("pointing", item !== null);
  redrawMap();
}
