/**
 * Whether what is tied to nothing stands on the map: a switch at the list of it, under the map.
 */

import { byId } from "../dom.js";
import { word } from "../language.js";
import { fitAll } from "../map/camera.js";
import { state, update } from "../state.js";

/** Let it be shown on the map, where there is any. */
export function bindAlone() {
  const button = byId("alone");
  button?.removeAttribute("hidden");
  button?.addEventListener("click", () => {
    const alone = !state.alone;
    update({ alone, at: null }, { say: word(alone ? "alone_on" : "alone_off") });
    fitAll();
  });
}

/** Mark whether it is shown. */
export function markAlone() {
  byId("alone")?.setAttribute("aria-pressed", String(state.alone));
}
