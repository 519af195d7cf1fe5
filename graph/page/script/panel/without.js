/**
 * What falls apart without an organisation.
 *
 * @import { Content } from "../dom.js"
 * @import { Organisation } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make, makeButton } from "../dom.js";
import { certaintyTag, dim, explained, linkTo, linkToAll } from "../elements.js";
import { term, word } from "../language.js";
import { leastSure } from "../model/certainty.js";
import { otherEnd } from "../model/records.js";
import { sayWithout } from "../phrases.js";
import { membershipsOf, seen, tiesOf } from "../scope.js";
import { state, update } from "../state.js";
import { drawWhatIf } from "./what_if.js";

/**
 * @param {Organisation} organisation
 * @param {Organisation[][]} parts what is left without it
 * @returns {Content[]}
 */
export function drawWithout(organisation, parts) {
  if (!parts.length) return [];
  const pressed = { "aria-pressed": String(state.removed), "data-focus": "removed" };
  const toggle = () => {
    const removed = !state.removed;
    update({ removed }, { say: removed ? sayWithout(organisation, parts) : word("without_off") });
  };
  const button = makeButton(".toggle", toggle, pressed, word("without_show"));
  const split = parts.length > 1;
  return [
    explained(make("h3", word("without_title")), "cut_meaning"),
    make(split ? "p.cut" : "p", make("b", sayWithout(organisation, parts))),
    ...(split ? drawParts(organisation, parts) : []),
    make("p", button, " ", drawWhatIf({ withoutOrganisations: [organisation.key] })),
  ];
}

/**
 * @param {Organisation} organisation
 * @param {Organisation[][]} parts
 * @returns {Content[]}
 */
function drawParts(organisation, parts) {
  return [
    make(
      "ol.parts",
      parts.map((part) => drawLeft(organisation, part)),
    ),
    parts.some((part) => isUnsure(organisation, part))
      ? make("p.unknown", word("without_unsure"))
      : null,
    make("p.dim", word("without_caveat", { n: sources.length })),
  ];
}

/**
 * Tell whether a part depends on nothing that is stated in so many words.
 *
 * @param {Organisation} organisation
 * @param {Organisation[]} part
 */
function isUnsure(organisation, part) {
  const there = new Set(part);
  const ties = tiesOf(organisation).filter((tie) => there.has(otherEnd(tie, organisation)));
  return ties.every(({ certainty }) => certainty !== "high");
}

/**
 * A part, and the memberships by which it depends on the organisation.
 *
 * @param {Organisation} organisation
 * @param {Organisation[]} part
 */
function drawLeft(organisation, part) {
  const there = new Set(part);
  const supports = membershipsOf(organisation).filter(({ partnership }) =>
    seen(partnership).members.some((member) => there.has(member.organisation)),
  );
  const rests = supports.flatMap(({ partnership, member }, number) => [
    number ? "; " : "",
    linkTo(partnership),
    dim(` (${term("roles", member.role)})`),
    " ",
    certaintyTag(leastSure(partnership.certainty, member.sure)),
  ]);
  return make(
    "li",
    make("b", word("n_organisations", { n: part.length })),
    ": ",
    ...linkToAll(part),
    make("div.sub", `${word("rests_on", { n: supports.length })}: `, ...rests),
  );
}
