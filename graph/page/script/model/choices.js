/**
 * What is chosen in the filters. Which filters there are says the data block, from the list in
 * graph/select/filters.py.
 *
 * @import { FilterBlock } from "./block.js"
 */

/**
 * What is chosen, by the name of the filter: ids, a text, a number, or whether it is on.
 *
 * @typedef {Record<string, any>} Choices
 */

/**
 * Say what each filter is while nothing is chosen.
 *
 * @param {FilterBlock[]} filters
 * @returns {Choices}
 */
export function makeChoices(filters) {
  return Object.freeze(Object.fromEntries(filters.map(({ name, usual }) => [name, usual])));
}

/**
 * Count what is chosen in one filter: ids, or 1 where it takes something else.
 *
 * @param {FilterBlock} filter
 * @param {Choices} choices
 * @returns {number}
 */
export function countChosen({ name, usual }, choices) {
  const chosen = choices[name];
  if (Array.isArray(chosen)) return new Set(chosen).size;
  return chosen === usual ? 0 : 1;
}

/**
 * Tell whether a filter can say anything: it may be a part of another that must have values.
 *
 * @param {FilterBlock[]} filters
 * @param {FilterBlock} filter
 * @param {Choices} choices
 */
export function isUsable(filters, { of, needs }, choices) {
  const whole = filters.find(({ name }) => name === of);
  return !whole || countChosen(whole, choices) >= needs;
}

/**
 * List the filters in which something is chosen.
 *
 * @param {FilterBlock[]} filters
 * @param {Choices} choices
 */
export function listGiven(filters, choices) {
  return filters.filter((one) => countChosen(one, choices) && isUsable(filters, one, choices));
}

/**
 * Tell whether anything is chosen in the filters.
 *
 * @param {FilterBlock[]} filters
 * @param {Choices} choices
 */
export function isNarrowed(filters, choices) {
  return listGiven(filters, choices).length > 0;
}

/**
 * Tell whether the same is chosen, in the same order.
 *
 * @param {Choices} one
 * @param {Choices} two
 */
export function isSame(one, two) {
  return one === two || JSON.stringify(one) === JSON.stringify(two);
}

/**
 * Take away what says nothing any more, since what it is a part of has gone.
 *
 * @param {FilterBlock[]} filters
 * @param {Choices} choices
 * @returns {Choices}
 */
export function tidyChoices(filters, choices) {
  const idle = filters.filter((one) => !isUsable(filters, one, choices));
  return { ...choices, ...makeChoices(idle) };
}
