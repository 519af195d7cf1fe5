/**
 * The panel of a tie.
 *
 * @import { Content } from "../dom.js"
 * @import { Organisation, Tie } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make } from "../dom.js";
import { certaintyTag, dim, explained, linkTo, markOf, row } from "../elements.js";
import { isolate, sayDecimal, term, word } from "../language.js";
import { listCited } from "../model/citing.js";
import { relationsOf, seen } from "../scope.js";
import { drawCard } from "./claims.js";
import { drawRelations } from "./relations.js";

/**
 * @param {Tie} tie
 * @returns {Content[]}
 */
export function drawTie(tie) {
  const ends = [tie.left, tie.right];
  const n = tie.shared.length;
  const between = relationsOf(tie.left).filter(({ origin, target }) =>
    [origin, target].includes(tie.right),
  );
  return [
    make("ul.people.ends", ends.map(drawEnd)),
    make("h3", word("why")),
    make("p", word("why_text", { n })),
    make(
      "dl.about",
      row(
        word("certainty"),
        explained(certaintyTag(tie.certainty), "certainty_meaning"),
        n > 1 ? dim(` ${word("certainty_tie")}`) : null,
      ),
      row(
        word("weights"),
        explained(
          [
            word("weight_count", { n }),
            ", ",
            word("weight_newman", { weight: sayDecimal(tie.newman) }),
          ],
          "newman_meaning",
        ),
      ),
      row(word("documents"), make("span", sayDocuments(tie))),
    ),
    explained(make("h3", word("n_partnerships", { n })), "partnership_meaning"),
    ...tie.shared.map(seen).map((partnership) =>
      drawCard(
        partnership,
        partnership.members.filter(({ organisation }) => ends.includes(organisation)),
      ),
    ),
    ...drawRelations(between),
  ];
}

/** @param {Organisation} end */
function drawEnd(end) {
  return make("li", markOf(end), make("span", linkTo(end), dim(` ${term("types", end.type)}`)));
}

/**
 * Say how many documents speak of a tie, and whether it would stand without any one of them.
 *
 * @param {Tie} tie
 */
function sayDocuments(tie) {
  const partnerships = tie.shared.map(seen);
  const cited = listCited(tie, seen);
  const needed = cited.find((only) =>
    partnerships.every(({ evidence }) => evidence.every(([place]) => place === only)),
  );
  const text =
    needed === undefined
      ? word("documents_spare")
      : word("documents_needed", { name: isolate(sources[needed].title) });
  return `${word("n_documents", { n: cited.length })}. ${text}`;
}
