/**
 * Drawing of groups: a disc each, with its name and how many it holds, and bundles of ties.
 *
 * @import { Community } from "../model/communities.js"
 * @import { Point, ViewOfMap } from "./camera.js"
 * @import { Canvas, LinePath } from "./drawing.js"
 * @import { Box, Placed } from "./labels.js"
 */

import { sayCommunity } from "../phrases.js";
import { sayNumber, word } from "../language.js";
import { state } from "../state.js";
import { farView, nearScale } from "../views/far.js";
import { currentView, mapElement, network, noteLook, show } from "./camera.js";
import { LABEL_LINE, breakName, labelFont } from "./label_text.js";
import { palette } from "./looks.js";

const BUNDLES = 3; // of ties a group, at most: the thickest
const WIDEST = 14; // pixels

/**
 * @param {Canvas} canvas
 * @param {number} scale
 * @param {() => LinePath} newPath
 */
export function drawFar(canvas, scale, newPath) {
  const { bundles, groups } = farView();
  const most = bundles.at(-1)?.count ?? 1;
  canvas.save();
  canvas.lineCap = "butt";
  canvas.setLineDash([]);
  for (const { left, right, count } of bundles.slice(-BUNDLES * groups.length)) {
    const path = newPath();
    path.moveTo(left.x, left.y);
    path.lineTo(right.x, right.y);
    canvas.strokeStyle = palette.faint;
    canvas.lineWidth = Math.max(1, WIDEST * Math.sqrt(count / most)) / scale;
    canvas.stroke(path);
  }
  for (const group of groups) {
    canvas.beginPath();
    canvas.arc(group.x, group.y, radiusOf(group, scale), 0, 2 * Math.PI);
    canvas.fillStyle = palette.ground;
    canvas.fill();
    canvas.lineWidth = 2.5 / scale;
    canvas.strokeStyle = palette.accent;
    canvas.stroke();
  }
  canvas.restore();
}

/**
 * Its area says how many it holds.
 *
 * @param {Community} group
 * @param {number} scale
 */
function radiusOf({ members }, scale) {
  return Math.max(6 / scale, 62 * Math.sqrt(members.length));
}

/**
 * Place the names of groups, the largest first, where they cover no other name and no other disc; a
 * group whose name finds no place says in its disc how many it holds.
 *
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 * @returns {Placed[]}
 */
export function placeFarNames(canvas, view) {
  /** @type {Placed[]} */
  const placed = [];
  const { groups } = farView();
  const discs = new Map(groups.map((group) => [group, discOf(group, view)]));
  canvas.font = labelFont(true);
  for (const group of groups) {
    const n = group.members.length;
    const name = [...breakName(sayCommunity(group), 20, 2), word("n_organisations", { n })];
    const others = [...discs].filter(([other]) => other !== group).map(([, disc]) => disc);
    const isFree = (/** @type {Box} */ box) =>
      [...placed.map((one) => one.box), ...others].every((other) => apart(box, other));
    const count = [sayNumber(n)];
    const [middle] = listFarPlaces(canvas, view, group, count);
    const free = listFarPlaces(canvas, view, group, name).find(isFree);
    const [rows, box] = free ? [name, free] : [count, middle];
    if (!free && !placed.every((other) => apart(box, other.box))) continue;
    const look = { colour: palette.ink, bold: true };
    placed.push({ mark: null, look, box, rows: rows.map((text) => ({ text })) });
  }
  return placed;
}

/**
 * @param {Community} group
 * @param {ViewOfMap} view
 * @returns {Box} around its disc
 */
function discOf(group, { toScreen, scale }) {
  const { x, y } = toScreen(group);
  const radius = radiusOf(group, scale) * scale;
  return [x - radius, y - radius, x + radius, y + radius];
}

/**
 * List where the name of a group could stand: in its disc, or beside it, and never out of the frame.
 *
 * @param {Canvas} canvas
 * @param {ViewOfMap} view
 * @param {Community} group
 * @param {string[]} rows
 * @returns {Box[]}
 */
function listFarPlaces(canvas, { toScreen, scale, width, height }, group, rows) {
  const { x, y } = toScreen(group);
  const wide = Math.max(...rows.map((row) => canvas.measureText(row).width)) + 6;
  const tall = rows.length * LABEL_LINE;
  const [centre, top] = [x - wide / 2, y - tall / 2];
  const away = radiusOf(group, scale) * scale + 3;
  const within = (/** @type {number} */ at, /** @type {number} */ most) =>
    Math.max(2, Math.min(at, most - 2));
  return [
    [centre, top],
    [centre, y + away],
    [centre, y - away - tall],
    [x + away, top],
    [x - away - wide, top],
  ].map(([left, down]) => {
    const [start, upper] = [within(left, width - wide), within(down, height - tall)];
    return [start, upper, start + wide, upper + tall];
  });
}

/**
 * @param {Box} one
 * @param {Box} two
 */
function apart(one, two) {
  return one[0] >= two[2] || two[0] >= one[2] || one[1] >= two[3] || two[1] >= one[3];
}

/**
 * Find the group whose disc covers a point of the screen.
 *
 * @param {Point} screen
 */
export function communityAt({ x, y }) {
  const { toScreen, scale } = currentView();
  const covers = (/** @type {Community} */ group) => {
    const at = toScreen(group);
    return Math.hypot(at.x - x, at.y - y) <= Math.max(12, radiusOf(group, scale) * scale);
  };
  return farView().groups.find(covers) ?? null;
}

/**
 * Come so close to a group that its organisations stand there.
 *
 * @param {Community} group
 */
export function enterCommunity(group) {
  state.cursor = null;
  show(group.members);
  const scale = Math.max(network.getScale(), nearScale);
  network.moveTo({ position: { x: group.x, y: group.y }, scale, animation: false });
  noteLook();
  mapElement.focus({ preventScroll: true });
}
