/**
 * Two selections to compare: a list for each side of what the filters know, and the legend of what
 * the map then shows.
 *
 * @import { FilterBlock } from "../model/block.js"
 * @import { Choices } from "../model/choices.js"
 * @import { State } from "../state.js"
 */

import { showSides } from "../actions.js";
import { keyOfWhere, listPlaces, sayWhere } from "../compared.js";
import { filters, listUsed, noChoices, partnerships } from "../data.js";
import { byId, first, make } from "../dom.js";
import { isolate, word } from "../language.js";
import { listGiven } from "../model/choices.js";
import { state } from "../state.js";
import { sayChoice, sayChosenId } from "./chosen.js";
import { everyYear } from "./period.js";
import { orderIds } from "./words.js";

const ALL_OF_IT = "all";
const MOST_OFFERED = 100; // values of a filter: of more, the panel of each offers it, or an address

const sideFields = ["left", "right"].map(
  (side) => /** @type {HTMLSelectElement} */ (byId(`sides-${side}`)),
);

/**
 * Say what one side asks for.
 *
 * @param {Partial<Choices>} side
 */
export function nameSide(side) {
  const choices = { ...noChoices, ...side };
  const texts = listGiven(filters, choices).flatMap((filter) =>
    filter.ids
      ? choices[filter.name].map((/** @type {string} */ id) => sayChosenId(filter, id))
      : [sayChoice(filter, choices)],
  );
  return texts.length ? texts.join(", ") : word("sides_all");
}

/** Let two selections be chosen; nothing where there is nothing to choose between. */
export function bindSides() {
  const suggested = suggestSides();
  byId("sides").hidden = suggested.length < 2;
  buildSides();
  for (const [place, value] of suggested.entries()) sideFields[place].value = value;
  byId("sides-go").addEventListener("click", comparePicked);
  for (const pick of sideFields) {
    pick.addEventListener("change", () => state.sides && comparePicked());
  }
}

/** Build both lists in the language of the reader. */
export function buildSides() {
  for (const pick of sideFields) {
    const { value } = pick;
    const all = make("option", { value: ALL_OF_IT }, word("sides_all"));
    pick.replaceChildren(all, ...filters.filter(isOffered).map(makeChoicesOf));
    pick.value = value;
  }
  showPicked();
}

/** @param {FilterBlock} filter */
function isOffered({ ids, name, value }) {
  if (value === "period") return everyYear.length > 1;
  const count = listUsed(name).length;
  return ids && name !== "roles" && count > 1 && count <= MOST_OFFERED;
}

/** @param {FilterBlock} filter */
function makeChoicesOf(filter) {
  const { label, name, value } = filter;
  const found =
    value === "period"
      ? everyYear.map((year) => ({ id: year, text: year }))
      : orderIds(filter).map(({ id }) => ({ id, text: sayChosenId(filter, id) }));
  return make(
    "optgroup",
    { label: word(label) },
    found.map(({ id, text }) => make("option", { value: `${name}:${id}` }, text)),
  );
}

/**
 * Suggest the two regions in which most ties lie, or two other things that a filter knows.
 *
 * @returns {string[]}
 */
function suggestSides() {
  const counts = new Map();
  for (const { members, regions } of partnerships) {
    for (const id of regions) counts.set(id, (counts.get(id) ?? 0) + members.length ** 2);
  }
  const offered = filters.find(isOffered);
  if (!offered) return [];
  const ids = offered.ids ? listUsed(offered.name) : everyYear;
  return [...ids]
    .sort((one, two) => (counts.get(two) ?? 0) - (counts.get(one) ?? 0))
    .slice(0, 2)
    .map((id) => `${offered.name}:${id}`);
}

function comparePicked() {
  const [left, right] = sideFields.map(readPick);
  const none = !Object.keys({ ...left, ...right }).length;
  byId("sides-error").textContent = none ? word("sides_none") : "";
  if (!none) showSides({ left, right }, first("#sides > summary"));
}

/**
 * @param {HTMLSelectElement} pick
 * @param {number} place
 * @returns {Partial<Choices>}
 */
function readPick({ value }, place) {
  if (!value && state.sides) return [state.sides.left, state.sides.right][place];
  const [name, ...rest] = value.split(":");
  const id = rest.join(":");
  const filter = filters.find((one) => one.name === name);
  return filter ? { [name]: filter.ids ? [id] : id } : {};
}

/** Write in both lists what is compared; nothing where a link asks for several filters at once. */
function showPicked() {
  if (!state.sides) return;
  byId("sides-error").textContent = "";
  for (const [place, side] of [state.sides.left, state.sides.right].entries()) {
    const asked = Object.entries(side).map(([name, chosen]) => `${name}:${chosen}`);
    sideFields[place].value = asked.join() || ALL_OF_IT;
  }
}

/**
 * Follow in lists and legend what is compared.
 *
 * @param {State} before
 */
export function followSides({ comparison }) {
  if (comparison !== state.comparison) showPicked();
  const { sides } = state;
  const legend = byId("legend-sides");
  if (!legend) return;
  legend.hidden = !sides;
  first(".legend").classList.toggle("comparing", sides !== null);
  if (!sides) return;
  const names = { left: nameSide(sides.left), right: nameSide(sides.right) };
  const apart = state.comparison?.apart.size ? /** @type {const} */ (["apart"]) : [];
  const rows = [...listPlaces(), ...apart].map((where) => {
    const name = where === "left" || where === "right" ? `: ${isolate(names[where])}` : "";
    return make("li", keyOfWhere(where), make("span", sayWhere(where) + name));
  });
  first("ul", legend).replaceChildren(...rows);
}
