/**
 * What the filters keep of the partnerships and their members: graph/select/selection.py.
 *
 * @import { Choices } from "./choices.js"
 * @import { Keeps } from "./keep.js"
 * @import {
 *   Barrier,
 *   Data,
 *   Member,
 *   Organisation,
 *   Partnership,
 *   Party,
 *   Relation,
 * } from "./records.js"
 */

import { listGiven } from "./choices.js";
import { foldMembers, outermost } from "./fold.js";
import { makeTests } from "./keep.js";
import { listAround, listWithin } from "./regions.js";

/**
 * Keep what the filters ask for.
 *
 * Filters on partnerships keep them whole; filters on members keep memberships; a role left out
 * never takes a partnership away.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @returns {Map<Partnership, Partnership>} each that is kept, and how the filters leave it
 */
export function selectPartnerships(data, choices) {
  const given = listGiven(data.filters, choices);
  const asking = given.some(({ asks }) => asks);
  const tests = makeTests(given, choices, data);
  const kept = new Map();
  for (const partnership of data.partnerships) {
    if (!tests.partnerships(partnership)) continue;
    const narrowed = narrowMembers(partnership, tests, choices.fold);
    if (narrowed.members.length || !asking) kept.set(partnership, narrowed);
  }
  if (given.some(({ name }) => name === "everyRegion")) {
    keepInEvery(kept, choices.regions, data.regionsWithin);
  }
  return kept;
}

/**
 * @param {Partnership} partnership
 * @param {Keeps} keeps
 * @param {boolean} fold whether units count as their parent
 * @returns {Partnership}
 */
function narrowMembers(partnership, keeps, fold) {
  const foldAll = (/** @type {Member[]} */ members) => (fold ? foldMembers(members) : members);
  const isKept = (/** @type {Member} */ member) =>
    keeps.memberships(member) && keeps.organisations(member.organisation);
  const narrowGroups = (/** @type {Party[]} */ groups) =>
    groups.filter(keeps.groups).map((one) => cite(one, keeps));
  const all = foldAll(partnership.members);
  const kept = all.filter(isKept);
  const narrowed = kept.length < all.length ? cutMembers(partnership, kept) : partnership;
  const parts = {
    members: kept.map((member) => cite(member, keeps)),
    groups: narrowGroups(partnership.groups),
    wished: foldAll(partnership.wished)
      .filter(isKept)
      .map((member) => cite(member, keeps)),
    wishedGroups: narrowGroups(partnership.wishedGroups),
    barriers: narrowBarriers(partnership.barriers, keeps),
  };
  return cite({ ...narrowed, ...parts }, keeps);
}

/**
 * Keep what hampers, as far as the documents that count tell it.
 *
 * @param {Barrier[]} barriers
 * @param {Keeps} keeps
 */
export function narrowBarriers(barriers, keeps) {
  return barriers
    .filter(keeps.barriers)
    .map((one) => cite(one, keeps))
    .filter(({ evidence }) => evidence.length);
}

/**
 * Keep what hampers in the regions in which a partnership is left, or around these.
 *
 * @param {Data} data
 * @param {Iterable<Partnership>} partnerships those that are left
 * @param {Keeps} keeps
 * @returns {Map<string, Barrier[]>}
 */
export function narrowInRegions({ regionBarriers, regionsWithin }, partnerships, keeps) {
  const used = new Set([...partnerships].flatMap(({ regions }) => regions));
  const near = new Set([...used].flatMap((id) => listAround(regionsWithin, id)));
  return new Map(
    [...regionBarriers]
      .filter(([id]) => near.has(id))
      .map(([id, barriers]) => [id, narrowBarriers(barriers, keeps)]),
  );
}

/**
 * Leave the passages of the documents that count.
 *
 * @template {Barrier | Member | Partnership | Party | Relation} T
 * @param {T} one
 * @param {Keeps} keeps
 * @returns {T}
 */
export function cite(one, { passages }) {
  const evidence = one.evidence.filter(passages);
  return evidence.length < one.evidence.length ? { ...one, evidence } : one;
}

/**
 * Leave some members of a partnership: it no longer counts as known completely.
 *
 * @param {Partnership} partnership
 * @param {Member[]} members those that are left
 * @returns {Partnership}
 */
export function cutMembers(partnership, members) {
  return { ...partnership, members, known: members.length ? "some" : "none", cut: true };
}

/**
 * Keep only organisations that take part in something in each of the regions, and what they share.
 *
 * @param {Map<Partnership, Partnership>} kept is changed
 * @param {string[]} regions
 * @param {Map<string, string | null>} regionsWithin
 */
function keepInEvery(kept, regions, regionsWithin) {
  const active = regions.map((region) => {
    const within = listWithin(regionsWithin, [region]);
    const there = [...kept.values()].filter((one) => one.regions.some((id) => within.has(id)));
    return new Set(there.flatMap((one) => one.members.map(({ organisation }) => organisation)));
  });
  for (const [partnership, narrowed] of kept) {
    const members = narrowed.members.filter(({ organisation }) =>
      active.every((found) => found.has(organisation)),
    );
    if (!members.length) kept.delete(partnership);
    else if (members.length < narrowed.members.length) {
      kept.set(partnership, cutMembers(narrowed, members));
    }
  }
}

/**
 * List who takes part in nothing in the whole data, and stays while no filter speaks of
 * partnerships, roles or ties: to which region or theme it belongs is not in the data.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @returns {Organisation[]}
 */
export function listApart(data, choices) {
  const given = listGiven(data.filters, choices);
  if (!given.every(({ narrows }) => ["organisations", "units"].includes(narrows))) return [];
  const { organisations: keeps } = makeTests(given, choices, data);
  const placed = data.partnerships.flatMap((one) =>
    one.members.map((member) => member.organisation),
  );
  const active = new Set(choices.fold ? placed.map(outermost) : placed);
  return data.organisations.filter(
    (organisation) =>
      !active.has(organisation) && !(choices.fold && organisation.partOf) && keeps(organisation),
  );
}
