/** What a curator takes over into the data file. */

import { data } from "../data.js";
import { announce, make, makeButton } from "../dom.js";
import { word } from "../language.js";

/**
 * Offer to copy an entry; where nothing can be copied it is shown, to be copied by hand.
 *
 * @param {(known: typeof data) => string} write
 */
export function drawCopy(write) {
  const field = make("pre.yaml", { hidden: "", tabindex: "0" });
  const button = makeButton(
    ".close",
    async () => {
      const text = write(data);
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = word("yaml_copied");
        announce(word("yaml_copied"));
      } catch {
        field.textContent = text;
        field.hidden = false;
        field.focus();
      }
    },
    word("copy_yaml"),
  );
  return make("div.copy", button, field);
}
