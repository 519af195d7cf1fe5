/**
 * Whether relations are shown as arrows: a switch beside the views, where there are any.
 */

import { byId, every } from "../dom.js";
import { word } from "../language.js";
import { fitAll } from "../map/camera.js";
import { state, update } from "../state.js";
import { listArrows } from "../views/arrows.js";
import { scene } from "../views/scene.js";

/** Let relations be shown, where there are any. */
export function bindArrows() {
  const button = byId("arrows");
  button?.addEventListener("click", () => {
    const arrows = !state.arrows;
    const { folded } = scene;
    update({ arrows }, { say: () => (arrows ? sayShown() : word("arrows_off")) });
    if (folded && !state.at) fitAll();
  });
}

/** Mark whether they are shown, and say in the legend how many there is room for in this view. */
export function markArrows() {
  byId("arrows")?.setAttribute("aria-pressed", String(state.arrows));
  for (const element of every("[data-in-arrows]")) element.hidden = !state.arrows;
  const said = byId("arrows-shown");
  if (said) said.textContent = state.arrows ? sayShown() : "";
}

function sayShown() {
  const all = state.part.relations.size;
  return word("arrows_shown", { n: listArrows().length, all });
}
