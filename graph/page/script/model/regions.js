/** Regions that lie in each other; `within` tells of a region in which one it lies. */

/**
 * Take along every region within the wanted ones, however deep.
 *
 * @param {Map<string, string | null>} within
 * @param {Iterable<string>} wanted
 * @returns {Set<string>}
 */
export function listWithin(within, wanted) {
  const found = new Set(wanted);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const [id, outer] of within) if (outer !== null && found.has(outer)) found.add(id);
  }
  return found;
}

/**
 * List a region and all that it lies within, from near to far.
 *
 * @param {Map<string, string | null>} within
 * @param {string} id
 */
export function listAround(within, id) {
  const found = [id];
  for (const one of found) {
    const outer = within.get(one);
    if (outer && !found.includes(outer)) found.push(outer);
  }
  return found;
}

/**
 * Put regions in the order of what lies in what; within one region they stay in the order given.
 *
 * @param {Map<string, string | null>} within
 * @param {string[]} regions
 * @returns {{ id: string, depth: number }[]} depth 0 is what lies in none of the others
 */
export function orderRegions(within, regions) {
  /** @type {Map<string, number>} */
  const depths = new Map();
  const walk = (/** @type {string} */ id, /** @type {number} */ depth) => {
    if (depths.has(id)) return;
    depths.set(id, depth);
    for (const inner of regions) if (within.get(inner) === id) walk(inner, depth + 1);
  };
  for (const id of regions) if (!regions.includes(within.get(id) ?? "")) walk(id, 0);
  for (const id of regions) walk(id, 0); // what lies in each other in a circle
  return [...depths].map(([id, depth]) => ({ id, depth }));
}
