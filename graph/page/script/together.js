/**
 * Map and answer are seen together: what a reader does brings back the one that is out of sight.
 */

import { byId } from "./dom.js";

const SIDE_BY_SIDE = "(min-width: 64.01rem)";

const desk = byId("desk");
const stage = byId("stage");
const answerBox = byId("panel");

/** Tell whether the panel stands beside the map, not under it. */
export function isSideBySide() {
  return matchMedia(SIDE_BY_SIDE).matches;
}

/** Where they stand side by side, bring most of the map and enough of the panel into the window. */
export function bringTogether() {
  if (!isSideBySide()) return;
  const map = 0.6 * stage.offsetHeight;
  const answer = Math.min(answerBox.offsetHeight, 0.35 * innerHeight);
  if (seenOf(stage) < map || seenOf(answerBox) < answer) desk.scrollIntoView({ block: "start" });
}

/**
 * Measure how much of an element stands in the window, from above to below.
 *
 * @param {HTMLElement} element
 */
function seenOf(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
}
