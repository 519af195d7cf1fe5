/**
 * The columns of the sheets: what stands in each, and what it is sorted by.
 *
 * @import { Value } from "../model/csv.js"
 * @import {
 *   Group,
 *   Member,
 *   Organisation,
 *   Partnership,
 *   Relation,
 *   Source,
 *   Tie,
 * } from "../model/records.js"
 */

import { sources } from "../data.js";
import { term, word } from "../language.js";
import { doubt } from "../model/certainty.js";
import { listPassages, otherEnd, whoOf } from "../model/records.js";
import { knownOf, sayRole, saySize, sayStatus } from "../phrases.js";
import { membershipsOf, partnershipsOf, seen, sizeOf, supportedBy, tiesOf } from "../scope.js";

/**
 * @template T
 * @typedef {object} Column
 * @property {string} title key of a word
 * @property {number} [at] its place in the sheet; else it is in the file only
 * @property {(record: T) => Value} value
 * @property {(record: T) => number | string | null} [by] what it is sorted by, if not its value
 * @property {boolean} [most] whether the first press puts what is most on top
 */

/** @param {{ name: string }[]} records */
const listNames = (records) => records.map(({ name }) => name);

/**
 * @param {Partnership} partnership
 * @param {Member} member
 */
const nameMembership = (partnership, member) =>
  `${partnership.name} (${sayRole(member, partnership.certainty)})`;

/** @param {string[]} regions */
const nameRegions = (regions) => regions.map((id) => term("regions", id));

/** @param {Partnership} partnership */
const listWished = ({ wished, wishedGroups }) => [...wished, ...wishedGroups];

/** @type {Column<Organisation>[]} */
const ofOrganisations = [
  { title: "left_end", at: 0, value: ({ name }) => name },
  { title: "also_named", value: ({ aliases }) => aliases.map(([text]) => text) },
  { title: "type", at: 1, value: ({ type }) => term("types", type) },
  { title: "region", at: 2, value: ({ region }) => region && term("regions", region) },
  {
    title: "partnerships",
    at: 3,
    value: (one) =>
      membershipsOf(one).map(({ partnership, member }) => nameMembership(partnership, member)),
    by: (one) => membershipsOf(one).length,
    most: true,
  },
  {
    title: "partners",
    at: 4,
    value: (one) => listNames(tiesOf(one).map((tie) => otherEnd(tie, one))),
    by: (one) => tiesOf(one).length,
    most: true,
  },
  { title: "key", value: ({ key }) => key },
];

/** @type {Column<Tie>[]} */
const ofTies = [
  { title: "left_end", at: 0, value: ({ left }) => left.name },
  { title: "right_end", at: 1, value: ({ right }) => right.name },
  { title: "weight", value: ({ shared }) => shared.length },
  {
    title: "shared",
    at: 2,
    value: ({ shared }) => listNames(shared),
    by: ({ shared }) => shared.length,
    most: true,
  },
  {
    title: "certainty",
    at: 3,
    value: ({ certainty }) => word(`certainty_${certainty}`),
    by: ({ certainty }) => doubt(certainty),
  },
];

/** @type {Column<Partnership>[]} */
const ofPartnerships = [
  { title: "column_partnership", at: 0, value: ({ name }) => name },
  { title: "type", value: ({ kind }) => term("kinds", kind) },
  { title: "status", value: sayStatus },
  {
    title: "members",
    at: 1,
    value: (one) =>
      seen(one).members.map((member) => `${member.organisation.name} (${sayRole(member)})`),
    by: sizeOf,
    most: true,
  },
  { title: "unnamed", value: (one) => listNames(seen(one).groups.map(({ group }) => group)) },
  { title: "wished", value: (one) => listNames(listWished(seen(one)).map(whoOf)) },
  { title: "known", value: (one) => word(knownOf(seen(one))) },
  { title: "period", at: 2, value: ({ period }) => period },
  {
    title: "region",
    at: 3,
    value: ({ regions }) => nameRegions(regions),
    by: ({ regions }) => nameRegions(regions).join() || null,
  },
  { title: "theme", value: ({ themes }) => themes.map((id) => term("themes", id)) },
  { title: "certainty", value: ({ certainty }) => word(`certainty_${certainty}`) },
  {
    title: "documents",
    at: 4,
    value: (one) => one.sources.map(({ title }) => title),
    by: (one) => listPassages(one).length,
    most: true,
  },
  { title: "key", value: ({ key }) => key },
];

/** @type {Column<Group>[]} */
const ofGroups = [
  { title: "column_group", at: 0, value: ({ name }) => name },
  {
    title: "type",
    at: 1,
    value: ({ types }) => types.map((id) => term("types", id)),
    by: ({ types }) => types.map((id) => term("types", id)).join() || null,
  },
  { title: "number", at: 2, value: saySize, by: ({ size }) => size, most: true },
  { title: "region", at: 3, value: ({ region }) => region && term("regions", region) },
  {
    title: "partnerships",
    at: 4,
    value: (one) => listNames(partnershipsOf(one)),
    by: (one) => partnershipsOf(one).length,
    most: true,
  },
  { title: "key", value: ({ key }) => key },
];

/** @type {Column<Relation>[]} */
const ofRelations = [
  { title: "relation_from", at: 0, value: ({ origin }) => origin.name },
  { title: "column_relation", at: 1, value: ({ kind }) => term("relations", kind) },
  { title: "relation_to", at: 2, value: ({ target }) => target.name },
  { title: "period", at: 3, value: ({ period }) => period },
  {
    title: "certainty",
    value: ({ certainty }) => word(`certainty_${certainty}`),
  },
  {
    title: "documents",
    at: 4,
    value: ({ evidence }) => [...new Set(evidence.map(([place]) => sources[place].title))],
    by: ({ evidence }) => evidence.length,
    most: true,
  },
  { title: "key", value: ({ key }) => key },
];

/** @type {Column<Source>[]} */
const ofDocuments = [
  { title: "column_document", at: 0, value: ({ title }) => title },
  { title: "publisher", at: 1, value: ({ publisher }) => publisher },
  { title: "date", at: 2, value: ({ date }) => date },
  { title: "address", value: ({ address }) => address },
  {
    title: "supports",
    at: 3,
    value: (one) => listNames(supportedBy(one)),
    by: (one) => supportedBy(one).length,
    most: true,
  },
  { title: "key", value: ({ key }) => key },
];

/**
 * By sheet.
 *
 * @type {Record<string, Column<any>[]>}
 */
export const sheetColumns = {
  organisations: ofOrganisations,
  ties: ofTies,
  partnerships: ofPartnerships,
  groups: ofGroups,
  relations: ofRelations,
  documents: ofDocuments,
};
