/**
 * A card beside what the mouse or the keyboard points at: what it is, and what a choice would show.
 * Who cannot see it hears the same.
 *
 * @import { Line } from "../model/lines.js"
 * @import { Item } from "../model/records.js"
 * @import { Point } from "./camera.js"
 */

import { byId, make } from "../dom.js";
import { language, term, word } from "../language.js";
import { isMark, isOrganisation, isTie } from "../model/records.js";
import { nameOf, sayKind, sayLinks, sayRole } from "../phrases.js";
import { isChosen, state } from "../state.js";
import { currentView, mapElement } from "./camera.js";
import { drawnRadius } from "./looks.js";

const APART = 10; // pixels between a mark and its card

const card = make("div.tip", { "aria-hidden": "true", hidden: "" });
/** @type {unknown[]} */
let drawnFor = [];

/** Put the card beside what is pointed at now, as the map stands now. */
export function placeCard() {
  const item = pointedAt();
  card.hidden = !item;
  if (!item) return;
  const now = [item, language, state.part];
  if (now.some((one, place) => one !== drawnFor[place])) {
    drawnFor = now;
    card.replaceChildren(...sayCard(item).map((text, row) => make(row ? "span" : "b", text)));
    byId("stage").append(card);
  }
  const { height, scale, width } = currentView();
  const { above, below, x } = placeOf(item, scale);
  const { offsetHeight, offsetWidth } = card;
  const top = above > offsetHeight ? above - offsetHeight : Math.min(below, height - offsetHeight);
  const left = Math.max(4, Math.min(x - offsetWidth / 2, width - offsetWidth - 4));
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

/** What is chosen has all of it in the panel. */
function pointedAt() {
  const { cursor, hovered } = state;
  const item = hovered ?? (document.activeElement === mapElement ? cursor : null);
  return item && !isChosen(/** @type {Item} */ (item)) ? item : null;
}

/**
 * @param {Item | Line} item
 * @returns {string[]} a name, and what is to be known of it
 */
function sayCard(item) {
  if ("member" in item) {
    const names = [item.left.name, item.right.name].join(" – ");
    return [names, sayRole(item.member, item.certainty), word("tip_line")];
  }
  if (!isMark(item)) {
    const about = isTie(item)
      ? [word("n_partnerships", { n: item.shared.length })]
      : [sayKind(item)];
    const sure = "certainty" in item ? [word(`certainty_${item.certainty}`)] : [];
    return [nameOf(item), [...about, ...sure].join(" · "), word("tip_line")];
  }
  const region = isOrganisation(item) && item.region ? [term("regions", item.region)] : [];
  return [item.name, [sayKind(item), ...region].join(" · "), sayLinks(item), word("tip_mark")];
}

/**
 * @param {Item | Line} item
 * @param {number} scale
 */
function placeOf(item, scale) {
  const { toScreen } = currentView();
  const ends = /** @type {Point[]} */ (
    "left" in item
      ? [item.left, item.right]
      : "origin" in item
        ? [item.origin, item.target]
        : [item]
  );
  const points = ends.map(toScreen);
  const mean = (/** @type {"x" | "y"} */ axis) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const room = APART + ("radius" in item ? drawnRadius(item, scale) * scale : 0);
  return { x: mean("x"), above: mean("y") - room, below: mean("y") + room };
}
