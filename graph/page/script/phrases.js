/**
 * Short phrases about records, said alike in panel, map, search and sheets.
 *
 * @import { Certainty } from "./model/certainty.js"
 * @import { Community } from "./model/communities.js"
 * @import { Ends, Paths } from "./model/paths.js"
 * @import {
 *   Group,
 *   Item,
 *   Mark,
 *   Member,
 *   Organisation,
 *   Partnership,
 *   Party,
 *   Relation,
 *   Source,
 *   Tie,
 * } from "./model/records.js"
 */

import { organisations, partnerships, sources, whole } from "./data.js";
import { isolate, term, word } from "./language.js";
import { leastSure } from "./model/certainty.js";
import { splitWithout, stepsFrom } from "./model/components.js";
import { findTold } from "./model/lifetimes.js";
import { isGroup, isOrganisation, isPartnership, isRelation, isTie } from "./model/records.js";
import { partnershipsOf, scopeOf, sizeOf, tiesOf } from "./scope.js";
import { state } from "./state.js";

/** @param {Mark | Source} record */
export function titleOf(record) {
  return "title" in record ? record.title : record.name;
}

/** @param {Item} item */
export function nameOf(item) {
  if (isRelation(item)) return sayRelation(item);
  if (!isTie(item)) return isolate(titleOf(item));
  return word("tie_of", { a: isolate(item.left.name), b: isolate(item.right.name) });
}

/** @param {Relation} relation */
function sayRelation({ kind, origin, target }) {
  return [isolate(origin.name), term("relations", kind), isolate(target.name)].join(" ");
}

/**
 * Say a status as of when a document tells it: what ran when that was written need not run today.
 *
 * @param {Partnership} partnership
 */
export function sayStatus(partnership) {
  const { status } = partnership;
  const told = findTold(partnership, sources);
  if (status !== "active" && status !== "planned") return word(`status_${status}`);
  if (told === null) return word(`status_${status}_undated`);
  return `${word(`status_${status}_in`)} ${term("dates", told)}`;
}

/** @param {Item} item */
export function sayKind(item) {
  if (isOrganisation(item)) return term("types", item.type);
  if (isPartnership(item)) return `${word("partnership")}, ${term("kinds", item.kind)}`;
  if (isGroup(item)) return word("group");
  if (isRelation(item)) return word("relation");
  return word(isTie(item) ? "tie" : "document");
}

/**
 * Say what stands beside a mark: who shares it, takes part in it, or in what it takes part.
 *
 * @param {Mark} mark
 */
export function sayLinks(mark) {
  if (isPartnership(mark)) return sayMembers(mark);
  if (isGroup(mark)) return word("n_partnerships", { n: partnershipsOf(mark).length });
  return sayPartners(mark);
}

/**
 * Name a group of a crowded map by the region of most of it; where another has that name already,
 * or there is none, by who has most ties in it.
 *
 * @param {Community} community
 */
export function sayCommunity({ central, first, region }) {
  const name = isolate(central.name);
  if (region === null) return word("far_around", { name });
  if (first) return term("regions", region);
  return word("far_around_in", { name, region: term("regions", region) });
}

/** @param {Group} group */
export function saySize({ approximate, size }) {
  if (size === null) return word("size_unknown");
  return word(approximate ? "size_about" : "size_known", { n: size });
}

/** @param {Organisation} organisation */
export function sayPartners(organisation) {
  const n = tiesOf(organisation).length;
  return n ? word("n_partners", { n }) : word(noPartner(organisation), { n: sources.length });
}

/**
 * What filters leave out is not absent from the documents.
 *
 * @param {Organisation} organisation
 */
export function noPartner(organisation) {
  return whole.tiesOf.has(organisation) ? "no_partner_part" : "no_partner";
}

/** @param {Partnership} partnership */
export function noMembers({ number }) {
  return partnerships[number].members.length ? "no_members_part" : "no_members";
}

/** @param {Partnership} partnership */
export function knownOf({ cut, known }) {
  return cut ? "known_cut" : `known_${known}`;
}

/** @param {Partnership} partnership */
function sayMembers(partnership) {
  const n = sizeOf(partnership);
  return n ? word("n_members", { n }) : word(noMembers(partnership), { n: sources.length });
}

/** Say how much of the data the filters keep. */
export function sayPart() {
  const { part } = state;
  const someOf = (/** @type {number} */ n, /** @type {string} */ all) =>
    word("some_of", { n, all });
  return word("part_of_all", {
    organisations: someOf(
      part.organisations.size,
      word("n_organisations", { n: organisations.length }),
    ),
    ties: someOf(part.ties.size, word("n_ties", { n: whole.ties.size })),
    partnerships: someOf(
      part.partnerships.size,
      word("n_partnerships", { n: partnerships.length }),
    ),
  });
}

/**
 * @param {Organisation} organisation
 * @param {number} steps
 */
export function saySteps(organisation, steps) {
  if (!steps) return word("steps_all");
  const others = stepsFrom(scopeOf(organisation), organisation, steps).size - 1;
  return word("steps_reach", {
    steps: word("n_steps", { n: steps }),
    others: word("n_organisations", { n: others }),
  });
}

/**
 * @param {Organisation} organisation
 * @param {Organisation[][]} parts what is left without it
 */
export function sayWithout(organisation, parts) {
  const name = isolate(organisation.name);
  if (parts.length === 1) return word("without_whole", { name });
  return word("without_split", { name, n: parts.length });
}

/**
 * @param {Ends} ends
 * @param {Paths} found
 */
export function sayPaths(ends, found) {
  if (found.outside) return word("path_outside");
  const names = namesOf(ends.from, ends.to);
  if (!found.count) return word("path_none", { ...names, n: state.part.sources.size });
  const steps = found.paths[0].steps.length;
  return word("path_found", { ...names, steps: word("path_steps", { n: steps }) });
}

/**
 * @param {Organisation} one
 * @param {Organisation} two
 */
function namesOf(one, two) {
  return { a: isolate(one.name), b: isolate(two.name) };
}

/** @param {Ends} ends */
export function sayEnds({ from, to }) {
  return word("path_ends", namesOf(from, to));
}

/** Say what stands out; nothing where nothing does. */
export function sayFocus() {
  const { between, removed, selected, several, steps } = state;
  if (between) return sayEnds(between);
  if (several.length) return several.map(nameOf).join(", ");
  if (!selected) return "";
  if (!isOrganisation(selected)) return nameOf(selected);
  if (removed) return sayWithout(selected, splitWithout(scopeOf(selected), selected));
  return steps > 1 ? `${nameOf(selected)}, ${word("n_steps", { n: steps })}` : nameOf(selected);
}

/** @param {Tie} tie */
export function whyPair({ left, right }) {
  return word("why_link_pair", namesOf(left, right));
}

/**
 * Say a role, and how sure it is where it is not stated: a list without that would promise too
 * much.
 *
 * @param {Member | Party} one
 * @param {Certainty[]} others what must hold too
 */
export function sayRole(one, ...others) {
  const sure = others.reduce(leastSure, "group" in one ? one.sure : one.certainty);
  const doubt = sure === "high" ? [] : [word(`certainty_${sure}`)];
  return [term("roles", one.role), ...doubt, ...listDoubts(one).map(sayDoubt)].join(", ");
}

/**
 * List the doubts of a membership beside whether it takes part: which organisation is meant, and
 * in what role.
 *
 * @param {Member | Party} one
 * @returns {{ about: string, certainty: Certainty }[]}
 */
export function listDoubts(one) {
  if ("group" in one) return [];
  return [
    { about: "doubt_identity", certainty: one.identity },
    { about: "doubt_role", certainty: one.roleCertainty },
  ].filter(({ certainty }) => certainty !== "high");
}

/** @param {{ about: string, certainty: Certainty }} doubt */
export function sayDoubt({ about, certainty }) {
  return `${word(about)}: ${word(`certainty_${certainty}`)}`;
}
