/**
 * Who is wanted at the table and was not asked yet: no membership, and no tie.
 *
 * @import { Content } from "../dom.js"
 * @import { Partnership } from "../model/records.js"
 */

import { make } from "../dom.js";
import { linkTo, markOf } from "../elements.js";
import { word } from "../language.js";
import { listParties } from "./claims.js";

/**
 * Those that are wanted in a partnership.
 *
 * @param {Partnership} partnership
 * @returns {Content[]}
 */
export function drawWished({ wished, wishedGroups }) {
  const parties = [...wished, ...wishedGroups];
  if (!parties.length) return [];
  return [make("h3", word("wished")), ...listParties(parties, { role: false })];
}

/**
 * The partnerships in which an organisation or a group is wanted.
 *
 * @param {Partnership[]} partnerships
 * @returns {Content[]}
 */
export function drawWishedIn(partnerships) {
  if (!partnerships.length) return [];
  const rows = partnerships.map((one) => make("li", markOf(one), make("span", linkTo(one))));
  return [make("h3", word("wished_in")), make("ul.people", rows)];
}
