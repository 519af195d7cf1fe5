/**
 * The panel: all that is known about what is chosen.
 *
 * @import { Child, Content } from "../dom.js"
 * @import { Item } from "../model/records.js"
 * @import { Choice } from "../state.js"
 */

import { select, showSides, stepByKey } from "../actions.js";
import { filters } from "../data.js";
import { byId, first, isSeen, make, makeButton } from "../dom.js";
import { markOf } from "../elements.js";
import { word } from "../language.js";
import { mapElement } from "../map/camera.js";
import { isNarrowed } from "../model/choices.js";
import { holds } from "../model/part.js";
import { isGroup, isOrganisation, isPartnership, isRelation, isTie } from "../model/records.js";
import { nameOf, sayEnds, titleOf } from "../phrases.js";
import { state } from "../state.js";
import { bringTogether, isSideBySide } from "../together.js";
import { drawDocument } from "./document.js";
import { bindUnfolding } from "../folded.js";
import { drawGroup } from "./group.js";
import { drawOrganisation } from "./organisation.js";
import { drawPart } from "./part.js";
import { drawPartnership } from "./partnership.js";
import { drawPaths } from "./paths.js";
import { drawRelation } from "./relations.js";
import { drawSeveral } from "./several.js";
import { drawComparison, sayBothSides } from "./sides.js";
import { drawTie } from "./tie.js";

/**
 * @typedef {object} View what the panel shows
 * @property {string} name by which it is known whether it is another than before
 * @property {boolean} closable
 * @property {Child} [mark]
 * @property {string} kicker
 * @property {Child} title
 * @property {Content[]} body
 */

const panel = byId("panel");
const startView = byId("start");
const detailView = byId("details");

/**
 * Where the keyboard goes when the panel closes.
 *
 * @type {HTMLElement | null}
 */
let cameFrom = null;

/** Show what is chosen; the keyboard stays where it was in the panel. */
export function renderPanel() {
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const inside = panel !== focused && panel.contains(focused);
  const held = inside && focused.dataset.focus;
  const view = chooseView();
  offerReading();
  byId("broken").hidden = !state.broken;
  startView.hidden = view !== null;
  detailView.hidden = view === null;
  first("h2", startView).id = view ? "" : "panel-title";
  detailView.replaceChildren(...(view ? fillPanel(view) : []));
  if (panel.dataset.shown !== view?.name) panel.scrollTop = 0;
  panel.dataset.shown = view?.name ?? "";
  if (held) first(`[data-focus="${held}"]`, detailView)?.focus({ preventScroll: true });
  if (inside && !panel.contains(document.activeElement)) focusTitle();
}

/**
 * A record, paths, two selections, what the filters keep; null for how to start.
 *
 * @returns {View | null}
 */
function chooseView() {
  const { between, choices, comparison, paths, selected, several, sides } = state;
  if (selected) return viewItem(selected);
  if (several.length) {
    const [title, body] = [word("n_organisations", { n: several.length }), drawSeveral()];
    return { name: "several", closable: true, kicker: word("several"), title, body };
  }
  if (between && paths) {
    const [title, body] = [sayEnds(between), drawPaths(between, paths)];
    return { name: "paths", closable: true, kicker: word("way"), title, body };
  }
  if (sides && comparison) {
    const [title, body] = [sayBothSides(sides), drawComparison(sides, comparison)];
    return { name: "sides", closable: true, kicker: word("sides_kicker"), title, body };
  }
  if (!isNarrowed(filters, choices)) return null;
  const [title, body] = [word("part_title"), drawPart()];
  return { name: "filters", closable: false, kicker: word("filters"), title, body };
}

/**
 * @param {Item} item
 * @returns {View}
 */
function viewItem(item) {
  const about = { name: item.ref, closable: true, mark: markOf(item) };
  const title = isTie(item) || isRelation(item) ? nameOf(item) : make("bdi", titleOf(item));
  const [kicker, body] = drawItem(item);
  return { ...about, kicker: word(kicker), title, body: [drawOutside(item), ...body] };
}

/**
 * @param {Item} item
 * @returns {[kicker: string, body: Content[]]}
 */
function drawItem(item) {
  if (isTie(item)) return ["tie", drawTie(item)];
  if (isRelation(item)) return ["relation", drawRelation(item)];
  if (isOrganisation(item)) return ["organisation", drawOrganisation(item)];
  if (isPartnership(item)) return ["partnership", drawPartnership(item)];
  return isGroup(item) ? ["group", drawGroup(item)] : ["document", drawDocument(item)];
}

/** @param {View} view */
function fillPanel({ body, closable, kicker, mark = null, title }) {
  const close = closable ? makeButton(".close", closePanel, word("close")) : null;
  return [
    make("div.panel-top", make("p.kicker", mark, make("span", kicker)), close),
    make("h2", { id: "panel-title", tabindex: "-1" }, title),
    ...body
      .flat()
      .filter((part) => part !== null)
      .filter((part) => part !== ""),
  ];
}

/** @param {Item} item */
function drawOutside(item) {
  if (!isNarrowed(filters, state.choices)) return null;
  const inside = holds(state.part, item);
  return make(inside ? "p.note" : "p.note.unknown", word(inside ? "inside_note" : "outside_note"));
}

function isChoice() {
  return Boolean(state.selected || state.between || state.several.length);
}

function focusTitle() {
  byId("panel-title").focus({ preventScroll: true });
}

function closePanel() {
  const back = cameFrom;
  if (isChoice()) select(null);
  else showSides(null, panel);
  const there = back?.isConnected && isSeen(back) ? back : (mapElement ?? panel);
  there.focus({ preventScroll: true });
  const { top, bottom } = there.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) there.scrollIntoView({ block: "nearest" });
}

/** Where the panel stands below the map, a way to it stands under what was chosen there. */
function offerReading() {
  const { selected, several } = state;
  const button = byId("read-more");
  const n = several.length;
  const name = selected ? nameOf(selected) : n ? word("n_organisations", { n }) : "";
  button.hidden = !name;
  button.textContent = word("read_more", { name });
}

function enterPanel() {
  focusTitle();
  if (isSideBySide()) return bringTogether();
  const { top, bottom } = panel.getBoundingClientRect();
  if (top > innerHeight - 80 || bottom < 80) panel.scrollIntoView({ block: "start" });
}

/** @param {Choice} choice */
export function followChoice({ from, enter }) {
  if (from) cameFrom = /** @type {HTMLElement} */ (from);
  if (detailView.hidden) return;
  if (enter) enterPanel();
  else bringTogether();
}

/** Let the panel answer to keys. */
export function bindPanel() {
  bindUnfolding();
  byId("read-more").addEventListener("click", enterPanel);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (isChoice() || state.sides)) closePanel();
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && stepByKey(event.key)) {
      event.preventDefault();
    }
  });
}
