/**
 * The panel of a group: parties that are not named one by one.
 *
 * @import { Content } from "../dom.js"
 * @import { Group } from "../model/records.js"
 */

import { make } from "../dom.js";
import { certaintyTag, explained, row, unknown } from "../elements.js";
import { term, word } from "../language.js";
import { partnershipsOf, seen, wishedIn } from "../scope.js";
import { saySize } from "../phrases.js";
import { drawCard, drawNote, drawPassages } from "./claims.js";
import { drawRelationsOf } from "./relations.js";
import { sayTypes } from "./types.js";
import { drawWishedIn } from "./wished.js";

/**
 * @param {Group} group
 * @returns {Content[]}
 */
export function drawGroup(group) {
  const { certainty, evidence, region, types } = group;
  return [
    make("p.dim", word("group_meaning")),
    make(
      "dl.about",
      row(word("number"), saySize(group)),
      row(word("type"), ...(types.length ? [sayTypes(types)] : [unknown(word("type_unknown"))])),
      row(word("home_region"), region ? term("regions", region) : unknown(word("no_region"))),
      certainty === "high" ? null : row(word("certainty"), certaintyTag(certainty)),
    ),
    drawNote(group),
    ...(evidence.length ? [make("h3", word("evidence")), drawPassages(evidence)] : []),
    ...drawPartnershipsOf(group),
    ...drawWishedIn(wishedIn(group)),
    ...drawRelationsOf(group),
  ];
}

/**
 * @param {Group} group
 * @returns {Content[]}
 */
function drawPartnershipsOf(group) {
  const partnerships = partnershipsOf(group).map(seen);
  if (!partnerships.length) return [];
  return [
    explained(
      make("h3", word("n_partnerships", { n: partnerships.length })),
      "partnership_meaning",
    ),
    ...partnerships.map((partnership) =>
      drawCard(
        partnership,
        partnership.groups.filter((one) => one.group === group),
      ),
    ),
  ];
}
