/**
 * What is said of a record: as the filters leave it, or where it falls outside, as the whole data
 * have it.
 *
 * @import { Item, Organisation, Partnership, Source } from "./model/records.js"
 */

import { whole } from "./data.js";
import { holds } from "./model/part.js";
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

/**
 * List the partnerships that rest on a document, as far as the filters keep them.
 *
 * @param {Source} source
 */
export function supportedBy(source) {
  const { partnerships: kept } = scopeOf(source);
  return source.partnerships.filter((partnership) => kept.has(partnership));
}
