/**
 * The grid: organisations by partnerships, the role as the mark, how sure it is as its form.
 *
 * @import { Group, Organisation, Partnership } from "../model/records.js"
 * @import { MembershipLine } from "../model/lines.js"
 * @import { Order, Side } from "../model/grid.js"
 */

import { regionsWithin, shapes } from "../data.js";
import { make } from "../dom.js";
import { linkToAll, makeSvg } from "../elements.js";
import { isolate, term, word } from "../language.js";
import { collectPairs, dayOf, foldSide, groupOfColumn, orderGrid } from "../model/grid.js";
import { isGroup } from "../model/records.js";
import { sayRole } from "../phrases.js";
import { state } from "../state.js";
import { lookBy } from "./colour.js";
import { cutName, isChosenSide, makeFlat, makeStop, refOfSide, saySide } from "./stops.js";

const CELL_SIZE = 24; // pixels, each way
const ROW_NAMES = { wide: [272, 32], narrow: [148, 15] }; // pixels of names of rows, and letters
const NARROW = 600; // pixels of the frame below which names of rows are short
const COLUMN_NAMES = 240; // pixels of names of columns, and of the years over them
const UNDATED_GAP = 14; // between columns with a date and those without
const COLUMN_LETTERS = 30; // of the name of a column before it is cut

/** Shapes of roles; a role that the data add has the first. */
const roleShapes = new Map([
  ["lead", "diamond"],
  ["convener", "square"],
  ["facilitator", "triangle"],
  ["funder", "pentagon"],
  ["advisor", "plus"],
  ["invited", "wedge"],
  ["contractor", "hexagon"],
]);

/** @typedef {Side<Organisation | Group>} Row */
/** @typedef {Side<Partnership>} Column */

export const grid = makeFlat("grid", "grid", drawGrid);

/** @param {HTMLElement} box */
function drawGrid(box) {
  const order = orderGrid(state.part);
  const rows = foldSide(order.rows, groupOfRow, grid.unfolded);
  const dated = foldSide(order.dated, groupOfColumn, grid.unfolded);
  const undated = foldSide(order.undated, groupOfColumn, grid.unfolded);
  const columns = [...dated, ...undated];
  const [names, letters] = ROW_NAMES[box.clientWidth < NARROW ? "narrow" : "wide"];
  const places = columns.map(
    (_, at) => names + at * CELL_SIZE + (at < dated.length ? 0 : UNDATED_GAP),
  );
  const width = names + columns.length * CELL_SIZE + UNDATED_GAP + 4;
  const height = COLUMN_NAMES + rows.length * CELL_SIZE + 4;
  const picture = makeSvg(
    "svg",
    { class: "flat", width, height, viewBox: `0 0 ${width} ${height}`, role: "presentation" },
    ...drawGridHeadings(dated, columns, places),
    ...rows.map((row, y) => drawGridRow(row, y, width, letters)),
    ...columns.map((column, x) => drawGridColumn(column, x, places[x], height)),
    ...drawGridCells(rows, columns, places, order),
  );
  box.replaceChildren(make("div.flat-scroll", picture), drawGridNotes(order));
}

/** @param {Organisation | Group} one */
function groupOfRow(one) {
  if (isGroup(one)) return "words:grid_groups";
  return one.region ? `regions:${topRegion(one.region)}` : `types:${one.type}`;
}

/** @param {string} region */
function topRegion(region) {
  let top = region;
  for (let above = regionsWithin.get(top); above; above = regionsWithin.get(top)) top = above;
  return top;
}

/**
 * Over the columns: the years, and where those without a date begin.
 *
 * @param {Column[]} dated
 * @param {Column[]} columns
 * @param {number[]} places
 */
function drawGridHeadings(dated, columns, places) {
  const years = dated.map(({ things: [one] }) => String(Math.floor(Number(dayOf(one)) / 10000)));
  const starts = years.flatMap((year, at) => {
    if (year === years[at - 1]) return [];
    const alone = at + 1 < years.length && years[at + 1] !== year;
    return [[places[at], alone ? `’${year.slice(-2)}` : year]];
  });
  if (dated.length < columns.length) starts.push([places[dated.length], word("grid_undated")]);
  return starts.flatMap(([x, text]) => [
    makeSvg("text", { class: "grid-head", x: Number(x) + 4, y: 14 }, String(text)),
    makeSvg("line", { class: "grid-rule", x1: x, x2: x, y1: 2, y2: COLUMN_NAMES - 6 }),
  ]);
}

/**
 * @param {Row} row
 * @param {number} y
 * @param {number} width
 * @param {number} letters that fit before the row
 */
function drawGridRow(row, y, width, letters) {
  const top = COLUMN_NAMES + y * CELL_SIZE;
  const title = saySide(row);
  const [colour, shape] = row.key ? ["", ""] : lookBy(row.things[0]);
  const key = { class: `fill-${colour}`, d: shapes.get(shape) ?? "" };
  const children = [
    makeSvg("rect", { class: "grid-band", x: 0, y: top, width, height: CELL_SIZE }),
    ...(row.key
      ? []
      : [makeSvg("path", { ...key, transform: `translate(14 ${top + 12}) scale(0.6)` })]),
    makeSvg("text", { x: row.key ? 6 : 28, y: top + 16 }, cutName(title, letters)),
  ];
  return makeStop({ x: -1, y }, title, refOfSide(row), children, isChosenSide(row));
}

/**
 * @param {Column} column
 * @param {number} x
 * @param {number} left
 * @param {number} height
 */
function drawGridColumn(column, x, left, height) {
  const title = saySide(column);
  const at = `translate(${left + 16} ${COLUMN_NAMES - 8}) rotate(-90)`;
  const children = [
    makeSvg("rect", { class: "grid-band", x: left, y: 20, width: CELL_SIZE, height: height - 20 }),
    makeSvg("text", { transform: at }, cutName(title, COLUMN_LETTERS)),
  ];
  return makeStop({ x, y: -1 }, title, refOfSide(column), children, isChosenSide(column));
}

/**
 * @param {Row[]} rows
 * @param {Column[]} columns
 * @param {number[]} places
 * @param {Order} order
 */
function drawGridCells(rows, columns, places, { lines }) {
  const rowOf = new Map(rows.flatMap((row, y) => row.things.map((thing) => [thing, y])));
  const columnOf = new Map(columns.flatMap((column, x) => column.things.map((one) => [one, x])));
  const cells = collectPairs(lines, (line) => [
    `${columnOf.get(line.right)},${rowOf.get(line.left)}`,
    line,
  ]);
  return [...cells].map(([key, inside]) => {
    const [x, y] = key.split(",").map(Number);
    const centre = [places[x] + CELL_SIZE / 2, COLUMN_NAMES + y * CELL_SIZE + CELL_SIZE / 2];
    const folded = rows[y].key !== "" || columns[x].key !== "";
    const mark = folded ? drawFolded(inside.length, centre) : drawRole(inside[0], centre);
    return makeStop(
      { x, y },
      sayCell(rows[y], columns[x], inside),
      refOfSide(columns[x]),
      [mark],
      false,
    );
  });
}

/**
 * @param {number} n
 * @param {number[]} centre
 */
function drawFolded(n, [x, y]) {
  return makeSvg("text", { class: "grid-count", x, y: y + 4 }, String(n));
}

/**
 * @param {MembershipLine} line
 * @param {number[]} centre
 */
function drawRole({ certainty, member }, [x, y]) {
  const d = shapes.get(roleShapes.get(member.role) ?? "circle") ?? "";
  const transform = `translate(${x} ${y}) scale(0.7)`;
  return makeSvg("path", { class: `grid-mark sure-${certainty}`, d, transform });
}

/**
 * @param {Row} row
 * @param {Column} column
 * @param {MembershipLine[]} inside
 */
function sayCell(row, column, inside) {
  const names = { a: isolate(saySide(row)), b: isolate(saySide(column)) };
  if (row.key || column.key) return word("grid_count", { ...names, n: inside.length });
  const [{ certainty, member }] = inside;
  return word("grid_cell", { ...names, role: sayRole(member, certainty) });
}

/**
 * Under the grid: what the roleShapes mean, and what is not in it.
 *
 * @param {Order} order
 */
function drawGridNotes({ empty, lines }) {
  const roles = [...new Set(lines.map(({ member }) => member.role))];
  const keys = roles.map((role) =>
    make("li", keyOfRole(role, "high"), make("span", term("roles", role))),
  );
  const sure = [...new Set(lines.map(({ certainty }) => certainty))];
  const forms = sure.map((one) =>
    make("li", keyOfRole("", one), make("span", word(`certainty_${one}`))),
  );
  const { memberships, organisations } = state.part;
  const apart = [...organisations].filter((one) => !memberships.has(one));
  const left = /** @type {const} */ ([
    ["grid_empty", empty],
    ["grid_apart", apart],
  ]);
  return make(
    "div.grid-notes",
    { "data-keys": ".key-types" },
    make("ul.inline", ...keys, ...(forms.length > 1 ? forms : [])),
    ...left.map(([key, records]) => {
      const n = records.length;
      return n ? make("p.dim", word(key, { n }), " ", ...linkToAll(records)) : null;
    }),
  );
}

/**
 * @param {string} role
 * @param {string} certainty
 */
function keyOfRole(role, certainty) {
  const d = shapes.get(roleShapes.get(role) ?? "circle") ?? "";
  const path = makeSvg("path", { class: `grid-mark sure-${certainty}`, d });
  return makeSvg("svg", { class: "key", viewBox: "-13 -13 26 26", "aria-hidden": "true" }, path);
}
