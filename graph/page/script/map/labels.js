/**
 * Names on the map: never over one another, the most connected first, more as one zooms in.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Point, ViewOfMap } from "./camera.js"
 * @import { Canvas } from "./drawing.js"
 * @import { Row } from "./label_text.js"
 */

import { state } from "../state.js";
import { isFar } from "../views/far.js";
import { isIsolate, scene } from "../views/scene.js";
import { countCrossed, listStretches, measureClutter } from "./clear.js";
import { listFieldPlaces, regionFields } from "./fields.js";
import { placeFarNames } from "./far.js";
import { placeHeadings } from "./headings.js";
import { LABEL_LINE, labelFont, measureLabel } from "./label_text.js";
import { drawnRadius, labelAppearance, palette } from "./looks.js";

const LABEL_TRIES = 8; // names that find no place in a square, one after another: it is full
const SIDE = 120; // of a square, in pixels
const CUT = 3; // lines that a name is worth that stands whole
const OTHER = 0.5; // and one that stands in the first form

/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */

/**
 * @typedef {object} Placed
 * @property {Mark | null} mark null for a heading
 * @property {{ colour: string, bold: boolean }} look
 * @property {Box} box
 * @property {Row[]} rows
 */

/**
 * @typedef {object} Place where a name could stand
 * @property {Row[]} rows
 * @property {Box} box
 * @property {number} loss what the form of the name costs, in lines that run through it
 */

/** @typedef {Point & { mark: Mark, radius: number, look: { colour: string, bold: boolean } }} Named */

/**
 * Where names stand now, in pixels of the screen: a click on one counts.
 *
 * @type {Placed[]}
 */
export let labelBoxes = [];

/** Boxes that are taken, by the squares that they touch: a new one is compared with few. */
class Taken {
  /** @type {Map<string, Box[]>} */
  squares = new Map();

  /** @param {Box} box */
  keep(box) {
    for (const square of squaresOf(box)) {
      const boxes = this.squares.get(square);
      if (boxes) boxes.push(box);
      else this.squares.set(square, [box]);
    }
  }

  /** @param {Box} box */
  isFree(box) {
    for (const square of squaresOf(box)) {
      if (this.squares.get(square)?.some((other) => overlap(box, other))) return false;
    }
    return true;
  }
}

/** @param {Box} box */
function* squaresOf([left, top, right, bottom]) {
  for (let column = Math.floor(left / SIDE); column <= Math.floor(right / SIDE); column++) {
    for (let row = Math.floor(top / SIDE); row <= Math.floor(bottom / SIDE); row++) {
      yield `${column},${row}`;
    }
  }
}

/**
 * @param {Box} one
 * @param {Box} two
 */
function overlap(one, two) {
  return one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3];
}

/**
 * The cells of the grid are narrow: what stands there takes a narrow form first.
 *
 * @param {Canvas} canvas
 * @param {Named} named
 * @returns {Generator<Place>}
 */
function* labelPlaces(canvas, { mark, x, y, radius, look }) {
  const forms = isIsolate(mark) ? [2, 1, 0] : [0, 1, 2];
  for (const form of forms) {
    const { rows, width, height } = measureLabel(canvas, mark, form, look.bold);
    const cut = rows.some(({ text }) => text.endsWith("…"));
    const loss = (cut ? CUT : 0) + (form === forms[0] ? 0 : OTHER);
    const gap = radius + 3;
    const [near, low] = [gap * 0.7, gap * 0.5];
    for (const [left, top] of [
      [x - width / 2, y + gap],
      [x - width / 2, y - gap - height],
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x - width * 0.2, y + gap],
      [x - width * 0.8, y + gap],
      [x - width * 0.2, y - gap - height],
      [x - width * 0.8, y - gap - height],
      [x + near, y + low],
      [x - near - width, y + low],
      [x + near, y - low - height],
      [x - near - width, y - low - height],
    ]) {
      yield { rows, loss, box: [left, top, left + width, top + height] };
    }
  }
}

/**
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 * @returns {Placed[]}
 */
function placeLabels(canvas, view) {
  const taken = new Taken();
  const named = listNamed(view, taken);
  const stretches = listStretches(view);
  const placed = placeHeadings(canvas, view);
  for (const { box } of placed) taken.keep(box);
  for (const field of regionFields) {
    const clutter = (/** @type {Box} */ box) => countCrossed(box, stretches);
    const found = findPlace(listFieldPlaces(field, canvas, view), taken, view, clutter);
    if (!found) continue;
    taken.keep(found.box);
    placed.push({ mark: null, look: { colour: palette[field.tint], bold: true }, ...found });
  }
  const missed = new Map(); // square -> how many in a row found no place there
  for (const one of named) {
    const square = `${Math.floor(one.x / SIDE)},${Math.floor(one.y / SIDE)}`;
    const count = missed.get(square) ?? 0;
    if (count >= LABEL_TRIES) continue;
    const clutter = (/** @type {Box} */ box) => measureClutter(box, one, named, stretches);
    const found = findPlace(labelPlaces(canvas, one), taken, view, clutter);
    missed.set(square, found ? 0 : count + 1);
    if (!found) continue;
    taken.keep(found.box);
    placed.push({ mark: one.mark, look: one.look, ...found });
  }
  return placed;
}

/**
 * List the marks in sight that have a name, which comes first first.
 *
 * @param {ViewOfMap} view
 * @param {Taken} taken gets their boxes
 * @returns {Named[]}
 */
function listNamed({ toScreen, scale, width, height }, taken) {
  const named = [];
  for (const mark of scene.marks) {
    const { x, y } = toScreen(mark);
    if (x < -80 || y < -40 || x > width + 80 || y > height + 40) continue;
    const radius = drawnRadius(mark, scale) * scale;
    const look = labelAppearance(mark, state);
    if (!look.silent) named.push({ mark, x, y, radius, look });
    taken.keep([x - radius, y - radius, x + radius, y + radius]);
  }
  return named.sort(
    (one, two) => two.look.rank - one.look.rank || one.mark.ref.localeCompare(two.mark.ref),
  );
}

/**
 * Find the clearest of the places that are free; the first of those that are equally clear.
 *
 * @param {Iterable<Place>} places
 * @param {Taken} taken
 * @param {ViewOfMap} view
 * @param {(box: Box) => number} clutter
 */
function findPlace(places, taken, { width, height }, clutter) {
  let best = null;
  let least = Infinity;
  for (const place of places) {
    const [left, top, right, bottom] = place.box;
    const inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
    if (!inside || !taken.isFree(place.box)) continue;
    const found = place.loss + clutter(place.box);
    if (found < least) [best, least] = [place, found];
    if (!found) break;
  }
  return best;
}

/**
 * Draw the names of what is in view.
 *
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 */
export function drawLabels(canvas, view) {
  labelBoxes = isFar(view.scale) ? placeFarNames(canvas, view) : placeLabels(canvas, view);
  canvas.textAlign = "center";
  canvas.textBaseline = "alphabetic";
  canvas.lineJoin = "round";
  for (const { look, box, rows } of labelBoxes) {
    canvas.lineWidth = 3.5;
    canvas.strokeStyle = palette.ground;
    canvas.fillStyle = look.colour;
    const middle = (box[0] + box[2]) / 2;
    rows.forEach(({ text, slanted }, number) => {
      const line = box[1] + LABEL_LINE * (number + 0.8);
      canvas.font = labelFont(look.bold, slanted);
      canvas.strokeText(text, middle, line);
      canvas.fillText(text, middle, line);
    });
  }
}

/**
 * Find the mark whose name stands somewhere.
 *
 * @param {Point} point in pixels of the screen
 */
export function labelAt({ x, y }) {
  const found = labelBoxes.find(
    ({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3],
  );
  return found?.mark ?? null;
}
