/**
 * Records as entries of the data file, each with an empty place for a passage.
 *
 * What a record does not say is left out.
 *
 * @import {
 *   Barrier,
 *   Data,
 *   Member,
 *   Organisation,
 *   Partnership,
 *   Party,
 *   Passage,
 *   Source,
 * } from "./records.js"
 * @import { Row } from "./block.js"
 */

import { writeScalar } from "./scalars.js";

const EMPTY = { source: "", line: "", quote: "" };

/**
 * @typedef {string | number | null | undefined | YamlList | YamlMap} Yaml
 *   an empty text is a place to fill
 * @typedef {Yaml[]} YamlList
 * @typedef {{ [key: string]: Yaml }} YamlMap
 */

/**
 * Write a map, a field a line.
 *
 * @param {YamlMap} map
 * @param {string} indent
 * @returns {string[]}
 */
function writeMap(map, indent) {
  return Object.entries(map).flatMap(([key, value]) => {
    const start = `${indent}${key}:`;
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.length ? [start, ...writeList(value, indent)] : [];
    if (typeof value === "object") return [start, ...writeMap(value, `${indent}  `)];
    return [value === "" ? start : `${start} ${writeValue(value)}`];
  });
}

/**
 * @param {YamlList} list
 * @param {string} indent
 */
function writeList(list, indent) {
  return list.flatMap((item) => {
    if (item === null || typeof item !== "object") return [`${indent}  - ${writeValue(item)}`];
    const lines = writeMap(/** @type {YamlMap} */ (item), `${indent}    `);
    return lines.map((line, place) => (place ? line : `${indent}  - ${line.trimStart()}`));
  });
}

/** @param {Yaml} value */
function writeValue(value) {
  return typeof value === "number" ? String(value) : writeScalar(String(value));
}

/**
 * Write an organisation as an entry.
 *
 * @param {Organisation} organisation
 * @param {Data} data
 */
export function writeOrganisation(organisation, { organisations, sources }) {
  const { aliases, key, name, note, partOf, region, rows, types } = organisation;
  const entry = {
    name,
    type: types.length > 1 ? types : types[0],
    region,
    aliases: aliases.map(([text, place, lines]) =>
      place === null ? text : { text, in: sources[place].key, lines },
    ),
    part_of: partOf?.key,
    succeeded_by: organisations[Number(findShown(rows, "succeeded_by")[0])]?.key,
    ids: readIds(rows),
    note,
  };
  return writeEntry(key, entry);
}

/**
 * Write a partnership as an entry.
 *
 * @param {Partnership} partnership
 * @param {Data} data
 */
export function writePartnership(partnership, { organisations, partnerships, sources }) {
  const { barriers, body, certainty, evidence, follows, key, kind, known, name, note } =
    partnership;
  const { groups, members, partOf, period, regions, status, themes, wished, wishedGroups } =
    partnership;
  const entry = {
    name,
    kind,
    themes,
    regions,
    period,
    status: status === "unknown" ? null : status,
    follows: follows.map((one) => one.key),
    part_of: partOf === null ? null : partnerships[partOf].key,
    body: body === null ? null : organisations[body].key,
    certainty: unlessHigh(certainty),
    members_known: known,
    members: [...members, ...wished].map((one) => describeMember(one, sources)),
    groups: [...groups, ...wishedGroups].map((one) => describeMember(one, sources)),
    barriers: barriers.map((one) => describeBarrier(one, sources)),
    evidence: [...quotePassages(evidence, sources), EMPTY],
    note,
  };
  return writeEntry(key, entry);
}

/**
 * Write a membership as an item of the members, or of the groups, of its partnership.
 *
 * @param {Member | Party} one
 * @param {Data} data
 */
export function writeMembership(one, { sources }) {
  const described = describeMember(one, sources);
  const item = { ...described, evidence: [...quotePassages(one.evidence, sources), EMPTY] };
  return [...writeList([item], "    "), ""].join("\n");
}

/**
 * @param {string} key
 * @param {YamlMap} entry
 */
function writeEntry(key, entry) {
  const lines = writeMap(entry, "    ");
  return ["  ", key, ":\n", lines.join("\n"), "\n"].join("");
}

/**
 * @param {Member | Party} one
 * @param {Source[]} sources
 * @returns {YamlMap}
 */
function describeMember(one, sources) {
  const { certainty, evidence, note, role } = one;
  const who = "group" in one ? { group: one.group.key } : { org: one.organisation.key };
  const doubts =
    "group" in one
      ? {}
      : { identity: unlessHigh(one.identity), role_certainty: unlessHigh(one.roleCertainty) };
  return {
    ...who,
    role: role === "member" ? null : role,
    certainty: unlessHigh(certainty),
    ...doubts,
    note,
    evidence: quotePassages(evidence, sources),
  };
}

/**
 * @param {Barrier} barrier
 * @param {Source[]} sources
 */
function describeBarrier({ certainty, evidence, label, note }, sources) {
  return {
    label,
    certainty: unlessHigh(certainty),
    note,
    evidence: quotePassages(evidence, sources),
  };
}

/**
 * The passages, but for those of which the page leaves the words out.
 *
 * @param {Passage[]} evidence
 * @param {Source[]} sources
 */
function quotePassages(evidence, sources) {
  return evidence
    .filter(([place, , quote]) => sources[place].register || quote !== null)
    .map(([place, line, quote]) => {
      const { key, register } = sources[place];
      return register ? { source: key, row: line } : { source: key, line, quote };
    });
}

/** @param {string} certainty */
function unlessHigh(certainty) {
  return certainty === "high" ? null : certainty;
}

/**
 * Read the numbers in registers from the row that shows them.
 *
 * @param {Row[]} rows
 */
function readIds(rows) {
  const pairs = findShown(rows, "ids").map((item) => String(item).split(/ (.*)/));
  return pairs.length ? Object.fromEntries(pairs) : null;
}

/**
 * Find what the row of a field shows; nothing where there is no such row.
 *
 * @param {Row[]} rows
 * @param {string} field of an organisation
 */
function findShown(rows, field) {
  return rows.find(([label]) => label === `organisation.${field}`)?.[2] ?? [];
}
