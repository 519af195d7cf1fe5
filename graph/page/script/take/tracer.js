/**
 * A canvas that makes elements of what is drawn on it: one way of drawing, two forms.
 *
 * @import { Canvas } from "../map/drawing.js"
 */

import { makeSvg } from "../elements.js";
import { shapeTexts } from "../map/looks.js";

/** @typedef {Record<string, string | number>} Attributes */

/** Of a path of the canvas one cannot ask how it goes: of this one one can. */
export class TracedPath {
  steps = "";

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.steps += `M${x} ${y}`;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.steps += `L${x} ${y}`;
  }
}

/** @implements {Canvas} */
export class Tracer extends TracedPath {
  /** @type {string | CanvasGradient | CanvasPattern} */
  fillStyle = "";
  /** @type {string | CanvasGradient | CanvasPattern} */
  strokeStyle = "";
  /** @type {CanvasLineCap} */
  lineCap = "butt";
  /** @type {CanvasLineJoin} */
  lineJoin = "round";
  /** @type {CanvasTextAlign} */
  textAlign = "center";
  /** @type {CanvasTextBaseline} */
  textBaseline = "alphabetic";
  lineWidth = 1;
  globalAlpha = 1; // of what is filled
  font = "";
  x = 0;
  y = 0;
  zoom = 1;
  /** @type {number[]} */
  dashes = [];
  /** @type {object[]} */
  kept = [];
  measure = makeCanvas();

  /** @param {Element} root gets the elements */
  constructor(root) {
    super();
    this.root = root;
  }

  save() {
    const { x, y, zoom, dashes, fillStyle, strokeStyle, lineWidth, font, globalAlpha } = this;
    this.kept.push({ x, y, zoom, dashes, fillStyle, strokeStyle, lineWidth, font, globalAlpha });
  }

  restore() {
    Object.assign(this, this.kept.pop());
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  translate(x, y) {
    this.x += x * this.zoom;
    this.y += y * this.zoom;
  }

  /** @param {number} zoom the same both ways */
  scale(zoom) {
    this.zoom *= zoom;
  }

  /** @param {number[]} dashes */
  setLineDash(dashes) {
    this.dashes = dashes;
  }

  /** @param {string} text */
  measureText(text) {
    this.measure.font = this.font;
    return this.measure.measureText(text);
  }

  beginPath() {
    this.steps = "";
  }

  /**
   * Only whole circles are ever drawn.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  arc(x, y, radius) {
    const side = `a${radius} ${radius} 0 1 0`;
    this.steps += `M${x - radius} ${y}${side} ${2 * radius} 0${side} ${-2 * radius} 0Z`;
  }

  /**
   * @param {TracedPath | Path2D} path
   * @param {Attributes} look
   */
  add(path, look) {
    const transform = `translate(${this.x.toFixed(2)} ${this.y.toFixed(2)}) scale(${this.zoom})`;
    const d = path instanceof TracedPath ? path.steps : (shapeTexts.get(path) ?? "");
    this.root.append(makeSvg("path", { d, transform, ...look }));
  }

  /** @param {TracedPath | Path2D} path */
  fill(path = this) {
    /** @type {Attributes} */
    const faint = this.globalAlpha < 1 ? { "fill-opacity": this.globalAlpha } : {};
    this.add(path, { fill: String(this.fillStyle), ...faint });
  }

  /** @param {TracedPath | Path2D} path */
  stroke(path = this) {
    /** @type {Attributes} */
    const dashes = this.dashes.length ? { "stroke-dasharray": this.dashes.join(" ") } : {};
    const width = { "stroke-width": String(this.lineWidth), "stroke-linejoin": "round" };
    this.add(path, { fill: "none", stroke: String(this.strokeStyle), ...width, ...dashes });
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {Attributes} look
   */
  addText(text, x, y, look) {
    const [, slant, weight, size] = /(italic )?(\d+) ([\d.]+)px/.exec(this.font) ?? [];
    const about = { "font-weight": weight, "font-size": size, "text-anchor": "middle" };
    /** @type {Attributes} */
    const style = slant ? { "font-style": "italic" } : {};
    const place = { x: this.x + x * this.zoom, y: this.y + y * this.zoom };
    this.root.append(makeSvg("text", { ...place, ...about, ...style, ...look }, text));
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  fillText(text, x, y) {
    this.addText(text, x, y, { fill: String(this.fillStyle) });
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  strokeText(text, x, y) {
    const width = { "stroke-width": this.lineWidth, "stroke-linejoin": "round" };
    this.addText(text, x, y, { fill: "none", stroke: String(this.strokeStyle), ...width });
  }
}

/** Make a canvas that nobody sees: to measure texts. */
export function makeCanvas() {
  const canvas = document.createElement("canvas").getContext("2d");
  return /** @type {CanvasRenderingContext2D} */ (canvas);
}
