/**
 * What stands on the map: it follows from view and filters.
 *
 * @import { Line } from "../model/lines.js"
 * @import { Part } from "../model/part.js"
 * @import { Mark, Partnership } from "../model/records.js"
 * @import { Comparison } from "../model/sides.js"
 * @import { State } from "../state.js"
 */

import { block, groups, heaviest, organisations, partnerships, relations, whole } from "../data.js";
import { isFocused } from "../model/focus.js";
import { listLines, listLinesOf } from "../model/lines.js";
import { holds } from "../model/part.js";
import {
  isGroup,
  isMark,
  isOrganisation,
  isPartnership,
  otherEnd,
  whoOf,
} from "../model/records.js";
import { findWhere, holdBoth } from "../model/sides.js";
import { membershipsOf, partnershipsOf, seen, tiesOf } from "../scope.js";
import { isChosen, state } from "../state.js";

/**
 * @typedef {object} Scene
 * @property {Mark[]} marks
 * @property {Line[]} lines
 * @property {boolean} cut whether there are more lines than the map draws
 * @property {Mark[]} isolates marks that stand on the grid beside the network
 * @property {boolean} folded whether something stands in the list under the map instead
 */

/** @type {Scene} */
export let scene = { marks: [], lines: [], cut: false, isolates: [], folded: false };

/** Dimmed things stay where they were, behind what is kept; hidden things are not there. */
export function setScene() {
  const { rest, view } = state;
  /** @type {Mark[]} */
  const others = view === "network" ? listWide() : [...partnerships, ...groups];
  const there = [...organisations, ...others].filter(
    (mark) => mark.drawn && (rest === "dim" || isShown(mark)),
  );
  const all = there.filter((mark) => !isFolded(mark));
  const shown = new Set(all);
  const kept = linesInside();
  const lines = [...listDimmed(kept), ...kept].filter(
    ({ left, right }) => shown.has(left) && shown.has(right),
  );
  const drawn = strongest(lines);
  scene = {
    marks: all,
    lines: drawn,
    cut: drawn.length < lines.length,
    isolates: all.filter(isIsolate),
    folded: all.length < there.length,
  };
}

/** What a relation goes out from, or leads to. */
const relationEnds = new Set(relations.flatMap(({ origin, target }) => [origin, target]));

/**
 * What is tied to nothing takes no room on the map, unless it is asked for or chosen, is the end of
 * an arrow, or nothing is tied at all.
 *
 * @param {Mark} mark
 */
function isFolded(mark) {
  if (state.alone || !whole.ties.size || !isBeside(mark)) return false;
  if (state.comparison && isShown(mark)) return false;
  if (state.arrows && relationEnds.has(mark)) return false;
  return !isChosen(mark) && !(state.focus && isFocused(state.focus, mark));
}

/**
 * Tell whether a mark stands beside the network: no organisation in it, or about it, has a tie.
 *
 * @param {Mark} mark
 * @returns {boolean}
 */
function isBeside(mark) {
  if (isOrganisation(mark)) return isIsolate(mark);
  if (isGroup(mark)) return (whole.partnershipsOf.get(mark) ?? []).every(isBeside);
  return mark.members.every(({ organisation }) => isIsolate(organisation));
}

/**
 * List the partnerships that a crowded map shows as a mark with a line to each member, because ties
 * between all of these would cover it.
 */
function listWide() {
  if (!block.communities.length) return [];
  return partnerships.filter(({ members }) => members.length > block.wide);
}

/**
 * List the lines of a part; on a crowded map a tie only where a partnership that is not wide says so.
 *
 * @param {Part} part
 * @returns {Line[]}
 */
function linesOf(part) {
  const wide = new Set(state.view === "network" ? listWide() : []);
  const lines = listLines(part, state.view);
  if (!wide.size) return lines;
  const close = lines.filter(
    (line) => "shared" in line && line.shared.some((one) => !wide.has(one)),
  );
  return [...close, ...listLinesOf(part, wide).filter(({ left }) => isOrganisation(left))];
}

/**
 * Tell whether a mark is in what the filters keep, or in one of two selections that are compared.
 *
 * @param {Mark} mark
 */
export function isShown(mark) {
  const { comparison, part } = state;
  return comparison ? findWhere(comparison, mark) !== null : holds(part, mark);
}

/** @returns {Line[]} */
function linesInside() {
  const { comparison, part } = state;
  return comparison ? linesOfBoth(comparison) : linesOf(part);
}

/**
 * @param {Comparison} comparison
 * @returns {Line[]}
 */
function linesOfBoth(comparison) {
  return [...holdBoth(comparison, linesOf).values()].map(({ thing, where }) => ({
    ...thing,
    where,
  }));
}

/**
 * @param {Line[]} kept
 * @returns {Line[]}
 */
function listDimmed(kept) {
  const { comparison, part, rest } = state;
  if (rest === "hide" || (part === whole && !comparison)) return [];
  const there = new Set(kept.map((line) => line.ref));
  return linesOf(whole)
    .filter((line) => !there.has(line.ref))
    .map((line) => ({ ...line, out: true }));
}

/**
 * Tell whether other things stand on the map than before.
 *
 * @param {State} before
 */
export function isAnew(before) {
  return /** @type {const} */ (["part", "comparison", "view", "rest", "alone", "arrows"]).some(
    (name) => before[name] !== state[name],
  );
}

/** @param {State} before */
export function followScene(before) {
  const chosen = state.focus !== before.focus || state.selected !== before.selected;
  if (isAnew(before) || (chosen && (scene.cut || comesOrGoes(before)))) setScene();
}

/**
 * Tell whether a choice brings something from the list to the map, or back.
 *
 * @param {State} before
 */
function comesOrGoes(before) {
  return [before, state].some(({ focus, selected }) => {
    const marks = focus ? [...focus.organisations, ...focus.partnerships, ...focus.groups] : [];
    return [...marks, selected].some((one) => one && isMark(one) && isBeside(one));
  });
}

/**
 * More lines than a map can carry: the strongest, and all about what is chosen.
 *
 * @param {Line[]} lines
 */
function strongest(lines) {
  if (lines.length <= block.mostLines) return lines;
  /** @type {Line[][]} */
  const byRank = []; // counted, not sorted: there may be a hundred thousand
  for (const line of lines) {
    const focused = state.focus?.lines.has(line.ref) && !line.out;
    const rank = focused ? heaviest + 1 : "shared" in line ? line.shared.length : 0;
    (byRank[rank] ??= []).push(line);
  }
  return byRank.reverse().flat().slice(0, block.mostLines);
}

/**
 * Tell whether something stands on the grid beside the network, under a heading that says what
 * that means.
 *
 * @param {Mark} mark
 */
export function isIsolate(mark) {
  return isOrganisation(mark) && !whole.tiesOf.has(mark);
}

/**
 * List what a line of the view leads to.
 *
 * @param {Mark} mark
 * @returns {Mark[]}
 */
export function adjacentTo(mark) {
  if (isPartnership(mark)) return partiesOf(mark);
  if (isGroup(mark)) return partnershipsOf(mark);
  if (state.view === "network") return tiesOf(mark).map((tie) => otherEnd(tie, mark));
  return membershipsOf(mark).map(({ partnership }) => partnership);
}

/** @type {{ by: State["hovered"], marks: Set<Mark> }} */
let lit = { by: null, marks: new Set() };

/**
 * Tell whether a line leads to a mark from what is under the mouse.
 *
 * @param {Mark} mark
 */
export function isLit(mark) {
  const { hovered } = state;
  if (lit.by !== hovered) lit = { by: hovered, marks: new Set(besides(hovered)) };
  return lit.marks.has(mark);
}

/**
 * @param {State["hovered"]} item
 * @returns {Mark[]}
 */
function besides(item) {
  if (!item) return [];
  if ("left" in item) return [item.left, item.right];
  return isMark(item) ? [item, ...adjacentTo(item)] : [];
}

/** @param {Partnership} partnership */
function partiesOf(partnership) {
  const { groups: unnamed, members } = seen(partnership);
  return [...members, ...unnamed].map(whoOf);
}

/**
 * Count what `adjacentTo` lists: asked for at every drawing.
 *
 * @param {Mark} mark
 */
export function countLinks(mark) {
  if (isPartnership(mark)) return partiesOf(mark).length;
  if (isGroup(mark)) return partnershipsOf(mark).length;
  return (state.view === "network" ? tiesOf(mark) : membershipsOf(mark)).length;
}
