/**
 * The panel of a partnership.
 *
 * @import { Content } from "../dom.js"
 * @import { Member, Partnership, Party } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make } from "../dom.js";
import { certaintyTag, explained, joined, linkTo, row } from "../elements.js";
import { term, word } from "../language.js";
import { capital } from "../model/grammar.js";
import { whoOf } from "../model/records.js";
import { writePartnership } from "../model/yaml.js";
import { knownOf, noMembers } from "../phrases.js";
import { barriersInRegion, seen } from "../scope.js";
import { drawBarriers, drawFacts, drawNote, drawPassages, listParties } from "./claims.js";
import { drawCopy } from "./copy.js";
import { drawRelationsOf } from "./relations.js";
import { drawField } from "./rows.js";
import { drawTypesOf } from "./types.js";
import { drawWished } from "./wished.js";

/**
 * @param {Partnership} record
 * @returns {Content[]}
 */
export function drawPartnership(record) {
  const partnership = seen(record);
  const { certainty, evidence, followedBy, follows, groups, parts, rows } = partnership;
  const { members, wished, wishedGroups } = partnership;
  return [
    drawFacts(partnership),
    make(
      "dl.about",
      row(word("certainty"), explained(certaintyTag(certainty), "certainty_meaning")),
      rows.map(drawField),
      follows.length ? row(word("follows"), ...joined(follows.map(linkTo))) : null,
      followedBy.length ? row(word("followed_by"), ...joined(followedBy.map(linkTo))) : null,
      parts.length ? row(word("parts"), ...joined(parts.map(linkTo))) : null,
    ),
    drawNote(partnership),
    ...drawMembers(partnership),
    ...(groups.length
      ? [explained(make("h3", word("unnamed")), "group_meaning"), ...listParties(groups)]
      : []),
    ...drawWished(partnership),
    ...drawTypesOf(record),
    ...drawHampering(partnership),
    ...drawRelationsOf(record),
    make("h3", word("evidence")),
    drawPassages(evidence),
    ...[...members, ...groups, ...wished, ...wishedGroups].flatMap(drawClaim),
    drawCopy((data) => writePartnership(record, data)),
  ];
}

/**
 * What hampers the partnership itself, and the regions that it is in.
 *
 * @param {Partnership} partnership
 * @returns {Content[]}
 */
function drawHampering({ barriers, regions }) {
  const own = barriers.length ? [make("h3", word("barriers")), ...drawBarriers(barriers)] : [];
  const around = regions.flatMap((id) => drawHamperingIn(id));
  return [...own, ...around];
}

/**
 * What hampers in a region; nothing where no document tells of it.
 *
 * @param {string} region
 * @returns {Content[]}
 */
export function drawHamperingIn(region) {
  const barriers = barriersInRegion(region);
  if (!barriers.length) return [];
  return [
    make("h3", word("barriers_in", { name: term("regions", region) })),
    ...drawBarriers(barriers),
  ];
}

/**
 * @param {Partnership} partnership
 * @returns {Content[]}
 */
function drawMembers(partnership) {
  const n = partnership.members.length;
  const unknown = (/** @type {string} */ text) => make("p.unknown", `${capital(text)}.`);
  if (!n) {
    const none = word(noMembers(partnership), { n: sources.length });
    return [make("h3", word("members")), unknown(none)];
  }
  return [
    explained(make("h3", word("n_members", { n })), "member_meaning"),
    ...listParties(partnership.members),
    partnership.known === "some" ? unknown(word(knownOf(partnership))) : null,
  ];
}

/**
 * What is said of a membership itself.
 *
 * @param {Member | Party} one
 * @returns {Content[]}
 */
function drawClaim(one) {
  const { evidence, note } = one;
  if (!evidence.length && !note) return [];
  return [
    make("h4", make("bdi", whoOf(one).name)),
    drawNote(one),
    evidence.length ? drawPassages(evidence) : null,
  ];
}
