/**
 * What is said of a record: as the filters leave it, or where it falls outside, as the whole data
 * have it.
 *
 * @import { Group, Item, Mark, Organisation, Partnership, Source } from "./model/records.js"
 */

import { whole } from "./data.js";
import { findGroupPartners } from "./model/groups.js";
import { holds } from "./model/part.js";
import { whoOf } from "./model/records.js";
import { state } from "./state.js";

/** @param {Item} item */
export function scopeOf(item) {
  return holds(state.part, item) ? state.part : whole;
}

/** @param {Partnership} partnership */
export function seen(partnership) {
  return scopeOf(partnership).narrowed.get(partnership) ?? partnership;
}

/** @param {Organisation} organisation */
export function membershipsOf(organisation) {
  return scopeOf(organisation).memberships.get(organisation) ?? [];
}

/** @param {Organisation} organisation */
export function tiesOf(organisation) {
  return scopeOf(organisation).tiesOf.get(organisation) ?? [];
}

/** @param {Partnership} partnership */
export function sizeOf(partnership) {
  return seen(partnership).members.length;
}

/** @param {Group} group */
export function partnershipsOf(group) {
  return scopeOf(group).partnershipsOf.get(group) ?? [];
}

/**
 * List the groups that take part in what an organisation takes part in.
 *
 * @param {Organisation} organisation
 */
export function groupPartnersOf(organisation) {
  return findGroupPartners(scopeOf(organisation), organisation);
}

/**
 * List the relations that something is an end of.
 *
 * @param {Mark} mark
 */
export function relationsOf(mark) {
  const { relations } = scopeOf(mark);
  return [...relations.values()].filter(({ origin, target }) => [origin, target].includes(mark));
}

/**
 * List the partnerships in which an organisation or a group is wanted, and was not asked yet.
 *
 * @param {Organisation | Group} mark
 * @returns {Partnership[]}
 */
export function wishedIn(mark) {
  return [...scopeOf(mark).narrowed]
    .filter(([, { wished, wishedGroups }]) =>
      [...wished, ...wishedGroups].some((one) => whoOf(one) === mark),
    )
    .map(([partnership]) => partnership);
}

/**
 * List what hampers, as a document tells it.
 *
 * @param {Source} source
 */
export function barriersIn(source) {
  return scopeOf(source).barriers.get(source) ?? [];
}

/**
 * List what hampers in a region, as far as the filters keep it.
 *
 * @param {string} region
 */
export function barriersInRegion(region) {
  return state.part.regionBarriers.get(region) ?? [];
}

/**
 * List the partnerships that rest on a document, as far as the filters keep them.
 *
 * @param {Source} source
 */
export function supportedBy(source) {
  const { partnerships: kept } = scopeOf(source);
  return source.partnerships.filter((partnership) => kept.has(partnership));
}
