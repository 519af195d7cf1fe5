/**
 * Which types of organisation take part in a partnership, and which are missing where that can be
 * known: as graph/network/types.py and graph/findings/composition.py find it.
 *
 * @import { Certainty } from "./certainty.js"
 * @import { Part } from "./part.js"
 * @import { Organisation, Partnership } from "./records.js"
 */

import { leastSure, sureEnough } from "./certainty.js";

/**
 * @typedef {object} Composition of one partnership; the ids of types, sorted
 * @property {string[]} stated types of which it is stated that one takes part
 * @property {string[]} inferred types of which that is less than stated
 * @property {string[]} unnamed not here, and elsewhere with a type that is
 * @property {string[] | null} missing these where every party is known; null where not
 */

/**
 * Find who is there by type, and who is not.
 *
 * @param {Partnership} partnership as a part has it
 * @param {Map<string, Set<string>>} company from `findCompany` of that part
 * @returns {Composition}
 */
export function composeTypes(partnership, company) {
  const present = listTypes(partnership);
  const types = [...present.keys()].sort();
  const others = new Set(types.flatMap((type) => [...(company.get(type) ?? [])]));
  const unnamed = [...others].filter((type) => !present.has(type)).sort();
  return {
    stated: types.filter((type) => present.get(type) === "high"),
    inferred: types.filter((type) => present.get(type) !== "high"),
    unnamed,
    missing: isComplete(partnership) ? unnamed : null,
  };
}

/**
 * Map the types that take part in a partnership to how sure that is.
 *
 * @param {Partnership} partnership
 */
export function listTypes({ certainty, groups, members }) {
  /** @type {Map<string, Certainty>} */
  const found = new Map();
  const add = (/** @type {string[]} */ types, /** @type {Certainty} */ sure) => {
    for (const type of types) {
      const known = found.get(type);
      if (!known || sureEnough(sure, known)) found.set(type, sure);
    }
  };
  for (const member of members) {
    add(member.organisation.types, leastSure(certainty, member.certainty));
  }
  for (const { group, sure } of groups) add(group.types, leastSure(certainty, sure));
  return found;
}

/**
 * Map each type to the main types of the others that a named organisation of it takes part with.
 *
 * @param {Part} part
 */
export function findCompany({ narrowed }) {
  /** @type {Map<string, Set<string>>} */
  const company = new Map();
  for (const { members } of narrowed.values()) {
    const organisations = members.map(({ organisation }) => organisation);
    const main = new Set(organisations.map(({ type }) => type));
    const many = new Set([...main].filter((type) => isRepeated(organisations, type)));
    for (const { type: own, types } of organisations) {
      for (const type of types) {
        const found = company.get(type) ?? new Set();
        company.set(type, found);
        for (const other of main) if (other !== own || many.has(other)) found.add(other);
      }
    }
  }
  return company;
}

/**
 * @param {Organisation[]} organisations
 * @param {string} main
 */
function isRepeated(organisations, main) {
  return organisations.filter(({ type }) => type === main).length > 1;
}

/**
 * Tell whether every party is a named member.
 *
 * @param {Partnership} partnership
 */
function isComplete({ groups, known, unseen }) {
  return known === "all" && !groups.length && !unseen;
}
