/**
 * The map of regions: what is counted in each, and the choice of one, as in the filter.
 *
 * @import { RegionCount } from "../model/region_counts.js"
 */

import { toggleWord } from "../actions.js";
import { data } from "../data.js";
import { byId, every, first, make } from "../dom.js";
import { isolate, sayNumber, term, word } from "../language.js";
import { countRegions } from "../model/region_counts.js";
import { state } from "../state.js";
import { arrowWays } from "./stops.js";

const DARKEST = 4; // steps of the ground of a region, by its partnerships

/** Show the map of regions in its view, as the state is now. */
export function followRegions() {
  const box = byId("regions");
  if (!box) return;
  const open = state.view === "regions";
  box.classList.toggle("open", open);
  if (open) countInView(box);
}

/** Let regions be chosen, and the map be walked through. */
export function bindRegions() {
  const box = byId("regions");
  if (!box) return;
  for (const one of listPicks(box)) one.setAttribute("role", "button");
  for (const one of every("td [data-region], th [data-region]", box)) one.tabIndex = 0;
  const [start, ...others] = listOnMap(box);
  start?.setAttribute("tabindex", "0");
  for (const one of others) one.setAttribute("tabindex", "-1");
  box.addEventListener("click", ({ target }) => pickRegion(/** @type {Element} */ (target)));
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target);
    if (event.key === "Enter" || event.key === " ") pickRegion(target);
    else if (!walkRegions(box, target, event.key)) return;
    event.preventDefault();
  });
}

/** @param {Element} box */
function listPicks(box) {
  return every("[data-region]", box);
}

/** @param {Element} box */
function listOnMap(box) {
  return every(".region-map [data-region]", box);
}

/** @param {HTMLElement} box */
function countInView(box) {
  const { counts, without } = countRegions(data, state.choices);
  const onMap = new Set(listOnMap(box));
  const held = [...onMap].map((one) => counts.get(one.dataset.region ?? "")?.partnerships ?? 0);
  const most = Math.max(1, ...held);
  for (const one of listPicks(box)) {
    const id = one.dataset.region ?? "";
    const count = counts.get(id) ?? { partnerships: 0, organisations: 0 };
    showCount(one.closest("tr") ?? one, count);
    one.setAttribute("aria-pressed", String(state.choices.regions.includes(id)));
    one.setAttribute("aria-label", sayCounted(id, count));
    const name = onMap.has(one) ? one.querySelector("span") : one;
    if (name) breakAtSlashes(name, term("regions", id));
    if (!onMap.has(one)) continue;
    one.dataset.level = String(Math.ceil((DARKEST * count.partnerships) / most));
  }
  const left = first("#regions-without");
  left.textContent = without ? word("regions_without", { n: without }) : "";
}

/**
 * Write a name that may be broken behind a slash.
 *
 * @param {Element} place
 * @param {string} name
 */
function breakAtSlashes(place, name) {
  const parts = name.split("/");
  place.replaceChildren(...parts.flatMap((one, at) => (at ? ["/", make("wbr"), one] : [one])));
}

/**
 * @param {Element} holder of two numbers
 * @param {RegionCount} count
 */
function showCount(holder, { partnerships, organisations }) {
  const numbers = [partnerships, organisations];
  every("[data-number]", holder).forEach((one, place) => {
    one.dataset.number = String(numbers[place]);
    one.textContent = sayNumber(numbers[place]);
  });
}

/**
 * @param {string} id
 * @param {RegionCount} count
 */
function sayCounted(id, { partnerships, organisations }) {
  return word("region_counted", {
    name: isolate(term("regions", id)),
    a: word("n_partnerships", { n: partnerships }),
    b: word("n_organisations", { n: organisations }),
  });
}

/** @param {Element} target */
function pickRegion(target) {
  const chosen = target.closest("[data-region]");
  if (chosen) toggleWord("regions", chosen.getAttribute("data-region") ?? "");
}

/**
 * Go to the region on the map that lies nearest in a direction; what lies aside counts double.
 *
 * @param {Element} box
 * @param {Element} from
 * @param {string} key
 * @returns {boolean} whether it was one of the arrows, on the map
 */
function walkRegions(box, from, key) {
  const way = arrowWays.get(key);
  const stops = listOnMap(box);
  if (!way || !stops.some((one) => one === from)) return false;
  const [dx, dy] = way;
  const here = middleOf(from);
  const ahead = stops.flatMap((stop) => {
    const there = middleOf(stop);
    const [right, down] = [there.x - here.x, there.y - here.y];
    const far = right * dx + down * dy;
    return far > 1 ? [{ stop, cost: far + 2 * Math.abs(right * dy + down * dx) }] : [];
  });
  ahead.sort((one, two) => one.cost - two.cost);
  if (!ahead.length) return true;
  from.setAttribute("tabindex", "-1");
  ahead[0].stop.setAttribute("tabindex", "0");
  ahead[0].stop.focus();
  return true;
}

/** @param {Element} element */
function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
