/**
 * What the filters keep of the partnerships and their members: graph/select/selection.py.
 *
 * @import { Choices } from "./choices.js"
 * @import { Data, Member, Organisation, Partnership, Passage } from "./records.js"
 * @import { Period } from "./period.js"
 */

import { sureEnough } from "./certainty.js";
import { listNarrowing } from "./choices.js";
import { foldMembers, outermost } from "./fold.js";
import { mayOverlap, readPeriod } from "./period.js";
import { listWithin } from "./regions.js";

/**
 * @typedef {object} Derived what follows from the choices, for all partnerships alike
 * @property {Set<string>} within the regions and all that lie in them
 * @property {Period | null} between
 * @property {Set<number>} places of the documents that count; empty for all
 *
 * @typedef {Choices & Derived} Asked
 */

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
  const asked = {
    ...choices,
    within: listWithin(data.regionsWithin, choices.regions),
    between: readPeriod(choices.period),
    places: new Set(listCited(data, choices).map((source) => source.number)),
  };
  const kept = new Map();
  for (const partnership of data.partnerships) {
    if (!keepsPartnership(partnership, asked)) continue;
    const narrowed = narrowMembers(partnership, asked);
    if (narrowed.members.length || !(choices.types.length || choices.roles.length)) {
      kept.set(partnership, narrowed);
    }
  }
  if (choices.everyRegion && choices.regions.length > 1) {
    keepInEvery(kept, choices.regions, data.regionsWithin);
  }
  return kept;
}

/**
 * List the documents that are asked for; none where all count.
 *
 * @param {Data} data
 * @param {Choices} choices
 */
export function listCited({ sources }, choices) {
  return sources.filter(({ key }) => choices.sources.includes(key));
}

/**
 * @param {Partnership} partnership
 * @param {Asked} asked
 */
function keepsPartnership(partnership, { within, themes, kinds, certainty, places, ...asked }) {
  return (
    (!within.size || partnership.regions.some((id) => within.has(id))) &&
    isAmong(themes, partnership.themes) &&
    isAmong(kinds, [partnership.kind]) &&
    sureEnough(partnership.certainty, certainty) &&
    runsIn(partnership.period, asked) &&
    (!places.size || citing(partnership.evidence, places).length > 0)
  );
}

/**
 * @param {string[]} wanted all, where it is empty
 * @param {string[]} found
 */
function isAmong(wanted, found) {
  return !wanted.length || found.some((one) => wanted.includes(one));
}

/**
 * @param {string | null} text
 * @param {Pick<Asked, "between" | "undated">} asked
 */
function runsIn(text, { between, undated }) {
  if (!between) return true;
  const period = text && readPeriod(text);
  return period ? mayOverlap(period, between) : undated;
}

/**
 * @param {Passage[]} evidence
 * @param {Set<number>} places
 */
function citing(evidence, places) {
  return evidence.filter(([place]) => places.has(place));
}

/**
 * @param {Partnership} partnership
 * @param {Asked} asked
 * @returns {Partnership}
 */
function narrowMembers(partnership, asked) {
  const { fold, places, withoutRoles } = asked;
  const all = fold ? foldMembers(partnership.members) : partnership.members;
  const kept = all.filter((member) => keepsMember(member, asked));
  const narrowed = {
    ...partnership,
    members: kept,
    groups: partnership.groups.filter(([, , role]) => !withoutRoles.includes(role)),
    ...(kept.length < all.length && { known: knownAfter(kept), cut: true }),
  };
  if (!places.size) return narrowed;
  const members = kept.map((one) => ({ ...one, evidence: citing(one.evidence, places) }));
  return { ...narrowed, members, evidence: citing(narrowed.evidence, places) };
}

/**
 * @param {Member} member
 * @param {Asked} asked
 */
function keepsMember({ organisation, role, certainty: sure, evidence }, asked) {
  const { certainty, places, roles, types, withoutRoles } = asked;
  return (
    isAmong(types, [organisation.type]) &&
    isAmong(roles, [role]) &&
    !withoutRoles.includes(role) &&
    sureEnough(sure, certainty) &&
    (!places.size || !evidence.length || citing(evidence, places).length > 0)
  );
}

/**
 * A partnership that lost a member no longer counts as known completely.
 *
 * @param {Member[]} members those that are left
 * @returns {Partnership["known"]}
 */
function knownAfter(members) {
  return members.length ? "some" : "none";
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
      kept.set(partnership, { ...narrowed, members, known: knownAfter(members), cut: true });
    }
  }
}

/**
 * List who takes part in nothing in the whole data, and stays while no filter speaks of
 * partnerships or roles: to which region or theme it belongs is not in the data.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @returns {Organisation[]}
 */
export function listApart({ organisations, partnerships }, choices) {
  const others = ["types", "fold", "weight", "everyRegion"];
  if (listNarrowing(choices).some((name) => !others.includes(name))) return [];
  const { types, fold } = choices;
  const placed = partnerships.flatMap((one) => one.members.map((member) => member.organisation));
  const active = new Set(fold ? placed.map(outermost) : placed);
  return organisations.filter(
    (organisation) =>
      !active.has(organisation) &&
      !(fold && organisation.partOf) &&
      isAmong(types, [organisation.type]),
  );
}
