/**
 * What can be chosen in the filters: graph/select/selection.py.
 *
 * @import { Certainty } from "./certainty.js"
 */

/**
 * @typedef {object} Choices
 * @property {string[]} regions
 * @property {boolean} everyRegion only who takes part in something in each of the regions
 * @property {string[]} themes
 * @property {string[]} types
 * @property {string[]} kinds
 * @property {string[]} roles
 * @property {string[]} withoutRoles
 * @property {string} period EDTF, as the data write it
 * @property {boolean} undated whether what has no period counts too
 * @property {string[]} sources keys of documents
 * @property {Certainty} certainty the least that counts
 * @property {boolean} fold whether units count as their parent
 * @property {number} weight the least that a tie needs to stay in sight; recomputes nothing
 */

/**
 * The filters on words.
 *
 * @typedef {"regions" | "themes" | "types" | "kinds" | "roles" | "withoutRoles" | "sources"
 *   } WordField
 */

/**
 * What each says while nothing is chosen.
 *
 * @type {Choices}
 */
export const noChoices = Object.freeze({
  regions: [],
  everyRegion: false,
  themes: [],
  types: [],
  kinds: [],
  roles: [],
  withoutRoles: [],
  period: "",
  undated: false,
  sources: [],
  certainty: "low",
  fold: false,
  weight: 1,
});

const allFields = /** @type {(keyof Choices)[]} */ (Object.keys(noChoices));

/**
 * Count what is chosen in one filter: words, or 1 where it has no words.
 *
 * @param {Choices} choices
 * @param {keyof Choices} field
 */
export function countChosen(choices, field) {
  const chosen = choices[field];
  if (Array.isArray(chosen)) return chosen.length;
  return chosen === noChoices[field] ? 0 : 1;
}

/**
 * List the filters in which something is chosen.
 *
 * @param {Choices} choices
 */
export function listNarrowing(choices) {
  return allFields.filter((field) => countChosen(choices, field));
}

/**
 * Tell whether anything is chosen in the filters.
 *
 * @param {Choices} choices
 */
export function isNarrowed(choices) {
  return listNarrowing(choices).length > 0;
}
