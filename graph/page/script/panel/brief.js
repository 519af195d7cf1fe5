/**
 * An organisation in brief, as on a page of its own: with whom, on what, where, which documents say
 * so, and what is not known.
 *
 * @import { Content } from "../dom.js"
 * @import { Organisation } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make, makeButton } from "../dom.js";
import { joined, linkTo, row, unknown } from "../elements.js";
import { term, word } from "../language.js";
import { listEvidence, otherEnd } from "../model/records.js";
import { sayPartners } from "../phrases.js";
import { membershipsOf, tiesOf } from "../scope.js";

const NAMED = 5; // partners by name

/**
 * @param {Organisation} organisation
 * @returns {Content[]}
 */
export function drawBrief(organisation) {
  const memberships = membershipsOf(organisation);
  if (!memberships.length) return [];
  const partnerships = memberships.map(({ partnership }) => partnership);
  const evidence = memberships.map(({ partnership, member }) => [
    ...listEvidence([partnership]),
    ...member.evidence,
  ]);
  const cited = rankByCount(evidence.flat().map(([place]) => place));
  return [
    make(
      "dl.brief",
      row(word("brief_partners"), ...drawPartnersInBrief(organisation)),
      drawTerms(
        "themes",
        word("brief_themes"),
        partnerships.flatMap(({ themes }) => themes),
      ),
      drawTerms(
        "regions",
        word("brief_regions"),
        partnerships.flatMap(({ regions }) => regions),
      ),
      row(
        word("brief_documents"),
        ...joined(
          cited.map((place) => linkTo(sources[place])),
          "; ",
        ),
      ),
      drawUnknown(organisation),
    ),
    makeButton(".toggle", printSheet, word("brief_print")),
  ];
}

/** @param {Organisation} organisation */
function drawPartnersInBrief(organisation) {
  const ties = [...tiesOf(organisation)].sort((one, two) => two.shared.length - one.shared.length);
  if (!ties.length) return [unknown(sayPartners(organisation))];
  const names = ties.slice(0, NAMED).map((tie) => linkTo(otherEnd(tie, organisation)));
  const n = ties.length - names.length;
  return [...joined(names), n ? ` ${word("brief_more", { n })}` : ""];
}

/**
 * @param {string} list
 * @param {string} label
 * @param {string[]} ids
 */
function drawTerms(list, label, ids) {
  const said = rankByCount(ids).map((id) => term(list, id));
  return said.length ? row(label, said.join(", ")) : null;
}

/** @param {Organisation} organisation */
function drawUnknown(organisation) {
  const memberships = membershipsOf(organisation);
  const unclear = {
    incomplete: memberships.filter(({ partnership }) => partnership.known !== "all").length,
    undated: memberships.filter(({ partnership }) => !partnership.period).length,
    inferred: memberships.filter(({ member }) => member.sure !== "high").length,
  };
  const said = [
    unclear.incomplete ? word("brief_incomplete", { n: unclear.incomplete }) : "",
    unclear.undated ? word("brief_undated", { n: unclear.undated }) : "",
    unclear.inferred ? word("brief_inferred", { n: unclear.inferred }) : "",
  ].filter(Boolean);
  return said.length ? row(word("brief_unknown"), unknown(said.join("; "))) : null;
}

/**
 * Put what occurs most first, each once.
 *
 * @template {string | number} T
 * @param {T[]} all
 * @returns {T[]}
 */
function rankByCount(all) {
  /** @type {Map<T, number>} */
  const counts = new Map();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((one, two) => two[1] - one[1]).map(([one]) => one);
}

/** Print the panel alone: map and legend stay out, until it is printed. */
function printSheet() {
  document.body.classList.add("one-sheet");
  print();
}

addEventListener("afterprint", () => document.body.classList.remove("one-sheet"));
