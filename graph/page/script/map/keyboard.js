/**
 * The map by keyboard: arrows walk, Page Up and Page Down go by name, Enter opens, Escape leaves,
 * plus, minus and zero zoom.
 *
 * @import { Mark } from "../model/records.js"
 */

import { isAdding, select, stepByKey } from "../actions.js";
import { announce, first } from "../dom.js";
import { isolate, word } from "../language.js";
import { holds } from "../model/part.js";
import { sayKind, sayLinks } from "../phrases.js";
import { state } from "../state.js";
import { adjacentTo, scene } from "../views/scene.js";
import { currentView, fitByHand, mapElement, show, zoomBy } from "./camera.js";
import { redrawMap } from "./map.js";
import { nearest } from "./pointer.js";

/** @typedef {[dx: number, dy: number]} Direction */

/** @type {Map<string, Direction>} */
export const directions = new Map([
  ["ArrowRight", [1, 0]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowDown", [0, 1]],
  ["ArrowUp", [0, -1]],
]);

/** @type {Map<string, (event: KeyboardEvent) => void>} */
const acts = new Map([
  ["PageDown", () => walkByName(1)],
  ["PageUp", () => walkByName(-1)],
  ["Enter", openCursor],
  [" ", openCursor],
  ["Escape", leaveMap],
  ["+", () => zoomBy(1.25)],
  ["=", () => zoomBy(1.25)],
  ["-", () => zoomBy(0.8)],
  ["0", fitByHand],
]);
for (const [key, direction] of directions) acts.set(key, () => walk(direction));

/** Around a chosen organisation the keys that zoom widen and narrow the focus instead. */
export function bindKeyboard() {
  mapElement?.addEventListener("keydown", (event) => {
    const act = acts.get(event.key);
    const opens = event.key === "Enter"; // with Ctrl too: one more
    if (!act || event.altKey || ((event.ctrlKey || event.metaKey) && !opens)) return;
    if (!stepByKey(event.key)) act(event);
    event.preventDefault();
  });
}

/** @param {Direction} direction */
function walk(direction) {
  setCursor(state.cursor ? findAhead(state.cursor, direction) : firstStop());
}

/**
 * Find the nearest mark within 60 degrees of a direction; what a line leads to counts as half as
 * far.
 *
 * @param {Mark} from
 * @param {Direction} direction
 */
function findAhead(from, [dx, dy]) {
  const linked = new Set(adjacentTo(from));
  const cost = (/** @type {Mark} */ mark) => {
    const [x, y] = [mark.x - from.x, mark.y - from.y];
    const length = Math.hypot(x, y);
    const straight = (x * dx + y * dy) / (length || 1);
    if (mark === from || straight < 0.5) return Infinity;
    return (length * (linked.has(mark) ? 0.5 : 1)) / straight;
  };
  return nearest(scene.marks, cost, Number.MAX_VALUE);
}

/** Where the keyboard comes in: what is chosen, or what stands in the middle. */
function firstStop() {
  const { toScreen, width, height } = currentView();
  const fromMiddle = (/** @type {Mark} */ mark) => {
    const { x, y } = toScreen(mark);
    return Math.hypot(x - width / 2, y - height / 2);
  };
  const chosen = scene.marks.find((mark) => mark === state.selected);
  return chosen ?? nearest(scene.marks, fromMiddle, Infinity);
}

/**
 * Arrows may pass some mark by; by name one meets them all.
 *
 * @param {1 | -1} steps
 */
function walkByName(steps) {
  const order = [...scene.marks].sort((one, two) => one.name.localeCompare(two.name));
  const start = state.cursor ? order.indexOf(state.cursor) : Math.min(0, -steps);
  setCursor(order.at((start + steps) % order.length) ?? null);
}

/** @param {Mark | null} mark */
function setCursor(mark) {
  if (!mark) return;
  state.cursor = mark;
  show([mark]);
  redrawMap();
  const said = word("cursor", {
    name: isolate(mark.name),
    type: sayKind(mark),
    partners: sayLinks(mark),
  });
  announce(holds(state.part, mark) ? said : `${word("outside")} ${said}`);
}

/** @param {KeyboardEvent} event */
function openCursor(event) {
  const add = isAdding(event);
  if (state.cursor) select(state.cursor, { from: mapElement, enter: !add, add });
}

function leaveMap() {
  if (state.selected || state.several.length || state.cursor) {
    state.cursor = null;
    select(null, { from: mapElement });
  } else {
    first("#zoom button").focus();
    announce(word("map_left"));
  }
}
