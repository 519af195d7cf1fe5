/**
 * From one organisation to another: two fields that take a name, another name, or something close
 * to it, as the search box does.
 *
 * @import { Organisation } from "../model/records.js"
 */

import { showPaths } from "../actions.js";
import { organisations } from "../data.js";
import { announce, byId, fieldById, make } from "../dom.js";
import { word } from "../language.js";
import { state } from "../state.js";
import { findOrganisation } from "./find.js";

const fields = ["from", "to"].map((name) => fieldById(`between-${name}`));

/** Let the fields search. */
export function bindBetween() {
  byId("between").hidden = organisations.length < 2;
  byId("between-names").replaceChildren(
    ...[...organisations]
      .sort((one, two) => one.name.localeCompare(two.name))
      .map(({ name }) => make("option", { value: name.slice(0, 200) })),
  );
  byId("between-go").addEventListener("click", search);
  for (const field of fields) {
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") search();
    });
  }
}

function search() {
  const found = fields.map(({ value }) => findOrganisation(value));
  for (const [place, field] of fields.entries()) {
    field.setAttribute("aria-invalid", String(!found[place]));
  }
  const [from, to] = found;
  if (!from || !to) refuse(word("between_unknown"), from ? 1 : 0);
  else if (from === to) refuse(word("between_same"), 0);
  else {
    refuse("");
    showPaths({ from, to }, fields[0]);
    fillBetween();
    byId("panel").scrollIntoView({ block: "nearest" });
  }
}

/**
 * @param {string} text why nothing is looked for; empty where it is
 * @param {number} [place] of the field that it is about
 */
function refuse(text, place) {
  byId("between-error").textContent = text;
  if (place === undefined) return;
  announce(text);
  fields[place].focus();
}

/**
 * Open the fields, with one already filled in.
 *
 * @param {Organisation} from
 */
export function openBetween(from) {
  const [first, second] = fields;
  byId("between").setAttribute("open", "");
  first.value = from.name;
  second.value = "";
  second.focus();
  byId("between").scrollIntoView({ block: "nearest" });
}

/** Write in the fields what is shown. */
export function fillBetween() {
  if (!state.between) return;
  const { from, to } = state.between;
  for (const [place, { name }] of [from, to].entries()) fields[place].value = name;
}
