/**
 * The answers of the page's model to many cases at once, as ids and numbers.
 *
 * @import { Choices } from "../../graph/page/script/model/choices.js"
 * @import { Barrier, Data, Member, Party, Passage } from "../../graph/page/script/model/records.js"
 * @import { Period } from "../../graph/page/script/model/period.js"
 * @import { Part } from "../../graph/page/script/model/part.js"
 * @import { Held } from "../../graph/page/script/model/sides.js"
 */

import { makeChoices } from "../../graph/page/script/model/choices.js";
import { findChange } from "../../graph/page/script/model/changes.js";
import { writeCell } from "../../graph/page/script/model/csv.js";
import { splitWithout, stepsFrom } from "../../graph/page/script/model/components.js";
import {
  formatDecimal,
  formatNumber,
  say,
  sayDate,
} from "../../graph/page/script/model/grammar.js";
import { findGroupPartners } from "../../graph/page/script/model/groups.js";
import { findLifetime, findTold } from "../../graph/page/script/model/lifetimes.js";
import { matchTo, nearTo, simplify } from "../../graph/page/script/model/matching.js";
import { keepPart } from "../../graph/page/script/model/part.js";
import { findPaths } from "../../graph/page/script/model/paths.js";
import { mayOverlap, readPeriod } from "../../graph/page/script/model/period.js";
import { countRegions } from "../../graph/page/script/model/region_counts.js";
import { readRecords } from "../../graph/page/script/model/records.js";
import { orderRegions } from "../../graph/page/script/model/regions.js";
import { compareChoices, listFeatures } from "../../graph/page/script/model/sides.js";
import { writeScalar } from "../../graph/page/script/model/scalars.js";
import { composeTypes, findCompany } from "../../graph/page/script/model/types.js";

/** @param {{ key: string }[] | Set<{ key: string }>} records */
function keysOf(records) {
  return [...records].map(({ key }) => key);
}

/** @param {Passage[]} evidence */
function placesOf(evidence) {
  return evidence.map(([source, line]) => [source, line]);
}

/** @param {Part} part */
function writeSelection(part) {
  return {
    organisations: keysOf(part.organisations),
    sources: keysOf(part.sources),
    partnerships: [...part.narrowed.values()].map((one) => ({
      key: one.key,
      known: one.known,
      groups: one.groups.map(writeParty),
      wished: one.wished.map(writeMember),
      wishedGroups: one.wishedGroups.map(writeParty),
      barriers: one.barriers.map(writeBarrier),
      evidence: placesOf(one.evidence),
      members: one.members.map(writeMember),
    })),
    groups: keysOf(part.groups),
    relations: [...part.relations.values()].map(({ key, origin, target, evidence }) => ({
      key,
      ends: [origin.key, target.key],
      evidence: placesOf(evidence),
    })),
    groupPartners: [...part.organisations].map((organisation) => ({
      organisation: organisation.key,
      groups: findGroupPartners(part, organisation).map(({ group, partnerships }) => ({
        key: group.key,
        partnerships: keysOf(partnerships),
      })),
    })),
    regionBarriers: [...part.regionBarriers]
      .filter(([, barriers]) => barriers.length)
      .map(([id, barriers]) => ({ id, barriers: barriers.map(writeBarrier) })),
    barriers: [...part.barriers.values()].map((barriers) => barriers.map(writeBarrier)),
  };
}

/** @param {Member} member */
function writeMember({ organisation, evidence, role, certainty, identity, roleCertainty, note }) {
  const doubts = { certainty, identity, roleCertainty };
  return { organisation: organisation.key, role, ...doubts, note, evidence: placesOf(evidence) };
}

/** @param {Party} party */
function writeParty({ group, role, certainty, evidence }) {
  return { key: group.key, role, certainty, evidence: placesOf(evidence) };
}

/** @param {Barrier} barrier */
function writeBarrier({ label, evidence }) {
  return { label, evidence: placesOf(evidence) };
}

/** @param {Part} part */
function writeTypes(part) {
  const company = findCompany(part);
  return [...part.narrowed.values()].map((one) => ({
    partnership: one.key,
    ...composeTypes(one, company),
  }));
}

/** @param {Part} part */
function writeTies(part) {
  return [...part.ties.values()].map(({ left, right, shared, sureness, newman, certainty }) => ({
    ends: [left.key, right.key],
    shared: keysOf(shared),
    sureness,
    newman,
    certainty,
  }));
}

/** @param {Part} part */
function writeParts(part) {
  return [...part.organisations].map((organisation) => ({
    organisation: organisation.key,
    component: keysOf([...stepsFrom(part, organisation, Infinity).keys()]).sort(),
    without: splitWithout(part, organisation).map(keysOf),
  }));
}

/**
 * @param {Part} part
 * @param {Data} data
 */
function writePaths(part, { organisations }) {
  return organisations.flatMap((from, place) =>
    organisations.slice(place + 1).map((to) => {
      const { count, outside, paths } = findPaths(part, { from, to });
      return {
        ends: [from.key, to.key],
        count,
        outside,
        paths: paths.map(({ stops, steps }) => ({
          stops: keysOf(stops),
          partnerships: keysOf(steps.map(({ partnership }) => partnership)),
          certainties: steps.map(({ certainty }) => certainty),
        })),
      };
    }),
  );
}

/**
 * @param {any} registry data block
 * @param {Partial<Choices>[]} selections
 */
function answer(registry, selections) {
  const data = readRecords(registry, []);
  return selections.map((selection) => {
    const part = keepPart(data, { ...makeChoices(data.filters), ...selection });
    return {
      ...writeSelection(part),
      types: writeTypes(part),
      ties: writeTies(part),
      parts: writeParts(part),
      paths: writePaths(part, data),
    };
  });
}

/**
 * @param {any} registry data block
 * @param {[Partial<Choices>, Partial<Choices>][]} pairs of selections
 */
function compare(registry, pairs) {
  const data = readRecords(registry, []);
  return pairs.map((pair) => {
    const [left, right] = pair.map((one) => ({ ...makeChoices(data.filters), ...one }));
    const comparison = compareChoices(data, left, right);
    return {
      organisations: writeHeld(comparison.organisations, ({ key }) => key),
      partnerships: writeHeld(comparison.partnerships, ({ key }) => key),
      ties: writeHeld(comparison.ties, (tie) => `${tie.left.key} ${tie.right.key}`),
      memberships: writeHeld(
        comparison.memberships,
        ({ left, right }) => `${left.key} ${right.key}`,
      ),
      splits: comparison.splits.map((parts) => parts.map(keysOf)),
      features: listFeatures(comparison),
    };
  });
}

/**
 * @template T
 * @param {Map<string, Held<T>>} held
 * @param {(thing: T) => string} keyOf
 */
function writeHeld(held, keyOf) {
  return Object.fromEntries(
    [...held.values()].map(({ thing, left, right, where }) => [
      keyOf(thing),
      { left, right, place: where },
    ]),
  );
}

/**
 * @param {any} registry data block
 * @param {Partial<Choices>[]} selections
 */
function countIn(registry, selections) {
  const data = readRecords(registry, []);
  return selections.map((selection) => {
    const { counts, without } = countRegions(data, { ...makeChoices(data.filters), ...selection });
    const said = [...counts].map(([id, one]) => [id, [one.partnerships, one.organisations]]);
    return { counts: Object.fromEntries(said), without };
  });
}

/**
 * @param {any} registry data block
 * @param {Partial<Choices>} selection
 * @param {[string, string][]} between
 */
function findChanges(registry, selection, between) {
  const data = readRecords(registry, []);
  const { narrowed } = keepPart(data, { ...makeChoices(data.filters), ...selection });
  const readMoment = (/** @type {string} */ text) => /** @type {Period} */ (readPeriod(text));
  const moments = between.map((pair) => pair.map(readMoment));
  return [...narrowed.values()].map((one) => {
    const lifetime = findLifetime(one, data.sources);
    const changes = moments.map(([before, after]) => findChange(lifetime, before, after));
    return { key: one.key, told: findTold(one, data.sources), lifetime, changes };
  });
}

Object.assign(globalThis, {
  conformance: {
    findChanges: (/** @type {any[]} */ cases) =>
      cases.map(({ registry, selection, between }) => findChanges(registry, selection, between)),
    answer: (/** @type {any[]} */ cases) =>
      cases.map(({ registry, selections }) => answer(registry, selections)),
    compare: (/** @type {any[]} */ cases) =>
      cases.map(({ registry, pairs }) => compare(registry, pairs)),
    countRegions: (/** @type {any[]} */ cases) =>
      cases.map(({ registry, selections }) => countIn(registry, selections)),
    readPeriods: (/** @type {string[]} */ texts) => texts.map(readPeriod),
    overlap: (/** @type {[string, string][]} */ pairs) =>
      pairs.map((pair) => {
        const [one, two] = pair.map(readPeriod);
        return one && two && mayOverlap(one, two);
      }),
    say: (/** @type {[any, any, any][]} */ texts) => texts.map((text) => say(...text)),
    sayDates: (/** @type {[string, any][]} */ dates) => dates.map((date) => sayDate(...date)),
    format: (/** @type {[number, any][]} */ numbers) =>
      numbers.map((one) => [formatNumber(...one), formatDecimal(...one)]),
    writeCells: (/** @type {any[]} */ values) => values.map(writeCell),
    writeScalars: (/** @type {string[]} */ texts) => texts.map(writeScalar),
    match: (/** @type {string} */ name, /** @type {string} */ question) => {
      const [one, two] = [simplify(name), simplify(question)];
      return { match: matchTo(two)(one), near: nearTo(two)(one) };
    },
    orderRegions: (/** @type {[any, string[]][]} */ cases) =>
      cases.map(([within, regions]) => orderRegions(new Map(Object.entries(within)), regions)),
  },
});
