/**
 * The filter on periods: two sliders over the years of the data.
 *
 * @import { FilterBlock } from "../model/block.js"
 */

import { chooseFilter } from "../actions.js";
import { partnerships } from "../data.js";
import { make } from "../dom.js";
import { word } from "../language.js";
import { readPeriod } from "../model/period.js";
import { sayPart } from "../phrases.js";
import { state, update } from "../state.js";
import { makeGroup, makeParts, onRefresh } from "./options.js";

const years = partnerships.flatMap(({ period }) => listYears(period ?? "")).sort();
const [firstYear, lastYear] = [years[0], years.at(-1) ?? 0];

/** The years of the data, one by one; none where no period is known. */
export const everyYear = years.length
  ? Array.from({ length: lastYear - firstYear + 1 }, (_, place) => String(firstYear + place))
  : [];

export const undatedCount = partnerships.filter(({ period }) => !period).length;

/** @param {string} period */
function listYears(period) {
  const { start, end } = readPeriod(period) ?? { start: null, end: null };
  return [start, end]
    .flatMap((moment) => (moment ? [moment.earliest, moment.latest] : []))
    .map(yearOf);
}

/** @param {number} day */
function yearOf(day) {
  return Math.floor(day / 10000);
}

/** Give the years at which the sliders stand. */
function chosenYears() {
  const period = readPeriod(state.choices.period);
  const within = (/** @type {number} */ year) => Math.min(Math.max(year, firstYear), lastYear);
  return [
    period?.start ? within(yearOf(period.start.earliest)) : firstYear,
    period?.end ? within(yearOf(period.end.earliest)) : lastYear,
  ];
}

/**
 * @param {string} text
 * @param {string} id
 */
function makeSlider(text, id) {
  const range = { type: "range", min: firstYear, max: lastYear, step: 1, id };
  const input = /** @type {HTMLInputElement} */ (make("input", range));
  const output = make("output", { for: id });
  return { input, output, label: make("label.slide", make("span", text), input, output) };
}

/**
 * Build the filter; nothing where all is from one year.
 *
 * @param {FilterBlock} filter
 */
export function buildPeriod(filter) {
  if (firstYear === undefined || firstYear === lastYear) return null;
  const from = makeSlider(word("year_from"), "year-from");
  const to = makeSlider(word("year_to"), "year-to");
  from.input.addEventListener("input", () => {
    choosePeriod(
      from.input.valueAsNumber,
      Math.max(from.input.valueAsNumber, to.input.valueAsNumber),
    );
  });
  to.input.addEventListener("input", () => {
    choosePeriod(
      Math.min(from.input.valueAsNumber, to.input.valueAsNumber),
      to.input.valueAsNumber,
    );
  });
  // While a slider moves the map follows; where it stops is said, and kept in the address.
  const stop = () => update({}, { say: sayPart });
  for (const { input } of [from, to]) input.addEventListener("change", stop);
  onRefresh(() => {
    for (const [place, { input, output }] of [from, to].entries()) {
      output.textContent = input.value = String(chosenYears()[place]);
    }
  });
  return makeGroup(
    word(filter.label),
    filter.name,
    make("p.hint", word("period_hint")),
    from.label,
    to.label,
    makeParts(filter, { n: undatedCount }),
  );
}

/**
 * @param {number} first
 * @param {number} last
 */
function choosePeriod(first, last) {
  const all = first === firstYear && last === lastYear;
  const period = first === last ? String(first) : `${first}/${last}`;
  chooseFilter({ period: all ? "" : period }, { quiet: true });
}
