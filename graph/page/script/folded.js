/** Long lists: the first stand there, the others when asked for, or printed. */

import { every, make, makeButton } from "./dom.js";
import { word } from "./language.js";

const FIRST = 25; // of a list that are there at once

/**
 * Draw a list, and a button behind it where there is more.
 *
 * @template T
 * @param {string} list its element and classes, as `make` takes them
 * @param {T[]} items
 * @param {(item: T) => HTMLElement} draw
 * @param {number} [first]
 * @returns {HTMLElement[]}
 */
export function foldList(list, items, draw, first = FIRST) {
  const element = make(list, items.slice(0, first).map(draw));
  const rest = items.slice(first);
  if (!rest.length) return [element];
  const unfold = () => {
    const shown = rest.map(draw);
    const inside = button === document.activeElement;
    element.append(...shown);
    button.remove();
    if (inside) shown[0].querySelector("a")?.focus();
  };
  const button = makeButton(".unfold", unfold, word("show_rest", { n: rest.length }));
  return [element, button];
}

/** What is printed is printed in full. */
export function bindUnfolding() {
  addEventListener("beforeprint", () => {
    for (const button of every(".unfold")) button.click();
  });
}
