/**
 * What a crowded map shows from afar: groups instead of the organisations in them. What is chosen
 * is always shown as it is.
 *
 * @import { Bundle, Community } from "../model/communities.js"
 * @import { Mark } from "../model/records.js"
 * @import { Scene } from "./scene.js"
 */

import { block } from "../data.js";
import { bundleTies, gather } from "../model/communities.js";
import { isOrganisation, isPartnership } from "../model/records.js";
import { tiesOf } from "../scope.js";
import { state } from "../state.js";
import { scene } from "./scene.js";

const FAR = 0.25; // scale below which marks stand too close to be told apart
const LEAST = 3; // groups: one or two in place of everything would say nothing

/**
 * @typedef {object} Far
 * @property {Community[]} groups
 * @property {Set<Mark>} folded what the groups stand for
 * @property {Bundle[]} bundles
 * @property {number} within ties that lie in one group
 * @property {number} all ties of those that are folded
 */

/**
 * What was made of the scene that stands now.
 *
 * @type {{ of: Scene | null, far: Far }}
 */
let kept = { of: null, far: { groups: [], folded: new Set(), bundles: [], within: 0, all: 0 } };

/** Give the groups on the map, and what lies between them. */
export function farView() {
  if (kept.of !== scene) kept = { of: scene, far: makeFar() };
  return kept.far;
}

/** @returns {Far} */
function makeFar() {
  const organisations = scene.marks.filter(isOrganisation);
  const weigh = (/** @type {typeof organisations[0]} */ one) => tiesOf(one).length;
  const groups = gather(organisations, block.communities, weigh);
  /** @type {Set<Mark>} */
  const folded = new Set(groups.flatMap(({ members }) => members));
  for (const mark of scene.marks) if (isPartnership(mark)) folded.add(mark);
  return { groups, folded, ...bundleTies(groups, state.part.ties.values()) };
}

/**
 * Tell whether the map shows groups at a scale.
 *
 * @param {number} scale
 */
export function isFar(scale) {
  return scale < FAR && !state.focus && !state.comparison && canFold();
}

/** Tell whether there are groups to show. */
export function canFold() {
  const crowded = block.communities.length > 0 && state.view === "network";
  return crowded && farView().groups.length >= LEAST;
}

/** The scale from which on organisations stand there. */
export const nearScale = FAR;
