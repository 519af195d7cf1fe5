/**
 * When a partnership can have run: `graph/network/lifetimes.py`.
 *
 * @import { Period } from "./period.js"
 * @import { Partnership, Source } from "./records.js"
 */

import { readPeriod } from "./period.js";
import { listEvidence } from "./records.js";

/** The days before which nothing begins, and after which nothing ends. */
export const [FIRST_DAY, LAST_DAY] = [10101, 99991231];

/** @typedef {"yes" | "no" | "not known"} Ran */

/**
 * @typedef {object} Lifetime the first and the last day on which it can have begun and ended
 * @property {number} begins
 * @property {number} beginsBy
 * @property {number} ends
 * @property {number} endsBy
 * @property {boolean} planned whether nothing says that it ever ran
 */

/**
 * Find of when the newest dated document on a partnership is: a month, or else a year. What a
 * document says of now holds then.
 *
 * @param {Partnership} partnership
 * @param {Source[]} sources
 * @returns {string | null} null where no document on it has a date
 */
export function findTold({ evidence, members }, sources) {
  let [newest, latest] = ["", 0];
  for (const [place] of [...evidence, ...listEvidence(members)]) {
    const { date } = sources[place];
    const day = date ? (readPeriod(date)?.start?.latest ?? 0) : 0;
    if (date && (day > latest || (day === latest && date > newest))) {
      [newest, latest] = [date, day];
    }
  }
  if (!latest) return null;
  const isDay = newest.replace(/[?~]+$/, "").length === "2020-07-06".length;
  return isDay ? newest.slice(0, 7) + newest.slice(10) : newest;
}

/**
 * Find within which limits a partnership ran, by its period and by what the newest dated document
 * on it says of its status. No end that is known does not mean that it still ran.
 *
 * @param {Partnership} partnership as the filters leave it
 * @param {Source[]} sources
 * @returns {Lifetime}
 */
export function findLifetime(partnership, sources) {
  const { period, status } = partnership;
  const { start, end } = (period && readPeriod(period)) || { start: null, end: null };
  let [begins, beginsBy] = start ? [start.earliest, start.latest] : [FIRST_DAY, LAST_DAY];
  let [ends, endsBy] = end ? [end.earliest, end.latest] : [FIRST_DAY, LAST_DAY];
  const told = findTold(partnership, sources);
  const moment = told && readPeriod(told)?.start;
  if (moment && status === "active") {
    [beginsBy, ends] = [Math.min(beginsBy, moment.latest), Math.max(ends, moment.earliest)];
  }
  if (moment && status === "ended") endsBy = Math.min(endsBy, moment.latest);
  if (moment && status === "planned") begins = Math.max(begins, moment.earliest);
  return {
    begins,
    beginsBy: Math.min(beginsBy, endsBy),
    ends: Math.max(ends, begins),
    endsBy,
    planned: status === "planned",
  };
}

/**
 * Tell whether it ran on a day of a period.
 *
 * @param {Lifetime} lifetime
 * @param {Period} when
 * @returns {Ran}
 */
export function ranIn({ begins, beginsBy, ends, endsBy, planned }, when) {
  const [first, last] = spanOf(when);
  if (begins > last || endsBy < first) return "no";
  return beginsBy <= last && ends >= first && !planned ? "yes" : "not known";
}

/**
 * Give the first and the last day that a period can hold; an open side reaches without end.
 *
 * @param {Period} when
 * @returns {[first: number, last: number]}
 */
export function spanOf({ start, end }) {
  return [start?.earliest ?? FIRST_DAY, end?.latest ?? LAST_DAY];
}
