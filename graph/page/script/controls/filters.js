/**
 * The filters: built once in each language, then only brought up to date.
 *
 * @import { FilterBlock } from "../model/block.js"
 * @import { Rest, State } from "../state.js"
 */

import { chooseFilter, clearFilters, toggleWord } from "../actions.js";
import { filters, heaviest, organisations } from "../data.js";
import { byId, every, first, make, makeButton } from "../dom.js";
import { sayNumber, word } from "../language.js";
import { countChosen, isNarrowed } from "../model/choices.js";
import { state, update } from "../state.js";
import { renderChosen } from "./chosen.js";
import { countIds } from "./counts.js";
import {
  forgetControls,
  makeGroup,
  makeOption,
  makeParts,
  makeRadios,
  makeSwitch,
  onRefresh,
  refreshControls,
} from "./options.js";
import { buildPeriod } from "./period.js";
import { buildRoles } from "./roles.js";
import { orderIds, sayId } from "./words.js";

const filterBox = byId("filters");

/**
 * How a filter is built, by what it takes; other values are ids.
 *
 * @type {Record<string, (filter: FilterBlock) => HTMLElement | null>}
 */
const builders = {
  roles: buildRoles,
  period: buildPeriod,
  certainty: buildCertainty,
  number: buildLeast,
  flag: buildFlag,
};

/**
 * A filter that takes ids; nothing where there is nothing to choose between.
 *
 * @param {FilterBlock} filter
 */
function buildList(filter) {
  const { label: title, name, narrows } = filter;
  const options = orderIds(filter).map(({ id, depth }) => {
    const made = makeOption({ type: "checkbox" }, sayId(filter, id));
    made.label.classList.add(`deep-${Math.min(depth, 4)}`);
    made.input.addEventListener("change", () => toggleWord(name, id));
    return { ...made, id };
  });
  if (options.length < 2) return null;
  onRefresh(() => {
    const counts = countIds(filter);
    for (const { input, count, id, label } of options) {
      const number = counts.get(id) ?? 0;
      input.checked = state.choices[name].includes(id);
      count.textContent = sayNumber(number);
      label.classList.toggle("nothing", !number && !input.checked);
    }
  });
  const labels = options.map(({ label }) => label);
  const counted = narrows === "organisations" ? "counts_organisations" : "counts_partnerships";
  return makeGroup(
    word(title),
    name,
    make("p.hint", word(counted)),
    make("div.options", { role: "group", "aria-label": word(title) }, labels),
    makeParts(filter),
  );
}

/** @param {FilterBlock} filter */
function buildCertainty({ label, name }) {
  const title = word(label);
  const values = ["low", "medium", "high"].map((value) => ({ value, text: word(`sure_${value}`) }));
  const now = () => state.choices[name];
  const choose = (/** @type {string} */ value) => chooseFilter({ [name]: value });
  return makeGroup(title, name, makeRadios(name, title, values, now, choose));
}

/**
 * The least of what ties can have; nothing where all have the same.
 *
 * @param {FilterBlock} filter
 */
function buildLeast({ label, name, usual }) {
  const least = Number(usual);
  if (heaviest <= least) return null;
  const title = word(`${label}_title`);
  const values = Array.from({ length: Math.min(heaviest - least + 1, 9) }, (_, place) => ({
    value: least + place,
    text: place ? word(`${label}_least`, { n: least + place }) : word(`${label}_all`),
  }));
  const now = () => state.choices[name];
  const choose = (/** @type {number} */ value) => chooseFilter({ [name]: value });
  const radios = makeRadios(name, title, values, now, choose);
  return makeGroup(title, name, make("p.hint", word(`${label}_hint`)), radios);
}

/**
 * A filter that is on or off; that of units is nothing where there are none.
 *
 * @param {FilterBlock} filter
 */
function buildFlag(filter) {
  const { label, name, narrows } = filter;
  if (narrows === "units" && !organisations.some(({ partOf }) => partOf)) return null;
  return makeGroup(word(`${label}_title`), name, makeSwitch(filter, word(label)));
}

function buildRest() {
  const title = word("rest_title");
  const values = /** @type {Rest[]} */ (["dim", "hide"]).map((value) => ({
    value,
    text: word(`rest_${value}`),
  }));
  const choose = (/** @type {Rest} */ rest) => update({ rest }, { say: word(`rest_${rest}`) });
  const radios = makeRadios("rest", title, values, () => state.rest, choose);
  return make("fieldset.rest", make("legend", title), radios);
}

function buildClear() {
  const clear = () => {
    clearFilters();
    first("#narrow > summary").focus();
  };
  const button = makeButton(".clear", clear, { "data-clear": "all" }, word("clear_all"));
  onRefresh(() => {
    button.hidden = !isNarrowed(filters, state.choices);
  });
  return button;
}

/** Build all filters in the language of the reader; what was open stays open. */
export function buildFilters() {
  const open = every("details[open]", filterBox).map((one) => one.dataset.group);
  forgetControls();
  const built = [
    make("p.hint", word("filters_meaning")),
    ...filters
      .filter((one) => groupOf(one) === one.name)
      .map((one) => (builders[one.value] ?? buildList)(one)),
    buildRest(),
    buildClear(),
  ];
  filterBox.replaceChildren(...built.filter((one) => one !== null));
  for (const one of every("details", filterBox)) {
    one.toggleAttribute("open", open.includes(one.dataset.group));
  }
  renderFilters();
}

/** @param {State} before */
export function followFilters({ choices, rest }) {
  if (state.choices !== choices || state.rest !== rest) renderFilters();
}

/**
 * Name the filter in whose group one stands: what is left out stands with what is kept.
 *
 * @param {FilterBlock} filter
 */
function groupOf({ name, of, value, without }) {
  if (without && value !== "roles") return ""; // chosen where it is shown
  return of || (value === "roles" ? value : name);
}

function renderFilters() {
  refreshControls();
  for (const group of every("[data-group]", filterBox)) {
    let count = 0;
    for (const one of filters) {
      if (groupOf(one) === group.dataset.group) count += countChosen(one, state.choices);
    }
    const badge = first(".badge", group);
    badge.hidden = !count;
    badge.textContent = sayNumber(count);
  }
  renderChosen();
}
