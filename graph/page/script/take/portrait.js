/** The present view as a picture that stands on its own: map, legend and stamp, on white. */

import { listChosen } from "../controls/chosen.js";
import { listStamp } from "../controls/cite.js";
import { block } from "../data.js";
import { every, isSeen } from "../dom.js";
import { makeSvg } from "../elements.js";
import { word } from "../language.js";
import { currentView } from "../map/camera.js";
import { batchLines, drawLines, drawMark } from "../map/drawing.js";
import { mend } from "../map/label_text.js";
import { drawLabels } from "../map/labels.js";
import { palette } from "../map/looks.js";
import { splitWithout } from "../model/components.js";
import { isOrganisation } from "../model/records.js";
import { sayPart, sayWithout } from "../phrases.js";
import { scopeOf } from "../scope.js";
import { state } from "../state.js";
import { scene } from "../views/scene.js";
import { FONT, drawKeys, wrapText } from "./keys.js";
import { TracedPath, Tracer, makeCanvas } from "./tracer.js";

/** A picture is for paper and for documents: it takes the colours of the light page. */
function lightColours() {
  /** @type {Record<string, string>} */
  const light = {};
  for (const rule of document.styleSheets[0].cssRules) {
    if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ":root") continue;
    for (const name of Object.keys(palette)) {
      const value = rule.style.getPropertyValue(`--${name}`).trim();
      if (value) light[name] = value;
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
  Object.assign(palette, lightColours());
  batchLines(() => new TracedPath());
  try {
    return draw();
  } finally {
    Object.assign(palette, now);
    batchLines();
  }
}

/**
 * Draw what the map shows.
 *
 * @param {Record<string, string>} attributes
 */
export function drawView(attributes = {}) {
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

/** List what has to be said of a picture: what it leaves out, and what it rests on. */
function stampTexts() {
  const { removed, selected } = state;
  const chosen = listChosen().map(({ text }) => text);
  const part = chosen.length ? [`${word("filters")}: ${chosen.join("; ")}. ${sayPart()}.`] : [];
  const without =
    removed && selected && isOrganisation(selected)
      ? [sayWithout(selected, splitWithout(scopeOf(selected), selected))]
      : [];
  return [...without, ...part, listStamp().join(" · "), word("start_absence")];
}

/** Draw the picture that a reader takes away. */
export function drawPortrait() {
  return inLight(() => {
    const { width, height } = currentView();
    const room = width - 32;
    const canvas = makeCanvas();
    const picture = makeSvg("svg", { "font-family": FONT });
    let top = 16;
    /**
     * @param {string} text
     * @param {number} size
     * @param {number} weight
     * @param {string} fill
     */
    const write = (text, size, weight, fill) => {
      canvas.font = `${weight} ${size}px ${FONT}`;
      for (const row of wrapText(canvas, text.slice(0, 600), room).slice(0, 8)) {
        top += size * 1.35;
        const about = { x: 16, y: top, "font-size": size, "font-weight": weight, fill };
        picture.append(makeSvg("text", about, mend(row)));
      }
    };
    write(block.title, 20, 700, palette.ink);
    top += 12;
    const map = drawView();
    map.setAttribute("y", String(Math.round(top)));
    picture.append(map);
    top += height + 8;
    for (const column of every(".legend .keys > div").filter(isSeen)) {
      const [heading] = every("h3", column);
      if (!heading) continue;
      top += 6;
      write(heading.innerText, 12, 650, palette.muted);
      top += 6;
      top += drawKeys(column, { picture, top, room });
    }
    top += 6;
    const texts = stampTexts();
    for (const text of texts) write(text, 11, 400, palette.muted);
    return finish(picture, texts, width, Math.ceil(top + 14));
  });
}

/**
 * @param {SVGElement} picture
 * @param {string[]} texts for who cannot see it
 * @param {number} width
 * @param {number} height
 */
function finish(picture, texts, width, height) {
  picture.prepend(
    makeSvg("title", {}, block.title),
    makeSvg("desc", {}, texts.join("\n")),
    makeSvg("rect", { width, height, fill: palette.ground }),
  );
  const about = { width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(about)) picture.setAttribute(name, String(value));
  return { picture, width, height };
}
