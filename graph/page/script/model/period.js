/** Dates and periods in a subset of EDTF (ISO 8601-2), as graph/model/period.py reads them. */

/**
 * @typedef {object} Moment the days that a date may mean, as numbers (20190331)
 * @property {number} earliest
 * @property {number} latest
 */

/**
 * @typedef {object} Period
 * @property {Moment | null} start null where it is not known
 * @property {Moment | null} end
 */

const date = "\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?[?~]?";
const isPeriod = new RegExp(`^(?:${date}(?:/(?:${date}|\\.\\.))?|/${date})$`);

/**
 * Read a period, with the earliest and the latest possible day of its start and its end.
 *
 * One date alone is both start and end. `..` and nothing at all are not known.
 *
 * @param {string} text like `2016`, `2016-05-12`, `2016?`, `2015-01/2017-10`, `/2012`, `2018/..`
 * @returns {Period | null} null where it has another form, names a date that does not exist, or
 *   ends before it starts
 */
export function readPeriod(text) {
  if (!isPeriod.test(text)) return null;
  const ends = text.split("/").map((one) => (/^(\.\.)?$/.test(one) ? null : readMoment(one)));
  const [start, end] = [ends[0], ends[ends.length - 1]];
  if (start === undefined || end === undefined) return null;
  return start && end && end.latest < start.earliest ? null : { start, end };
}

/**
 * @param {string} text
 * @returns {Moment | undefined} undefined for a date that does not exist
 */
function readMoment(text) {
  const [year, month, day] = text.replace(/[?~]$/, "").split("-").map(Number);
  if (!year || month < 1 || month > 12) return undefined;
  const last = countDays(year, month ?? 12);
  if (day < 1 || day > last) return undefined;
  return {
    earliest: year * 10000 + (month ?? 1) * 100 + (day ?? 1),
    latest: year * 10000 + (month ?? 12) * 100 + (day ?? last),
  };
}

/**
 * Count the days of a month.
 *
 * @param {number} year
 * @param {number} month from 1
 */
export function countDays(year, month) {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Tell whether two periods can have had a day in common; an open side reaches without end.
 *
 * @param {Period} one
 * @param {Period} two
 */
export function mayOverlap(one, two) {
  return !endsBefore(one, two) && !endsBefore(two, one);
}

/**
 * @param {Period} one
 * @param {Period} two
 */
function endsBefore({ end }, { start }) {
  return end !== null && start !== null && end.latest < start.earliest;
}
