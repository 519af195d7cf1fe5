/**
 * The search box: a combobox in the form of WAI-ARIA.
 *
 * @import { Choice } from "../state.js"
 * @import { Found, Topic } from "./find.js"
 */

import { chooseFilter, select } from "../actions.js";
import { noChoices } from "../data.js";
import { announce, byId, every, fieldById, make } from "../dom.js";
import { markOf } from "../elements.js";
import { isolate, word } from "../language.js";
import { simplify } from "../model/matching.js";
import { holds } from "../model/part.js";
import { sayKind } from "../phrases.js";
import { attend, state } from "../state.js";
import { findRecords, isTopic, nameKnown } from "./find.js";

const RESULTS = 12;
const searchBox = fieldById("search");
const resultList = byId("results");

/** @type {Found[]} */
let results = [];
let active = -1;

/** @type {Record<string, string>} */
const topicWords = { themes: "theme", regions: "region", kinds: "kind" };

/** @param {Found} found */
function describeFound({ record, text, by, near }) {
  const parts = [isTopic(record) ? word(topicWords[record.filter]) : sayKind(record)];
  if (by === "alias") parts.push(word("found_as", { name: isolate(text) }));
  if (by === "type") parts.push(word("found_type"));
  if (near) parts.push(word("search_near"));
  if (!isTopic(record) && !holds(state.part, record)) parts.push(word("outside_short"));
  return parts.join(" · ");
}

function showResults() {
  const found = findRecords(searchBox.value);
  results = found.slice(0, RESULTS);
  setActive(-1);
  resultList.replaceChildren(...results.map(makeOptionOf));
  const asked = simplify(searchBox.value) !== "";
  if (asked && !results.length) {
    const none = { role: "option", "aria-disabled": "true", "aria-selected": "false" };
    resultList.append(make("li", none, word("search_none")));
  }
  openResults(asked);
  if (asked) {
    announce(found.length ? word("n_results", { n: found.length }) : word("search_none"));
  }
}

/**
 * @param {Found} found
 * @param {number} number
 */
function makeOptionOf(found, number) {
  const option = make(
    "li",
    { id: `result-${number}`, role: "option", "aria-selected": "false" },
    isTopic(found.record)
      ? make("span.glyph.glyph-w", { "aria-hidden": "true" })
      : markOf(found.record),
    make(
      "span.found",
      make("bdi.clamp", nameKnown(found.record)),
      make("span.dim.clamp", describeFound(found)),
    ),
  );
  option.addEventListener("click", () => choose(number));
  return option;
}

/** @param {boolean} open */
function openResults(open) {
  resultList.hidden = !open;
  searchBox.setAttribute("aria-expanded", String(open));
  if (!open) setActive(-1);
}

/** @param {number} number -1 for none */
function setActive(number) {
  active = number;
  for (const option of every("[role=option]", resultList)) {
    const chosen = option.id === `result-${number}`;
    option.setAttribute("aria-selected", String(chosen));
    if (chosen) option.scrollIntoView({ block: "nearest" });
  }
  if (number < 0) searchBox.removeAttribute("aria-activedescendant");
  else searchBox.setAttribute("aria-activedescendant", `result-${number}`);
}

/** @param {number} number */
function choose(number) {
  const { record } = results[number];
  searchBox.value = nameKnown(record);
  openResults(false);
  if (isTopic(record)) chooseTopic(record);
  else select(record, { from: searchBox, enter: true });
}

/**
 * Show all that has to do with a topic: the filter of it alone.
 *
 * @param {Topic} topic
 */
function chooseTopic({ filter, id }) {
  select(null, { from: searchBox });
  chooseFilter({ ...noChoices, [filter]: [id] });
  attend({ item: null, changed: true, from: searchBox, enter: true, move: false });
}

/** @param {Pick<Choice, "from">} choice */
export function clearSearch({ from }) {
  if (from !== searchBox) searchBox.value = "";
}

/** Show what is found in the language that is read now. */
export function translateResults() {
  if (searchBox.value && !resultList.hidden) showResults();
}

/** Let the box search. */
export function bindSearch() {
  searchBox.addEventListener("input", showResults);
  searchBox.addEventListener("focus", () => searchBox.select());
  searchBox.addEventListener("blur", () => openResults(false));
  resultList.addEventListener("pointerdown", (event) => event.preventDefault());
  searchBox.addEventListener("keydown", (event) => {
    if (searchByKey(event.key)) event.preventDefault();
  });
}

/**
 * @param {string} key
 * @returns {boolean} whether it means something here
 */
function searchByKey(key) {
  const open = !resultList.hidden;
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (!open) showResults();
    const count = results.length;
    const from = active < 0 && key === "ArrowUp" ? 0 : active;
    if (count) setActive((from + (key === "ArrowDown" ? 1 : -1) + count) % count);
  } else if (key === "Enter" && open && results.length) {
    choose(Math.max(active, 0));
  } else if (key === "Escape") {
    if (open) openResults(false);
    else searchBox.value = "";
  } else {
    return false;
  }
  return true;
}
