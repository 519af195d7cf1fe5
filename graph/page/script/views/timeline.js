/**
 * The timeline: what ran when, a row a partnership. A full bar is certain, an open one is some day
 * in it, and a dashed line what may have been.
 *
 * @import { Run, Section } from "../model/timeline.js"
 * @import { Side } from "../model/grid.js"
 * @import { Partnership } from "../model/records.js"
 */

import { sources } from "../data.js";
import { make } from "../dom.js";
import { makeSvg } from "../elements.js";
import { word } from "../language.js";
import { foldSide, groupOfColumn } from "../model/grid.js";
import { FIRST_DAY, LAST_DAY } from "../model/lifetimes.js";
import {
  findCore,
  findRuns,
  findYears,
  listTicks,
  orderRuns,
  writeYear,
  yearsOf,
} from "../model/timeline.js";
import { state } from "../state.js";
import { sayChanges, sayRun, saySection } from "../when.js";
import { cutName, isChosenSide, makeFlat, makeStop, refOfSide, saySide } from "./stops.js";

const ROW_HEIGHT = 24; // pixels
const SECTION_HEIGHT = 34; // of a heading between rows
const SCALE_HEIGHT = 30; // of the years over them
const OPEN_WIDTH = 22; // on either side, for what reaches out of the years
const LEAST_CORE = 6; // pixels of a bar, however short it ran
const LETTER_WIDTH = 7.4; // pixels, about
const TICK_WIDTH = 36; // pixels that the name of a year takes
const UNKNOWN = "words:time_unknown"; // those of which nothing is known stand together

/**
 * @typedef {object} Scale
 * @property {[first: number, last: number]} years
 * @property {number} left where the first year begins, in pixels
 * @property {number} width of the picture
 * @property {number} yearWidth
 * @property {(year: number) => number} at
 */

export const timeline = makeFlat("time", "timeline", drawTimeline);

/** @param {HTMLElement} box */
function drawTimeline(box) {
  const runs = findRuns(state.part, sources, state.years);
  const years = findYears(runs.values());
  const scale = makeScale(box, years ?? [0, 0]);
  const { width } = scale;
  let [y, top] = [0, SCALE_HEIGHT];
  const rows = orderRuns(runs).flatMap((section) => {
    const head = makeSvg("text", { class: "time-head", x: 6, y: top + 22 }, saySection(section));
    top += SECTION_HEIGHT;
    const sides = foldSection(section).map((side) => {
      const row = drawTimeRow(side, y, top, scale, runs);
      [y, top] = [y + 1, top + ROW_HEIGHT];
      return row;
    });
    return [head, ...sides];
  });
  const height = top + 6;
  const about = { class: "flat", width, height, viewBox: `0 0 ${width} ${height}` };
  const lines = years ? drawScale(scale, height) : [];
  box.replaceChildren(
    ...(state.years
      ? [make("p.time-says", make("b", sayChanges()), " ", word("time_caveat"))]
      : []),
    make("div.flat-scroll", makeSvg("svg", { ...about, role: "presentation" }, ...lines, ...rows)),
    drawTimeNotes([...runs]),
  );
}

/**
 * @param {HTMLElement} box
 * @param {[first: number, last: number]} years
 * @returns {Scale}
 */
function makeScale(box, years) {
  const width = Math.max(240, box.clientWidth - 18);
  const left = Math.min(width * 0.42, 420) + OPEN_WIDTH;
  const yearWidth = (width - OPEN_WIDTH - left) / (years[1] + 1 - years[0]);
  return { years, left, width, yearWidth, at: (year) => left + (year - years[0]) * yearWidth };
}

/**
 * @param {Section} section
 * @returns {Side<Partnership>[]}
 */
function foldSection({ known, unknown }) {
  const { unfolded } = timeline;
  const fold = unknown.length > 1 && !unfolded.has(UNKNOWN);
  return [
    ...foldSide(known, groupOfColumn, unfolded),
    ...(fold ? [{ key: UNKNOWN, things: unknown }] : foldSide(unknown, groupOfColumn, unfolded)),
  ];
}

/**
 * The years; those between which changes are shown stand out.
 *
 * @param {Scale} scale
 * @param {number} height
 */
function drawScale({ at, years, yearWidth }, height) {
  const chosen = state.years ?? [];
  const ticks = listTicks(years, TICK_WIDTH / yearWidth);
  return [
    ...chosen
      .filter((year) => year >= years[0] && year <= years[1])
      .map((year) =>
        makeSvg("rect", { class: "time-year", x: at(year), width: yearWidth, height }),
      ),
    ...[...new Set([...ticks, ...chosen])].flatMap((year) => [
      drawStroke("time-rule", `M${at(year)} 6V${height}`),
      makeSvg("text", { class: "grid-head", x: at(year) + 4, y: 18 }, writeYear(year)),
    ]),
  ];
}

/**
 * @param {Side<Partnership>} side
 * @param {number} y
 * @param {number} top
 * @param {Scale} scale
 * @param {Map<Partnership, Run>} runs
 */
function drawTimeRow(side, y, top, scale, runs) {
  const { key, things } = side;
  const title = saySide(side);
  const name = key ? title : sayRun(things[0], /** @type {Run} */ (runs.get(things[0])));
  const { left, width } = scale;
  const letters = key === UNKNOWN ? Infinity : (left - OPEN_WIDTH - 8) / LETTER_WIDTH;
  const middle = top + ROW_HEIGHT / 2;
  const bars = things.flatMap((one) => {
    const run = /** @type {Run} */ (runs.get(one));
    return [...(key ? [] : drawSpan(one, run, middle, scale)), ...drawCore(run, middle, scale)];
  });
  const children = [
    makeSvg("rect", { class: "grid-band", y: top, width, height: ROW_HEIGHT }),
    makeSvg("text", { x: 6, y: top + 16 }, cutName(key ? `▸ ${title}` : title, letters)),
    ...bars,
  ];
  return makeStop({ x: -1, y }, name, refOfSide(side), children, isChosenSide(side));
}

/**
 * When it may have run, with an arrow where that reaches out of the years; a date that is about or
 * uncertain has its sign beside it.
 *
 * @param {Partnership} partnership
 * @param {Run} run
 * @param {number} y
 * @param {Scale} scale
 */
function drawSpan({ period }, { begins, endsBy, planned }, y, { at, left, width }) {
  const [opens, stays] = [begins === FIRST_DAY, endsBy === LAST_DAY];
  const from = opens ? left - OPEN_WIDTH + 4 : at(yearsOf(begins));
  const to = stays ? width - 4 : at(yearsOf(endsBy, true));
  const [first, last = ""] = (period ?? "").split("/");
  const signs = /** @type {const} */ ([
    [first, from - 11],
    [last, to + 3],
  ]).filter(([date]) => /[?~]$/.test(date));
  return [
    drawStroke(planned ? "time-may time-planned" : "time-may", `M${from} ${y}H${to}`),
    ...(opens ? [drawStroke("time-line", `M${from + 5} ${y - 4}l-5 4l5 4`)] : []),
    ...(stays ? [drawStroke("time-line", `M${to - 5} ${y - 4}l5 4l-5 4`)] : []),
    ...signs.map(([date, x]) => makeSvg("text", { x, y: y + 4 }, date.slice(-1))),
  ];
}

/**
 * When it ran for certain: on all days of a full bar, on some day of an open one.
 *
 * @param {Run} run
 * @param {number} y
 * @param {Scale} scale
 */
function drawCore(run, y, { at }) {
  const core = findCore(run);
  if (!core) return [];
  const [from, to] = [at(yearsOf(core.from)), at(yearsOf(core.to, true))];
  const width = Math.max(LEAST_CORE, to - from);
  return [drawBar(core.all, (from + to - width) / 2, width, y)];
}

/**
 * @param {boolean} all
 * @param {number} x
 * @param {number} width
 * @param {number} y
 */
function drawBar(all, x, width, y) {
  const kind = all ? "time-core" : "time-core time-some";
  return makeSvg("rect", { class: kind, x, y: y - 6, width, height: 12, rx: 2 });
}

/**
 * @param {string} kind
 * @param {string} d
 */
function drawStroke(kind, d) {
  return makeSvg("path", { class: kind, d });
}

/**
 * Under the rows: what bars and lines mean, as far as they are there.
 *
 * @param {[Partnership, Run][]} runs
 */
function drawTimeNotes(runs) {
  const cores = runs.map(([, run]) => findCore(run)?.all);
  const dashes = "M2 10H42";
  /** @type {[key: string, used: boolean, mark: Node | string][]} */
  const keys = [
    ["time_sure", cores.includes(true), drawBar(true, 2, 40, 10)],
    ["time_some", cores.includes(false), drawBar(false, 2, 40, 10)],
    ["time_may", true, drawStroke("time-may", dashes)],
    [
      "time_planned",
      runs.some(([, one]) => one.planned),
      drawStroke("time-may time-planned", dashes),
    ],
    ["time_doubt", runs.some(([{ period }]) => /[?~]/.test(period ?? "")), ""],
  ];
  const items = keys
    .filter(([, used]) => used)
    .map(([key, , mark]) => {
      const sign = makeSvg(
        "svg",
        { class: "time-key", viewBox: "0 0 44 20", "aria-hidden": "true" },
        mark,
      );
      return make("li", mark ? sign : "", make("span", word(key)));
    });
  return make("div.grid-notes", { "data-keys": "" }, make("ul.inline", ...items));
}
