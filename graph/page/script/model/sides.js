/**
 * Two selections side by side: what is in one, in the other, in both, and of what that is not
 * known: graph/query/sides.py.
 *
 * @import { Choices } from "./choices.js"
 * @import { Ran } from "./lifetimes.js"
 * @import { MembershipLine } from "./lines.js"
 * @import { Part } from "./part.js"
 * @import { Data, Group, Mark, Organisation, Partnership, Tie } from "./records.js"
 */

import { makeChoices } from "./choices.js";
import { largestFirst, listComponents } from "./components.js";
import { findLifetime, ranIn } from "./lifetimes.js";
import { listMembershipLines } from "./lines.js";
import { keepPart } from "./part.js";
import { readPeriod } from "./period.js";

/** @typedef {"left" | "both" | "right" | "not known"} Where */

/** @typedef {{ left: Partial<Choices>, right: Partial<Choices> }} Sides what each side asks for */

/** @type {Where[]} */
export const wheres = ["left", "both", "right", "not known"];

/**
 * @typedef {object} Compared one selection; they differ where a period is asked for
 * @property {Part} certain what is in it
 * @property {Part} possible what can be in it
 */

/**
 * @template T
 * @typedef {object} Held whether something is in either selection
 * @property {T} thing
 * @property {Ran} left
 * @property {Ran} right
 * @property {Where} where
 */

/**
 * @typedef {object} Comparison
 * @property {Compared} left
 * @property {Compared} right
 * @property {Map<string, Held<Organisation>>} organisations those that take part, by ref
 * @property {Map<string, Held<Partnership>>} partnerships
 * @property {Map<string, Held<Group>>} groups those that take part
 * @property {Map<string, Held<MembershipLine>>} memberships
 * @property {Map<string, Held<Tie>>} ties
 * @property {Organisation[][][]} splits
 * @property {Set<string>} apart refs of what is no longer connected with the largest part
 */

/**
 * @typedef {object} Feature something that either has so many of, each at least and at most
 * @property {string} list
 * @property {string} id
 * @property {[least: number, most: number]} left
 * @property {[least: number, most: number]} right
 */

/** What two selections are made of, in the order of answers. */
const featureLists = ["types", "themes", "kinds", "sizes", "roles"];

/**
 * Compare two selections of the same data. Who is only mentioned is in none.
 *
 * @param {Data} data
 * @param {Choices} leftChoices
 * @param {Choices} rightChoices
 * @returns {Comparison}
 */
export function compareChoices(data, leftChoices, rightChoices) {
  const [left, right] = [keepCompared(data, leftChoices), keepCompared(data, rightChoices)];
  const sides = { left, right };
  const splits = findSplits(sides);
  return {
    splits,
    apart: new Set(splits.flatMap(([, ...others]) => others.flat().map(({ ref }) => ref))),
    left,
    right,
    organisations: holdBoth(sides, ({ memberships }) => memberships.keys()),
    partnerships: holdBoth(sides, ({ partnerships }) => partnerships),
    groups: holdBoth(sides, ({ partnershipsOf }) => partnershipsOf.keys()),
    memberships: holdBoth(sides, (part) =>
      listMembershipLines(part).filter(({ member }) => "organisation" in member),
    ),
    ties: holdBoth(sides, ({ ties }) => ties.values()),
  };
}

/**
 * Find what is connected in the left selection and falls apart in the right one.
 *
 * @param {Pick<Comparison, "left" | "right">} sides
 * @returns {Organisation[][][]} of each component that falls apart the parts, largest first
 */
function findSplits({ left, right }) {
  const after = listComponents(right.certain);
  return listComponents(left.certain)
    .sort(largestFirst)
    .map((component) => {
      const there = new Set(component);
      const parts = after.map((part) => part.filter((one) => there.has(one)));
      return parts.filter(({ length }) => length).sort(largestFirst);
    })
    .filter(({ length }) => length > 1);
}

/**
 * @param {Data} data
 * @param {Choices} choices
 * @returns {Compared}
 */
function keepCompared(data, choices) {
  const when = readPeriod(choices.period);
  if (!when) {
    const part = keepPart(data, choices);
    return { certain: part, possible: part };
  }
  const { period, undated } = makeChoices(data.filters);
  const ran = new Map(
    data.partnerships.map((one) => [one, ranIn(findLifetime(one, data.sources), when)]),
  );
  const keep = (/** @type {Ran[]} */ ...wanted) => {
    const partnerships = data.partnerships.filter((one) =>
      wanted.includes(/** @type {Ran} */ (ran.get(one))),
    );
    return keepPart({ ...data, partnerships }, { ...choices, period, undated });
  };
  return { certain: keep("yes"), possible: keep("yes", "not known") };
}

/**
 * Find of everything that can be in one of two selections in which it is.
 *
 * @template {{ ref: string }} T
 * @param {Pick<Comparison, "left" | "right">} sides
 * @param {(part: Part) => Iterable<T>} list
 * @returns {Map<string, Held<T>>} by ref
 */
export function holdBoth({ left, right }, list) {
  const [one, other] = [askSide(left, list), askSide(right, list)];
  const things = [...list(left.possible), ...list(right.possible)];
  return new Map(
    things.map((thing) => {
      const ran = { left: one(thing), right: other(thing) };
      return [thing.ref, { thing, ...ran, where: whereIs(ran) }];
    }),
  );
}

/**
 * @template {{ ref: string }} T
 * @param {Compared} side
 * @param {(part: Part) => Iterable<T>} list
 * @returns {(thing: T) => Ran}
 */
function askSide({ certain, possible }, list) {
  const refsOfPart = (/** @type {Part} */ part) => new Set([...list(part)].map(({ ref }) => ref));
  const [sure, may] = [refsOfPart(certain), refsOfPart(possible)];
  return ({ ref }) => (sure.has(ref) ? "yes" : may.has(ref) ? "not known" : "no");
}

/**
 * @param {{ left: Ran, right: Ran }} ran
 * @returns {Where} not known where that of one side is not known
 */
function whereIs({ left, right }) {
  if (left === "not known" || right === "not known") return "not known";
  if (left === right) return "both";
  return left === "yes" ? "left" : "right";
}

/**
 * Find in which selection a mark is; null for what is in neither.
 *
 * @param {Comparison} comparison
 * @param {Mark} mark
 */
export function findWhere({ groups, organisations, partnerships }, { ref }) {
  const held = organisations.get(ref) ?? partnerships.get(ref) ?? groups.get(ref);
  return held?.where ?? null;
}

/**
 * Count what two selections are made of.
 *
 * @param {Pick<Comparison, "left" | "right">} comparison
 * @returns {Feature[]}
 */
export function listFeatures({ left, right }) {
  const [sure, may, otherSure, otherMay] = [left, right]
    .flatMap(({ certain, possible }) => [certain, possible])
    .map(countFeatures);
  return [...new Set([...may.keys(), ...otherMay.keys()])]
    .map((key) => {
      const [list, ...rest] = key.split(":");
      const count = (/** @type {Map<string, number>} */ counts) => counts.get(key) ?? 0;
      return /** @type {Feature} */ ({
        list,
        id: rest.join(":"),
        left: [count(sure), count(may)],
        right: [count(otherSure), count(otherMay)],
      });
    })
    .sort(inFeatureOrder);
}

/**
 * @param {Part} part
 * @returns {Map<string, number>} by list and id, with a colon between
 */
function countFeatures({ memberships, narrowed }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const add = (/** @type {string} */ list, /** @type {string | number} */ id) =>
    counts.set(`${list}:${id}`, (counts.get(`${list}:${id}`) ?? 0) + 1);
  for (const { types } of memberships.keys()) for (const type of types) add("types", type);
  for (const { kind, members, themes } of narrowed.values()) {
    for (const theme of themes) add("themes", theme);
    add("kinds", kind);
    add("sizes", members.length);
    for (const { role } of members) add("roles", role);
  }
  return counts;
}

/**
 * By list, then by id; sizes are numbers.
 *
 * @param {Feature} one
 * @param {Feature} two
 */
function inFeatureOrder(one, two) {
  const lists = featureLists.indexOf(one.list) - featureLists.indexOf(two.list);
  if (lists) return lists;
  return one.list === "sizes" ? Number(one.id) - Number(two.id) : one.id < two.id ? -1 : 1;
}
