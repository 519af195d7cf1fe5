/**
 * What stands in the cells of the sheets, as in graph/page/template/page.html.j2.
 *
 * @import { Child, Content } from "../dom.js"
 * @import { Row } from "../model/block.js"
 * @import { Certainty } from "../model/certainty.js"
 * @import { Barrier, Mark, Member, Partnership, Party, Passage, Source } from "../model/records.js"
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
  unknown,
} from "../elements.js";
import { foldList } from "../folded.js";
import { term, word } from "../language.js";
import { isGroup, whoOf } from "../model/records.js";
import { saySize } from "../phrases.js";
import { drawFieldValue } from "../panel/rows.js";

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Child | Child[]} draw
 * @param {Child} none what is said where there are none
 * @returns {Content}
 */
export function listOr(items, draw, none) {
  if (!items.length) return none;
  return foldList("ul", items, (item) => make("li", draw(item)));
}

/** @param {Child[]} content of a line below another */
export function below(...content) {
  return make("div.sub", ...content);
}

/** @param {Mark} mark */
export function nameWithMark(mark) {
  return make("div.named", markOf(mark), isGroup(mark) ? nameGroup(mark) : linkTo(mark));
}

/** @param {Certainty} certainty */
export function unsure(certainty) {
  return certainty === "high" ? [] : [" ", certaintyTag(certainty)];
}

/**
 * @param {string} list
 * @param {string[]} ids
 */
export function sayTerms(list, ids) {
  return ids.map((id) => term(list, id)).join(", ");
}

/** @param {string | null} region */
export function sayRegion(region) {
  return region === null ? unknown(word("no_region")) : term("regions", region);
}

/** @param {string | null} period */
export function periodOr(period) {
  return period ? term("dates", period) : unknown(word("period_unknown"));
}

/** @param {Row} field */
export function drawShown([label, kind, items]) {
  return below(
    `${term("fields", label)}: `,
    ...joined(items.map((item) => make("bdi", drawFieldValue(kind, item)))),
  );
}

/**
 * A partnership, and how someone takes part in it.
 *
 * @param {Partnership} partnership
 * @param {Member | Party} one
 */
export function drawPlace(partnership, one) {
  return [linkTo(partnership), dim(` (${term("roles", one.role)})`), ...unsure(one.sure)];
}

/**
 * Who takes part, and how.
 *
 * @param {Member | Party} one
 */
export function drawParty(one) {
  const who = whoOf(one);
  const about = [term("roles", one.role), ...("group" in one ? [saySize(one.group)] : [])].join(
    "; ",
  );
  return [
    isGroup(who) ? nameGroup(who) : linkTo(who),
    dim(` (${about})`),
    ...doubtTags(one).flatMap((tag) => [" ", tag]),
  ];
}

/** @param {Passage[]} evidence */
export function drawQuotes(evidence) {
  return make("ul.quotes", evidence.map(drawQuote));
}

/** @param {Passage} passage */
function drawQuote([place, line, words, link]) {
  const source = sources[place];
  const told = words !== null && (source.summary || source.register);
  const where = (/** @type {string} */ key) => word(key, { n: line });
  const said = words === null ? null : make("bdi", words);
  const about = { lang: block.language };
  return make(
    "li",
    told ? make("span", `${where(source.register ? "row_of" : "summary_of")}: `, said) : null,
    said && !told ? make("q", about, said) : null,
    " ",
    make(
      "span.cite",
      linkTo(source),
      told ? null : `, ${where(source.register ? "row_of" : "line")}`,
      link ? [", ", make("a.at", { href: link, rel: "noreferrer" }, word("open_passage"))] : null,
    ),
  );
}

/**
 * What hampers, each with its passages.
 *
 * @param {Barrier[]} barriers
 */
export function drawHampers(barriers) {
  return barriers.flatMap(({ certainty, evidence, label }) => [
    below(
      `${word("barriers")}: `,
      make("bdi", { lang: block.language }, label),
      ...unsure(certainty),
    ),
    drawQuotes(evidence),
  ]);
}

/**
 * The passages on who takes part, under the name of each.
 *
 * @param {(Member | Party)[]} parties
 */
export function drawQuotesOf(parties) {
  return parties
    .filter(({ evidence }) => evidence.length)
    .flatMap((one) => [below(linkTo(whoOf(one)), ":"), drawQuotes(one.evidence)]);
}

/**
 * @param {string} label key of a word
 * @param {(Mark | Source)[]} records each on a line of its own
 */
export function eachBelow(label, records) {
  return records.map((one) => below(`${word(label)}: `, linkTo(one)));
}
