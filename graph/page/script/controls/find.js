/**
 * Search over names, other names, partnerships, groups and documents.
 *
 * @import { Mark, Organisation, Source } from "../model/records.js"
 */

import { groups, organisations, partnerships, sources } from "../data.js";
import { language, term } from "../language.js";
import { matchScore, nearScore, simplify } from "../model/matching.js";
import { isOrganisation } from "../model/records.js";
import { titleOf } from "../phrases.js";
import { tiesOf } from "../scope.js";

/**
 * @typedef {object} Entry a text under which something is found
 * @property {Mark | Source} record
 * @property {string} text
 * @property {string} simple the text, as it is compared
 * @property {"name" | "alias" | "type"} by
 */

/** @typedef {Entry & { score: number, near: boolean }} Found near where it is not quite the same */

const byText = new Intl.Collator();

/**
 * @param {Mark | Source} record
 * @param {string} text
 * @param {Entry["by"]} by
 * @returns {Entry}
 */
function makeEntry(record, text, by) {
  return { record, text, simple: simplify(text), by };
}

const entries = [
  ...organisations.flatMap((record) => [
    makeEntry(record, record.name, "name"),
    ...record.aliases.map(([text]) => makeEntry(record, text, "alias")),
  ]),
  ...[...partnerships, ...groups, ...sources].map((record) =>
    makeEntry(record, titleOf(record), "name"),
  ),
];

/**
 * By language: the word for a type finds its organisations too.
 *
 * @type {Map<string, Entry[]>}
 */
const typeEntries = new Map();

function listEntries() {
  const byType =
    typeEntries.get(language) ??
    organisations.map((record) => makeEntry(record, term("types", record.type), "type"));
  typeEntries.set(language, byType);
  return [...entries, ...byType];
}

/**
 * Find what a question may mean, the best first; what is near it only where nothing matches.
 *
 * @param {string} question
 * @returns {Found[]}
 */
export function findRecords(question) {
  const wanted = simplify(question);
  if (!wanted) return [];
  const matches = scoreEntries(wanted, matchScore, false);
  return matches.length ? matches : scoreEntries(wanted, nearScore, true);
}

/**
 * @param {string} wanted
 * @param {(name: string, wanted: string) => number | null} measure
 * @param {boolean} near
 * @returns {Found[]}
 */
function scoreEntries(wanted, measure, near) {
  /** @type {Map<Mark | Source, Found>} */
  const best = new Map();
  const scores = new Map(); // many are of one type, and of one name
  for (const entry of listEntries()) {
    const { record, simple } = entry;
    if (!scores.has(simple)) scores.set(simple, measure(simple, wanted));
    const score = scores.get(simple);
    if (score === null) continue;
    const known = best.get(record);
    const better = !known || (score < known.score && entry.by !== "type");
    if (better) best.set(record, { ...entry, score, near });
  }
  return [...best.values()].sort(byRank);
}

/**
 * @param {Found} one
 * @param {Found} two
 */
function byRank(one, two) {
  return (
    Number(one.by === "type") - Number(two.by === "type") ||
    one.score - two.score ||
    orderOf(one) - orderOf(two) ||
    countTies(two) - countTies(one) ||
    byText.compare(one.text, two.text)
  );
}

/** @param {Found} found */
function orderOf({ record }) {
  return "opgs".indexOf(record.ref[0]);
}

/** @param {Found} found */
function countTies({ record }) {
  return isOrganisation(record) ? tiesOf(record).length : 0;
}

/**
 * Find the organisation that a text means.
 *
 * @param {string} text
 * @returns {Organisation | null}
 */
export function findOrganisation(text) {
  const wanted = simplify(text);
  if (!wanted) return null;
  const same = organisations.find((one) => simplify(one.name.slice(0, 200)) === wanted);
  return (
    same ??
    findRecords(text)
      .map(({ record }) => record)
      .find(isOrganisation) ??
    null
  );
}
