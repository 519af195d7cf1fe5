/**
 * The panel of two selections side by side.
 *
 * @import { Content } from "../dom.js"
 * @import { Mark, Tie } from "../model/records.js"
 * @import { Comparison, Feature, Held, Sides, Where } from "../model/sides.js"
 */

import { keyOfWhere, listPlaces, listWhere, sayComparison, sayWhere } from "../compared.js";
import { nameSide } from "../controls/sides.js";
import { make } from "../dom.js";
import { linkTo, markOf, whyLink } from "../elements.js";
import { foldList } from "../folded.js";
import { sayNumber, term, word } from "../language.js";
import { listFeatures } from "../model/sides.js";
import { nameOf, whyPair } from "../phrases.js";

const SHOWN = 10; // of a list that are there at once

/** @param {Sides} sides */
export function sayBothSides({ left, right }) {
  return word("sides_title", { a: nameSide(left), b: nameSide(right) });
}

/**
 * @param {Sides} sides
 * @param {Comparison} comparison
 * @returns {Content[]}
 */
export function drawComparison(sides, comparison) {
  return [
    make(
      "ul.sides-key",
      drawSide("left", "sides_a", nameSide(sides.left)),
      drawSide("right", "sides_b", nameSide(sides.right)),
    ),
    ...sayComparison().map((sentence) => make("p", sentence)),
    drawCounts(comparison),
    ...drawPlaces("organisations", comparison.organisations, drawThere),
    ...drawPlaces("partnerships", comparison.partnerships, drawThere),
    make(
      "details.sides-ties",
      make("summary", word("ties")),
      ...drawPlaces("", comparison.ties, drawTieThere).flat(),
    ),
    ...drawFeatures(listFeatures(comparison)),
    make("p.dim", word("path_none_meaning")),
  ];
}

/**
 * @param {Where} where
 * @param {string} key
 * @param {string} name
 */
function drawSide(where, key, name) {
  return make("li", keyOfWhere(where), make("span", make("b", word(key)), " ", make("bdi", name)));
}

/** @param {Comparison} comparison */
function drawCounts(comparison) {
  const places = listPlaces();
  const rows = /** @type {const} */ (["organisations", "partnerships", "memberships", "ties"]).map(
    (what) => {
      const held = /** @type {Map<string, Held<any>>} */ (comparison[what]);
      const counts = places.map((where) => listWhere(held, where).length);
      return {
        title: word(what === "memberships" ? "sides_memberships" : what),
        cells: counts.map(sayNumber),
      };
    },
  );
  return drawSidesTable(word("sides_compared"), places.map(sayWhere), rows);
}

/**
 * @param {string} corner
 * @param {string[]} columns
 * @param {{ title: string, cells: string[] }[]} rows
 */
function drawSidesTable(corner, columns, rows) {
  const head = [corner, ...columns].map((text) => make("th", { scope: "col" }, text));
  return make(
    "table.sides",
    make("thead", make("tr", ...head)),
    make(
      "tbody",
      rows.map(({ title, cells }) =>
        make(
          "tr",
          make("th", { scope: "row" }, title),
          cells.map((text) => make("td", text)),
        ),
      ),
    ),
  );
}

/**
 * Name what is in each place.
 *
 * @template T
 * @param {string} what its heading, if it has one
 * @param {Map<string, Held<T>>} held
 * @param {(thing: T) => HTMLElement} draw
 * @returns {Content[]}
 */
function drawPlaces(what, held, draw) {
  if (!held.size) return [];
  const lists = listPlaces().flatMap((where) => {
    const things = listWhere(held, where);
    if (!things.length) return [];
    const heading = make("h4.where-title", keyOfWhere(where), make("span", sayWhere(where)));
    return [heading, ...foldList("ul.people", things, draw, SHOWN)];
  });
  return [what ? make("h3", word(what)) : null, ...lists];
}

/** @param {Mark} mark */
function drawThere(mark) {
  return make("li", markOf(mark), make("span", linkTo(mark)));
}

/** @param {Tie} tie */
function drawTieThere(tie) {
  return make("li", make("span", nameOf(tie), " ", whyLink(tie, whyPair(tie))));
}

/**
 * @param {Feature[]} features
 * @returns {Content[]}
 */
function drawFeatures(features) {
  const lists = [...new Set(features.map(({ list }) => list))];
  const columns = [word("sides_a"), word("sides_b")];
  return lists.map((list) => {
    const rows = features
      .filter((one) => one.list === list)
      .map(({ id, left, right }) => ({
        title: list === "sizes" ? word("n_members", { n: Number(id) }) : term(list, id),
        cells: [sayLeastMost(left), sayLeastMost(right)],
      }));
    return drawSidesTable(word(`sides_of_${list}`), columns, rows);
  });
}

/** @param {[least: number, most: number]} range */
function sayLeastMost([least, most]) {
  return least === most ? sayNumber(least) : `${sayNumber(least)}–${sayNumber(most)}`;
}
