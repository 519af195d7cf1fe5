/**
 * What ran when, in sections and in order; and what of a lifetime is certain.
 *
 * @import { Change } from "./changes.js"
 * @import { Lifetime } from "./lifetimes.js"
 * @import { Part } from "./part.js"
 * @import { Period } from "./period.js"
 * @import { Partnership, Source } from "./records.js"
 */

import { changeKinds, findChange } from "./changes.js";
import { extentOf } from "./extent.js";
import { FIRST_DAY, findLifetime, LAST_DAY } from "./lifetimes.js";
import { countDays, readPeriod } from "./period.js";

/** @typedef {Lifetime & { change: Change | null }} Run when it ran, and what became of it */

/**
 * @typedef {object} Section
 * @property {string} name a kind of change, or "dated" or "undated"
 * @property {Partnership[]} known those of which some limit is known, by when they began or ran
 * @property {Partnership[]} unknown the others
 */

/**
 * Find when each partnership of a part ran, and what became of it between two years.
 *
 * @param {Part} part
 * @param {Source[]} sources
 * @param {[before: number, after: number] | null} years
 * @returns {Map<Partnership, Run>}
 */
export function findRuns({ narrowed }, sources, years) {
  const moments = years?.map((year) => /** @type {Period} */ (readPeriod(writeYear(year))));
  return new Map(
    [...narrowed].map(([partnership, one]) => {
      const lifetime = findLifetime(one, sources);
      const change = moments ? findChange(lifetime, moments[0], moments[1]) : null;
      return [partnership, { ...lifetime, change }];
    }),
  );
}

/** @param {number} year */
export function writeYear(year) {
  return String(year).padStart(4, "0");
}

/**
 * Put partnerships in sections: by what became of them, or else those with a period first.
 *
 * @param {Map<Partnership, Run>} runs
 * @returns {Section[]} without those that hold nothing
 */
export function orderRuns(runs) {
  const sectionOf = (/** @type {Partnership} */ one) =>
    runs.get(one)?.change?.kind ?? (one.period ? "dated" : "undated");
  const runOf = (/** @type {Partnership} */ one) => /** @type {Run} */ (runs.get(one));
  const ordered = [...runs.keys()].sort(
    (one, two) => startOf(runOf(one)) - startOf(runOf(two)) || one.number - two.number,
  );
  return ["dated", "undated", ...changeKinds]
    .map((name) => {
      const inside = ordered.filter((one) => sectionOf(one) === name);
      const known = inside.filter((one) => listLimits(runOf(one)).length);
      return { name, known, unknown: inside.filter((one) => !known.includes(one)) };
    })
    .filter(({ known, unknown }) => known.length + unknown.length);
}

/**
 * Give the first and the last year of which anything is known.
 *
 * @param {Iterable<Lifetime>} lifetimes
 * @returns {[first: number, last: number] | null}
 */
export function findYears(lifetimes) {
  const years = [...lifetimes].flatMap(listLimits).map((day) => Math.floor(day / 10000));
  return years.length ? extentOf(years) : null;
}

/** @param {Lifetime} lifetime */
function startOf(lifetime) {
  return listLimits(lifetime)[0] ?? LAST_DAY;
}

/** @param {Lifetime} lifetime */
function listLimits({ begins, beginsBy, ends, endsBy }) {
  return [begins, ends, beginsBy, endsBy].filter((day) => day > FIRST_DAY && day < LAST_DAY);
}

/**
 * Find of which days it is certain that it ran: on all of them, or on some day of them.
 *
 * @param {Lifetime} lifetime
 * @returns {{ from: number, to: number, all: boolean } | null} null where that is not known
 */
export function findCore({ beginsBy, ends, endsBy, planned }) {
  const [from, to] = [Math.min(beginsBy, ends), Math.min(Math.max(beginsBy, ends), endsBy)];
  if (planned || from <= FIRST_DAY || to >= LAST_DAY) return null;
  return { from, to, all: beginsBy <= ends };
}

/**
 * Give where a day begins on a scale of years; or where it ends.
 *
 * @param {number} day
 * @param {boolean} [ends]
 */
export function yearsOf(day, ends = false) {
  const [year, month] = [Math.floor(day / 10000), Math.floor(day / 100) % 100];
  const passed = (day % 100) - (ends ? 0 : 1);
  return year + (month - 1 + passed / countDays(year, month)) / 12;
}

/**
 * Give the years that are named on a scale.
 *
 * @param {[first: number, last: number]} years
 * @param {number} least years from one to the next
 */
export function listTicks([first, last], least) {
  let step = 1;
  for (let round = 0; step < least; round += 1) step *= round % 3 === 1 ? 2.5 : 2;
  const from = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - from) / step) + 1 }, (_, at) => from + at * step);
}
