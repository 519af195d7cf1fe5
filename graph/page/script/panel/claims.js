/**
 * Claims in the panel: every one with its document and line.
 *
 * @import { Content } from "../dom.js"
 * @import { Member, Organisation, Partnership, Passage } from "../model/records.js"
 */

import { block, sources } from "../data.js";
import { make } from "../dom.js";
import { certaintyTag, dim, joined, linkTo, markOf, row, tag, unknown } from "../elements.js";
import { language, term, word } from "../language.js";
import { knownOf } from "../phrases.js";

/**
 * Passages, with where they stand.
 *
 * @param {Passage[]} evidence
 */
export function drawPassages(evidence) {
  return make("ul.quotes", evidence.map(drawPassage));
}

/**
 * Words of the document itself are a quotation; those of a summary of it are not.
 *
 * @param {Passage} passage
 */
function drawPassage([place, line, words]) {
  const source = sources[place];
  const told = words !== null && source.summary;
  const about = [
    source.publisher ? make("bdi", source.publisher) : word("no_publisher"),
    source.date ? term("dates", source.date) : word("no_date"),
  ];
  const where = make("b", word(told ? "summary_of" : "line", { n: line }));
  const said = words === null ? null : make("bdi", { lang: block.language }, words);
  return make(
    "li",
    told ? make("p", where, ": ", said) : null,
    said && !told ? make("blockquote", make("q", { lang: block.language }, said)) : null,
    make("span.cite", linkTo(source), told ? null : [", ", where], dim(" · ", ...joined(about))),
  );
}

/**
 * A note of who keeps the data, in the language of the data.
 *
 * @param {{ note: string | null }} record
 */
export function drawNote({ note }) {
  if (!note) return null;
  const heading =
    language === block.language
      ? word("note")
      : word("note_in", { language: term("languages", block.language) });
  return make("p.note", make("b", `${heading}: `), make("bdi", { lang: block.language }, note));
}

/**
 * What kind of partnership it is, when, where and on what.
 *
 * @param {Partnership} partnership
 */
export function drawFacts(partnership) {
  const { kind, period, regions, status, themes } = partnership;
  const known = knownOf(partnership);
  const tags = [
    tag(term("kinds", kind)),
    period ? tag(term("dates", period)) : tag(word("period_unknown"), ".unknown"),
    tag(word(`status_${status}`), status === "unknown" ? ".unknown" : ""),
    ...regions.map((id) => tag(term("regions", id))),
    ...themes.map((id) => tag(term("themes", id))),
    tag(word(known), known === "known_all" ? "" : ".unknown"),
  ];
  return make(
    "ul.tags",
    tags.map((one) => make("li", one)),
  );
}

/**
 * The members of a partnership, each with its role.
 *
 * @param {Partnership} partnership
 * @param {Organisation[]} except
 */
export function listMembers({ members }, except = []) {
  return members
    .filter(({ organisation }) => !except.includes(organisation))
    .map(({ organisation, role, certainty }) =>
      make(
        "li",
        markOf(organisation),
        make(
          "span",
          linkTo(organisation),
          dim(` ${term("roles", role)} `),
          certainty === "high" ? null : certaintyTag(certainty),
        ),
      ),
    );
}

/**
 * The members of a partnership that have no name, by group.
 *
 * @param {Partnership} partnership
 */
export function listGroups({ groups }) {
  return groups.map(({ label, size, role }) => {
    const count = size === null ? word("size_unknown") : word("size_known", { n: size });
    const name = make("i", { lang: block.language }, make("bdi", label));
    return make(
      "li",
      make("span.glyph.glyph-g", { "aria-hidden": "true" }),
      make("span", name, dim(` ${term("roles", role)}, `, count)),
    );
  });
}

/**
 * One partnership as seen from the organisations that were asked about.
 *
 * @param {Partnership} partnership
 * @param {Member[]} members the memberships of these
 */
export function drawCard(partnership, members) {
  const asked = members.map((member) => member.organisation);
  const others = [...listMembers(partnership, asked), ...listGroups(partnership)];
  const several = members.length > 1;
  const roles = members.map((member) =>
    row(
      several ? make("bdi", member.organisation.name) : word("role"),
      make("b", term("roles", member.role)),
      " ",
      certaintyTag(member.certainty),
      drawNote(member),
    ),
  );
  const sure = partnership.certainty === "high";
  return make(
    "article.card",
    make("h4", linkTo(partnership)),
    drawFacts(partnership),
    make(
      several ? "dl.pair" : "dl",
      roles,
      sure ? null : row(word("partnership"), certaintyTag(partnership.certainty)),
      make(
        "div.row.tall",
        make("dt", word("with")),
        make("dd", others.length ? make("ul.people", others) : unknown(word("alone_here"))),
      ),
    ),
    drawPassages(partnership.evidence),
    ...members.map((member) => drawOwnPassages(member, several)),
  );
}

/**
 * What a membership itself rests on, where that is told apart from the partnership.
 *
 * @param {Member} member
 * @param {boolean} several whether it has to be said whose it is
 * @returns {Content}
 */
function drawOwnPassages({ evidence, organisation }, several) {
  if (!evidence.length) return null;
  const name = several ? [": ", make("bdi", organisation.name)] : [];
  return [make("p.sub", word("evidence_membership"), ...name), drawPassages(evidence)];
}
