/**
 * What two selections have in common and what each has alone, in sentences, and the keys by which
 * the map tells them apart.
 *
 * @import { Organisation } from "./model/records.js"
 * @import { Comparison, Held, Where } from "./model/sides.js"
 */

import { makeSvg } from "./elements.js";
import { isolate, term, word } from "./language.js";
import { whereLooks } from "./map/looks.js";
import { listFeatures, wheres } from "./model/sides.js";
import { state } from "./state.js";

const NAMES = 3; // that a sentence gives before it says how many more there are

/**
 * List what is in one place of a comparison.
 *
 * @template T
 * @param {Map<string, Held<T>>} held
 * @param {Where} where
 */
export function listWhere(held, where) {
  return [...held.values()].filter((one) => one.where === where).map(({ thing }) => thing);
}

/** List the places in which something is; what is not known is one only where there is any. */
export function listPlaces() {
  const { organisations, partnerships, ties } = state.comparison ?? {};
  const unknown = [organisations, partnerships, ties].some(
    (held) => held && listWhere(/** @type {Map<string, Held<any>>} */ (held), "not known").length,
  );
  return wheres.filter((where) => where !== "not known" || unknown);
}

/** @param {Where | "apart"} where */
export function sayWhere(where) {
  return word(`sides_${where.replace(" ", "_")}`);
}

/**
 * Say a comparison in a few sentences.
 *
 * @returns {string[]}
 */
export function sayComparison() {
  const { comparison } = state;
  if (!comparison) return [];
  const shared = listWhere(comparison.organisations, "both");
  const share = { n: shared.length, names: nameSome(shared) };
  const unknown = listWhere(comparison.partnerships, "not known").length;
  return [
    word(shared.length ? "sides_share" : "sides_share_none", share),
    ...comparison.splits.map(saySplit),
    ...(unknown ? [word("sides_when_not_known", { n: unknown })] : []),
    ...sayAlone(comparison),
  ];
}

/** @param {Organisation[][]} parts */
function saySplit(parts) {
  const names = parts.map((part) => {
    return `${word("n_organisations", { n: part.length })} (${nameSome(part)})`;
  });
  return word("sides_split", { n: parts.length, names: names.join("; ") });
}

/**
 * Say which types and themes one side has and the other cannot have.
 *
 * @param {Comparison} comparison
 * @returns {string[]}
 */
function sayAlone(comparison) {
  const found = listFeatures(comparison);
  return ["types", "themes"].flatMap((list) =>
    /** @type {const} */ (["left", "right"]).flatMap((side) => {
      const other = side === "left" ? "right" : "left";
      const alone = found.filter(
        (one) => one.list === list && one[side][0] > 0 && one[other][1] === 0,
      );
      const names = alone.map(({ id }) => term(list, id)).join(", ");
      return names ? [word(`sides_${list}`, { side: sayWhere(side), names })] : [];
    }),
  );
}

/** @param {Organisation[]} organisations */
function nameSome(organisations) {
  const names = organisations.slice(0, NAMES).map(({ name }) => isolate(name));
  const rest = organisations.length - names.length;
  return names.join(", ") + (rest ? ` ${word("sides_more", { n: rest })}` : "");
}

/**
 * Draw a mark on a line as the map shows what is in a place.
 *
 * @param {Where | "apart"} where
 */
export function keyOfWhere(where) {
  const { colour, dashes, double, empty, open, width } = whereLooks[where];
  const line = { x1: 1, x2: 43, y1: 8, y2: 8, "stroke-width": width, class: `stroke-${colour}` };
  const dashed = { ...line, "stroke-dasharray": dashes.join(" ") };
  const [cx, cy] = [22, 8];
  const ring = { cx, cy, r: 7.5, class: `fill-${colour}` };
  const mark = {
    cx,
    cy,
    r: 5,
    "stroke-width": open && !empty ? 2.5 : 1.5,
    class: `fill-${open ? "ground" : colour} stroke-${open ? colour : "ground"}`,
  };
  return makeSvg(
    "svg",
    { class: "where", viewBox: "0 0 44 16", "aria-hidden": "true" },
    makeSvg("line", dashes.length ? dashed : line),
    ...(double ? [makeSvg("circle", ring)] : []),
    makeSvg("circle", empty ? { ...mark, "stroke-dasharray": "2.5 2" } : mark),
  );
}
