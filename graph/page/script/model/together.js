/**
 * What some organisations share: graph/query knows no such question, since it follows from
 * partnerships and ties one by one.
 *
 * @import { Part } from "./part.js"
 * @import { Organisation, Partnership, Tie } from "./records.js"
 */

import { otherEnd } from "./records.js";

/**
 * @typedef {object} Together
 * @property {{ partnership: Partnership, who: Organisation[] }[]} shared those of two or more of
 *   them, most of them first
 * @property {Tie[]} ties among them
 * @property {[Organisation, Organisation][]} apart every two of them without a tie
 * @property {Organisation[]} partners of each of them
 */

/**
 * Find what organisations share, as far as a part of the data goes.
 *
 * @param {Part} part
 * @param {Organisation[]} several two or more
 * @returns {Together}
 */
export function findTogether(part, several) {
  /** @type {Map<Partnership, Organisation[]>} */
  const found = new Map();
  for (const one of several) {
    for (const { partnership } of part.memberships.get(one) ?? []) {
      found.set(partnership, [...(found.get(partnership) ?? []), one]);
    }
  }
  const shared = [...found].map(([partnership, who]) => ({ partnership, who }));
  const pairs = several.flatMap((one, place) =>
    several.slice(place + 1).map((two) => ({ one, two, tie: findTieOf(part, one, two) })),
  );
  return {
    shared: shared
      .filter(({ who }) => who.length > 1)
      .sort(
        (one, two) =>
          two.who.length - one.who.length || one.partnership.number - two.partnership.number,
      ),
    ties: pairs.flatMap(({ tie }) => tie ?? []),
    apart: pairs.filter(({ tie }) => !tie).map(({ one, two }) => [one, two]),
    partners: findPartnersOfAll(part, several),
  };
}

/**
 * @param {Part} part
 * @param {Organisation} one
 * @param {Organisation} two
 */
function findTieOf(part, one, two) {
  return part.tiesOf.get(one)?.find((tie) => otherEnd(tie, one) === two);
}

/**
 * @param {Part} part
 * @param {Organisation[]} several
 */
function findPartnersOfAll(part, several) {
  const partners = several.map(
    (one) => new Set((part.tiesOf.get(one) ?? []).map((tie) => otherEnd(tie, one))),
  );
  return [...partners[0]].filter((one) => partners.every((others) => others.has(one)));
}
