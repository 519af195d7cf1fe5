/**
 * What is chosen in the filters, one line for each, with how to take it away.
 *
 * @import { Choices, WordField } from "../model/choices.js"
 */

import { chooseFilter, clearFilters } from "../actions.js";
import { byId, first, make, makeButton } from "../dom.js";
import { term, word } from "../language.js";
import { countChosen, noChoices } from "../model/choices.js";
import { sayPart } from "../phrases.js";
import { state } from "../state.js";
import { undatedCount } from "./period.js";
import { lists, sayTerm } from "./words.js";

/** @typedef {{ text: string, without: Partial<Choices> }} Chosen what it is, and what is left */

/**
 * List what is chosen.
 *
 * @returns {Chosen[]}
 */
export function listChosen() {
  return [
    ...lists.flatMap(({ field, title }) =>
      listWords(field, word(title), (id) => sayTerm(field, id)),
    ),
    ...listOne("everyRegion", word("region"), word("every_region_short")),
    ...listWords("roles", word("role"), (id) => term("roles", id)),
    ...listWords("withoutRoles", word("role"), (id) =>
      word("role_left_out", { name: term("roles", id) }),
    ),
    ...listOne("period", word("period"), sayPeriod()),
    ...listOne("certainty", word("certainty"), word(`sure_${state.choices.certainty}`)),
    ...listOne("weight", word("weight_title"), word("weight_least", { n: state.choices.weight })),
    ...listOne("fold", word("fold_title"), word("fold_short")),
  ];
}

/**
 * @param {keyof Choices} field
 * @param {string} title
 * @param {string} text
 * @returns {Chosen[]}
 */
function listOne(field, title, text) {
  if (!countChosen(state.choices, field)) return [];
  return [{ text: `${title}: ${text}`, without: { [field]: noChoices[field] } }];
}

/**
 * @param {WordField} field
 * @param {string} title
 * @param {(id: string) => string} say
 * @returns {Chosen[]}
 */
function listWords(field, title, say) {
  const chosen = state.choices[field];
  return chosen.map((id) => ({
    text: `${title}: ${say(id)}`,
    without: { [field]: chosen.filter((one) => one !== id) },
  }));
}

function sayPeriod() {
  const { period, undated } = state.choices;
  const known = undatedCount ? word(undated ? "undated_in" : "undated_out") : "";
  return [period.replace("/", " – "), known].filter(Boolean).join(", ");
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
