/**
 * Which types of organisation are named, and which are not: absent, or not known.
 *
 * @import { Content } from "../dom.js"
 * @import { Partnership } from "../model/records.js"
 */

import { listUsed } from "../data.js";
import { make } from "../dom.js";
import { row } from "../elements.js";
import { term, word } from "../language.js";
import { composeTypes, findCompany, listTypes } from "../model/types.js";
import { scopeOf, seen } from "../scope.js";
import { state } from "../state.js";

/**
 * The types that are named in a partnership, and those that its types take part with elsewhere.
 *
 * @param {Partnership} record
 */
export function drawTypesOf(record) {
  const partnership = seen(record);
  const company = findCompany(scopeOf(record));
  const { stated, inferred, unnamed, missing } = composeTypes(partnership, company);
  const meaning = partnership.cut ? "types_part" : missing ? "types_sure" : "types_unsure";
  return drawTypes([...stated, ...inferred], unnamed, meaning);
}

/**
 * The types that are named in the part of the data that the filters keep.
 *
 * @returns {Content[]}
 */
export function drawTypesOfPart() {
  const { organisations, narrowed } = state.part;
  const present = new Set([...organisations].flatMap(({ types }) => types));
  for (const one of narrowed.values()) for (const type of listTypes(one).keys()) present.add(type);
  const unnamed = listUsed("types").filter((id) => !present.has(id));
  return unnamed.length ? drawTypes([...present], unnamed, "types_part") : [];
}

/**
 * @param {string[]} present
 * @param {string[]} unnamed
 * @param {string} meaning key of the word that says what it means that these are not named
 * @returns {Content[]} nothing where no type is told of
 */
function drawTypes(present, unnamed, meaning) {
  if (!present.length && !unnamed.length) return [];
  return [
    make("h3", word("types_title")),
    make(
      "dl.about",
      present.length ? row(word("types_named"), sayTypes(present)) : null,
      unnamed.length ? row(word("types_unknown"), sayTypes(unnamed)) : null,
    ),
    unnamed.length ? make(meaning === "types_sure" ? "p.dim" : "p.unknown", word(meaning)) : null,
  ];
}

/**
 * Say some types, by their labels.
 *
 * @param {string[]} ids
 */
export function sayTypes(ids) {
  const labels = ids.map((id) => term("types", id));
  return labels.sort((one, two) => one.localeCompare(two)).join(", ");
}
