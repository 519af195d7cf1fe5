/**
 * How much of the network rests on each document alone: it follows the filters.
 *
 * @import { State } from "../state.js"
 */

import { sources } from "../data.js";
import { every, first } from "../dom.js";
import { sayNumber, word } from "../language.js";
import { listCited } from "../model/citing.js";
import { holds } from "../model/part.js";
import { seen } from "../scope.js";
import { state } from "../state.js";

/** @param {State} before */
export function followCoverage(before) {
  if (before.part !== state.part) renderCoverage();
}

/** Bring the counts up to date, and read them in the language that is read now. */
export function renderCoverage() {
  const counts = countAlone();
  const all = state.part.ties.size;
  for (const row of every("[data-covers]")) {
    const source = sources[Number(row.dataset.covers)];
    const count = counts.get(source.number) ?? 0;
    row.classList.toggle("nothing", !holds(state.part, source));
    first("[data-alone]", row).textContent = word("some_of", {
      n: sayNumber(count),
      all: sayNumber(all),
    });
    const meter = /** @type {HTMLMeterElement} */ (first("meter", row));
    [meter.max, meter.value] = [Math.max(all, 1), count];
  }
}

/** Count by document the ties that rest on no other. */
function countAlone() {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const tie of state.part.ties.values()) {
    const [only, ...others] = listCited(tie, seen);
    if (!others.length) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  return counts;
}
