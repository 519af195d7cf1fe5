/**
 * The records of the page, tied to each other instead of by their places in the data block.
 *
 * @import {
 *   Alias,
 *   BarrierBlock,
 *   DataBlock,
 *   FilterBlock,
 *   GroupBlock,
 *   MemberBlock,
 *   NodeBlock,
 *   PartnershipBlock,
 *   PartyBlock,
 *   RelationBlock,
 *   Row,
 *   SourceBlock,
 *   UsualBlock,
 * } from "./block.js"
 * @import { Certainty } from "./certainty.js"
 */

import { leastSure } from "./certainty.js";

/**
 * @typedef {object} Place where a record stands on the map
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {boolean} drawn
 */

/**
 * @typedef {object} OrganisationFields
 * @property {string} ref "o" and its number
 * @property {number} number its place in the data block, which is sorted by id
 * @property {string} key
 * @property {string} name
 * @property {string} type the main one of `types`
 * @property {string[]} types
 * @property {string | null} region
 * @property {Alias[]} aliases
 * @property {Organisation | null} partOf
 * @property {Organisation[]} units
 * @property {Partnership[]} bodies the partnerships that it is at the same time
 * @property {Row[]} rows
 * @property {string | null} note
 *
 * @typedef {OrganisationFields & Place} Organisation
 */

/**
 * @typedef {object} PartnershipFields as in the data block, but for what refers to others
 * @property {string} ref "p" and its number
 * @property {number} number
 * @property {Member[]} members
 * @property {Party[]} groups
 * @property {Member[]} wished
 * @property {Party[]} wishedGroups
 * @property {Barrier[]} barriers
 * @property {Partnership[]} follows
 * @property {Partnership[]} followedBy
 * @property {Partnership[]} parts
 * @property {Source[]} sources
 * @property {Passage[]} evidence
 * @property {boolean} cut whether filters took members away
 *
 * @typedef {Omit<PartnershipBlock, "members" | "groups" | "wished" | "wishedGroups" | "barriers"
 *   | "follows" | "evidence"> & PartnershipFields & Place} Partnership
 */

/**
 * @typedef {object} Member
 * @property {Organisation} organisation
 * @property {string} role
 * @property {Certainty} certainty whether it takes part
 * @property {Certainty} identity whether the text means this organisation
 * @property {Certainty} roleCertainty
 * @property {Certainty} sure the less sure of taking part and identity
 * @property {string | null} note
 * @property {Passage[]} evidence
 */

/**
 * @typedef {object} GroupFields
 * @property {string} ref "g" and its number
 * @property {number} number
 * @property {Passage[]} evidence
 *
 * @typedef {Omit<GroupBlock, "evidence"> & GroupFields & Place} Group
 */

/**
 * @typedef {object} Party a group that takes part in a partnership
 * @property {Group} group
 * @property {string} role
 * @property {Certainty} certainty whether it takes part
 * @property {Certainty} sure the less sure of that and of there being such a group
 * @property {string | null} note
 * @property {Passage[]} evidence
 */

/** @typedef {Omit<BarrierBlock, "evidence"> & { evidence: Passage[] }} Barrier */

/**
 * @typedef {object} RelationFields
 * @property {string} ref "r" and its number
 * @property {number} number
 * @property {Mark} origin
 * @property {Mark} target
 * @property {Passage[]} evidence
 *
 * @typedef {Omit<RelationBlock, "origin" | "target" | "evidence"> & RelationFields} Relation
 */

/**
 * @typedef {object} SourceFields
 * @property {string} ref "s" and its number
 * @property {number} number
 * @property {Partnership[]} partnerships
 * @property {Organisation[]} perspective
 * @property {Barrier[]} barriers
 *
 * @typedef {Omit<SourceBlock, "perspective" | "barriers"> & SourceFields} Source
 */

/**
 * @typedef {[source: number, line: number, quote: string | null, link: string | null]} Passage
 *   `link` opens the document at these words
 */

/**
 * @typedef {object} Tie
 * @property {string} ref "t" and the numbers of its ends, with "-" between
 * @property {number} key to sort by: first the left end, then the right
 * @property {Organisation} left
 * @property {Organisation} right
 * @property {Partnership[]} shared
 * @property {Certainty[]} sureness of each of the shared partnerships
 * @property {number} newman sum of 1/(k-1) over shared partnerships of k named members
 * @property {Certainty} certainty of the surest
 */

/** @typedef {Organisation | Partnership | Group} Mark what can stand on the map */
/** @typedef {Mark | Source | Tie | Relation} Item what can be chosen */

/**
 * @typedef {object} Data
 * @property {Organisation[]} organisations
 * @property {Partnership[]} partnerships
 * @property {Group[]} groups
 * @property {Relation[]} relations
 * @property {Source[]} sources
 * @property {Map<string, Barrier[]>} regionBarriers
 * @property {Map<string, string | null>} regionsWithin region -> the region it lies in
 * @property {boolean} compound whether two inferred memberships make a tie less sure than either
 * @property {FilterBlock[]} filters
 */

/**
 * Tie the records of the data block to each other.
 *
 * @param {DataBlock} block
 * @param {NodeBlock[]} nodes
 * @returns {Data}
 */
export function readRecords(block, nodes) {
  const { usual } = block;
  const organisations = block.organisations.map((organisation, number) => ({
    ...usual.organisation,
    ...organisation,
    ref: `o${number}`,
    number,
    units: [],
    bodies: [],
    x: 0,
    y: 0,
    radius: 0,
    drawn: false,
  }));
  const groups = block.groups.map((group, number) => ({
    ...usual.group,
    ...group,
    ref: `g${number}`,
    number,
    radius: 9,
    x: block.groupPlaces[number][0],
    y: block.groupPlaces[number][1],
    drawn: true,
  }));
  const partnerships = block.partnerships.map((partnership, number) => ({
    ...usual.partnership,
    ...partnership,
    ref: `p${number}`,
    number,
    followedBy: [],
    parts: [],
    cut: false,
    radius: 9,
    x: block.places[number][0],
    y: block.places[number][1],
    drawn: true,
  }));
  const relations = block.relations.map((relation, number) => ({
    ...usual.told,
    ...relation,
    ref: `r${number}`,
    number,
  }));
  const sources = block.sources.map((source, number) => ({
    ...usual.source,
    ...source,
    ref: `s${number}`,
    number,
    partnerships: [],
  }));
  for (const { id, size: radius, x, y } of nodes) {
    Object.assign(organisations[Number(id.slice(1))], { x, y, radius, drawn: true });
  }
  const regionsWithin = new Map(Object.entries(block.within));
  const filters = block.filters.map((filter) => ({ ...usual.filter, ...filter }));
  const regionBarriers = new Map(Object.entries(block.barriers));
  const { compound } = block;
  const marks = { organisations, partnerships, groups };
  const about = { relations, sources, regionBarriers, regionsWithin };
  const data = { ...marks, ...about, compound, filters };
  return tieRecords(/** @type {any} */ (data), usual);
}

/**
 * @param {any} data with places where records should be
 * @param {UsualBlock} usual
 * @returns {Data}
 */
function tieRecords(data, usual) {
  const { organisations, partnerships, groups, relations, sources, regionBarriers } = data;
  const asMember = (/** @type {MemberBlock} */ one) => {
    const member = { ...usual.member, ...one, organisation: organisations[one.organisation] };
    return { ...member, sure: leastSure(member.certainty, member.identity) };
  };
  const asParty = (/** @type {PartyBlock} */ one) => {
    const party = { ...usual.party, ...one, group: groups[one.group] };
    return { ...party, sure: leastSure(party.group.certainty, party.certainty) };
  };
  const asBarrier = (/** @type {BarrierBlock} */ one) => ({ ...usual.told, ...one });
  const markOf = (/** @type {string} */ ref) => {
    const list = { o: organisations, g: groups, p: partnerships }[ref[0]];
    return list[Number(ref.slice(1))];
  };
  for (const organisation of organisations) {
    organisation.partOf = organisations[organisation.partOf] ?? null;
    organisation.partOf?.units.push(organisation);
  }
  for (const partnership of partnerships) {
    partnership.members = partnership.members.map(asMember);
    partnership.wished = partnership.wished.map(asMember);
    partnership.groups = partnership.groups.map(asParty);
    partnership.wishedGroups = partnership.wishedGroups.map(asParty);
    partnership.barriers = partnership.barriers.map(asBarrier);
    partnerships[partnership.partOf]?.parts.push(partnership);
    organisations[partnership.body]?.bodies.push(partnership);
    partnership.follows = partnership.follows.map((/** @type {number} */ at) => partnerships[at]);
    for (const before of partnership.follows) before.followedBy.push(partnership);
    const cited = listPassages(partnership).map(([place]) => sources[place]);
    partnership.sources = [...new Set(cited)];
    for (const source of partnership.sources) source.partnerships.push(partnership);
  }
  for (const relation of relations) {
    relation.origin = markOf(relation.origin);
    relation.target = markOf(relation.target);
  }
  for (const source of sources) {
    source.perspective = source.perspective.map((/** @type {number} */ at) => organisations[at]);
    source.barriers = source.barriers.map(asBarrier);
  }
  for (const [id, barriers] of regionBarriers) regionBarriers.set(id, barriers.map(asBarrier));
  return data;
}

/**
 * List the passages of a partnership, of its members and of its groups, in the order of the data.
 *
 * @param {Partnership} partnership
 * @returns {Passage[]}
 */
export function listPassages(partnership) {
  return listEvidence([partnership, ...partnership.members, ...partnership.groups]);
}

/**
 * List all passages of a partnership, also on who is wanted and on what hampers.
 *
 * @param {Partnership} partnership
 * @returns {Passage[]}
 */
export function listAllPassages(partnership) {
  const { wished, wishedGroups, barriers } = partnership;
  return [...listPassages(partnership), ...listEvidence([...wished, ...wishedGroups, ...barriers])];
}

/** @param {{ evidence: Passage[] }[]} told */
export function listEvidence(told) {
  return told.flatMap(({ evidence }) => evidence);
}

/**
 * Give who takes part: an organisation, or a group.
 *
 * @param {Member | Party} one
 */
export function whoOf(one) {
  return "group" in one ? one.group : one.organisation;
}

/**
 * @param {Item} item
 * @returns {item is Organisation}
 */
export function isOrganisation(item) {
  return item.ref.startsWith("o");
}

/**
 * @param {Item} item
 * @returns {item is Partnership}
 */
export function isPartnership(item) {
  return item.ref.startsWith("p");
}

/**
 * @param {Item} item
 * @returns {item is Group}
 */
export function isGroup(item) {
  return item.ref.startsWith("g");
}

/**
 * Tell whether something can stand on the map as a mark.
 *
 * @param {Item} item
 * @returns {item is Mark}
 */
export function isMark(item) {
  return isOrganisation(item) || isPartnership(item) || isGroup(item);
}

/**
 * @param {Item} item
 * @returns {item is Relation}
 */
export function isRelation(item) {
  return item.ref.startsWith("r");
}

/**
 * @param {Item} item
 * @returns {item is Tie}
 */
export function isTie(item) {
  return item.ref.startsWith("t");
}

/**
 * Give the organisation at the other end of a tie.
 *
 * @param {Tie} tie
 * @param {Organisation} organisation one of its ends
 * @returns {Organisation}
 */
export function otherEnd(tie, organisation) {
  return tie.left === organisation ? tie.right : tie.left;
}

/**
 * Compare members by the place of their organisation: to sort by.
 *
 * @param {Member} one
 * @param {Member} two
 */
export function byNumber(one, two) {
  return one.organisation.number - two.organisation.number;
}
