/**
 * Headings on the map over what stands beside the network, tied to nothing: they say what that
 * does, and does not, mean.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Point, ViewOfMap } from "./camera.js"
 * @import { Canvas } from "./drawing.js"
 * @import { Box, Placed } from "./labels.js"
 */

import { sources } from "../data.js";
import { word } from "../language.js";
import { extentOf } from "../model/extent.js";
import { isPartnership } from "../model/records.js";
import { scene } from "../views/scene.js";
import { LABEL_LINE, breakName, labelFont } from "./label_text.js";
import { palette } from "./looks.js";

/**
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 * @returns {Placed[]}
 */
export function placeHeadings(canvas, view) {
  const n = sources.length;
  const memberless = scene.marks.filter((mark) => isPartnership(mark) && !mark.members.length);
  return [
    ...placeHeading(canvas, view, scene.isolates, word("alone_heading", { n })),
    ...placeHeading(canvas, view, memberless, word("memberless_heading", { n })),
  ];
}

/**
 * From afar there may be no room above for letters of this size: then it stands below, or not.
 *
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 * @param {Mark[]} marks
 * @param {string} text
 * @returns {Placed[]} one, or none
 */
function placeHeading(canvas, { toScreen, width, height }, marks, text) {
  if (!marks.length) return [];
  const [left] = extentOf(marks.map((mark) => mark.x));
  const [top, foot] = extentOf(marks.map((mark) => mark.y));
  const { x, y } = toScreen({ x: left - 60, y: top });
  const bottom = toScreen({ x: 0, y: foot }).y;
  canvas.font = labelFont(true);
  const room = canvas.measureText(text).width + 4;
  const rows = room < width - x ? [text] : breakName(text, 24, 3);
  const wide = Math.max(...rows.map((row) => canvas.measureText(row).width)) + 4;
  const tall = rows.length * LABEL_LINE;
  const start = Math.max(4, Math.min(x, width - wide - 4));
  const boxAt = (/** @type {number} */ down) =>
    /** @type {Box} */ ([start, down, start + wide, down + tall]);
  const below = boxAt(bottom + 18);
  const box = [boxAt(y - 22 - tall), below].find((one) => !coversMark(one, toScreen));
  if (!box || (box === below && box[3] > height)) return [];
  const look = { colour: palette.muted, bold: true };
  return [{ mark: null, look, box, rows: rows.map((row) => ({ text: row })) }];
}

/**
 * @param {Box} box
 * @param {(point: Point) => Point} toScreen
 */
function coversMark([left, top, right, bottom], toScreen) {
  return scene.marks.some((mark) => {
    const { x, y } = toScreen(mark);
    return x > left - 5 && x < right + 5 && y > top - 5 && y < bottom + 5;
  });
}
