/**
 * The panel of a partnership.
 *
 * @import { Content } from "../dom.js"
 * @import { Member, Partnership } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make } from "../dom.js";
import { certaintyTag, joined, linkTo, row } from "../elements.js";
import { word } from "../language.js";
import { capital } from "../model/grammar.js";
import { knownOf, noMembers } from "../phrases.js";
import { seen } from "../scope.js";
import { drawFacts, drawNote, drawPassages, listGroups, listMembers } from "./claims.js";
import { drawField } from "./rows.js";
import { drawTypesOf } from "./types.js";

/**
 * @param {Partnership} record
 * @returns {Content[]}
 */
export function drawPartnership(record) {
  const partnership = seen(record);
  const { certainty, evidence, followedBy, follows, groups, members, rows } = partnership;
  return [
    drawFacts(partnership),
    make(
      "dl.about",
      row(word("certainty"), certaintyTag(certainty)),
      rows.map(drawField),
      follows.length ? row(word("follows"), ...joined(follows.map(linkTo))) : null,
      followedBy.length ? row(word("followed_by"), ...joined(followedBy.map(linkTo))) : null,
    ),
    drawNote(partnership),
    ...drawMembers(partnership),
    ...(groups.length
      ? [make("h3", word("unnamed")), make("ul.people", listGroups(partnership))]
      : []),
    ...drawTypesOf(record),
    make("h3", word("evidence")),
    drawPassages(evidence),
    ...members.flatMap(drawClaim),
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
    make("h3", word("n_members", { n })),
    make("ul.people", listMembers(partnership)),
    partnership.known === "some" ? unknown(word(knownOf(partnership))) : null,
  ];
}

/**
 * What is said of a membership itself.
 *
 * @param {Member} member
 * @returns {Content[]}
 */
function drawClaim(member) {
  const { evidence, note, organisation } = member;
  if (!evidence.length && !note) return [];
  return [
    make("h4", make("bdi", organisation.name)),
    drawNote(member),
    evidence.length ? drawPassages(evidence) : null,
  ];
}
