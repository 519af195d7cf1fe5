/**
 * The panel of several organisations: what they share.
 *
 * @import { Content } from "../dom.js"
 * @import { Organisation, Partnership, Tie } from "../model/records.js"
 */

import { select } from "../actions.js";
import { sources } from "../data.js";
import { make, makeButton } from "../dom.js";
import { certaintyTag, dim, linkTo, markOf, whyLink } from "../elements.js";
import { foldList } from "../folded.js";
import { isolate, word } from "../language.js";
import { findTogether } from "../model/together.js";
import { nameOf, whyPair } from "../phrases.js";
import { state } from "../state.js";

/** @returns {Content[]} */
export function drawSeveral() {
  const { several } = state;
  const { apart, partners, shared, ties } = findTogether(state.part, several);
  return [
    make("ul.people", several.map(drawOne)),
    make("p.dim", word("several_hint")),
    ...drawFound("several_shared", shared, ({ partnership, who }) =>
      drawShared(partnership, who, several.length),
    ),
    ...drawFound("several_ties", ties, drawTieAmong),
    ...apart.map(([one, two]) => {
      const names = { a: isolate(one.name), b: isolate(two.name) };
      return make("p.unknown", word("path_none", { ...names, n: sources.length }));
    }),
    ...drawFound("several_partners", partners, (one) =>
      make("li", markOf(one), make("span", linkTo(one))),
    ),
  ];
}

/** @param {Organisation} one */
function drawOne(one) {
  const label = word("several_remove", { name: isolate(one.name) });
  const remove = () => select(one, { add: true });
  return make(
    "li",
    markOf(one),
    make("span", linkTo(one)),
    makeButton(".close.remove", remove, { "aria-label": label, title: label }, "×"),
  );
}

/**
 * @template T
 * @param {string} heading
 * @param {T[]} found
 * @param {(one: T) => HTMLElement} draw
 * @returns {Content[]}
 */
function drawFound(heading, found, draw) {
  const list = found.length
    ? foldList("ul.people", found, draw)
    : [make("p.unknown", word("several_none"))];
  return [make("h3", word(heading)), ...list];
}

/**
 * @param {Partnership} partnership
 * @param {Organisation[]} who
 * @param {number} n how many were asked about
 */
function drawShared(partnership, who, n) {
  const said = who.length === n ? word("several_all", { n }) : who.map(nameOf).join(", ");
  return make("li", markOf(partnership), make("span", linkTo(partnership), dim(` ${said}`)));
}

/** @param {Tie} tie */
function drawTieAmong(tie) {
  const { certainty, shared } = tie;
  return make(
    "li",
    make(
      "span",
      nameOf(tie),
      make(
        "span.below",
        word("n_partnerships", { n: shared.length }),
        certainty === "high" ? "" : [" · ", certaintyTag(certainty)],
        " · ",
        whyLink(tie, whyPair(tie)),
      ),
    ),
  );
}
