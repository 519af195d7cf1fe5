/**
 * What stands out, above the map: each shows itself there.
 */

import { block } from "../data.js";
import { every } from "../dom.js";
import { language } from "../language.js";

/**
 * Let what stands out be shown.
 *
 * @param {(address: string, from: HTMLElement) => void} show goes to a view of the page
 */
export function bindHighlights(show) {
  for (const link of every("a[data-shows]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(addressOfHighlight(link), link);
    });
  }
}

/** Mark the one that is shown now; with a script, each is a link to its view. */
export function markHighlights() {
  for (const link of every("a[data-shows]")) {
    const address = addressOfHighlight(link);
    link.setAttribute("href", address);
    if (location.hash === address) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/**
 * Give the address of the view that an element shows, in the language of the reader.
 *
 * @param {HTMLElement} link
 */
export function addressOfHighlight({ dataset }) {
  return `#${dataset.shows}${language === block.language ? "" : `&lang=${language}`}`;
}
