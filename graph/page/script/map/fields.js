/**
 * Regions as soft fields under the map: one about the members of every partnership there, so that
 * who takes part in two regions stands in both.
 *
 * @import { Mark, Partnership } from "../model/records.js"
 * @import { ViewOfMap } from "./camera.js"
 * @import { Canvas, LinePath } from "./drawing.js"
 * @import { Place } from "./labels.js"
 */

import { term } from "../language.js";
import { wrapSpots } from "../model/hull.js";
import { membersOf } from "../model/part.js";
import { state } from "../state.js";
import { homeTint } from "../views/colour.js";
import { scene } from "../views/scene.js";
import { LABEL_LINE, labelFont } from "./label_text.js";
import { palette } from "./looks.js";

const FIELDS = 8; // regions, those with most organisations; more would cover one another
const CROWD = 150; // organisations; with more, everything would lie in everything
export const FIELD_ROOM = 40; // about a mark, in units of the map
const TINTS = ["blue", "green", "purple", "red", "ochre", "grey"];

/**
 * @typedef {object} Field
 * @property {string} region
 * @property {Set<Mark>} marks
 * @property {string} tint a name of the palette
 * @property {ReturnType<typeof wrapSpots>[]} outlines one a partnership
 * @property {LinePath} path
 */

/** @type {Field[]} */
export let regionFields = [];

/** Tell whether there are few enough organisations for fields that can be told apart. */
export function canShowFields() {
  return state.part.organisations.size <= CROWD;
}

/**
 * Gather the fields of what stands on the map now.
 *
 * @param {() => LinePath} newPath
 */
export function gatherFields(newPath) {
  /** @type {Map<string, Mark[][]>} */
  const found = new Map();
  const drawn = new Set(scene.marks);
  const shown = state.fields && !state.comparison && canShowFields();
  for (const one of shown ? state.part.partnerships : []) {
    const members = listDrawn(one, drawn);
    if (members.length < 2) continue;
    const marks = drawn.has(one) ? [...members, one] : members;
    for (const region of one.regions) found.set(region, [...(found.get(region) ?? []), marks]);
  }
  regionFields = [...found]
    .map(([region, groups]) => ({ region, groups, marks: new Set(groups.flat()) }))
    .sort((one, two) => two.marks.size - one.marks.size || (one.region < two.region ? -1 : 1))
    .slice(0, FIELDS)
    .map(({ region, groups, marks }, place) => {
      const outlines = groups.map((group) => wrapSpots(group, FIELD_ROOM));
      const tint = homeTint(region) ?? TINTS[place % TINTS.length];
      return { region, marks, tint, outlines, path: tracePath(outlines, newPath()) };
    });
}

/**
 * @param {Partnership} partnership
 * @param {Set<Mark>} drawn
 */
function listDrawn(partnership, drawn) {
  const members = membersOf(state.part, partnership).map(({ organisation }) => organisation);
  return members.filter((one) => drawn.has(one));
}

/**
 * @param {Field["outlines"]} outlines
 * @param {LinePath} path
 */
function tracePath(outlines, path) {
  for (const [first, ...others] of outlines) {
    path.moveTo(first.x, first.y);
    for (const { x, y } of others) path.lineTo(x, y);
  }
  return path;
}

/** @param {Canvas} canvas */
export function drawFields(canvas) {
  canvas.save();
  canvas.globalAlpha = 0.11;
  for (const { path, tint } of regionFields) {
    canvas.fillStyle = palette[tint];
    canvas.fill(path);
  }
  canvas.restore();
}

/**
 * List where the name of a field could stand: outside it, from above to below.
 *
 * @param {Field} field
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 * @returns {Place[]}
 */
export function listFieldPlaces({ outlines, region }, canvas, { toScreen }) {
  const text = term("regions", region);
  canvas.font = labelFont(true);
  const [width, height] = [canvas.measureText(text).width + 8, LABEL_LINE];
  return outlines
    .flatMap((outline) => {
      const corners = outline.map(toScreen);
      const middle = average(corners);
      return corners.map(({ x, y }) => {
        const away = Math.hypot(x - middle.x, y - middle.y) || 1;
        const [dx, dy] = [(x - middle.x) / away, (y - middle.y) / away];
        const left = x + (dx * width) / 2 - width / 2;
        const top = y + dy * (height / 2 + 3) - height / 2;
        return { x: left, y: top };
      });
    })
    .sort((one, two) => one.y - two.y)
    .map(({ x, y }) => ({ rows: [{ text }], box: [x, y, x + width, y + height], loss: 0 }));
}

/** @param {{ x: number, y: number }[]} spots */
function average(spots) {
  const mean = (/** @type {"x" | "y"} */ axis) =>
    spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length;
  return { x: mean("x"), y: mean("y") };
}
