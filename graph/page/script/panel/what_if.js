/**
 * What if this falls away: everything beside everything without it.
 *
 * @import { Choices } from "../model/choices.js"
 */

import { showSides } from "../actions.js";
import { makeButton } from "../dom.js";
import { word } from "../language.js";

/** @param {Partial<Choices>} right what is left out */
export function drawWhatIf(right) {
  const button = makeButton(
    ".toggle",
    () => showSides({ left: {}, right }, button),
    word("sides_without"),
  );
  return button;
}
