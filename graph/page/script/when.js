/**
 * Sentences about when partnerships ran, and what became of them between two years.
 *
 * @import { ChangeKind } from "./model/changes.js"
 * @import { Partnership } from "./model/records.js"
 * @import { Run, Section } from "./model/timeline.js"
 */

import { sources } from "./data.js";
import { isolate, term, word } from "./language.js";
import { capital } from "./model/grammar.js";
import { findRuns, orderRuns, writeYear } from "./model/timeline.js";
import { sayStatus } from "./phrases.js";
import { state } from "./state.js";

/** @param {ChangeKind} kind */
function sayChange(kind) {
  return word(`change_${kind.replace(" ", "_")}`);
}

/** Say how many partnerships became what between the two years. */
export function sayChanges() {
  if (!state.years) return word("view_time_shown");
  const [before, after] = state.years.map(writeYear);
  const said = orderRuns(findRuns(state.part, sources, state.years)).map(
    ({ name, known, unknown }) =>
      word("n_changed", {
        n: known.length + unknown.length,
        change: sayChange(/** @type {ChangeKind} */ (name)),
      }),
  );
  return word("time_changes", { before, after, said: said.join("; ") });
}

/**
 * Say what a section holds: how many, and how many of these have no period.
 *
 * @param {Section} section
 */
export function saySection({ name, known, unknown }) {
  const all = [...known, ...unknown];
  const n = all.length;
  if (!state.years) return word(`time_${name}`, { n });
  const change = sayChange(/** @type {ChangeKind} */ (name));
  const undated = all.filter(({ period }) => !period).length;
  return word(undated ? "time_part" : "grid_folded", { name: capital(change), n, undated });
}

/**
 * Say when a partnership ran, as what its status is told, and whether it ran in the two years.
 *
 * @param {Partnership} partnership
 * @param {Run} run
 */
export function sayRun(partnership, { change }) {
  const { name, period } = partnership;
  const when = period ? term("dates", period) : word("period_unknown");
  const said = word("time_row", { name: isolate(name), when, status: sayStatus(partnership) });
  if (!change || !state.years) return said;
  const [before, after] = state.years.map(writeYear);
  const ran = [change.before, change.after].map((one) => word(`ran_${one.replace(" ", "_")}`));
  return `${said} ${word("time_ran", { before, after, a: ran[0], b: ran[1] })}`;
}
