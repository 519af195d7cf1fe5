/**
 * The view as an address, so that it can be shared: `read_address.js` reads it.
 *
 * @import { Choices } from "./model/choices.js"
 * @import { Item, Mark, Relation, Source } from "./model/records.js"
 */

import {
  block,
  filters,
  groups,
  noChoices,
  organisations,
  partnerships,
  relations,
  sources,
} from "./data.js";
import { byId } from "./dom.js";
import { pushStep, replaceStep } from "./history.js";
import { language } from "./language.js";
import { countChosen } from "./model/choices.js";
import { isTie } from "./model/records.js";
import { state } from "./state.js";

/** @typedef {[name: string, value: string]} Pair */

/** What stands before the name of a filter of one of two sides that are compared. */
export const sideMarks = { left: "a.", right: "b." };

/**
 * What can be chosen, by its name in the address.
 *
 * @type {Record<string, (Mark | Relation | Source)[]>}
 */
export const selectable = {
  organisation: organisations,
  partnership: partnerships,
  group: groups,
  relation: relations,
  document: sources,
};

/**
 * Write the address at which something is chosen, and nothing else.
 *
 * @param {Item} item
 */
export function addressOf(item) {
  return asFragment([...listItem(item), ...listLanguage()]);
}

/** Write the address of the view as it is now; empty for the page as it opens. */
function addressOfView() {
  const { at, between, selected, several } = state;
  const pairs = selected ? listItem(selected) : [];
  if (several.length) pairs.push(["organisations", several.map(({ key }) => key).join(",")]);
  if (between) pairs.push(["from", between.from.key], ["to", between.to.key]);
  pairs.push(...listUnusual());
  if (at) pairs.push(["at", `${at.x},${at.y},${at.scale}`]);
  for (const { key, x, y } of state.homes.keys()) {
    pairs.push(["put", `${Math.round(x)},${Math.round(y)},${key}`]);
  }
  return asFragment([...pairs, ...listLanguage()]);
}

/**
 * What is not as it is at first, by its name in the address.
 *
 * @returns {Pair[]}
 */
function listUnusual() {
  const { alone, arrows, colour, fields, measure, removed, rest, sides, steps, view, years } =
    state;
  return [
    ...unusual([
      ["steps", steps, 1],
      ["without", removed, false],
      ["view", view, "network"],
      ["years", years?.join("..") ?? "", ""],
      ["arrows", arrows, false],
      ["fields", Number(fields), 1],
      ["alone", alone, false],
    ]),
    ...listChoices(state.choices),
    ...(sides
      ? [...listChoices(sides.left, sideMarks.left), ...listChoices(sides.right, sideMarks.right)]
      : []),
    ...unusual([
      ["rest", rest, "dim"],
      ["width", measure, "count"],
      ["colour", colour, "type"],
    ]),
  ];
}

/**
 * What is chosen in the filters: of several in one, one after the other with commas.
 *
 * @param {Partial<Choices>} choices
 * @param {string} [mark] before the name of each
 * @returns {Pair[]}
 */
function listChoices(choices, mark = "") {
  const all = { ...noChoices, ...choices };
  return filters
    .filter((one) => countChosen(one, all))
    .map(({ key, name, on }) => [mark + key, all[name] === true ? on : String(all[name])]);
}

/**
 * @param {[name: string, value: string | number | boolean, usual: unknown][]} values
 * @returns {Pair[]}
 */
function unusual(values) {
  return values
    .filter(([, value, usual]) => value !== usual)
    .map(([name, value]) => [name, value === true ? "1" : String(value)]);
}

/**
 * @param {Item} item
 * @returns {Pair[]}
 */
function listItem(item) {
  if (isTie(item)) {
    return [
      ["organisation", item.left.key],
      ["with", item.right.key],
    ];
  }
  const [name] =
    Object.entries(selectable).find(([, records]) => records[item.number]?.ref === item.ref) ?? [];
  return name ? [[name, item.key]] : [];
}

/** @returns {Pair[]} */
function listLanguage() {
  return language === block.language ? [] : [["lang", language]];
}

/** @param {Pair[]} pairs */
function asFragment(pairs) {
  const text = String(new URLSearchParams(pairs));
  // These may stand in a fragment as they are, and are read more easily so.
  return text && `#${text.replace(/%(?:2C|2F|3A|7E)/g, decodeURIComponent)}`;
}

/** Put the view in the address, as a step to go back to. */
export function writeAddress() {
  putInAddress(pushStep);
}

/** @param {(url: string) => void} put */
function putInAddress(put) {
  const wanted = addressOfView();
  if (wanted === location.hash) return;
  byId("link")?.setAttribute("hidden", ""); // it shows the address before
  // An empty fragment set through `location` would scroll the page to its top.
  put(wanted || location.href.split("#")[0]);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Let the address follow in a moment. Moving about makes no step to go back to: the address of the
 * step where one stands follows it.
 */
export function noteAddress() {
  clearTimeout(waiting);
  waiting = setTimeout(followAddress, 200);
}

function followAddress() {
  forgetAddress();
  putInAddress(replaceStep);
}

/** Leave out what was about to be put in the address: another view is asked for. */
export function forgetAddress() {
  clearTimeout(waiting);
  waiting = undefined;
}

addEventListener("pagehide", () => waiting !== undefined && followAddress());
