/**
 * The filters: built once in each language, then only brought up to date.
 *
 * @import { Certainty } from "../model/certainty.js"
 * @import { Choices } from "../model/choices.js"
 * @import { Rest, State } from "../state.js"
 * @import { ListFilter } from "./words.js"
 */

import { chooseFilter, clearFilters, toggleWord } from "../actions.js";
import { heaviest, organisations } from "../data.js";
import { byId, every, first, make, makeButton } from "../dom.js";
import { sayNumber, word } from "../language.js";
import { countChosen, isNarrowed } from "../model/choices.js";
import { state, update } from "../state.js";
import { renderChosen } from "./chosen.js";
import { countWords } from "./counts.js";
import {
  forgetControls,
  makeGroup,
  makeOption,
  makeRadios,
  makeSwitch,
  onRefresh,
  refreshControls,
} from "./options.js";
import { buildPeriod } from "./period.js";
import { buildRoles } from "./roles.js";
import { lists, orderWords, sayTerm } from "./words.js";

const filterBox = byId("filters");

/**
 * A filter on words; nothing where there is nothing to choose between.
 *
 * @param {ListFilter} filter
 */
function buildList({ field, title }) {
  const options = orderWords(field).map(({ id, depth }) => {
    const made = makeOption({ type: "checkbox" }, sayTerm(field, id));
    made.label.classList.add(`deep-${Math.min(depth, 4)}`);
    made.input.addEventListener("change", () => toggleWord(field, id));
    return { ...made, id };
  });
  if (options.length < 2) return null;
  onRefresh(() => {
    const counts = countWords(field);
    for (const { input, count, id, label } of options) {
      const number = counts.get(id) ?? 0;
      input.checked = state.choices[field].includes(id);
      count.textContent = sayNumber(number);
      label.classList.toggle("nothing", !number && !input.checked);
    }
  });
  const labels = options.map(({ label }) => label);
  const counted = field === "types" ? "counts_organisations" : "counts_partnerships";
  const tooFew = () => state.choices.regions.length < 2;
  return makeGroup(
    word(title),
    field,
    make("p.hint", word(counted)),
    make("div.options", { role: "group", "aria-label": word(title) }, labels),
    field === "regions" ? makeSwitch("everyRegion", word("every_region"), tooFew) : null,
  );
}

function buildCertainty() {
  const title = word("certainty");
  const values = /** @type {Certainty[]} */ (["low", "medium", "high"]).map((value) => ({
    value,
    text: word(`sure_${value}`),
  }));
  const now = () => state.choices.certainty;
  const choose = (/** @type {Certainty} */ certainty) => chooseFilter({ certainty });
  return makeGroup(title, "certainty", makeRadios("certainty", title, values, now, choose));
}

function buildWeight() {
  if (heaviest < 2) return null;
  const title = word("weight_title");
  const values = Array.from({ length: Math.min(heaviest, 9) }, (_, place) => ({
    value: place + 1,
    text: place ? word("weight_least", { n: place + 1 }) : word("weight_all"),
  }));
  const now = () => state.choices.weight;
  const choose = (/** @type {number} */ weight) => chooseFilter({ weight });
  const radios = makeRadios("weight", title, values, now, choose);
  return makeGroup(title, "weight", make("p.hint", word("weight_hint")), radios);
}

function buildFold() {
  if (!organisations.some((organisation) => organisation.partOf)) return null;
  return makeGroup(word("fold_title"), "fold", makeSwitch("fold", word("fold_text")));
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
    button.hidden = !isNarrowed(state.choices);
  });
  return button;
}

/** Build all filters in the language of the reader; what was open stays open. */
export function buildFilters() {
  const open = every("details[open]", filterBox).map((one) => one.dataset.group);
  forgetControls();
  const built = [
    make("p.hint", word("filters_meaning")),
    ...lists.map(buildList),
    buildRoles(),
    buildPeriod(),
    buildCertainty(),
    buildWeight(),
    buildFold(),
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
 * Filters that stand in the group of another.
 *
 * @type {Record<string, (keyof Choices)[]>}
 */
const fieldsOf = { roles: ["roles", "withoutRoles"], regions: ["regions", "everyRegion"] };

function renderFilters() {
  refreshControls();
  for (const group of every("[data-group]", filterBox)) {
    const field = /** @type {keyof Choices} */ (group.dataset.group);
    let count = 0;
    for (const one of fieldsOf[field] ?? [field]) count += countChosen(state.choices, one);
    const badge = first(".badge", group);
    badge.hidden = !count;
    badge.textContent = sayNumber(count);
  }
  renderChosen();
}
