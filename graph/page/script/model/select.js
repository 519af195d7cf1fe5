/**
 * What the filters keep of the partnerships and their members: graph/select/selection.py.
 *
 * @import { Choices } from "./choices.js"
 * @import { Keeps } from "./keep.js"
 * @import { Data, Group, Member, Organisation, Partnership } from "./records.js"
 */

import { listGiven } from "./choices.js";
import { foldMembers, outermost } from "./fold.js";
import { makeTests } from "./keep.js";
import { listWithin } from "./regions.js";

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
  const all = fold ? foldMembers(partnership.members) : partnership.members;
  const kept = all.filter(
    (member) => keeps.memberships(member) && keeps.organisations(member.organisation),
  );
  const narrowed = kept.length < all.length ? cutMembers(partnership, kept) : partnership;
  const members = kept.map((member) => cite(member, keeps));
  const groups = partnership.groups.filter(keeps.groups).map((group) => cite(group, keeps));
  return cite({ ...narrowed, members, groups }, keeps);
}

/**
 * Leave the passages of the documents that count.
 *
 * @template {Group | Member | Partnership} T
 * @param {T} one
 * @param {Keeps} keeps
 * @returns {T}
 */
function cite(one, { sources }) {
  const evidence = one.evidence.filter(([place]) => sources(place));
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
