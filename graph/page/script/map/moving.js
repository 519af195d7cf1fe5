/**
 * Moving what stands on the map, by mouse, key or button, and putting it back.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Point } from "./camera.js"
 * @import { Direction } from "./keyboard.js"
 */

import { noteAddress } from "../address.js";
import { announce, byId, every } from "../dom.js";
import { word } from "../language.js";
import { nameOf } from "../phrases.js";
import { state } from "../state.js";
import { scene } from "../views/scene.js";
import { mapElement, mapNodes, network, noteLook, show } from "./camera.js";
import { batchLines } from "./drawing.js";
import { directions } from "./keyboard.js";
import { redrawMap } from "./map.js";

const MOVE_STEP = 24; // pixels on the screen

/**
 * @param {Mark} mark
 * @param {Point} place
 */
function moveTo(mark, { x, y }) {
  if (!state.homes.has(mark)) state.homes.set(mark, { x: mark.x, y: mark.y });
  Object.assign(mark, { x, y });
}

/**
 * @param {Mark} mark
 * @param {Direction} direction
 */
function moveBy(mark, [dx, dy]) {
  const step = MOVE_STEP / network.getScale();
  moveTo(mark, { x: mark.x + dx * step, y: mark.y + dy * step });
  network.moveNode(mark.ref, mark.x, mark.y);
  show([mark]);
  settle(word("moved", { name: nameOf(mark) }));
}

function putBack() {
  for (const [mark, { x, y }] of state.homes) {
    Object.assign(mark, { x, y });
    if (mapNodes.get(mark.ref)) network.moveNode(mark.ref, x, y);
  }
  state.homes.clear();
  settle(word("put_back_done"));
}

/** @param {string} text what is said of it */
function settle(text) {
  const bar = byId("put-back");
  const left = bar.contains(document.activeElement) && !state.homes.size;
  bar.hidden = !state.homes.size;
  if (left) mapElement.focus({ preventScroll: true });
  redrawMap();
  if (state.homes.size) noteLook(); // what is moved stands where it is seen to stand
  noteAddress();
  announce(text);
}

/**
 * Put elsewhere what the address puts elsewhere, and back what it does not.
 *
 * @param {Map<Mark, Point>} puts
 */
export function putAsAsked(puts) {
  const places = new Map([...state.homes, ...puts]);
  for (const mark of state.homes.keys()) if (!puts.has(mark)) state.homes.delete(mark);
  for (const [mark, { x, y }] of places) {
    if (puts.has(mark)) moveTo(mark, { x, y });
    else Object.assign(mark, { x, y });
    if (mapNodes?.get(mark.ref)) network.moveNode(mark.ref, x, y);
  }
  byId("put-back")?.toggleAttribute("hidden", !state.homes.size);
  if (places.size) redrawMap();
}

/** What can be moved now: where the keyboard stands on the map, or what is chosen. */
function findMovable() {
  const chosen = state.cursor ?? state.selected;
  return scene.marks.find((mark) => network && mark === chosen);
}

/** Show how to move something, where something can be moved. */
export function offerMoving() {
  byId("move")?.toggleAttribute("hidden", !findMovable());
}

/** Let marks be moved, where there is a map. */
export function bindMoving() {
  if (!network) return;
  network.on("dragging", ({ nodes }) => followDrag(nodes));
  network.on("dragEnd", ({ nodes }) => {
    const [mark] = followDrag(nodes); // the last step came after the last "dragging"
    network.unselectAll();
    network.redraw();
    if (mark) settle(word("moved", { name: nameOf(mark) }));
    else noteLook();
  });
  mapElement.addEventListener("keydown", moveByKey, { capture: true });
  for (const button of every("[data-move]")) {
    button.addEventListener("click", () => moveTowards(button.dataset.move ?? ""));
  }
  byId("put-back").addEventListener("click", putBack);
}

/**
 * @param {string[]} refs of what is dragged
 * @returns {Mark[]}
 */
function followDrag(refs) {
  const places = network.getPositions(refs);
  const marks = scene.marks.filter(({ ref }) => refs.includes(ref));
  for (const mark of marks) moveTo(mark, places[mark.ref]);
  if (marks.length) batchLines();
  return marks;
}

/** @param {KeyboardEvent} event */
function moveByKey(event) {
  if (!event.shiftKey || !moveTowards(event.key)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/**
 * @param {string} key of an arrow
 * @returns {boolean} whether it moved something
 */
function moveTowards(key) {
  const direction = directions.get(key);
  const mark = findMovable();
  if (direction && mark) moveBy(mark, direction);
  return Boolean(direction && mark);
}
