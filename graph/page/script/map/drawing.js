/**
 * Drawing of lines and marks, on a canvas or on what traces it.
 *
 * @import { Mark } from "../model/records.js"
 */

import { state } from "../state.js";
import { farView, isFar } from "../views/far.js";
import { scene } from "../views/scene.js";
import { drawArrows } from "./arrows.js";
import { network } from "./camera.js";
import { drawFields, gatherFields } from "./fields.js";
import { drawFar } from "./far.js";
import { drawnRadius, lineAppearance, markAppearance, palette } from "./looks.js";

/** @typedef {Pick<Path2D, "moveTo" | "lineTo">} LinePath */

/**
 * What is drawn on: a canvas, or what makes elements of it.
 *
 * @typedef {Pick<CanvasRenderingContext2D, "save" | "restore" | "translate" | "setLineDash"
 *   | "beginPath" | "fillText" | "strokeText"
 *   | "fillStyle" | "strokeStyle" | "globalAlpha" | "lineWidth" | "lineCap" | "lineJoin" | "font" | "textAlign"
 *   | "textBaseline"> & {
 *     arc: (x: number, y: number, radius: number, start: number, end: number) => void,
 *     scale: (x: number, y: number) => void,
 *     measureText: (text: string) => { width: number },
 *     fill: (path?: any) => void,
 *     stroke: (path?: any) => void,
 *   }} Canvas
 */

/**
 * @typedef {object} Batch lines that look alike
 * @property {LinePath} path
 * @property {string} colour
 * @property {number} width in pixels
 * @property {number[]} dashes
 * @property {number} layer from below to above
 */

/** @type {Batch[]} */
let batches = [];

/** @type {() => LinePath} */
let makePath;

/**
 * Put lines in a few paths instead of one path each: thousands stay quick to move.
 *
 * @param {() => LinePath} newPath
 */
export function batchLines(newPath = () => new Path2D()) {
  makePath = newPath;
  gatherFields(newPath);
  /** @type {Map<string, Batch>} */
  const found = new Map();
  for (const line of scene.lines) {
    const look = lineAppearance(line, state);
    const key = [look.layer, look.colour, look.width, look.dashes].join("|");
    let batch = found.get(key);
    if (!batch) found.set(key, (batch = { ...look, path: newPath() }));
    batch.path.moveTo(line.left.x, line.left.y);
    batch.path.lineTo(line.right.x, line.right.y);
  }
  batches = [...found.values()].sort((one, two) => one.layer - two.layer);
}

/** @param {Canvas} canvas */
export function drawLines(canvas) {
  drawFields(canvas);
  const scale = network.getScale();
  if (isFar(scale)) {
    drawFar(canvas, scale, makePath);
    return;
  }
  const thin = Math.min(1, Math.max(0.55, scale)) / scale;
  canvas.save();
  canvas.lineCap = "butt";
  for (const { path, colour, width, dashes } of batches) {
    canvas.strokeStyle = colour;
    canvas.lineWidth = width * thin;
    canvas.setLineDash(dashes.map((length) => length / scale));
    canvas.stroke(path);
  }
  canvas.restore();
  drawArrows(canvas, scale, makePath);
}

/**
 * @param {Canvas} canvas
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 */
export function drawMark(canvas, mark, x, y) {
  const scale = network.getScale();
  if (isFar(scale) && farView().folded.has(mark)) return;
  const look = markAppearance(mark, state);
  const radius = drawnRadius(mark, scale) * (look.small ? 0.75 : 1);
  const pixel = 10 / scale / radius; // the shapes are drawn for a radius of 10
  canvas.save();
  canvas.translate(x, y);
  if (look.ring || look.cursor) drawRing(canvas, radius * 1.5, scale, look.ring);
  canvas.scale(radius / 10, radius / 10);
  canvas.lineJoin = "round";
  if (look.double) {
    canvas.lineWidth = 8 * pixel;
    canvas.strokeStyle = look.colour;
    canvas.stroke(look.shape);
  }
  // A rim in the colour of the ground sets a mark apart from the lines that run under it.
  canvas.lineWidth = 3 * pixel;
  canvas.strokeStyle = palette.ground;
  canvas.stroke(look.shape);
  canvas.fillStyle = look.hollow || look.open ? palette.ground : look.colour;
  canvas.fill(look.shape);
  if (look.hollow || look.open) {
    canvas.lineWidth = (look.hollow || look.empty ? 2 : 4) * pixel;
    canvas.strokeStyle = look.colour;
    if (look.empty) canvas.setLineDash([4, 3]);
    canvas.stroke(look.shape);
  }
  canvas.restore();
}

/**
 * @param {Canvas} canvas
 * @param {number} radius
 * @param {number} scale
 * @param {boolean} whole dashes say that only the keyboard stands there
 */
function drawRing(canvas, radius, scale, whole) {
  canvas.beginPath();
  canvas.arc(0, 0, radius + 3 / scale, 0, 2 * Math.PI);
  canvas.fillStyle = palette.ground;
  canvas.fill();
  canvas.lineWidth = 3 / scale;
  canvas.strokeStyle = palette.accent;
  if (!whole) canvas.setLineDash([5 / scale, 3 / scale]);
  canvas.stroke();
  canvas.setLineDash([]);
}
