/**
 * Who is wanted at the table and was not asked yet: no membership, and no tie.
 *
 * @import { Content } from "../dom.js"
 * @import { Partnership } from "../model/records.js"
 */

import { make } from "../dom.js";
import { explained, linkTo, markOf } from "../elements.js";
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
  return [
    explained(make("h3", word("wished")), "wished_meaning"),
    ...listParties(parties, { role: false }),
  ];
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
  return [explained(make("h3", word("wished_in")), "wished_meaning"), make("ul.people", rows)];
}
