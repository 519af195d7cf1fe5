/**
 * Drawing of arrows: a bent line with a head, dashed as sure as the relation is.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Point } from "../views/arrows.js"
 * @import { Canvas, LinePath } from "./drawing.js"
 */

import { state } from "../state.js";
import { listArrows, tracePoints } from "../views/arrows.js";
import { arrowAppearance, drawnRadius } from "./looks.js";

const HEAD = 11; // pixels on the screen, at every zoom
const SPREAD = 0.42; // half the angle of a head

/**
 * @param {Canvas} canvas
 * @param {number} scale
 * @param {() => LinePath} newPath
 */
export function drawArrows(canvas, scale, newPath) {
  canvas.save();
  canvas.lineCap = "butt";
  for (const arrow of listArrows()) {
    const look = arrowAppearance(arrow.relation, state);
    const points = tracePoints(arrow, (mark) => clearance(mark, scale));
    canvas.strokeStyle = canvas.fillStyle = look.colour;
    canvas.lineWidth = look.width / scale;
    canvas.setLineDash(look.dashes.map((length) => length / scale));
    canvas.stroke(trace(newPath(), points));
    canvas.setLineDash([]);
    canvas.fill(trace(newPath(), listCorners(points, HEAD / scale)));
  }
  canvas.restore();
}

/**
 * @param {Mark} mark
 * @param {number} scale
 */
export function clearance(mark, scale) {
  return drawnRadius(mark, scale) + 4 / scale;
}

/**
 * @template {LinePath} T
 * @param {T} path
 * @param {Point[]} points
 */
function trace(path, [first, ...others]) {
  path.moveTo(first.x, first.y);
  for (const { x, y } of others) path.lineTo(x, y);
  return path;
}

/**
 * List the corners of the head at the end of a line.
 *
 * @param {Point[]} points
 * @param {number} size
 */
function listCorners(points, size) {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  return [tip, ...[angle + SPREAD, angle - SPREAD].map(backFrom), tip];

  /** @param {number} turned */
  function backFrom(turned) {
    return { x: tip.x - size * Math.cos(turned), y: tip.y - size * Math.sin(turned) };
  }
}
