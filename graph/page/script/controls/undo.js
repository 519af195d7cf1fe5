/** To undo a choice, and to do it again: two buttons and their keys. */

import { announce, byId, targetOf } from "../dom.js";
import { canGo, findStep, go } from "../history.js";
import { word } from "../language.js";

/** @type {[id: "undo" | "redo", way: -1 | 1][]} */
const ways = [
  ["undo", -1],
  ["redo", 1],
];

/** Fields in which these keys undo what is typed. */
const TYPED = "textarea, input:not([type='checkbox'], [type='radio'], [type='range'])";

/** Let choices be undone, where a view can be chosen. */
export function bindUndo() {
  findStep();
  byId("history")?.removeAttribute("hidden");
  for (const [id, way] of ways) byId(id)?.addEventListener("click", () => goOrSay(way));
  document.addEventListener("keydown", (event) => {
    const { altKey, ctrlKey, key, metaKey, shiftKey } = event;
    if (key.toLowerCase() !== "z" || altKey || ctrlKey === metaKey || isTyping(event)) return;
    event.preventDefault();
    goOrSay(shiftKey ? 1 : -1);
  });
}

/**
 * Tell whether a key goes to a field for text.
 *
 * @param {Event} event
 */
export function isTyping(event) {
  return targetOf(event).matches(TYPED);
}

/** @param {-1 | 1} way */
function goOrSay(way) {
  if (canGo(way)) go(way);
  else announce(word(way < 0 ? "undo_none" : "redo_none"));
}

/** Mark what there is to undo; a button at rest keeps the keyboard. */
export function markUndo() {
  for (const [id, way] of ways) byId(id)?.setAttribute("aria-disabled", String(!canGo(way)));
}
