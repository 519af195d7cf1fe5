/** The two years between which the timeline shows what began, ended or went on. */

import { partnerships, sources } from "../data.js";
import { byId, make } from "../dom.js";
import { findLifetime } from "../model/lifetimes.js";
import { findYears, writeYear } from "../model/timeline.js";
import { state, update } from "../state.js";
import { sayChanges } from "../when.js";

/** @type {[first: number, last: number] | null} the years of the data; null where there are no two */
let dataYears = null;

/** Let two years be chosen, where there are two. */
export function bindYears() {
  const found = findYears(partnerships.map((one) => findLifetime(one, sources)));
  dataYears = found && found[0] < found[1] ? found : null;
  if (!dataYears) byId("years")?.remove();
  listYearFields().forEach((field, at) => {
    field.addEventListener("change", () => chooseYear(at, Number(field.value)));
  });
}

function listYearFields() {
  const fields = [...document.querySelectorAll("#years select")];
  return /** @type {HTMLSelectElement[]} */ (fields);
}

/**
 * Choose one of the two years; the other follows where it must: the second lies after the first,
 * and no year is no year for both.
 *
 * @param {number} at 0 for the first of them
 * @param {number} year 0 for none
 */
function chooseYear(at, year) {
  if (!dataYears) return;
  const [first, last] = dataYears;
  const [before, after] = state.years ?? dataYears;
  const other = at
    ? before < year
      ? before
      : Math.min(first, year - 1)
    : after > year
      ? after
      : Math.max(last, year + 1);
  const years = /** @type {[number, number]} */ (at ? [other, year] : [year, other]);
  update({ years: year ? years : null }, { say: sayChanges });
}

/** Show which years are chosen, among those of the data. */
export function markYears() {
  if (state.view !== "time" || !dataYears) return;
  const [first, last] = dataYears;
  const there = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const years = [...new Set([...there, ...(state.years ?? [])])].sort((one, two) => one - two);
  listYearFields().forEach((field, at) => {
    field.replaceChildren(
      make("option", { value: 0 }, "–"),
      ...(at ? years.slice(1) : years.slice(0, -1)).map((year) =>
        make("option", { value: year }, writeYear(year)),
      ),
    );
    field.value = String(state.years?.[at] ?? 0);
  });
}
