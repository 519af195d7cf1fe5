/** A drawing of the page as one that stands on its own: its look as attributes, and nothing else. */

import { shapes } from "../data.js";
import { every, isSeen } from "../dom.js";
import { makeSvg } from "../elements.js";

const LOOK = [
  "fill",
  "fill-opacity",
  "font-size",
  "font-style",
  "font-weight",
  "opacity",
  "stroke",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-width",
  "text-anchor",
];
const PLACE = /^(?:[xyrd]|c[xy]|r[xy]|[xy][12]|width|height|points|transform|viewBox)$/;

/**
 * Copy a drawing that is seen, as it looks now.
 *
 * @param {SVGElement} drawing
 * @returns {SVGElement}
 */
export function copyDrawing(drawing) {
  const { height, width } = drawing.getBoundingClientRect();
  const copy = copyElement(drawing);
  for (const [name, value] of Object.entries({ width, height })) {
    copy.setAttribute(name, String(Math.round(value)));
  }
  return copy;
}

/**
 * @param {Element} element
 * @returns {SVGElement}
 */
function copyElement(element) {
  const style = getComputedStyle(element);
  const shape = /^#shape-(.+)$/.exec(element.getAttribute("href") ?? "")?.[1];
  /** @type {Record<string, string>} */
  const about = shape === undefined ? {} : { d: shapes.get(shape) ?? "" };
  for (const { name, value } of element.attributes) if (PLACE.test(name)) about[name] = value;
  for (const name of LOOK) about[name] = style.getPropertyValue(name);
  /** @type {(Node | string)[]} */
  const children = [];
  for (const child of element.childNodes) {
    if (!(child instanceof Element)) children.push(child.textContent ?? "");
    else if (isPart(child)) children.push(copyElement(child));
  }
  const name = shape === undefined ? element.localName : "path";
  return makeSvg(/** @type {"g"} */ (name), about, ...children);
}

/** @param {Element} element */
function isPart(element) {
  return element.localName !== "title" && getComputedStyle(element).display !== "none";
}

/** Find the drawing of a view that is no map: the largest in the frame, if there is one. */
export function findDrawing() {
  const size = (/** @type {Element} */ one) => one.getBoundingClientRect().height;
  const [drawing = null] = every("#stage svg")
    .filter(isSeen)
    .sort((one, two) => size(two) - size(one));
  return /** @type {SVGElement | null} */ (/** @type {unknown} */ (drawing));
}
