/**
 * How many partnerships, and organisations in them, there are in each region:
 * graph/query/regions.py.
 *
 * @import { Choices } from "./choices.js"
 * @import { Data, Organisation, Partnership } from "./records.js"
 */

import { makeChoices } from "./choices.js";
import { collectPairs } from "./grid.js";
import { idsOf } from "./keep.js";
import { keepPart } from "./part.js";
import { selectPartnerships } from "./select.js";

/** @typedef {{ partnerships: number, organisations: number }} RegionCount */

/**
 * Count what the filter on a region would keep where all other filters hold.
 *
 * @param {Data} data
 * @param {Choices} choices
 * @returns {{ counts: Map<string, RegionCount>, without: number }} by region, each with what lies
 *   within it; `without` is how many partnerships have no region
 */
export function countRegions(data, choices) {
  const usual = makeChoices(data.filters);
  const others = { ...choices, regions: usual.regions, everyRegion: usual.everyRegion };
  const strong = Math.max(usual.weight, choices.weight) > 1;
  const kept = strong ? keepPart(data, others).narrowed : selectPartnerships(data, others);
  const inside = listInside(data, strong ? data.partnerships : kept.values());
  const counts = new Map();
  for (const [id, partnerships] of inside) {
    if (strong) {
      const part = keepPart(data, { ...others, regions: [id] });
      const { size } = part.partnerships;
      if (size) counts.set(id, { partnerships: size, organisations: part.organisations.size });
    } else counts.set(id, countInside(partnerships));
  }
  const without = [...kept.values()].filter(({ regions }) => !regions.length).length;
  return { counts, without };
}

/**
 * @param {Data} data
 * @param {Iterable<Partnership>} partnerships
 */
function listInside(data, partnerships) {
  const pairs = [...partnerships].flatMap((one) =>
    idsOf("regions", one, data).map((id) => ({ id, one })),
  );
  return collectPairs(pairs, ({ id, one }) => [id, one]);
}

/** @param {Partnership[]} partnerships */
function countInside(partnerships) {
  /** @type {Set<Organisation>} */
  const members = new Set();
  for (const one of partnerships)
    for (const { organisation } of one.members) members.add(organisation);
  return { partnerships: partnerships.length, organisations: members.size };
}
