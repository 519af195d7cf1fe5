/**
 * How what stands on the map looks: pure functions of the record and the state.
 *
 * @import { Line } from "../model/lines.js"
 * @import { Mark, Relation, Tie } from "../model/records.js"
 * @import { Where } from "../model/sides.js"
 * @import { Measure, State } from "../state.js"
 */

import { block, shapes } from "../data.js";
import { isFocused } from "../model/focus.js";
import { isOrganisation, isPartnership } from "../model/records.js";
import { findWhere } from "../model/sides.js";
import { membershipsOf } from "../scope.js";
import { isChosen } from "../state.js";
import { lookBy } from "../views/colour.js";
import { countLinks, isLit, isShown } from "../views/scene.js";

/**
 * Colours by name, as the style of the page has them now.
 *
 * @type {Record<string, string>}
 */
export const palette = {};

const shapePaths = new Map([...shapes].map(([name, path]) => [name, new Path2D(path)]));

/** The shapes, and how they go: of a path of the canvas one cannot ask that. */
export const shapeTexts = new Map(
  [...shapePaths].map(([name, path]) => [path, shapes.get(name) ?? ""]),
);

let smallest = 5.5; // radius of a mark, in pixels

/** Read the colours of the page, which differ by day and by night; a phone gets larger marks. */
export function readPalette() {
  smallest = matchMedia("(max-width: 48rem)").matches ? 7 : 5.5;
  const style = getComputedStyle(document.documentElement);
  const names = [...block.palette, "ground", "ink", "muted", "line", "doubt", "faint", "accent"];
  for (const name of names) palette[name] = style.getPropertyValue(`--${name}`).trim();
}

/**
 * In which of two selections something is, as colour and as form: marks are full, open, doubled or
 * dashed, lines thick, thick and dashed, thin or dotted.
 *
 * @type {Record<Where | "apart", { colour: string, open: boolean, empty: boolean, double: boolean, width: number,
 *   dashes: number[] }>}
 */
export const whereLooks = {
  left: { colour: "blue", open: false, empty: false, double: false, width: 3, dashes: [] },
  right: { colour: "red", open: true, empty: false, double: false, width: 3, dashes: [8, 4] },
  both: { colour: "grey", open: false, empty: false, double: true, width: 1.3, dashes: [] },
  apart: { colour: "purple", open: true, empty: false, double: true, width: 1.3, dashes: [] },
  "not known": {
    colour: "muted",
    open: true,
    empty: true,
    double: false,
    width: 2,
    dashes: [2, 4],
  },
};

/** Newman weights fall in five classes, as wide as one to five shared partnerships. */
const newmanClasses = [0.25, 0.5, 1, 2];

/**
 * Give the class of a tie, from 1.
 *
 * @param {Tie} tie
 * @param {Measure} measure
 */
export function tieClass(tie, measure) {
  if (measure === "count") return Math.min(tie.shared.length, block.widest);
  return 1 + newmanClasses.filter((limit) => tie.newman >= limit - 1e-9).length;
}

/**
 * Give the radius of a mark in the units of the map: never so small that it goes out of sight.
 *
 * @param {Mark} mark
 * @param {number} scale
 */
export function drawnRadius(mark, scale) {
  return Math.max(markRadius(mark), smallest / scale);
}

/** @param {Mark} mark */
function markRadius(mark) {
  if (!isOrganisation(mark)) return mark.radius;
  return Math.min(Math.sqrt(64 + 32.5 * membershipsOf(mark).length), 20);
}

/**
 * Tell whether a mark is dimmed by the filters, or is in neither of two selections, and whether it
 * is in the focus.
 *
 * @param {Mark} mark
 * @param {State} state
 */
export function standing(mark, { focus }) {
  return { out: !isShown(mark), focused: !focus || isFocused(focus, mark) };
}

/**
 * @param {Mark} mark
 * @param {State} state
 */
export function markAppearance(mark, state) {
  const { comparison, cursor, hovered } = state;
  const { out, focused } = standing(mark, state);
  const [colour, shape] = isPartnership(mark) ? ["muted", "circle"] : lookBy(mark);
  const where = comparison && findWhere(comparison, mark);
  const own = {
    colour,
    open: isPartnership(mark),
    empty: isPartnership(mark) && !mark.members.length,
    double: false,
  };
  const apart = where === "both" && comparison?.apart.has(mark.ref);
  const look = where ? whereLooks[apart ? "apart" : where] : own;
  return {
    colour: palette[out ? "muted" : look.colour],
    shape: /** @type {Path2D} */ (shapePaths.get(shape)),
    open: look.open,
    empty: look.empty,
    double: look.double && focused,
    hollow: (out || !focused) && !isLit(mark), // fades from view, and still has an outline of full contrast
    small: out,
    ring: isChosen(mark) || mark === hovered,
    cursor: mark === cursor,
  };
}

/**
 * @param {Line} line
 * @param {State} state
 */
export function lineAppearance(line, { selected, hovered, focus, measure, view }) {
  const { ref } = line;
  const called = [selected, hovered].some((one) => one?.ref === ref);
  const chosen = called || isEndOf(line, hovered) || Boolean(focus?.first.has(ref));
  const shown = !line.out && (focus ? focus.lines.has(ref) : !isBetween(line, view));
  const rank = chosen ? 2 : Number(shown);
  const stated = line.certainty === "high";
  const own = {
    colour: stated ? "line" : "doubt",
    width: lineWidth(line, measure),
    dashes: block.dashes[line.certainty],
  };
  const look = line.where ? whereLooks[line.where] : own;
  return {
    colour: palette[["faint", look.colour, "accent"][rank]],
    width: look.width + (chosen ? 1.5 : 0),
    dashes: look.dashes,
    layer: rank,
  };
}

/**
 * @param {Line} line
 * @param {State["hovered"]} mark
 */
function isEndOf({ left, out, right }, mark) {
  return !out && (left === mark || right === mark);
}

/**
 * Tell whether a line of a crowded map leaves its group, or is one of very many of a partnership:
 * it stays in the background, until it is asked for.
 *
 * @param {Line} line
 * @param {State["view"]} view
 */
function isBetween(line, view) {
  const { communities } = block;
  if (!communities.length) return false;
  if (!("shared" in line)) return view === "network";
  return communities[line.left.number] !== communities[line.right.number];
}

/**
 * @param {Relation} relation
 * @param {State} state
 */
export function arrowAppearance({ ref, certainty, origin, target }, { selected, hovered, focus }) {
  const chosen = ref === selected?.ref || ref === hovered?.ref;
  const ends = [origin, target];
  const shown =
    !focus || ends.some((end) => end === selected) || ends.every((end) => isFocused(focus, end));
  return {
    colour: chosen ? palette.accent : shown ? palette.ink : palette.faint,
    width: chosen ? 3 : 1.6,
    dashes: block.dashes[certainty],
  };
}

/**
 * @param {Line} line
 * @param {State["measure"]} measure
 */
function lineWidth(line, measure) {
  if (line.out) return 1;
  return 1.6 * ("shared" in line ? tieClass(line, measure) : 1);
}

/**
 * @param {Mark} mark
 * @param {State} state
 */
export function labelAppearance(mark, state) {
  const called = isChosen(mark) || [state.cursor, state.hovered].includes(mark);
  const { out, focused } = standing(mark, state);
  return {
    colour: (focused && !out) || called || isLit(mark) ? palette.ink : palette.muted,
    bold: called,
    silent: out && !called, // what the filters leave out has no name on the map
    rank: (called ? 2e6 : focused ? 1e6 : 0) + weigh(mark),
  };
}

/**
 * Who has more ties is named first, and among these who takes part in more: less than one tie.
 *
 * @param {Mark} mark
 */
function weigh(mark) {
  const links = 2 * countLinks(mark);
  if (!isOrganisation(mark)) return links;
  const count = membershipsOf(mark).length;
  return links + 1 + count / (count + 1);
}
