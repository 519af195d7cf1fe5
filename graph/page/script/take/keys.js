/** The legend in a picture: what is visible, its rows side by side as far as there is room. */

import { every, first, isSeen } from "../dom.js";
import { makeSvg } from "../elements.js";
import { palette } from "../map/looks.js";
import { copyDrawing } from "./copying.js";
import { makeCanvas } from "./tracer.js";

export const FONT = 'system-ui, "Segoe UI", sans-serif';

const LINE = 15; // pixels

/** @typedef {{ picture: SVGElement, left: number, top: number, room: number }} Page where it is drawn */

/**
 * @typedef {object} Key
 * @property {SVGElement | null} drawing
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
 * List the columns of the legend of which something stands in the view.
 *
 * @returns {{ heading: string, keys: Key[] }[]}
 */
export function listKeys() {
  return listColumns()
    .map((column) => ({
      heading: every("h3", column).map(textOf).join(""),
      keys: every("li", column).filter(isSeen).filter(isThere).map(readKey),
    }))
    .filter(({ keys }) => keys.length);
}

/** A view with a legend of its own names in it what else of the common one it shows. */
function listColumns() {
  const own = every("[data-keys]").filter(isSeen);
  const others = own.map(({ dataset }) => dataset.keys).filter(Boolean);
  const common = own.length ? others.join() : ".legend .keys > div";
  return [...own, ...(common ? every(common).filter(isSeen) : [])];
}

/** @param {HTMLElement} item */
function isThere(item) {
  return first("b", item)?.dataset.number !== "0";
}

/**
 * Draw one column of the legend.
 *
 * @param {Key[]} keys
 * @param {Page} page
 * @returns {number} how tall it is
 */
export function drawKeys(keys, { picture, left, top, room }) {
  const canvas = makeCanvas();
  canvas.font = `400 12px ${FONT}`;
  const keyRoom = keys.some(({ drawing }) => drawing && widthOf(drawing) > 30) ? 52 : 24;
  const widest = Math.max(0, ...keys.map(({ text }) => canvas.measureText(text).width));
  const cell = Math.min(keyRoom + widest + 24, room);
  const across = Math.max(1, Math.floor(room / cell));
  const down = Math.ceil(keys.length / across);
  const broken = keys.map(({ text }) => wrapText(canvas, text, cell - keyRoom));
  const tall = 5 + LINE * Math.max(1, ...broken.map((rows) => rows.length));
  keys.forEach((key, place) => {
    const x = left + Math.floor(place / down) * cell;
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
 * How many there are stands behind, in brackets.
 *
 * @param {HTMLElement} item
 * @returns {Key}
 */
function readKey(item) {
  const drawing = item.querySelector("svg");
  const [count] = every("b", item);
  const number = count ? textOf(count) : "";
  const text = textOf(item);
  return {
    drawing: drawing && copyDrawing(drawing),
    ring: every(".glyph", item)[0],
    text: number ? `${text.slice(0, -number.length).trim()} (${number})` : text,
  };
}

/** @param {SVGElement} drawing */
function widthOf(drawing) {
  return Number(drawing.getAttribute("width"));
}

/**
 * @param {Key} key
 * @param {number} x
 * @param {number} y
 * @returns {SVGElement[]}
 */
function drawKey({ drawing, ring }, x, y) {
  if (drawing) {
    const height = Number(drawing.getAttribute("height"));
    drawing.setAttribute("x", String(x));
    drawing.setAttribute("y", String(y + (16 - height) / 2));
    return [drawing];
  }
  if (!ring) return [];
  const dashes = getComputedStyle(ring).borderTopStyle === "dashed" ? "3 2" : "none";
  const look = { fill: "none", stroke: palette.muted, "stroke-dasharray": dashes };
  return [makeSvg("circle", { cx: x + 8, cy: y + 8, r: 6, "stroke-width": 2.5, ...look })];
}
