/**
 * What the panel shows while filters are at work and nothing is chosen.
 *
 * @import { Content } from "../dom.js"
 * @import { Organisation, Partnership } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make } from "../dom.js";
import { certaintyTag, dim, linkTo, markOf } from "../elements.js";
import { term, word } from "../language.js";
import { leastSure } from "../model/certainty.js";
import { membersOf } from "../model/part.js";
import { sayPart } from "../phrases.js";
import { membershipsOf } from "../scope.js";
import { state } from "../state.js";
import { foldList } from "../folded.js";
import { drawHamperingIn } from "./partnership.js";
import { drawTypesOfPart } from "./types.js";

const MOST = 200; // organisations in the list

/** @returns {Content[]} */
export function drawPart() {
  const { part } = state;
  const memberless = [...part.partnerships].filter((one) => !membersOf(part, one).length);
  return [
    make("p", make("b", sayPart())),
    ...drawOrganisations([...part.organisations]),
    ...(memberless.length ? drawMemberless(memberless) : []),
    ...state.choices.regions.flatMap(drawHamperingIn),
  ];
}

/**
 * @param {Organisation[]} found
 * @returns {Content[]}
 */
function drawOrganisations(found) {
  const heading = make("h3", word("n_organisations", { n: found.length }));
  if (!found.length) {
    return [heading, make("p.unknown", word("part_empty", { n: sources.length }))];
  }
  found.sort(
    (one, two) =>
      membershipsOf(two).length - membershipsOf(one).length || one.name.localeCompare(two.name),
  );
  return [
    heading,
    ...foldList("ul.people", found.slice(0, MOST), drawKept),
    found.length > MOST ? make("p.dim", word("part_more")) : null,
    ...(state.choices.types.length ? [] : drawTypesOfPart()),
  ];
}

/**
 * @param {Partnership[]} partnerships
 * @returns {Content[]}
 */
function drawMemberless(partnerships) {
  const draw = (/** @type {Partnership} */ one) =>
    make("li", markOf(one), make("span", linkTo(one)));
  return [make("h3", word("part_memberless")), ...foldList("ul.people", partnerships, draw)];
}

/** @param {Organisation} organisation */
function drawKept(organisation) {
  const items = membershipsOf(organisation).map(({ partnership, member }) => {
    const where = partnership.regions.map((id) => term("regions", id)).join(", ");
    const sure = leastSure(partnership.certainty, member.sure);
    return make(
      "li",
      linkTo(partnership),
      where ? dim(` ${where}`) : "",
      sure === "high" ? "" : [" ", certaintyTag(sure)],
    );
  });
  const list = items.length ? foldList("ul.below.plain", items, (item) => item) : [];
  return make("li", markOf(organisation), make("span", linkTo(organisation), ...list));
}
