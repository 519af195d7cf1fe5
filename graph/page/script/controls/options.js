/**
 * Parts that controls of the filters are made of. Controls are built once in each language, then
 * only brought up to date.
 *
 * @import { Content } from "../dom.js"
 */

import { chooseFilter } from "../actions.js";
import { make } from "../dom.js";
import { state } from "../state.js";

/** @type {(() => void)[]} */
let refreshers = [];

/** @param {() => void} bring a control up to date */
export function onRefresh(bring) {
  refreshers.push(bring);
}

/** Forget all controls: new ones are built. */
export function forgetControls() {
  refreshers = [];
}

/** Bring all controls up to date. */
export function refreshControls() {
  for (const bring of refreshers) bring();
}

/**
 * A group of controls that opens, with how many are chosen in it.
 *
 * @param {string} title
 * @param {string} field
 * @param {Content[]} content
 */
export function makeGroup(title, field, ...content) {
  const summary = make("summary", make("span", title), " ", make("span.badge", { hidden: "" }));
  return make("details.group", { "data-group": field }, summary, ...content);
}

/**
 * @param {Record<string, string | number>} attributes of its input
 * @param {string} text
 */
export function makeOption(attributes, text) {
  const input = /** @type {HTMLInputElement} */ (make("input", attributes));
  const count = make("span.count");
  return { input, count, label: make("label.option", input, make("span", text), count) };
}

/**
 * A filter that is on or off.
 *
 * @param {"everyRegion" | "undated" | "fold"} field
 * @param {string} text
 * @param {() => boolean} [isUseless] tells whether it would do nothing now
 */
export function makeSwitch(field, text, isUseless) {
  const { input, label } = makeOption({ type: "checkbox" }, text);
  input.addEventListener("change", () => chooseFilter({ [field]: input.checked }));
  onRefresh(() => {
    input.checked = state.choices[field];
    if (isUseless) input.disabled = isUseless();
  });
  return label;
}

/**
 * One of several.
 *
 * @template {string | number} T
 * @param {string} field
 * @param {string} title
 * @param {{ value: T, text: string }[]} values
 * @param {() => T} now
 * @param {(value: T) => void} choose
 */
export function makeRadios(field, title, values, now, choose) {
  const options = values.map(({ value, text }) => {
    const made = makeOption({ type: "radio", name: `filter-${field}`, value }, text);
    made.input.addEventListener("change", () => choose(value));
    onRefresh(() => {
      made.input.checked = value === now();
    });
    return made.label;
  });
  return make("div", { role: "radiogroup", "aria-label": title }, options);
}
