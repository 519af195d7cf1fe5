/**
 * What a flat view (grid, time) is walked through by: stops in rows and columns, of which one is
 * reached by Tab and the others by arrows. A stop is chosen, or unfolds a group.
 *
 * @import { View } from "../model/lines.js"
 * @import { Side } from "../model/grid.js"
 * @import { Mark } from "../model/records.js"
 */

import { isAdding, select } from "../actions.js";
import { byId, targetOf } from "../dom.js";
import { makeSvg } from "../elements.js";
import { term, word } from "../language.js";
import { titleOf } from "../phrases.js";
import { findRecord, isChosen, state } from "../state.js";

/** @typedef {{ x: number, y: number }} Stop -1 is the name of a row or a column */

/**
 * @typedef {object} Flat a view of rows and columns
 * @property {View} view
 * @property {string} id of the element in which it stands
 * @property {(box: HTMLElement) => void} draw
 * @property {Set<string>} unfolded the groups that a reader unfolded
 * @property {Stop} cursor where the keyboard stands
 */

/**
 * @param {View} view
 * @param {string} id
 * @param {(box: HTMLElement) => void} draw
 * @returns {Flat}
 */
export function makeFlat(view, id, draw) {
  return { view, id, draw, unfolded: new Set(), cursor: { x: -1, y: 0 } };
}

/**
 * Show a view where it is asked for, as the state is now; the keyboard stays where it was.
 *
 * @param {Flat} flat
 */
export function followFlat(flat) {
  const box = byId(flat.id);
  if (!box) return;
  const shown = /** @type {HTMLElement} */ (box.closest("[data-flat]"));
  shown.hidden = state.view !== flat.view;
  if (shown.hidden) return;
  const held = box.contains(document.activeElement);
  flat.draw(box);
  const first = stopAt(flat, flat.cursor) ?? stopAt(flat, { x: -1, y: 0 });
  first?.setAttribute("tabindex", "0");
  if (held) first?.focus();
}

/**
 * Let a view be walked through, and things in it be chosen.
 *
 * @param {Flat} flat
 */
export function bindFlat(flat) {
  const box = byId(flat.id);
  box?.addEventListener("click", (event) => openStop(flat, event));
  box?.addEventListener("keydown", (event) => {
    if (event.altKey) return;
    if (event.key === "Enter" || event.key === " ") openStop(flat, event);
    else if (event.ctrlKey || event.metaKey) return;
    else if (!walkFlat(flat, event.key)) return;
    event.preventDefault();
  });
}

/**
 * Something that can be chosen or unfolded.
 *
 * @param {Stop} place
 * @param {string} name
 * @param {string} leads to what
 * @param {Node[]} children
 * @param {boolean} chosen
 */
export function makeStop({ x, y }, name, leads, children, chosen) {
  const about = { class: chosen ? "stop chosen" : "stop", role: "button", tabindex: "-1" };
  const where = { "data-x": x, "data-y": y, "data-leads": leads, "aria-label": name };
  return makeSvg("g", { ...about, ...where }, makeSvg("title", {}, name), ...children);
}

/**
 * @param {Flat} flat
 * @param {Stop} place
 */
function stopAt({ id }, { x, y }) {
  const found = byId(id).querySelector(`[data-x="${x}"][data-y="${y}"]`);
  return /** @type {SVGGElement | null} */ (found);
}

/** @param {Element} stop */
function placeOfStop(stop) {
  const [x, y] = [stop.getAttribute("data-x"), stop.getAttribute("data-y")].map(Number);
  return { x, y };
}

/**
 * @param {Flat} flat
 * @param {MouseEvent | KeyboardEvent} event
 */
function openStop(flat, event) {
  const stop = targetOf(event).closest(".stop");
  if (!stop) return;
  flat.cursor = placeOfStop(stop);
  const leads = stop.getAttribute("data-leads") ?? "";
  if (leads.startsWith("open:")) {
    flat.unfolded.add(leads.slice("open:".length));
    followFlat(flat);
    stopAt(flat, flat.cursor)?.focus();
  } else select(findRecord(leads), { from: stop, move: false, add: isAdding(event) });
}

/** @type {Map<string, [dx: number, dy: number]>} */
export const arrowWays = new Map([
  ["ArrowRight", [1, 0]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowDown", [0, 1]],
  ["ArrowUp", [0, -1]],
]);

/**
 * Go to the next stop in a row or a column; between them there is nothing.
 *
 * @param {Flat} flat
 * @param {string} key
 * @returns {boolean} whether it was one of the arrows
 */
function walkFlat(flat, key) {
  const way = arrowWays.get(key);
  if (!way) return false;
  const [dx, dy] = way;
  const { cursor } = flat;
  const stops = [...byId(flat.id).querySelectorAll(".stop")].map((stop) => ({
    stop: /** @type {SVGGElement} */ (stop),
    ...placeOfStop(stop),
  }));
  const far = (/** @type {Stop} */ one) => (one.x - cursor.x) * dx + (one.y - cursor.y) * dy;
  const ahead = stops.filter(
    (one) => far(one) > 0 && (dx ? one.y === cursor.y : one.x === cursor.x),
  );
  ahead.sort((one, two) => far(one) - far(two));
  if (!ahead.length) return true;
  stopAt(flat, cursor)?.setAttribute("tabindex", "-1");
  flat.cursor = { x: ahead[0].x, y: ahead[0].y };
  ahead[0].stop.setAttribute("tabindex", "0");
  ahead[0].stop.focus();
  return true;
}

/**
 * @template {Mark} T
 * @param {Side<T>} side
 */
export function saySide({ key, things }) {
  if (!key) return titleOf(things[0]);
  return word("grid_folded", { name: sayFold(key), n: things.length });
}

/** @param {string} key of a group: a list and an id */
function sayFold(key) {
  const [list, id] = key.split(":");
  if (list === "year") return id;
  return list === "words" ? word(id) : term(list, id);
}

/**
 * @template {{ ref: string }} T
 * @param {Side<T>} side
 */
export function refOfSide({ key, things }) {
  return key ? `open:${key}` : things[0].ref;
}

/**
 * @template {Mark} T
 * @param {Side<T>} side
 */
export function isChosenSide({ key, things }) {
  return !key && isChosen(things[0]);
}

/**
 * @param {string} text
 * @param {number} most letters
 */
export function cutName(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}
