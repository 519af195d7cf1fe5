/**
 * The text of a name on the map: broken into rows, and how much room it takes.
 *
 * @import { Mark } from "../model/records.js"
 * @import { Canvas } from "./drawing.js"
 */

import { language } from "../language.js";
import { isGroup } from "../model/records.js";

const LABEL_SIZE = 13; // pixels on the screen, at every zoom

export const LABEL_LINE = 15;

/**
 * How long a row may be, in letters, and how many rows: the first form that finds a place counts.
 *
 * @type {[longest: number, most: number][]}
 */
const LABEL_FORMS = [
  [22, 2],
  [14, 3],
  [14, 2],
];

/** @typedef {{ text: string, slanted?: boolean }} Row */
/** @typedef {{ rows: Row[], width: number, height: number }} Label */

/**
 * Break a name into rows; what does not fit ends in "…".
 *
 * @param {string} name
 * @param {number} longest letters in a row
 * @param {number} most rows
 */
export function breakName(name, longest, most) {
  const rows = [""];
  for (const part of name.slice(0, 200).split(/\s+/).filter(Boolean)) {
    const wider = `${rows.at(-1)} ${part}`.trim();
    if (wider.length <= longest || !rows.at(-1)) rows[rows.length - 1] = wider;
    else rows.push(part);
  }
  const cut = (/** @type {string} */ row) => `${row.slice(0, longest - 1)}…`;
  const kept = rows.slice(0, most).map((row) => (row.length <= longest ? row : cut(row)));
  const last = kept.length - 1;
  if (rows.length > most && !kept[last].endsWith("…")) kept[last] = cut(kept[last]);
  return kept.map(mend);
}

/**
 * Mend a text that was cut in the middle of a letter of two halves.
 *
 * @param {string} text
 */
export function mend(text) {
  return text.toWellFormed?.() ?? text;
}

/**
 * @param {boolean} bold
 * @param {boolean} [slanted]
 */
export function labelFont(bold, slanted = false) {
  const [slant, weight] = [slanted ? "italic " : "", bold ? 700 : 500];
  return `${slant}${weight} ${LABEL_SIZE}px system-ui, "Segoe UI", sans-serif`;
}

/**
 * What has no name of its own, but a label of who keeps the data, is slanted.
 *
 * @param {Mark} mark
 * @param {number} form
 * @returns {Row[]}
 */
function labelRows(mark, form) {
  const [longest, most] = LABEL_FORMS[form];
  const slanted = isGroup(mark);
  return breakName(mark.name, longest, most).map((text) => ({ text, slanted }));
}

/** @type {Map<Mark, Record<string, Label>>} */
const measured = new Map();

/**
 * Measure a name in one of its forms; each is measured once.
 *
 * @param {Canvas} canvas
 * @param {Mark} mark
 * @param {number} form
 * @param {boolean} bold
 */
export function measureLabel(canvas, mark, form, bold) {
  const labels = measured.get(mark) ?? {};
  measured.set(mark, labels);
  const key = `${form}${bold}${language}`;
  if (!labels[key]) {
    const rows = labelRows(mark, form);
    const widths = rows.map(({ text, slanted }) => {
      canvas.font = labelFont(bold, slanted);
      return canvas.measureText(text).width;
    });
    labels[key] = { rows, width: Math.max(...widths) + 4, height: rows.length * LABEL_LINE };
  }
  return labels[key];
}
