/**
 * Search over names, other names, partnerships, groups, documents, themes, regions and kinds.
 *
 * @import { Score } from "../model/matching.js"
 * @import { Mark, Organisation, Source } from "../model/records.js"
 */

import { groups, listUsed, organisations, partnerships, sources, texts } from "../data.js";
import { language, term } from "../language.js";
import { matchTo, nearTo, simplify } from "../model/matching.js";
import { isOrganisation } from "../model/records.js";
import { titleOf } from "../phrases.js";
import { tiesOf } from "../scope.js";

/**
 * @typedef {object} Topic what is no record, and can be chosen in a filter
 * @property {string} ref
 * @property {string} filter its name
 * @property {string} id
 */

/** @typedef {Mark | Source | Topic} Known */

/**
 * @typedef {object} Entry a text under which something is found
 * @property {Known} record
 * @property {string} text
 * @property {string} simple the text, as it is compared
 * @property {string} about what helps to tell it from others, as it is compared
 * @property {"name" | "alias" | "type"} by
 */

/**
 * @typedef {Entry & { score: number, near: boolean, ties: number }} Found near where it is not
 *   quite the same
 */

const byText = new Intl.Collator();

/** @type {Topic[]} */
const topics = ["themes", "regions", "kinds"].flatMap((filter) =>
  listUsed(filter).map((id) => ({ ref: `w${filter}-${id}`, filter, id })),
);

/**
 * @param {Known} known
 * @returns {known is Topic}
 */
export function isTopic(known) {
  return "filter" in known;
}

/**
 * @param {Known} known
 * @returns {string}
 */
export function nameKnown(known) {
  return isTopic(known) ? term(known.filter, known.id) : titleOf(known);
}

/**
 * @param {Known} record
 * @param {string} text
 * @param {Entry["by"]} by
 * @param {string} [about]
 * @returns {Entry}
 */
function makeEntry(record, text, by, about = "") {
  return { record, text, simple: simplify(text), about: simplify(about), by };
}

/**
 * List the other words for a type, a kind or a theme.
 *
 * @param {string} list
 * @param {string} id
 */
function listSynonyms(list, id) {
  const own = texts.get(`${list}_also`)?.has(id);
  return own ? term(`${list}_also`, id).split(", ") : [];
}

/** @param {Organisation} record */
function listByName(record) {
  const { aliases, name, region, type } = record;
  const about = [term("types", type), region === null ? "" : term("regions", region)].join(" ");
  return [
    makeEntry(record, name, "name", about),
    ...aliases.map(([text]) => makeEntry(record, text, "alias", about)),
  ];
}

/** @param {Organisation} record */
function listByType(record) {
  const { type } = record;
  return [term("types", type), ...listSynonyms("types", type)].map((text) =>
    makeEntry(record, text, "type"),
  );
}

/** @param {Topic} topic */
function listByTopic(topic) {
  const others = listSynonyms(topic.filter, topic.id);
  return [
    makeEntry(topic, nameKnown(topic), "name"),
    ...others.map((text) => makeEntry(topic, text, "alias")),
  ];
}

/**
 * By language: the words for types and topics differ.
 *
 * @type {Map<string, Entry[]>}
 */
const entriesOf = new Map();

function listEntries() {
  const known = entriesOf.get(language) ?? [
    ...organisations.flatMap(listByName),
    ...[...partnerships, ...groups, ...sources].map((record) =>
      makeEntry(record, titleOf(record), "name"),
    ),
    ...topics.flatMap(listByTopic),
    ...organisations.flatMap(listByType),
  ];
  entriesOf.set(language, known);
  return known;
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
  const matches = scoreEntries(matchTo(wanted), false);
  return matches.length ? matches : scoreEntries(nearTo(wanted), true);
}

/**
 * @param {Score} measure
 * @param {boolean} near
 * @returns {Found[]}
 */
function scoreEntries(measure, near) {
  /** @type {Map<Known, Found>} */
  const best = new Map();
  const scores = new Map(); // many are of one type, and of one name
  for (const entry of listEntries()) {
    const { record, simple, about } = entry;
    const key = `${simple}|${about}`;
    if (!scores.has(key)) scores.set(key, measure(simple, about));
    const score = scores.get(key);
    if (score === null) continue;
    const known = best.get(record);
    const better = !known || (score < known.score && entry.by !== "type");
    if (better) best.set(record, { ...entry, score, near, ties: countTies(record) });
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
    rankOf(one) - rankOf(two) ||
    orderOf(one) - orderOf(two) ||
    two.ties - one.ties ||
    byText.compare(one.text, two.text)
  );
}

/**
 * A topic comes after who bears its name, and before who has it somewhere in theirs.
 *
 * @param {Found} found
 */
function rankOf({ record, score }) {
  return score + (isTopic(record) ? 2.5 : 0);
}

/** @param {Found} found */
function orderOf({ record }) {
  return "opgsw".indexOf(record.ref[0]);
}

/** @param {Known} record */
function countTies(record) {
  return isKnownOrganisation(record) ? tiesOf(record).length : 0;
}

/**
 * @param {Known} known
 * @returns {known is Organisation}
 */
function isKnownOrganisation(known) {
  return !isTopic(known) && isOrganisation(known);
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
      .find(isKnownOrganisation) ??
    null
  );
}
