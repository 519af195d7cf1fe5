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

/**
 * The types that are named in a partnership.
 *
 * @param {Partnership} partnership
 */
export function drawTypesOf({ members, known, cut }) {
  const types = members.map(({ organisation }) => organisation.type);
  const meaning = cut ? "types_part" : known === "all" ? "types_sure" : "types_unsure";
  return drawTypes(new Set(types), meaning);
}

/**
 * @param {Set<string>} present
 * @param {string} meaning key of the word that says what it means that others are not
 * @returns {Content[]} nothing where all types are present
 */
export function drawTypes(present, meaning) {
  const missing = listUsed("types").filter((id) => !present.has(id));
  if (!missing.length) return [];
  const known = present.size ? row(word("types_named"), sayTypes([...present])) : null;
  return [
    make("h3", word("types_title")),
    make("dl.about", known, row(word("types_unknown"), sayTypes(missing))),
    make(meaning === "types_sure" ? "p.dim" : "p.unknown", word(meaning)),
  ];
}

/** @param {string[]} ids */
function sayTypes(ids) {
  const labels = ids.map((id) => term("types", id));
  return labels.sort((one, two) => one.localeCompare(two)).join(", ");
}
