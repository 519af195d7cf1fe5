/**
 * What a reader takes away: the present view as a picture, a slide, a link or on paper.
 *
 * @import { Portrait } from "./portrait.js"
 */

import { writeAddress } from "../address.js";
import { block } from "../data.js";
import { byId, every, first, isSeen } from "../dom.js";
import { word } from "../language.js";
import { mapElement, network } from "../map/camera.js";
import { simplify } from "../model/matching.js";
import { state } from "../state.js";
import { findDrawing } from "./copying.js";
import { drawMap, drawPortrait, drawSlide, inLight, listShown } from "./portrait.js";
import { save } from "./save.js";
import { makeCanvas } from "./tracer.js";

/**
 * Name a file after what it shows.
 *
 * @param {string} kind of file
 */
function namePicture(kind) {
  const view = state.view === "network" ? [] : [word(`view_${state.view.replace("-", "_")}`)];
  const said = [block.title, ...view, ...listShown()].map((text) => simplify(text).slice(0, 60));
  return `${said.join(" ").slice(0, 120).trim().replaceAll(" ", "-") || "collabgraph"}.${kind}`;
}

/** @param {SVGElement} picture */
function asBlob(picture) {
  const text = new XMLSerializer().serializeToString(picture);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
}

function savePicture() {
  save(namePicture("svg"), asBlob(drawPortrait().picture));
}

/**
 * Save a picture twice as sharp as the screen.
 *
 * @param {Portrait} portrait
 * @param {string} kind of file
 */
async function savePixels({ picture, width, height }, kind) {
  const image = new Image();
  image.src = URL.createObjectURL(asBlob(picture));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const context = makeCanvas();
  const { canvas } = context;
  const sharp = Math.min(2, 8000 / Math.max(width, height));
  canvas.width = width * sharp;
  canvas.height = height * sharp;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(namePicture(kind), blob), "image/png");
}

/** A page that came by mail has another address at each reader: then only what follows # is shared. */
async function copyLink() {
  const box = byId("link");
  writeAddress(); // what was moved a moment ago is in it
  const own = location.protocol === "file:" ? "link_file" : "link_web";
  try {
    await navigator.clipboard.writeText(location.href);
    box.hidden = true;
    announceAloud(word("link_copied"), word(own));
  } catch {
    const field = /** @type {HTMLInputElement} */ (first("input", box));
    box.hidden = false;
    field.value = location.href;
    field.focus();
    field.select();
    announceAloud(word("link_select"), word(own));
  }
}

/** @param {string[]} texts */
function announceAloud(...texts) {
  byId("taken").textContent = texts.join(" ");
}

/** On paper stands the present view and not the still picture of all. */
function bindPaper() {
  addEventListener("beforeprint", () => {
    removePaper();
    if (findDrawing()) return;
    const view = inLight(() => drawMap({ class: "on-paper", "aria-hidden": "true" }));
    byId("stage").append(view);
  });
  addEventListener("afterprint", removePaper);
}

function removePaper() {
  document.querySelector(".on-paper")?.remove();
}

/** @type {Record<string, () => void>} */
const takes = {
  link: copyLink,
  slide: () => savePixels(drawSlide(), "16x9.png"),
  png: () => savePixels(drawPortrait(), "png"),
  svg: savePicture,
  print: () => print(),
};

/** Let the view be taken away, where there is a map. */
export function bindTake() {
  if (!network) return;
  byId("take").hidden = false;
  for (const button of every("[data-take]")) {
    button.addEventListener("click", takes[button.dataset.take ?? ""]);
  }
  bindPaper();
}

/** A view of which there is no drawing has no picture to take. */
export function followTake() {
  const drawn = Boolean(findDrawing()) || (mapElement !== null && isSeen(mapElement));
  for (const kind of ["slide", "png", "svg"]) {
    for (const button of every(`[data-take="${kind}"]`)) button.hidden = !drawn;
  }
}
