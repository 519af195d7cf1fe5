/**
 * The groups that a crowded map shows from afar: organisations that have much to do with each
 * other, and how many ties lie within them and between them.
 *
 * @import { Organisation, Tie } from "./records.js"
 */

/**
 * @typedef {object} Community
 * @property {number} number
 * @property {Organisation[]} members that stand on the map
 * @property {Organisation} central the one with most ties
 * @property {string | null} region in which most are at home, if half or more are
 * @property {boolean} first whether it is the largest group of its region
 * @property {number} share of the members that are at home there, 0 to 1
 * @property {number} x
 * @property {number} y
 */

/** @typedef {{ left: Community, right: Community, count: number }} Bundle */

/**
 * Gather organisations by community; one alone is no group.
 *
 * @param {Organisation[]} organisations
 * @param {number[]} communities by the number of the organisation
 * @param {(organisation: Organisation) => number} weigh how many ties it has
 * @returns {Community[]} the largest first
 */
export function gather(organisations, communities, weigh) {
  /** @type {Map<number, Organisation[]>} */
  const found = new Map();
  for (const one of organisations) {
    const number = communities[one.number] ?? -1;
    if (number < 0) continue;
    const members = found.get(number);
    if (members) members.push(one);
    else found.set(number, [one]);
  }
  const groups = [...found]
    .filter(([, members]) => members.length > 1)
    .map(([number, members]) => describe(number, members, weigh))
    .sort((one, two) => two.members.length - one.members.length || one.number - two.number);
  const told = new Set();
  for (const group of groups) {
    group.first = !told.has(group.region);
    told.add(group.region);
  }
  return groups;
}

/**
 * @param {number} number
 * @param {Organisation[]} members
 * @param {(organisation: Organisation) => number} weigh
 * @returns {Community}
 */
function describe(number, members, weigh) {
  const n = members.length;
  const x = members.reduce((sum, one) => sum + one.x, 0) / n;
  const y = members.reduce((sum, one) => sum + one.y, 0) / n;
  const central = members.reduce((best, one) => (weigh(one) > weigh(best) ? one : best));
  /** @type {Map<string, number>} */
  const homes = new Map();
  for (const { region } of members) if (region) homes.set(region, (homes.get(region) ?? 0) + 1);
  const [home = null, count = 0] =
    [...homes].sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1))[0] ?? [];
  const region = 2 * count >= n ? home : null;
  const share = region === null ? 0 : count / n;
  return { number, members, central, region, first: true, share, x, y };
}

/**
 * Count the ties between every two groups, and those that lie within one.
 *
 * @param {Community[]} groups
 * @param {Iterable<Tie>} ties
 * @returns {{ bundles: Bundle[], within: number, all: number }} the thickest bundle last
 */
export function bundleTies(groups, ties) {
  const groupOf = new Map(groups.flatMap((one) => one.members.map((member) => [member, one])));
  /** @type {Map<string, Bundle>} */
  const found = new Map();
  let [within, all] = [0, 0];
  for (const tie of ties) {
    const ends = [groupOf.get(tie.left), groupOf.get(tie.right)];
    if (!ends[0] || !ends[1]) continue;
    all++;
    if (ends[0] === ends[1]) {
      within++;
      continue;
    }
    const [left, right] = ends[0].number < ends[1].number ? ends : [ends[1], ends[0]];
    const key = `${left?.number}-${right?.number}`;
    const bundle = found.get(key);
    if (bundle) bundle.count++;
    else found.set(key, /** @type {Bundle} */ ({ left, right, count: 1 }));
  }
  const bundles = [...found.values()].sort((one, two) => one.count - two.count);
  return { bundles, within, all };
}
