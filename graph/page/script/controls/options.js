/**
 * Parts that controls of the filters are made of. Controls are built once in each language, then
 * only brought up to date.
 *
 * @import { Content } from "../dom.js"
 * @import { FilterBlock } from "../model/block.js"
 */

import { chooseFilter } from "../actions.js";
import { filters } from "../data.js";
import { make } from "../dom.js";
import { word } from "../language.js";
import { isUsable } from "../model/choices.js";
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
 * A filter that is on or off; off and at rest while it would say nothing.
 *
 * @param {FilterBlock} filter
 * @param {string} text
 */
export function makeSwitch(filter, text) {
  const { input, label } = makeOption({ type: "checkbox" }, text);
  input.addEventListener("change", () => chooseFilter({ [filter.name]: input.checked }));
  onRefresh(() => {
    input.checked = state.choices[filter.name];
    input.disabled = !isUsable(filters, filter, state.choices);
  });
  return label;
}

/**
 * The switches of the filters that are a part of another.
 *
 * @param {FilterBlock} filter
 * @param {Record<string, number>} [values] for their words
 */
export function makeParts({ name }, values) {
  const parts = filters.filter(({ of }) => of === name);
  return parts.map((part) => makeSwitch(part, word(part.label, values)));
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
