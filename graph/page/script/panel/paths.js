/**
 * The panel of the shortest paths between two organisations.
 *
 * @import { Content } from "../dom.js"
 * @import { Ends, Path, Paths } from "../model/paths.js"
 * @import { Organisation, Partnership } from "../model/records.js"
 */

import { make } from "../dom.js";
import { certaintyTag, linkTo, markOf, whyLink } from "../elements.js";
import { term, word } from "../language.js";
import { sayPaths, whyPair } from "../phrases.js";
import { seen } from "../scope.js";

/**
 * @param {Ends} between
 * @param {Paths} found
 * @returns {Content[]}
 */
export function drawPaths(between, found) {
  const { count, outside, paths } = found;
  const most = count > paths.length ? ` ${word("path_most", { n: paths.length })}` : "";
  const none = outside ? null : make("p", word("path_none_meaning"));
  return [
    make("p", make("b", sayPaths(between, found))),
    count ? make("p.dim", word("path_count", { n: count }), most) : none,
    ...paths.map(drawPath),
  ];
}

/**
 * @param {Path} path
 * @param {number} number
 */
function drawPath({ stops, steps }, number) {
  return make(
    number ? "ol.way.card" : "ol.way.card.first",
    drawStop(stops[0]),
    steps.flatMap(({ partnership, certainty, tie }, place) => {
      const ends = stops.slice(place, place + 2);
      const roles = ends.map((end) => sayRoleIn(partnership, end)).join(" – ");
      const below = make("span.below", roles, " · ", whyLink(tie, whyPair(tie)));
      const about = make("span", linkTo(partnership), " ", certaintyTag(certainty), below);
      return [make("li.table", markOf(partnership), about), drawStop(ends[1])];
    }),
  );
}

/** @param {Organisation} organisation */
function drawStop(organisation) {
  return make("li", markOf(organisation), make("span", linkTo(organisation)));
}

/**
 * @param {Partnership} partnership
 * @param {Organisation} organisation
 */
function sayRoleIn(partnership, organisation) {
  const member = seen(partnership).members.find((one) => one.organisation === organisation);
  return member ? term("roles", member.role) : "";
}
