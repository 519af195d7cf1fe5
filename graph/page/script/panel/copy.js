/** What a reader takes over: an entry for the data file, a sentence with its source. */

import { data } from "../data.js";
import { announce, make, makeButton } from "../dom.js";
import { makeSvg } from "../elements.js";
import { word } from "../language.js";

/**
 * Offer to copy an entry.
 *
 * @param {(known: typeof data) => string} write
 */
export function drawCopy(write) {
  const field = makeField();
  const button = makeButton(
    ".close",
    async () => {
      if (await copyText(write(data), field)) button.textContent = word("yaml_copied");
    },
    word("copy_yaml"),
  );
  return make("div.copy", button, field);
}

/**
 * Offer to copy a sentence with where it comes from, at a small button behind it.
 *
 * @param {() => string} say
 */
export function drawCite(say) {
  const field = makeField();
  const label = word("copy_cited");
  const about = {
    "aria-label": label,
    title: label,
    "data-label": "copy_cited",
    "data-tip": "copy_cited",
  };
  const shape = makeSvg("path", { d: "M6 5.5h8v9H6zM3 11.5V2h8" });
  const icon = makeSvg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, shape);
  const button = makeButton(".cite-it", () => copyText(say(), field), about, icon);
  return [document.createTextNode(" "), button, field];
}

function makeField() {
  return make("span.yaml", { hidden: "", tabindex: "0" });
}

/**
 * Copy a text; where nothing can be copied it stands selected, to be copied by hand.
 *
 * @param {string} text
 * @param {HTMLElement} field
 * @returns {Promise<boolean>} whether it is copied
 */
async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    field.hidden = true;
    announce(word("copied"));
    return true;
  } catch {
    field.textContent = text;
    field.hidden = false;
    field.focus();
    getSelection()?.selectAllChildren(field);
    announce(word("copy_selected"));
    return false;
  }
}
