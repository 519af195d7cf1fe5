/**
 * What is chosen in the filters, one line for each, with how to take it away.
 *
 * @import { FilterBlock } from "../model/block.js"
 * @import { Choices } from "../model/choices.js"
 */

import { chooseFilter, clearFilters } from "../actions.js";
import { filters } from "../data.js";
import { byId, first, make, makeButton } from "../dom.js";
import { term, word } from "../language.js";
import { listGiven } from "../model/choices.js";
import { sayPart } from "../phrases.js";
import { state } from "../state.js";
import { undatedCount } from "./period.js";
import { sayId } from "./words.js";

/** @typedef {{ text: string, without: Partial<Choices> }} Chosen what it is, and what is left */

/**
 * List what is chosen.
 *
 * @returns {Chosen[]}
 */
export function listChosen() {
  return listGiven(filters, state.choices).flatMap((filter) => {
    if (filter.ids) return listIdsChosen(filter);
    if (filter.of === "period") return []; // the period says it
    const value = filter.value === "period" ? sayPeriod() : sayChoice(filter, state.choices);
    const text = `${sayTitle(filter)}: ${value}`;
    return [{ text, without: { [filter.name]: filter.usual } }];
  });
}

/** Say in words what is chosen. */
export function sayChosen() {
  return listChosen()
    .map(({ text }) => text)
    .join("; ");
}

/**
 * @param {FilterBlock} filter
 * @returns {Chosen[]}
 */
function listIdsChosen(filter) {
  const { label, name } = filter;
  /** @type {string[]} */
  const chosen = state.choices[name];
  return chosen.map((id) => {
    return {
      text: `${word(label)}: ${sayChosenId(filter, id)}`,
      without: { [name]: chosen.filter((one) => one !== id) },
    };
  });
}

/**
 * Say an id of a filter that keeps it, or leaves it out.
 *
 * @param {FilterBlock} filter
 * @param {string} id
 */
export function sayChosenId(filter, id) {
  const name = sayId(filter, id);
  return filter.without ? word(`${filter.label}_left_out`, { name }) : name;
}

/** @param {FilterBlock} filter */
function sayTitle({ label, of, value }) {
  const whole = filters.find(({ name }) => name === of);
  if (whole) return word(whole.label);
  return word(value === "flag" || value === "number" ? `${label}_title` : label);
}

/**
 * Say what is chosen in a filter that takes no ids.
 *
 * @param {FilterBlock} filter
 * @param {Choices} choices
 */
export function sayChoice({ label, name, value }, choices) {
  const chosen = choices[name];
  if (value === "period") return term("dates", chosen);
  if (value === "certainty") return word(`sure_${chosen}`);
  return value === "number" ? word(`${label}_least`, { n: chosen }) : word(`${label}_short`);
}

function sayPeriod() {
  const { period, undated } = state.choices;
  const known = undatedCount ? word(undated ? "undated_in" : "undated_out") : "";
  return [term("dates", period), known].filter(Boolean).join(", ");
}

/** Show what is chosen; where the last one goes, the keyboard goes to what opens the filters. */
export function renderChosen() {
  const chosen = listChosen();
  const [badge, bar] = [byId("filter-count"), byId("chosen")];
  const held = bar.contains(document.activeElement);
  badge.textContent = word("n_active", { n: chosen.length });
  badge.hidden = bar.hidden = !chosen.length;
  const buttons = chosen.map(({ text, without }) =>
    makeButton(
      ".chip",
      () => chooseFilter(without),
      { "aria-label": word("clear_one", { name: text }) },
      make("span", text),
      make("span.cross", { "aria-hidden": "true" }, "×"),
    ),
  );
  if (chosen.length > 1) buttons.push(makeButton(".clear", clearFilters, word("clear_all")));
  byId("chips").replaceChildren(...buttons.map((button) => make("li", button)));
  byId("kept").textContent = chosen.length ? sayPart() : "";
  if (held) first(bar.hidden ? "#narrow > summary" : "#chosen button").focus();
}
