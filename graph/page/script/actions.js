/**
 * What a reader does: each action changes the state, and everything follows.
 *
 * @import { Choices } from "./model/choices.js"
 * @import { Ends } from "./model/paths.js"
 * @import { Item, Organisation } from "./model/records.js"
 * @import { Sides } from "./model/sides.js"
 */

import { filters, noChoices } from "./data.js";
import { announce } from "./dom.js";
import { word } from "./language.js";
import { tidyChoices } from "./model/choices.js";
import { stepsFrom } from "./model/components.js";
import { findPaths } from "./model/paths.js";
import { isOrganisation } from "./model/records.js";
import { sayComparison } from "./compared.js";
import { nameOf, sayPart, sayPaths, saySteps } from "./phrases.js";
import { scopeOf } from "./scope.js";
import { attend, state, update } from "./state.js";

/**
 * Choose a record, or nothing.
 *
 * @param {Item | null} item
 * @param {object} [how]
 * @param {Element | null} [how.from] where the keyboard was
 * @param {boolean} [how.enter] whether the keyboard goes to the panel
 * @param {boolean} [how.move] whether it is brought into view
 * @param {boolean} [how.add] whether an organisation is chosen beside others, or taken out of them
 */
export function select(item, { from = null, enter = false, move = true, add = false } = {}) {
  const chosen = item ? listWith(item, add || state.adding) : [];
  const several = chosen.length > 1 ? chosen.filter(isOrganisation) : [];
  const selected = several.length ? null : (chosen[0] ?? null);
  const before = [...state.several, state.selected].filter((one) => one !== null);
  const changed = state.between !== null || listRefs(before) !== listRefs(chosen);
  if (changed) {
    const name = chosen.map(nameOf).join(", ");
    const say = name ? word("chosen", { name }) : word("cleared");
    const steps = state.steps || 1;
    const others = { between: null, removed: false, broken: false, adding: false, steps };
    update({ selected, several, ...others }, { say });
  }
  attend({ item: selected, changed, from, enter, move });
}

/** @param {Item[]} items */
function listRefs(items) {
  return items.map(({ ref }) => ref).join();
}

/**
 * List what is chosen with one more, or with one less where it is among them.
 *
 * @param {Item} one
 * @param {boolean} add
 * @returns {Item[]}
 */
function listWith(one, add) {
  if (!add || !isOrganisation(one)) return [one];
  const { selected, several } = state;
  const before = selected && isOrganisation(selected) ? [selected] : several;
  return before.includes(one) ? before.filter((other) => other !== one) : [...before, one];
}

/**
 * Tell whether a click or a key asks for one more: with Shift, Ctrl or ⌘.
 *
 * @param {MouseEvent | KeyboardEvent} event
 */
export function isAdding({ ctrlKey, metaKey, shiftKey }) {
  return shiftKey || ctrlKey || metaKey;
}

/**
 * Look for the shortest paths between two organisations.
 *
 * @param {Ends} between
 * @param {Element} from where the keyboard was
 */
export function showPaths(between, from) {
  const say = sayPaths(between, findPaths(state.part, between));
  update({ between, selected: null, several: [], removed: false }, { say });
  attend({ item: null, changed: true, from, enter: true, move: true });
}

/**
 * Put two selections side by side, or stop doing so.
 *
 * @param {Sides | null} sides
 * @param {Element} from where the keyboard was
 */
export function showSides(sides, from) {
  const say = () => (sides ? sayComparison().join(" ") : word("cleared"));
  const others = { selected: null, several: [], between: null, removed: false, adding: false };
  update({ sides, ...others, at: null }, { say });
  attend({ item: null, changed: true, from, enter: false, move: false });
}

/**
 * Widen or narrow the focus around the chosen organisation.
 *
 * @param {number} steps 0 for no focus
 */
export function setSteps(steps) {
  const { selected } = state;
  if (!selected || !isOrganisation(selected)) return;
  const wanted = Math.max(0, Math.min(steps, 99));
  const reached = (/** @type {number} */ far) => stepsFrom(scopeOf(selected), selected, far).size;
  if (wanted > 1 && wanted > state.steps && reached(wanted) === reached(wanted - 1)) {
    announce(word("steps_no_more"));
  } else {
    update({ steps: wanted, removed: false }, { say: saySteps(selected, wanted) });
  }
}

/**
 * The keys + - and 0 belong to the focus while an organisation is chosen.
 *
 * @param {string} key
 * @returns {boolean} whether it was one of these
 */
export function stepByKey(key) {
  if (!state.selected || !isOrganisation(state.selected)) return false;
  const { steps } = state;
  const wanted = new Map([
    ["+", steps + 1],
    ["=", steps + 1],
    ["-", Math.max(1, steps - 1)],
    ["0", 0],
  ]).get(key);
  if (wanted !== undefined) setSteps(wanted);
  return wanted !== undefined;
}

/**
 * @param {Partial<Choices>} changes
 * @param {object} [how]
 * @param {boolean} [how.quiet] whether more of them follow in a moment
 */
export function chooseFilter(changes, { quiet = false } = {}) {
  const choices = tidyChoices(filters, { ...state.choices, ...changes });
  update({ choices }, { say: quiet ? null : sayPart, quiet });
}

/**
 * Choose a word of a filter, or take it away.
 *
 * @param {string} field name of a filter
 * @param {string} key
 */
export function toggleWord(field, key) {
  /** @type {string[]} */
  const chosen = state.choices[field];
  const kept = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  chooseFilter({ [field]: kept });
}

/** Take all filters away. */
export function clearFilters() {
  update({ choices: noChoices }, { say: sayPart });
}
