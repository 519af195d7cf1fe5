/**
 * Claims in the panel: every one with its document and line.
 *
 * @import { Content } from "../dom.js"
 * @import {
 *   Barrier,
 *   Member,
 *   Partnership,
 *   Party,
 *   Passage,
 *   Source,
 * } from "../model/records.js"
 */

import { block, sources } from "../data.js";
import { make } from "../dom.js";
import {
  certaintyTag,
  dim,
  doubtTags,
  joined,
  linkTo,
  markOf,
  nameGroup,
  row,
  tag,
  unknown,
} from "../elements.js";
import { language, term, word } from "../language.js";
import { whoOf } from "../model/records.js";
import { writeMembership } from "../model/yaml.js";
import { knownOf, saySize, sayStatus } from "../phrases.js";
import { drawCite, drawCopy } from "./copy.js";
import { foldList } from "../folded.js";

/**
 * Passages, with where they stand.
 *
 * @param {Passage[]} evidence
 */
export function drawPassages(evidence) {
  return make("ul.quotes", evidence.map(drawPassage));
}

/**
 * Words of the document itself are a quotation; those of a summary and of a row are not.
 *
 * @param {Passage} passage
 */
function drawPassage(passage) {
  const [place, line, words, link] = passage;
  const source = sources[place];
  const told = words !== null && (source.summary || source.register);
  const about = [
    source.publisher ? make("bdi", source.publisher) : word("no_publisher"),
    source.date ? term("dates", source.date) : word("no_date"),
  ];
  const where = make("b", word(placeWord(source, words), { n: line }));
  const said = words === null ? null : make("bdi", { lang: block.language }, words);
  return make(
    "li",
    told ? make("p", where, ": ", said) : null,
    said && !told ? make("blockquote", make("q", { lang: block.language }, said)) : null,
    make(
      "span.cite",
      linkTo(source),
      told ? null : [", ", where],
      dim(" · ", ...joined(about)),
      link ? [" · ", make("a.at", { href: link, rel: "noreferrer" }, word("open_passage"))] : null,
      drawCite(() => citePassage(passage)),
    ),
  );
}

/**
 * @param {Source} source
 * @param {string | null} words
 */
function placeWord({ register, summary }, words) {
  if (register) return "row_of";
  return summary && words !== null ? "summary_of" : "line";
}

/**
 * Write a passage as plain text, with the document that it stands in, whose that is, and when and
 * where.
 *
 * @param {Passage} passage
 */
function citePassage([place, line, words, link]) {
  const source = sources[place];
  const { date, publisher, title } = source;
  const told = source.summary || source.register;
  const where = [
    publisher ?? word("no_publisher"),
    date ? term("dates", date) : word("no_date"),
    word(placeWord(source, words), { n: line }).replace(/^./u, (letter) => letter.toLowerCase()),
  ];
  const said = words === null ? "" : told ? `${words} ` : `“${words}” `;
  return `${said}(${[title, ...where].join(", ")}${link ? `, ${link}` : ""})`;
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
    tag(sayStatus(partnership), status === "unknown" ? ".unknown" : ""),
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
 * Who takes part: each with its role, what is not sure of that, and a group with its size.
 *
 * @param {(Member | Party)[]} parties
 * @param {object} [how]
 * @param {boolean} [how.role] whether the role is said
 */
export function listParties(parties, { role = true } = {}) {
  return foldList("ul.people", parties, (one) => {
    const who = whoOf(one);
    const about = [
      ...(role ? [term("roles", one.role)] : []),
      ...("group" in one ? [saySize(one.group)] : []),
    ];
    const tags = joined(doubtTags(one), " ");
    return make(
      "li",
      markOf(who),
      make(
        "span",
        "group" in one ? nameGroup(one.group) : linkTo(who),
        dim(` ${about.join(", ")} `),
        ...tags,
      ),
    );
  });
}

/**
 * One partnership as seen from the organisations, or the group, that were asked about.
 *
 * @param {Partnership} partnership
 * @param {(Member | Party)[]} asked how these take part
 */
export function drawCard(partnership, asked) {
  const who = asked.map(whoOf);
  const { groups, members } = partnership;
  const others = [...members, ...groups].filter((one) => !who.includes(whoOf(one)));
  const several = asked.length > 1;
  const roles = asked.map((one) =>
    row(
      several ? make("bdi", whoOf(one).name) : word("role"),
      make("b", term("roles", one.role)),
      ...listSureness(one).flatMap((tag) => [" ", tag]),
      drawNote(one),
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
        make("dd", others.length ? listParties(others) : unknown(word("alone_here"))),
      ),
    ),
    drawPassages(partnership.evidence),
    ...asked.map((one) => drawOwnPassages(one, several)),
    several ? null : drawCopy((data) => writeMembership(asked[0], data)),
  );
}

/**
 * How sure a membership is, also where it is stated.
 *
 * @param {Member | Party} one
 */
function listSureness(one) {
  const takesPart = "group" in one ? one.sure : one.certainty;
  return takesPart === "high" ? [certaintyTag(takesPart), ...doubtTags(one)] : doubtTags(one);
}

/**
 * What hampers, each with where that is told.
 *
 * @param {Barrier[]} barriers
 * @returns {Content[]}
 */
export function drawBarriers(barriers) {
  return barriers.map((barrier) =>
    make(
      "article.card",
      make(
        "p",
        make("b", make("bdi", { lang: block.language }, barrier.label)),
        " ",
        barrier.certainty === "high" ? null : certaintyTag(barrier.certainty),
      ),
      drawNote(barrier),
      drawPassages(barrier.evidence),
    ),
  );
}

/**
 * What a membership itself rests on, where that is told apart from the partnership.
 *
 * @param {Member | Party} one
 * @param {boolean} several whether it has to be said whose it is
 * @returns {Content}
 */
function drawOwnPassages(one, several) {
  const { evidence } = one;
  if (!evidence.length) return null;
  const name = several ? [": ", make("bdi", whoOf(one).name)] : [];
  return [make("p.sub", word("evidence_membership"), ...name), drawPassages(evidence)];
}
