/**
 * Relations in the panel: what one does to another, which is no tie.
 *
 * @import { Content } from "../dom.js"
 * @import { Mark, Relation } from "../model/records.js"
 */

import { make } from "../dom.js";
import { certaintyTag, dim, explained, linkTo, markOf, row } from "../elements.js";
import { term, word } from "../language.js";
import { sayKind } from "../phrases.js";
import { relationsOf } from "../scope.js";
import { drawNote, drawPassages } from "./claims.js";

/**
 * The relations of what is chosen, each with where it is told; nothing where there are none.
 *
 * @param {Mark} mark
 */
export function drawRelationsOf(mark) {
  return drawRelations(relationsOf(mark));
}

/**
 * @param {Relation[]} relations
 * @returns {Content[]}
 */
export function drawRelations(relations) {
  if (!relations.length) return [];
  return [
    explained(make("h3", word("relations")), "relation_meaning"),
    ...relations.map((relation) =>
      make(
        "article.card",
        drawSentence(relation),
        drawNote(relation),
        drawPassages(relation.evidence),
      ),
    ),
  ];
}

/** @param {Relation} relation */
function drawSentence(relation) {
  const { certainty, kind, origin, period, target } = relation;
  return make(
    "p",
    linkTo(origin),
    " ",
    make("b", term("relations", kind)),
    " ",
    linkTo(target),
    period ? dim(` ${term("dates", period)}`) : null,
    certainty === "high" ? null : [" ", certaintyTag(certainty)],
  );
}

/**
 * The panel of one relation.
 *
 * @param {Relation} relation
 * @returns {Content[]}
 */
export function drawRelation(relation) {
  const { certainty, evidence, origin, period, target } = relation;
  return [
    make("ul.people.ends", [origin, target].map(drawRelationEnd)),
    make("p.dim", word("relation_meaning")),
    make(
      "dl.about",
      row(word("certainty"), certaintyTag(certainty)),
      row(word("period"), period ? term("dates", period) : word("period_unknown")),
    ),
    drawNote(relation),
    make("h3", word("evidence")),
    drawPassages(evidence),
  ];
}

/** @param {Mark} end */
function drawRelationEnd(end) {
  return make("li", markOf(end), make("span", linkTo(end), dim(` ${sayKind(end)}`)));
}
