/**
 * The part of the data that the filters keep: what map, panel, sheets and legend speak of.
 *
 * @import { Choices } from "./choices.js"
 * @import { Data, Item, Member, Organisation, Partnership, Source, Tie } from "./records.js"
 */

import { isOrganisation, isPartnership, isTie } from "./records.js";
import { projectTies } from "./project.js";
import { listApart, listCited, selectPartnerships } from "./select.js";

/** @typedef {{ partnership: Partnership, member: Member }} Membership */

/**
 * @typedef {object} Part
 * @property {Set<Organisation>} organisations
 * @property {Set<Partnership>} partnerships
 * @property {Set<Source>} sources
 * @property {Map<Partnership, Partnership>} narrowed each partnership as the filters leave it
 * @property {Map<string, Tie>} ties by ref
 * @property {Map<Organisation, Membership[]>} memberships
 * @property {Map<Organisation, Tie[]>} tiesOf
 */

/**
 * Keep what the filters ask for, and the ties that follow.
 *
 * A least weight of ties keeps only what such a tie rests on; it recomputes nothing.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @returns {Part}
 */
export function keepPart(data, choices) {
  const narrowed = selectPartnerships(data, choices);
  let ties = projectTies(narrowed, data.organisations.length);
  let kept = new Set(narrowed.keys());
  let active = new Set(listApart(data, choices));
  for (const { members } of narrowed.values()) {
    for (const { organisation } of members) active.add(organisation);
  }
  if (choices.weight > 1) {
    ties = new Map([...ties].filter(([, tie]) => tie.shared.length >= choices.weight));
    active = new Set([...ties.values()].flatMap(({ left, right }) => [left, right]));
    const shared = new Set([...ties.values()].flatMap((tie) => tie.shared));
    kept = new Set([...kept].filter((partnership) => shared.has(partnership)));
  }
  return {
    organisations: new Set(data.organisations.filter((one) => active.has(one))),
    partnerships: kept,
    sources: new Set(choices.sources.length ? listCited(data, choices) : data.sources),
    narrowed,
    ties,
    memberships: listMemberships(kept, narrowed),
    tiesOf: listTies(ties),
  };
}

/**
 * @param {Iterable<Partnership>} kept
 * @param {Map<Partnership, Partnership>} narrowed
 */
function listMemberships(kept, narrowed) {
  /** @type {Map<Organisation, Membership[]>} */
  const found = new Map();
  for (const partnership of kept) {
    for (const member of membersOf({ narrowed }, partnership)) {
      append(found, member.organisation, { partnership, member });
    }
  }
  return found;
}

/** @param {Map<string, Tie>} ties */
function listTies(ties) {
  /** @type {Map<Organisation, Tie[]>} */
  const found = new Map();
  for (const tie of ties.values()) {
    append(found, tie.left, tie);
    append(found, tie.right, tie);
  }
  return found;
}

/**
 * @template K, V
 * @param {Map<K, V[]>} lists
 * @param {K} key
 * @param {V} value
 */
function append(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * List the members of a partnership that a part keeps; none where it does not keep it.
 *
 * @param {Pick<Part, "narrowed">} part
 * @param {Partnership} partnership
 * @returns {Member[]}
 */
export function membersOf({ narrowed }, partnership) {
  return narrowed.get(partnership)?.members ?? [];
}

/**
 * Tell whether a part keeps something.
 *
 * @param {Part} part
 * @param {Item} item
 */
export function holds(part, item) {
  if (isTie(item)) return part.ties.has(item.ref);
  if (isOrganisation(item)) return part.organisations.has(item);
  return isPartnership(item) ? part.partnerships.has(item) : part.sources.has(item);
}
