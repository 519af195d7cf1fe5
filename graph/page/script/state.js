/**
 * What the reader has chosen: one object. It knows nobody; who follows a change listens.
 *
 * @import { Choices } from "./model/choices.js"
 * @import { Focus } from "./model/focus.js"
 * @import { Line, View } from "./model/lines.js"
 * @import { Part } from "./model/part.js"
 * @import { Ends, Paths } from "./model/paths.js"
 * @import { Colour } from "./views/colour.js"
 * @import { Item, Mark, Organisation } from "./model/records.js"
 * @import { Comparison, Sides } from "./model/sides.js"
 */

import { byRef, data, filters, noChoices, whole } from "./data.js";
import { isNarrowed, isSame, tidyChoices } from "./model/choices.js";
import { splitWithout } from "./model/components.js";
import { findFocus } from "./model/focus.js";
import { holds, keepPart } from "./model/part.js";
import { findPaths } from "./model/paths.js";
import { isOrganisation } from "./model/records.js";
import { compareChoices } from "./model/sides.js";

/** @typedef {"count" | "newman"} Measure what the width of a tie shows */
/** @typedef {"dim" | "hide"} Rest what happens to what the filters leave out */
/** @typedef {{ x: number, y: number, scale: number }} Look */

/**
 * @typedef {object} State
 * @property {Item | null} selected
 * @property {Organisation[]} several chosen together, two or more; then nothing else is selected
 * @property {boolean} adding whether the next organisation is chosen beside what is chosen
 * @property {Mark | null} cursor where the keyboard stands on the map
 * @property {Item | Line | null} hovered what is under the mouse
 * @property {View} view
 * @property {[before: number, after: number] | null} years between which changes are shown
 * @property {Choices} choices the filters
 * @property {boolean} arrows whether relations are shown as arrows
 * @property {boolean} fields whether regions are shown as fields under the map
 * @property {boolean} alone whether what is tied to nothing stands on the map too
 * @property {Rest} rest
 * @property {Colour} colour what colour and shape of a mark say
 * @property {Measure} measure
 * @property {number} steps how far the focus reaches around an organisation; 0 is no focus
 * @property {boolean} removed whether the network is shown without the chosen organisation
 * @property {Ends | null} between the ends of paths to look for
 * @property {Sides | null} sides what is compared, where the filters hold for both
 * @property {Look | null} at where the reader went on the map by hand
 * @property {Map<Mark, { x: number, y: number }>} homes what was moved, and where it stood
 * @property {boolean} broken whether the address named something that is not there
 * @property {Part} part derived: what the filters keep
 * @property {Comparison | null} comparison derived: of the `sides`
 * @property {Paths | null} paths derived: the shortest paths found `between`
 * @property {Focus | null} focus derived: what stands out
 */

/** @type {State} */
export const state = {
  selected: null,
  several: [],
  adding: false,
  cursor: null,
  hovered: null,
  view: "network",
  years: null,
  choices: noChoices,
  arrows: false,
  fields: true,
  alone: false,
  rest: "dim",
  colour: "type",
  measure: "count",
  steps: 1,
  removed: false,
  between: null,
  sides: null,
  at: null,
  homes: new Map(),
  broken: false,
  part: whole,
  comparison: null,
  paths: null,
  focus: null,
};

/**
 * @typedef {object} How a change came about
 * @property {string | (() => string) | null} [say] what is announced, once all has followed
 * @property {boolean} [quiet] whether the address stays as it is
 */

/**
 * @typedef {object} Choice
 * @property {Item | null} item what a reader chose, or nothing
 * @property {boolean} changed whether that is another than before
 * @property {Element | null} from where the keyboard was
 * @property {boolean} enter whether the keyboard goes to the panel
 * @property {boolean} move whether it is brought into view
 */

/** @typedef {(before: State, how: How) => void} FollowChange */
/** @typedef {(choice: Choice) => void} FollowChoice */

/** @type {{ change: FollowChange[], choice: FollowChoice[] }} */
const listeners = { change: [], choice: [] };

/** @param {FollowChange[]} follow after every change of the state, in this order */
export function listenToChanges(...follow) {
  listeners.change.push(...follow);
}

/** @param {FollowChoice[]} follow after a reader chose something, in this order */
export function listenToChoices(...follow) {
  listeners.choice.push(...follow);
}

/**
 * Change the state: every change passes through here.
 *
 * @param {Partial<State>} changes
 * @param {How} [how]
 */
export function update(changes, how = {}) {
  const before = { ...state };
  Object.assign(state, changes);
  derive(before);
  for (const follow of listeners.change) follow(before, how);
}

/** @param {State} before */
function derive(before) {
  if (isSame(state.choices, before.choices)) state.choices = before.choices;
  if (state.choices !== before.choices) {
    state.part = isNarrowed(filters, state.choices) ? keepPart(data, state.choices) : whole;
    state.hovered = null;
    if (state.selected) state.selected = findRecord(state.selected.ref);
  }
  if (state.choices !== before.choices || state.sides !== before.sides) {
    state.comparison = state.sides && compareSides(state.sides);
  }
  const { between, part, selected } = state;
  const scope = selected && holds(part, selected) ? part : whole;
  state.removed &&=
    selected !== null && isOrganisation(selected) && splitWithout(scope, selected).length > 0;
  state.paths = between && findPaths(part, between);
  state.focus = findFocus(state, scope);
}

/** @param {Sides} sides */
function compareSides({ left, right }) {
  const [one, other] = [left, right].map((side) =>
    tidyChoices(filters, { ...state.choices, ...side }),
  );
  return compareChoices(data, one, other);
}

/**
 * Tell whether something is chosen, alone or with others.
 *
 * @param {Item} item
 */
export function isChosen(item) {
  return item.ref === state.selected?.ref || state.several.some((one) => one === item);
}

/**
 * Let follow what follows a choice of the reader.
 *
 * @param {Choice} choice
 */
export function attend(choice) {
  for (const follow of listeners.choice) follow(choice);
}

/**
 * Find what a ref names: ties and relations as the filters leave them, all else as the data have it.
 *
 * @param {string} ref
 * @returns {Item | null}
 */
export function findRecord(ref) {
  const { relations, ties } = state.part;
  return ties.get(ref) ?? relations.get(ref) ?? byRef.get(ref) ?? null;
}
