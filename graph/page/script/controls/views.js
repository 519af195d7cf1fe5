/**
 * The choice between the views.
 *
 * @import { View } from "../model/lines.js"
 */

import { byId, every } from "../dom.js";
import { word } from "../language.js";
import { fitAll, mapElement, showFocus } from "../map/camera.js";
import { state, update } from "../state.js";

/** @type {Set<View>} those that the map draws */
const mapViews = new Set(["network", "two-mode"]);

/** @param {View} view */
function setView(view) {
  if (view === state.view) return;
  const say = word(`view_${view.replace("-", "_")}_shown`);
  update({ view, at: null }, { say });
  fitAll();
  showFocus();
}

/** Let a view be chosen, where there is something to see. */
export function bindViews() {
  byId("views")?.removeAttribute("hidden");
  for (const button of every("[data-view]")) {
    button.addEventListener("click", () => setView(/** @type {View} */ (button.dataset.view)));
  }
}

/** Mark which view it is. */
export function markView() {
  for (const button of every("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  }
  for (const element of every("[data-in-view]")) {
    element.hidden = element.dataset.inView !== state.view;
  }
  for (const element of every("[data-on-map]")) {
    element.classList.toggle("off", !mapViews.has(state.view));
  }
  if (!mapElement) return;
  const name = state.view === "network" ? "map_name" : "map_name_two_mode";
  mapElement.dataset.label = name;
  mapElement.setAttribute("aria-label", word(name));
}
