/**
 * Short phrases about records, said alike in panel, map, search and sheets.
 *
 * @import { Certainty } from "./model/certainty.js"
 * @import { Ends, Paths } from "./model/paths.js"
 * @import { Item, Mark, Organisation, Partnership, Source, Tie } from "./model/records.js"
 */

import { organisations, partnerships, sources, whole } from "./data.js";
import { isolate, term, word } from "./language.js";
import { leastSure } from "./model/certainty.js";
import { stepsFrom } from "./model/components.js";
import { isOrganisation, isPartnership, isTie } from "./model/records.js";
import { scopeOf, sizeOf, tiesOf } from "./scope.js";
import { state } from "./state.js";

/** @param {Mark | Source} record */
export function titleOf(record) {
  return "title" in record ? record.title : record.name;
}

/** @param {Item} item */
export function nameOf(item) {
  if (!isTie(item)) return isolate(titleOf(item));
  return word("tie_of", { a: isolate(item.left.name), b: isolate(item.right.name) });
}

/** @param {Item} item */
export function sayKind(item) {
  if (isOrganisation(item)) return term("types", item.type);
  if (isPartnership(item)) return `${word("partnership")}, ${term("kinds", item.kind)}`;
  return word(isTie(item) ? "tie" : "document");
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
export function sayMembers(partnership) {
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

/** @param {Tie} tie */
export function whyPair({ left, right }) {
  return word("why_link_pair", namesOf(left, right));
}

/**
 * Say a role, and how sure it is where it is not stated: a list without that would promise too
 * much.
 *
 * @param {{ role: string, certainty: Certainty }} member
 * @param {Certainty[]} others what must hold too
 */
export function sayRole({ role, certainty }, ...others) {
  const sure = others.reduce(leastSure, certainty);
  const doubt = sure === "high" ? [] : [word(`certainty_${sure}`)];
  return [term("roles", role), ...doubt].join(", ");
}
