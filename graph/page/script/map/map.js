/**
 * The map: vis-network holds the view and the marks; lines and names are layers of ours.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Choice, State } from "../state.js"
 * @import { VisNetwork, VisNodes } from "./camera.js"
 */

import { options } from "../data.js";
import { byId, first, targetOf } from "../dom.js";
import { state } from "../state.js";
import { isFar } from "../views/far.js";
import { isAnew, scene } from "../views/scene.js";
import {
  currentView,
  fitAll,
  fitByHand,
  holdCamera,
  mapElement,
  mapNodes,
  moved,
  network,
  noteLook,
  setNetwork,
  showFocus,
  zoomBy,
} from "./camera.js";
import { placeCard } from "./card.js";
import { batchLines, drawLines, drawMark } from "./drawing.js";
import { drawLabels } from "./labels.js";

const DRAG_LIMITS = { marks: 1500, lines: 15000 }; // with more, a map in motion shows marks only

/**
 * The library that stands before this script in the page.
 *
 * @type {{
 *   DataSet: new (items: object[]) => VisNodes,
 *   Network: new (element: Element, data: object, options: object) => VisNetwork,
 * }}
 */
const vis = /** @type {any} */ (globalThis).vis;

let dragged = false;
let held = false; // whether marks are folded into groups

/** Start the map, where there is one. */
export function startMap() {
  if (!mapElement) return;
  mapElement.hidden = false;
  const nodes = new vis.DataSet(scene.marks.map(makeNode));
  batchLines();
  const data = { nodes, edges: new vis.DataSet([]) };
  setNetwork(new vis.Network(mapElement, data, options), nodes);
  first(".vis-network", mapElement).removeAttribute("tabindex");
  network.on("beforeDrawing", (canvas) => {
    holdFolded();
    if (!tooManyToDrag()) drawLines(canvas);
  });
  network.on("afterDrawing", (canvas) => {
    if (!tooManyToDrag()) drawNames(canvas);
    placeCard();
  });
  network.on("dragStart", () => {
    dragged = true;
    holdCamera(true);
  });
  network.on("dragEnd", () => {
    dragged = false;
  });
  network.on("zoom", noteLook);
  network.on("resize", () => {
    if (!moved) fitAll();
  });
  bindZoomButtons();
  fitAll();
}

/** @param {CanvasRenderingContext2D} canvas */
function drawNames(canvas) {
  const ratio = canvas.canvas.width / canvas.canvas.clientWidth;
  canvas.save();
  canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawLabels(canvas, currentView());
  canvas.restore();
}

/** What is folded cannot be dragged: who presses there moves the map. */
function holdFolded() {
  const far = isFar(network.getScale());
  if (far === held) return;
  held = far;
  setTimeout(() => network.setOptions({ interaction: { dragNodes: !far } })); // not amid drawing
}

function tooManyToDrag() {
  const { marks, lines } = DRAG_LIMITS;
  return dragged && (scene.marks.length > marks || scene.lines.length > lines);
}

/** @param {Mark} mark */
function makeNode(mark) {
  const size = mark.radius;
  return {
    id: mark.ref,
    x: mark.x,
    y: mark.y,
    size,
    shape: "custom",
    ctxRenderer: (
      /** @type {{ ctx: CanvasRenderingContext2D, x: number, y: number }} */ { ctx, x, y },
    ) => ({
      drawNode: () => drawMark(ctx, mark, x, y),
      nodeDimensions: { width: 2 * size, height: 2 * size },
    }),
  };
}

/**
 * What a change of the filters hid or brought back is brought into view.
 *
 * @param {State} before
 */
export function followMap(before) {
  if (isAnew(before) && !state.at && (state.rest === "hide" || before.rest === "hide")) fitAll();
}

/** @param {Choice} choice */
export function showChoice({ item, move, changed }) {
  if (!changed) redrawMap();
  if (move && (item || state.between || state.several.length)) showFocus();
}

/** The library is told of the marks that came and went; it asks to draw those that stay. */
function syncMarks() {
  const wanted = new Set(scene.marks.map((mark) => mark.ref));
  const there = new Set(mapNodes.getIds());
  const left = [...there].filter((ref) => !wanted.has(ref));
  const come = scene.marks.filter((mark) => !there.has(mark.ref));
  if (left.length) mapNodes.remove(left);
  if (come.length) mapNodes.add(come.map(makeNode));
}

/** Draw the map anew, as the state is now: in the next frame, once for all that asks for it. */
export function redrawMap() {
  if (!network) return;
  syncMarks();
  batchLines();
  network.moveTo({ scale: network.getScale(), animation: false });
}

function bindZoomButtons() {
  byId("under").hidden = false;
  byId("zoom").addEventListener("click", (event) => {
    const wanted = targetOf(event).closest("[data-zoom]")?.getAttribute("data-zoom");
    if (wanted === "in") zoomBy(1.4);
    if (wanted === "out") zoomBy(1 / 1.4);
    if (wanted === "fit") fitByHand();
  });
}
