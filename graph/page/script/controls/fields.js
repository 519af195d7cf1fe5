/**
 * Whether regions are shown as fields under the map: a switch beside the views.
 */

import { byId } from "../dom.js";
import { word } from "../language.js";
import { canShowFields } from "../map/fields.js";
import { state, update } from "../state.js";

/** Let regions be shown, where partnerships with others have one. */
export function bindFields() {
  byId("fields")?.addEventListener("click", () => {
    const fields = !state.fields;
    update({ fields }, { say: word(fields ? "fields_on" : "fields_off") });
  });
}

/** Mark whether they are shown; among very many there is nothing to choose. */
export function markFields() {
  const button = byId("fields");
  if (!button) return;
  button.hidden = !canShowFields();
  button.setAttribute("aria-pressed", String(state.fields));
}
