/**
 * The part of the data that the filters keep: what map, panel, sheets and legend speak of.
 *
 * @import { Choices } from "./choices.js"
 * @import {
 *   Barrier,
 *   Data,
 *   Group,
 *   Item,
 *   Member,
 *   Organisation,
 *   Partnership,
 *   Relation,
 *   Source,
 *   Tie,
 * } from "./records.js"
 */

import { listGiven, makeChoices } from "./choices.js";
import { makeTests } from "./keep.js";
import { isGroup, isOrganisation, isPartnership, isRelation, isTie } from "./records.js";
import { projectTies } from "./project.js";
import { keepGroups, keepRelations } from "./relations.js";
import {
  cutMembers,
  listApart,
  narrowBarriers,
  narrowInRegions,
  selectPartnerships,
} from "./select.js";

/** @typedef {{ partnership: Partnership, member: Member }} Membership */

/**
 * @typedef {object} Part
 * @property {Set<Organisation>} organisations
 * @property {Set<Partnership>} partnerships
 * @property {Set<Group>} groups
 * @property {Map<string, Relation>} relations by ref
 * @property {Set<Source>} sources
 * @property {Map<Source, Barrier[]>} barriers what hampers, as each document tells it
 * @property {Map<string, Barrier[]>} regionBarriers what hampers in a region, by its id
 * @property {Map<Partnership, Partnership>} narrowed each partnership as the filters leave it
 * @property {Map<string, Tie>} ties by ref
 * @property {Map<Organisation, Membership[]>} memberships
 * @property {Map<Organisation, Tie[]>} tiesOf
 * @property {Map<Group, Partnership[]>} partnershipsOf those in which each group takes part
 */

/**
 * Keep what the filters ask for, and the ties that follow.
 *
 * A least weight of ties comes last: it keeps the ties that have it just as they are, the
 * organisations in them, and the partnerships that these share. It is never below that of the data:
 * what two organisations share below it is no tie there.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @returns {Part}
 */
export function keepPart(data, choices) {
  const narrowed = selectPartnerships(data, choices);
  const ties = projectTies(narrowed, data.organisations.length, data.compound);
  const weight = Math.max(makeChoices(data.filters).weight, choices.weight);
  if (weight > 1) return keepStrong(data, { ...choices, weight }, narrowed, ties);
  const active = new Set(listApart(data, choices));
  for (const { members } of narrowed.values()) {
    for (const { organisation } of members) active.add(organisation);
  }
  return makePart(data, choices, narrowed, ties, active);
}

/**
 * @param {Data} data
 * @param {Choices} choices
 * @param {Map<Partnership, Partnership>} narrowed
 * @param {Map<string, Tie>} ties
 */
function keepStrong(data, choices, narrowed, ties) {
  const strong = [...ties.values()].filter(({ shared }) => shared.length >= choices.weight);
  const active = new Set(strong.flatMap(({ left, right }) => [left, right]));
  const shared = new Set(strong.flatMap((tie) => tie.shared));
  const kept = new Map();
  for (const [partnership, one] of narrowed) {
    if (!shared.has(partnership)) continue;
    const members = one.members.filter(({ organisation }) => active.has(organisation));
    kept.set(partnership, members.length < one.members.length ? cutMembers(one, members) : one);
  }
  return makePart(data, choices, kept, new Map(strong.map((tie) => [tie.ref, tie])), active);
}

/**
 * @param {Data} data
 * @param {Choices} choices
 * @param {Map<Partnership, Partnership>} narrowed
 * @param {Map<string, Tie>} ties
 * @param {Set<Organisation>} active
 * @returns {Part}
 */
function makePart(data, choices, narrowed, ties, active) {
  const given = listGiven(data.filters, choices);
  const keeps = makeTests(given, choices, data);
  const sources = data.sources.filter(({ number }) => keeps.sources(number));
  const relations = keepRelations(data, choices, keeps, active, narrowed);
  return {
    organisations: new Set(data.organisations.filter((one) => active.has(one))),
    partnerships: new Set(narrowed.keys()),
    groups: new Set(
      given.length ? keepGroups(data, narrowed.values(), relations.values()) : data.groups,
    ),
    relations,
    sources: new Set(sources),
    barriers: new Map(sources.map((one) => [one, narrowBarriers(one.barriers, keeps)])),
    regionBarriers: given.length
      ? narrowInRegions(data, narrowed.values(), keeps)
      : data.regionBarriers,
    narrowed,
    ties,
    memberships: listMemberships(narrowed),
    tiesOf: listTies(ties),
    partnershipsOf: listByGroup(narrowed),
  };
}

/** @param {Map<Partnership, Partnership>} narrowed */
function listMemberships(narrowed) {
  /** @type {Map<Organisation, Membership[]>} */
  const found = new Map();
  for (const [partnership, { members }] of narrowed) {
    for (const member of members) append(found, member.organisation, { partnership, member });
  }
  return found;
}

/** @param {Map<Partnership, Partnership>} narrowed */
function listByGroup(narrowed) {
  /** @type {Map<Group, Partnership[]>} */
  const found = new Map();
  for (const [partnership, { groups }] of narrowed) {
    for (const { group } of groups) append(found, group, partnership);
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
  if (isRelation(item)) return part.relations.has(item.ref);
  if (isOrganisation(item)) return part.organisations.has(item);
  if (isGroup(item)) return part.groups.has(item);
  return isPartnership(item) ? part.partnerships.has(item) : part.sources.has(item);
}
