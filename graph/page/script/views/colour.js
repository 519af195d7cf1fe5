/**
 * Colour and shape of the marks of organisations: both say the same, by type, by where an
 * organisation is at home, or by how sure it is that it takes part.
 *
 * @import { Group, Organisation } from "../model/records.js"
 */

import { block, lookOf, organisations, shapes } from "../data.js";
import { term, word } from "../language.js";
import { certainties, leastSure } from "../model/certainty.js";
import { isOrganisation } from "../model/records.js";
import { membershipsOf } from "../scope.js";
import { state } from "../state.js";

/** @typedef {"type" | "region" | "certainty"} Colour */
/** @typedef {[colour: string, shape: string]} Look */

/** @type {Colour[]} */
export const colours = ["type", "region", "certainty"];

/** @type {Look} of what is not known */
const NONE = ["grey", "cross"];

/** @type {Map<string, Look>} */
const sureLooks = new Map([
  ["high", ["blue", "circle"]],
  ["medium", ["ochre", "diamond"]],
  ["low", ["red", "triangle"]],
]);

const homeLooks = makeHomeLooks();

/** No two of the first sixty have the same colour and shape; the first have what differs most. */
function makeHomeLooks() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { region } of organisations) {
    if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  const tints = block.palette.filter((name) => name !== "grey");
  const forms = [...shapes.keys()].filter((name) => !["cross", "cluster"].includes(name));
  const ranked = [...counts].sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1));
  return new Map(
    ranked.map(([region], place) => [
      region,
      /** @type {Look} */ ([
        tints[place % tints.length],
        forms[(place + Math.floor(place / forms.length)) % forms.length],
      ]),
    ]),
  );
}

/**
 * Give colour and shape of a mark, by what the reader chose.
 *
 * @param {Organisation | Group} mark
 * @returns {Look}
 */
export function lookBy(mark) {
  if (!isOrganisation(mark)) return lookOf(mark);
  return state.colour === "type" ? lookOf(mark) : lookOfValue(valueOf(mark));
}

/**
 * Give the colour of who is at home in a region, while the marks say that.
 *
 * @param {string} region
 */
export function homeTint(region) {
  return state.colour === "region" ? homeLooks.get(region)?.[0] : undefined;
}

/** @param {string} value */
function lookOfValue(value) {
  return (state.colour === "region" ? homeLooks : sureLooks).get(value) ?? NONE;
}

/**
 * Give the region where it is at home, or how sure the surest of its memberships is; nothing where
 * that is not known.
 *
 * @param {Organisation} organisation
 */
function valueOf(organisation) {
  if (state.colour === "region") return organisation.region ?? "";
  const sure = membershipsOf(organisation).map(({ partnership, member }) =>
    leastSure(partnership.certainty, member.sure),
  );
  return certainties.find((one) => sure.includes(one)) ?? "";
}

/**
 * List what the colours and shapes mean, of the organisations that the filters keep.
 *
 * @returns {{ look: Look, text: string, n: number }[]}
 */
export function listColours() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of state.part.organisations) {
    const value = valueOf(one);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order = [...(state.colour === "region" ? homeLooks.keys() : certainties), ""];
  return order
    .filter((value) => counts.has(value))
    .map((value) => ({
      look: lookOfValue(value),
      text: sayValue(value),
      n: counts.get(value) ?? 0,
    }));
}

/** @param {string} value */
function sayValue(value) {
  if (state.colour === "region") return value ? term("regions", value) : word("no_region");
  return word(value ? `certainty_${value}` : "colour_none");
}
