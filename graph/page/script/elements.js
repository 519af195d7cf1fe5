/**
 * Small elements that panel, search and sheets share: keys, links, tags, rows.
 *
 * @import { Child, Content } from "./dom.js"
 * @import { Certainty } from "./model/certainty.js"
 * @import { Group, Item, Mark, Member, Party, Relation, Source, Tie } from "./model/records.js"
 */

import { addressOf } from "./address.js";
import { block, lookOf, shapes } from "./data.js";
import { make } from "./dom.js";
import { foldList } from "./folded.js";
import { word } from "./language.js";
import { isGroup, isOrganisation } from "./model/records.js";
import { listDoubts, sayDoubt, titleOf } from "./phrases.js";
import { findRecord } from "./state.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element of a picture; numbers are rounded to 0.01.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
export function makeSvg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    const rounded = typeof value === "number" ? Math.round(value * 100) / 100 : value;
    element.setAttribute(key, String(rounded));
  }
  element.append(...children);
  return element;
}

/**
 * The mark that stands for something on the map.
 *
 * @param {Item} item
 */
export function markOf(item) {
  if (!isOrganisation(item) && !isGroup(item)) {
    return make(`span.glyph.glyph-${item.ref[0]}`, { "aria-hidden": "true" });
  }
  const [colour, shape] = lookOf(item);
  const path = makeSvg("path", { class: `fill-${colour}`, d: shapes.get(shape ?? "") ?? "" });
  return makeSvg("svg", { class: "key", viewBox: "-13 -13 26 26", "aria-hidden": "true" }, path);
}

/**
 * @param {Mark | Source} record
 */
export function linkTo(record) {
  const about = { href: addressOf(record) || "#", "data-go": record.ref };
  return make("a", about, make("bdi", titleOf(record)));
}

/**
 * Link to each of some records, with commas between; the first where there are many.
 *
 * @param {(Mark | Source)[]} records
 */
export function linkToAll(records) {
  return foldList("span", [...records.entries()], ([place, one]) =>
    make("span", place ? ", " : "", linkTo(one)),
  );
}

/**
 * A group has a label in the language of the data, and no name of its own.
 *
 * @param {Group} group
 */
export function nameGroup(group) {
  return make("i", { lang: block.language }, linkTo(group));
}

/**
 * @param {Tie | Relation} reason
 * @param {string} name what it is called for who does not see what stands around it
 */
export function whyLink(reason, name) {
  const about = { href: addressOf(reason), "data-go": reason.ref, "aria-label": name };
  return make("a.why", about, word("why_link"));
}

/** A link of the page names a row of the tables, so that it leads somewhere without a script. */
const linked = /^#row-([goprst][\d-]+)$/;

/**
 * Find what a link of the page leads to.
 *
 * @param {Element | null | undefined} link
 */
export function recordOfLink(link) {
  if (!link) return null;
  const href = link.getAttribute("href") ?? "";
  return findRecord(link.getAttribute("data-go") ?? linked.exec(href)?.[1] ?? "");
}

/**
 * @param {string} text
 * @param {string} kind its classes, as `make` takes them
 */
export function tag(text, kind = "") {
  return make(`span.tag${kind}`, text);
}

/** @param {Certainty} certainty */
export function certaintyTag(certainty) {
  return tag(word(`certainty_${certainty}`), `.sure-${certainty}`);
}

/**
 * What is not sure of a membership, each doubt apart.
 *
 * @param {Member | Party} one
 */
export function doubtTags(one) {
  const takesPart = "group" in one ? one.sure : one.certainty;
  const others = listDoubts(one).map((doubt) => tag(sayDoubt(doubt), `.sure-${doubt.certainty}`));
  return [...(takesPart === "high" ? [] : [certaintyTag(takesPart)]), ...others];
}

/**
 * A row of a list of facts.
 *
 * @param {Child} label
 * @param {Child[]} content
 */
export function row(label, ...content) {
  return make("div.row", make("dt", label), make("dd", ...content));
}

/**
 * A word of the page that opens to what it means: a heading, or a value.
 *
 * @param {Content} said
 * @param {string} meaning the key of its text
 */
export function explained(said, meaning) {
  return make("details.what", make("summary", said), make("p", word(meaning)));
}

/** @param {string} text of what is not known, or not there */
export function unknown(text) {
  return make("span.unknown", text);
}

/** @param {Child[]} content */
export function dim(...content) {
  return make("span.dim", ...content);
}

/**
 * Put something between the parts of a list.
 *
 * @template {Child} T
 * @param {T[]} parts
 * @param {string} between
 * @returns {(T | string)[]}
 */
export function joined(parts, between = ", ") {
  return parts.flatMap((part, number) => (number ? [between, part] : [part]));
}
