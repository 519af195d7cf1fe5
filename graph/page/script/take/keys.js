/** The legend in a picture: its rows side by side, as far as there is room. */

import { shapes } from "../data.js";
import { every, isSeen } from "../dom.js";
import { makeSvg } from "../elements.js";
import { palette } from "../map/looks.js";
import { makeCanvas } from "./tracer.js";

export const FONT = 'system-ui, "Segoe UI", sans-serif';

const LINE = 15; // pixels

/** @typedef {{ picture: SVGElement, top: number, room: number }} Page where it is drawn */

/**
 * @typedef {object} Key
 * @property {SVGElement | undefined} drawing
 * @property {HTMLElement | undefined} ring
 * @property {string} text
 */

/**
 * Break a text into rows no wider than there is room for; a word that is wider is broken.
 *
 * @param {CanvasRenderingContext2D} canvas with the font that counts
 * @param {string} text
 * @param {number} room in pixels
 */
export function wrapText(canvas, text, room) {
  const rows = [""];
  for (const part of text.split(/\s+/)) {
    for (const piece of part.match(/.{1,60}/gsu) ?? [""]) {
      const wider = `${rows.at(-1)} ${piece}`.trim();
      if (!rows.at(-1) || canvas.measureText(wider).width <= room) rows[rows.length - 1] = wider;
      else rows.push(piece);
    }
  }
  return rows;
}

/**
 * Give the text of an element as it is seen, in one line.
 *
 * @param {HTMLElement} element
 */
export function textOf(element) {
  return element.innerText.replace(/\s+/g, " ").trim();
}

/**
 * Draw one column of the legend.
 *
 * @param {HTMLElement} column
 * @param {Page} page
 * @returns {number} how tall it is
 */
export function drawKeys(column, { picture, top, room }) {
  const canvas = makeCanvas();
  canvas.font = `400 12px ${FONT}`;
  const keys = every("li", column).filter(isSeen).map(readKey);
  const keyRoom = keys.some(({ drawing }) => drawing && isStroke(drawing)) ? 52 : 24;
  const widest = Math.max(0, ...keys.map(({ text }) => canvas.measureText(text).width));
  const cell = Math.min(keyRoom + widest + 24, room);
  const across = Math.max(1, Math.floor(room / cell));
  const down = Math.ceil(keys.length / across);
  const broken = keys.map(({ text }) => wrapText(canvas, text, cell - keyRoom));
  const tall = 5 + LINE * Math.max(1, ...broken.map((rows) => rows.length));
  keys.forEach((key, place) => {
    const x = 16 + Math.floor(place / down) * cell;
    const y = top + (place % down) * tall;
    picture.append(...drawKey(key, x, y));
    broken[place].forEach((row, number) => {
      const at = { x: x + keyRoom, y: y + 12.5 + LINE * number };
      picture.append(makeSvg("text", { ...at, "font-size": 12, fill: palette.ink }, row));
    });
  });
  return down * tall;
}

/**
 * @param {HTMLElement} item
 * @returns {Key}
 */
function readKey(item) {
  const drawing = item.querySelector("svg")?.cloneNode(true);
  return {
    drawing: /** @type {SVGElement | undefined} */ (drawing),
    ring: every(".glyph", item)[0],
    text: textOf(item),
  };
}

/** @param {SVGElement} drawing */
function isStroke(drawing) {
  return drawing.classList.contains("stroke");
}

/**
 * @param {Key} key
 * @param {number} x
 * @param {number} y
 * @returns {SVGElement[]}
 */
function drawKey({ drawing, ring }, x, y) {
  if (drawing) return [placeDrawing(drawing, x, y)];
  if (!ring) return [];
  const dashes = getComputedStyle(ring).borderTopStyle === "dashed" ? "3 2" : "none";
  const look = { fill: "none", stroke: palette.muted, "stroke-dasharray": dashes };
  return [makeSvg("circle", { cx: x + 8, cy: y + 8, r: 6, "stroke-width": 2.5, ...look })];
}

/**
 * A line that no text states has a colour of its own, beside its dashes.
 *
 * @param {Element} line
 */
function colourOf(line) {
  return line.hasAttribute("stroke-dasharray") ? palette.doubt : palette.line;
}

/**
 * Free a drawing from the style of the page, and put it in its place.
 *
 * @param {SVGElement} drawing
 * @param {number} x
 * @param {number} y
 */
function placeDrawing(drawing, x, y) {
  const [width, height] = isStroke(drawing) ? [44, 12] : [16, 16];
  const at = { x, y: y + (16 - height) / 2, width, height };
  for (const [name, value] of Object.entries(at)) drawing.setAttribute(name, String(value));
  drawing.removeAttribute("class");
  for (const part of Array.from(drawing.children)) {
    const shape = /^#shape-(.+)$/.exec(part.getAttribute("href") ?? "")?.[1];
    const colour = /^fill-(.+)$/.exec(part.getAttribute("class") ?? "")?.[1] ?? "";
    part.removeAttribute("class");
    if (shape === undefined) part.setAttribute("stroke", colourOf(part));
    else {
      const look = { d: shapes.get(shape) ?? "", fill: palette[colour] };
      part.replaceWith(makeSvg("path", look));
    }
  }
  return drawing;
}
