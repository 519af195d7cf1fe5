/** The present view as a picture that stands on its own, on white: on a page, or on a slide. */

import { listChosen, sayChosen } from "../controls/chosen.js";
import { listStamp } from "../controls/cite.js";
import { block } from "../data.js";
import { every } from "../dom.js";
import { makeSvg } from "../elements.js";
import { term, word } from "../language.js";
import { currentView } from "../map/camera.js";
import { batchLines, drawLines, drawMark } from "../map/drawing.js";
import { mend } from "../map/label_text.js";
import { drawLabels } from "../map/labels.js";
import { palette } from "../map/looks.js";
import { sayBothSides } from "../panel/sides.js";
import { sayFocus, sayPart } from "../phrases.js";
import { state } from "../state.js";
import { scene } from "../views/scene.js";
import { copyDrawing, findDrawing } from "./copying.js";
import { FONT, drawKeys, listKeys, wrapText } from "./keys.js";
import { TracedPath, Tracer, makeCanvas } from "./tracer.js";

/** @typedef {{ picture: SVGElement, width: number, height: number }} Portrait */

const SLIDE = { width: 1600, height: 900, side: 400, edge: 40, zoom: 1.3 }; // pixels

/** A picture is for paper and for documents: it takes the colours of the light page. */
function lightColours() {
  /** @type {Map<string, string>} */
  const light = new Map();
  for (const rule of document.styleSheets[0].cssRules) {
    if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ":root") continue;
    for (const name of rule.style) {
      if (name.startsWith("--")) light.set(name, rule.style.getPropertyValue(name).trim());
    }
  }
  return light;
}

/**
 * Draw in the colours of the light page.
 *
 * @template T
 * @param {() => T} draw
 * @returns {T}
 */
export function inLight(draw) {
  const now = { ...palette };
  const { style } = document.documentElement;
  const light = lightColours();
  for (const [name, colour] of light) {
    style.setProperty(name, colour);
    if (name.slice(2) in palette) palette[name.slice(2)] = colour;
  }
  batchLines(() => new TracedPath());
  try {
    return draw();
  } finally {
    Object.assign(palette, now);
    for (const name of light.keys()) style.removeProperty(name);
    batchLines();
  }
}

/** Draw what the view shows. */
function drawView() {
  const drawing = findDrawing();
  return drawing ? copyDrawing(drawing) : drawMap();
}

/**
 * Draw what the map shows.
 *
 * @param {Record<string, string>} attributes
 */
export function drawMap(attributes = {}) {
  const view = currentView();
  const { width, height, scale } = view;
  const viewBox = `0 0 ${width} ${height}`;
  const about = { ...attributes, width, height, viewBox, "font-family": FONT };
  const picture = makeSvg("svg", about);
  const tracer = new Tracer(picture);
  const origin = view.toScreen({ x: 0, y: 0 });
  tracer.save();
  tracer.translate(origin.x, origin.y);
  tracer.scale(scale);
  drawLines(tracer);
  for (const mark of scene.marks) {
    const { x, y } = view.toScreen(mark);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    drawMark(tracer, mark, mark.x, mark.y);
  }
  tracer.restore();
  drawLabels(tracer, view);
  return picture;
}

/** List what is shown in words: what stands out, what the filters keep. */
export function listShown() {
  return [
    state.sides ? sayBothSides(state.sides) : "",
    sayFocus(),
    ...listChosen().map(({ text }) => text),
  ].filter(Boolean);
}

/** List what has to be said of a picture: what it leaves out, and what it rests on. */
function stampTexts() {
  const chosen = sayChosen();
  const part = chosen ? [`${word("filters")}: ${chosen}. ${sayPart()}.`] : [];
  const today = term("dates", new Date().toLocaleDateString("sv")); // as YYYY-MM-DD
  const rests = [...listStamp(), word("picture_of", { date: today })];
  return [
    ...part,
    rests.join(" · "),
    ...every(".absence:not([hidden], .off)").map((one) => one.textContent ?? ""),
  ];
}

/** Where texts and the legend are written from above to below. */
class Column {
  canvas = makeCanvas();

  /**
   * @param {SVGElement} picture
   * @param {number} left
   * @param {number} top
   * @param {number} room
   */
  constructor(picture, left, top, room) {
    this.picture = picture;
    this.left = left;
    this.top = top;
    this.room = room;
  }

  /**
   * @param {string} text
   * @param {number} size
   * @param {number} weight
   * @param {string} fill
   */
  write(text, size, weight, fill) {
    this.canvas.font = `${weight} ${size}px ${FONT}`;
    for (const row of wrapText(this.canvas, text.slice(0, 600), this.room).slice(0, 8)) {
      this.top += size * 1.35;
      const about = { x: this.left, y: this.top, "font-size": size, "font-weight": weight, fill };
      this.picture.append(makeSvg("text", about, mend(row)));
    }
  }

  /** @param {number} size of the title */
  writeTitle(size) {
    this.write(block.title, size, 700, palette.ink);
    const shown = listShown().join(" · ");
    if (shown) this.write(shown, size * 0.7, 500, palette.ink);
    this.top += 12;
  }

  /** @param {SVGElement} view */
  place(view) {
    view.setAttribute("x", String(this.left));
    view.setAttribute("y", String(Math.round(this.top)));
    this.picture.append(view);
  }

  /** @param {number} [bottom] what does not stand above it is left out */
  writeKeys(bottom = Infinity) {
    for (const { heading, keys } of listKeys()) {
      if (this.top > bottom - 60) return;
      this.top += 6;
      if (heading) this.write(heading, 12, 650, palette.muted);
      this.top += 6;
      this.top += drawKeys(keys, this);
    }
  }

  /** @param {string[]} texts */
  writeStamp(texts) {
    for (const text of texts) this.write(text, 11, 400, palette.muted);
  }
}

/**
 * Draw the picture that a reader takes away: as large as the view, with all about it below.
 *
 * @returns {Portrait}
 */
export function drawPortrait() {
  return inLight(() => {
    const view = drawView();
    const [width, height] = measureOf(view);
    const picture = makeSvg("svg", { "font-family": FONT });
    const column = new Column(picture, 16, 16, Math.max(width, 600) - 32);
    column.writeTitle(20);
    column.left = 0;
    column.place(view);
    column.left = 16;
    column.top += height + 8;
    column.writeKeys();
    column.top += 6;
    const texts = stampTexts();
    column.writeStamp(texts);
    return finish(picture, texts, Math.max(width, 600), Math.ceil(column.top + 14));
  });
}

/**
 * Draw a slide of 16 by 9: title above, the view with its legend beside it, what it rests on below.
 *
 * @returns {Portrait}
 */
export function drawSlide() {
  return inLight(() => {
    const { edge, height, side, width, zoom } = SLIDE;
    const view = drawView();
    const picture = makeSvg("svg", { "font-family": FONT });
    const column = new Column(picture, edge, 24, width - 2 * edge);
    column.writeTitle(34);
    const bottom = height - 112;
    const [wide, tall] = measureOf(view);
    const room = { wide: width - side - 3 * edge, tall: bottom - column.top };
    const scale = Math.min(room.wide / wide, room.tall / tall);
    view.setAttribute("viewBox", view.getAttribute("viewBox") ?? `0 0 ${wide} ${tall}`);
    view.setAttribute("width", String(Math.round(wide * scale)));
    view.setAttribute("height", String(Math.round(tall * scale)));
    column.left += (room.wide - wide * scale) / 2;
    column.place(view);
    const texts = stampTexts();
    const keys = { x: width - side - edge, y: column.top, width: side, height: room.tall };
    enlarge(picture, keys).writeKeys(room.tall / zoom);
    const stamp = { x: edge, y: bottom + 8, width: width - 2 * edge, height: height - bottom - 8 };
    enlarge(picture, stamp).writeStamp(texts);
    return finish(picture, texts, width, height);
  });
}

/**
 * Give a column of a slide: what is written in it is read from afar.
 *
 * @param {SVGElement} picture
 * @param {{ x: number, y: number, width: number, height: number }} place
 */
function enlarge(picture, place) {
  const [width, height] = [place.width / SLIDE.zoom, place.height / SLIDE.zoom];
  const part = makeSvg("svg", { ...place, viewBox: `0 0 ${width} ${height}` });
  picture.append(part);
  return new Column(part, 0, 0, width);
}

/**
 * @param {SVGElement} picture
 * @returns {[width: number, height: number]}
 */
function measureOf(picture) {
  return [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
}

/**
 * @param {SVGElement} picture
 * @param {string[]} texts for who cannot see it
 * @param {number} width
 * @param {number} height
 */
function finish(picture, texts, width, height) {
  picture.prepend(
    makeSvg("title", {}, [block.title, ...listShown()].join(" – ")),
    makeSvg("desc", {}, texts.join("\n")),
    makeSvg("rect", { width, height, fill: palette.ground }),
  );
  const about = { width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(about)) picture.setAttribute(name, String(value));
  return { picture, width, height };
}
