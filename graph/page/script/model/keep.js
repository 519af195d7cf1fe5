/**
 * What each filter keeps, by its name: all else that there is to say of a filter stands in the
 * list of graph/select/filters.py.
 *
 * @import { FilterBlock } from "./block.js"
 * @import { Choices } from "./choices.js"
 * @import {
 *   Barrier,
 *   Data,
 *   Member,
 *   Organisation,
 *   Partnership,
 *   Party,
 *   Passage,
 *   Relation,
 * } from "./records.js"
 */

import { sureEnough } from "./certainty.js";
import { mayOverlap, readPeriod } from "./period.js";
import { listAround } from "./regions.js";

/**
 * @typedef {object} Keeps what filters keep of each kind of thing
 * @property {(partnership: Partnership) => boolean} partnerships
 * @property {(organisation: Organisation) => boolean} organisations
 * @property {(member: Member) => boolean} memberships
 * @property {(party: Party) => boolean} groups
 * @property {(relation: Relation) => boolean} relations
 * @property {(barrier: Barrier) => boolean} barriers
 * @property {(source: number) => boolean} sources
 * @property {(passage: Passage) => boolean} passages
 */

/**
 * The ids that a thing has in the filters that take ids; it is kept for any of them.
 *
 * @type {Record<string, (thing: any, data: Data) => string[]>}
 */
const idsBy = {
  regions: ({ regions }, { regionsWithin }) =>
    regions.flatMap((/** @type {string} */ id) => listAround(regionsWithin, id)),
  themes: ({ themes }) => themes,
  kinds: ({ kind }) => [kind],
  types: ({ types }) => types,
  roles: ({ role }) => [role],
  withoutRoles: ({ role }) => [role],
  sources: ({ evidence }, { sources }) =>
    evidence.map((/** @type {number[]} */ [place]) => sources[place].key),
};

/**
 * What is asked of other things than those that a filter narrows, or by other values than ids.
 *
 * @type {Record<string, (choices: Choices, data: Data) => Partial<Keeps>>}
 */
const keepsBy = {
  withoutRoles: ({ withoutRoles }) => ({
    groups: ({ role }) => !withoutRoles.includes(role),
  }),
  period: ({ period, undated }) => {
    const between = readPeriod(period);
    const mayRun = (/** @type {Partnership | Relation} */ one) => {
      const own = one.period && readPeriod(one.period);
      return own && between ? mayOverlap(own, between) : undated;
    };
    return { partnerships: mayRun, relations: mayRun };
  },
  sources: (choices, { sources }) => {
    const cited = (/** @type {number} */ place) => choices.sources.includes(sources[place].key);
    const { partnerships: _, ...said } = keepSaid(([place]) => cited(place));
    return { ...said, sources: cited };
  },
  withoutOrganisations: ({ withoutOrganisations }) => ({
    memberships: ({ organisation }) => !withoutOrganisations.includes(organisation.key),
  }),
  withoutSources: ({ withoutSources }, { sources }) => {
    const cited = (/** @type {number} */ place) => !withoutSources.includes(sources[place].key);
    return { ...keepSaid(([place]) => cited(place)), sources: cited };
  },
  withoutPassages: ({ withoutPassages }, { sources }) =>
    keepSaid(([place, line]) => !withoutPassages.includes(`${sources[place].key}:${line}`)),
  certainty: ({ certainty: least }) => {
    const isSure = (/** @type {Partnership | Relation | Barrier} */ { certainty }) =>
      sureEnough(certainty, least);
    const takesPart = (/** @type {Member | Party} */ { sure }) => sureEnough(sure, least);
    return {
      partnerships: isSure,
      memberships: takesPart,
      groups: takesPart,
      relations: isSure,
      barriers: isSure,
    };
  },
};

/**
 * Keep what a passage that counts says; a membership without one rests on those of all.
 *
 * @param {(passage: Passage) => boolean} counts
 */
function keepSaid(counts) {
  const isSaid = (/** @type {Partnership | Member | Party} */ { evidence }) =>
    !evidence.length || evidence.some(counts);
  return { partnerships: isSaid, memberships: isSaid, groups: isSaid, passages: counts };
}

/**
 * List the ids that a thing has in a filter, each once.
 *
 * @param {string} name of the filter
 * @param {Partnership | Organisation | { role: string }} thing
 * @param {Data} data
 * @returns {string[]}
 */
export function idsOf(name, thing, data) {
  return [...new Set(idsBy[name](thing, data))];
}

/**
 * Make one test a kind of thing from several filters.
 *
 * @param {FilterBlock[]} filters
 * @param {Choices} choices
 * @param {Data} data
 * @returns {Keeps}
 */
export function makeTests(filters, choices, data) {
  const all = filters.flatMap((one) => [
    makeIdTest(one, choices, data),
    keepsBy[one.name]?.(choices, data),
  ]);
  const join = (/** @type {keyof Keeps} */ kind) => {
    const tests = /** @type {((thing: any) => boolean)[]} */ (
      all.map((keeps) => keeps?.[kind]).filter(Boolean)
    );
    return (/** @type {any} */ thing) => tests.every((test) => test(thing));
  };
  return {
    partnerships: join("partnerships"),
    organisations: join("organisations"),
    memberships: join("memberships"),
    groups: join("groups"),
    relations: join("relations"),
    barriers: join("barriers"),
    sources: join("sources"),
    passages: join("passages"),
  };
}

/**
 * @param {FilterBlock} filter
 * @param {Choices} choices
 * @param {Data} data
 * @returns {Partial<Keeps>}
 */
function makeIdTest({ name, narrows, without }, choices, data) {
  if (!idsBy[name]) return {};
  const wanted = new Set(choices[name]);
  const test = (/** @type {any} */ thing) =>
    idsBy[name](thing, data).some((id) => wanted.has(id)) !== without;
  return { [narrows]: test };
}
