/**
 * Where one looks on the map: vis-network holds the view.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Look } from "../state.js"
 */

import { noteAddress } from "../address.js";
import { byId } from "../dom.js";
import { extentOf } from "../model/extent.js";
import { isFocused } from "../model/focus.js";
import { state } from "../state.js";
import { scene } from "../views/scene.js";
import { FIELD_ROOM } from "./fields.js";

/** @typedef {{ x: number, y: number }} Point */

/**
 * @typedef {object} VisNetwork what the map uses of vis-network
 * @property {() => number} getScale
 * @property {() => Point} getViewPosition
 * @property {(to: { position?: Point, scale: number, animation: false }) => void} moveTo
 * @property {(ref: string, x: number, y: number) => void} moveNode
 * @property {(refs: string[]) => Record<string, Point>} getPositions
 * @property {(point: Point) => Point} DOMtoCanvas
 * @property {(event: string, act: (about: any) => void) => void} on
 * @property {(options: object) => void} setOptions
 * @property {() => void} redraw
 * @property {() => void} unselectAll
 * @property {(width: string, height: string) => void} setSize
 */

/**
 * @typedef {object} VisNodes
 * @property {(refs: string[]) => void} remove
 * @property {(nodes: object[]) => void} add
 * @property {(ref: string) => object | null} get
 * @property {() => string[]} getIds
 */

/**
 * @typedef {object} ViewOfMap
 * @property {number} scale pixels of the screen in a unit of the map
 * @property {number} width in pixels
 * @property {number} height
 * @property {(point: Point) => Point} toScreen
 */

/** Not there where there are no organisations. */
export const mapElement = byId("map");

/**
 * Nothing before the map has started, and where there is none.
 *
 * @type {VisNetwork}
 */
export let network;

/** @type {VisNodes} */
export let mapNodes;

/** Whether the reader has moved the view. */
export let moved = false;

/**
 * @param {VisNetwork} made
 * @param {VisNodes} nodes
 */
export function setNetwork(made, nodes) {
  network = made;
  mapNodes = nodes;
}

/** @param {boolean} hold whether the view stays where it is when the map changes its size */
export function holdCamera(hold) {
  moved = hold;
}

/**
 * Give the view of the map as it is now.
 *
 * @returns {ViewOfMap}
 */
export function currentView() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const { clientWidth: width, clientHeight: height } = mapElement;
  return {
    scale,
    width,
    height,
    toScreen: ({ x, y }) => ({
      x: (x - centre.x) * scale + width / 2,
      y: (y - centre.y) * scale + height / 2,
    }),
  };
}

/**
 * @param {Mark[]} marks one or more
 * @param {number} closest scale
 */
function frame(marks, closest) {
  const [left, right] = extentOf(marks.map(({ x }) => x));
  const [top, bottom] = extentOf(marks.map(({ y }) => y));
  const { clientWidth: width, clientHeight: height } = mapElement;
  const margin = Math.min(40, width / 12); // for names
  const scale = Math.min(
    (width - 2 * margin) / (right - left + 2 * FIELD_ROOM),
    (height - 24) / (bottom - top + 2 * FIELD_ROOM),
    closest,
  );
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(scale, 0.02),
    animation: false,
  });
}

/** Bring all that stands on the map into view. */
export function fitAll() {
  if (!network || !scene.marks.length) return;
  frame(scene.marks, 1.8);
  moved = false;
}

/** The same at a button or key: then the address says nothing of where one looks. */
export function fitByHand() {
  fitAll();
  state.at = null;
  noteAddress();
}

/**
 * Zoom about the middle of the marks in sight, which stays where it is.
 *
 * @param {number} factor more than 1 comes closer
 */
export function zoomBy(factor) {
  const before = network.getScale();
  const scale = Math.min(Math.max(before * factor, 0.02), 6);
  const centre = network.getViewPosition();
  const middle = middleInSight() ?? centre;
  const towards = (/** @type {"x" | "y"} */ axis) =>
    middle[axis] + ((centre[axis] - middle[axis]) * before) / scale;
  network.moveTo({ position: { x: towards("x"), y: towards("y") }, scale, animation: false });
  noteLook();
}

/**
 * Give the middle of the marks in the frame, of those that stand out where some do.
 *
 * @returns {Point | null}
 */
function middleInSight() {
  const { toScreen, width, height } = currentView();
  const seen = scene.marks.filter((mark) => {
    const { x, y } = toScreen(mark);
    return x >= 0 && y >= 0 && x <= width && y <= height;
  });
  const { focus } = state;
  const outstanding = focus ? seen.filter((mark) => isFocused(focus, mark)) : [];
  const marks = outstanding.length ? outstanding : seen;
  if (!marks.length) return null;
  const mean = (/** @type {"x" | "y"} */ axis) =>
    marks.reduce((sum, mark) => sum + mark[axis], 0) / marks.length;
  return { x: mean("x"), y: mean("y") };
}

/** Where the reader went on the map by hand belongs to the view that a link shares. */
export function noteLook() {
  const { x, y } = network.getViewPosition();
  state.at = { x: Math.round(x), y: Math.round(y), scale: Number(network.getScale().toFixed(3)) };
  moved = true;
  noteAddress();
}

/** @param {Look} look */
export function lookAt({ x, y, scale }) {
  network?.moveTo({ position: { x, y }, scale, animation: false });
  moved = true;
}

/** Bring into view what is in the focus, where it is not. */
export function showFocus() {
  if (state.focus) show([...state.focus.organisations]);
}

/**
 * Bring marks into view, where they are not.
 *
 * @param {Mark[]} marks
 */
export function show(marks) {
  const drawn = marks.filter((mark) => scene.marks.includes(mark));
  if (!network || !drawn.length) return;
  const { toScreen, scale, width, height } = currentView();
  const inside = drawn.every((mark) => {
    const { x, y } = toScreen(mark);
    return x > 50 && y > 30 && x < width - 50 && y < height - 40;
  });
  if (inside && scale >= 0.45) return;
  frame(drawn, Math.max(scale, 0.9));
  moved = true;
  if (state.at) noteLook(); // from where the reader went by hand, it was another way here
}
