/**
 * Start: put the parts together, and let a change pass through all of them.
 *
 * @import { Point } from "./map/camera.js"
 * @import { How, State } from "./state.js"
 */

import { forgetAddress, writeAddress } from "./address.js";
import { bindAlone, markAlone } from "./controls/alone.js";
import { bindArrows, markArrows } from "./controls/arrows.js";
import { bindFields, markFields } from "./controls/fields.js";
import { bindCommunities, followCommunities } from "./controls/communities.js";
import { bindColours, followColours } from "./controls/colour.js";
import { bindCites } from "./controls/cite.js";
import { followCoverage, renderCoverage } from "./controls/coverage.js";
import { buildFilters, followFilters } from "./controls/filters.js";
import { bindLegend, followLegend } from "./controls/legend.js";
import { bindBetween, fillBetween } from "./controls/between.js";
import { bindBrowse, closeList } from "./controls/browse.js";
import { bindHighlights, markHighlights } from "./controls/highlights.js";
import { bindKeys } from "./controls/shortcuts.js";
import { bindSides, buildSides, followSides } from "./controls/sides.js";
import { bindSearch, clearSearch, translateResults } from "./controls/search.js";
import { sayTips, translatePage } from "./controls/translate.js";
import { bindUndo, markUndo } from "./controls/undo.js";
import { bindStory, markStory } from "./controls/story.js";
import { bindViews, markView } from "./controls/views.js";
import { bindYears, markYears } from "./controls/years.js";
import { block, groups, organisations, partnerships, readWords } from "./data.js";
import { announce, byId, every, first } from "./dom.js";
import { findStep, pushStep } from "./history.js";
import { language, useLanguage } from "./language.js";
import {
  currentView,
  fitAll,
  holdCamera,
  lookAt,
  mapElement,
  moved,
  network,
  showFocus,
} from "./map/camera.js";
import { regionFields } from "./map/fields.js";
import { bindKeyboard } from "./map/keyboard.js";
import { labelBoxes } from "./map/labels.js";
import { arrowAppearance, lineAppearance, readPalette, standing } from "./map/looks.js";
import { followMap, redrawMap, showChoice, startMap } from "./map/map.js";
import { bindMoving, offerMoving, putAsAsked } from "./map/moving.js";
import { bindPointer } from "./map/pointer.js";
import { bindPanel, followChoice, renderPanel } from "./panel/panel.js";
import { findWhere } from "./model/sides.js";
import { readAddress } from "./read_address.js";
import { followSheets, renderSheets } from "./sheets/narrowed.js";
import { markRows } from "./sheets/rows.js";
import { bindSorting } from "./sheets/sorting.js";
import { bindSheets, openAddressedSheet } from "./sheets/tabs.js";
import { attend, listenToChanges, listenToChoices, state, update } from "./state.js";
import { bindTake, followTake } from "./take/take.js";
import { bringTogether } from "./together.js";
import { listArrows, tracePoints } from "./views/arrows.js";
import { grid } from "./views/grid.js";
import { bindRegions, followRegions } from "./views/regions.js";
import { followScene, scene, setScene } from "./views/scene.js";
import { bindFlat, followFlat } from "./views/stops.js";
import { timeline } from "./views/timeline.js";

const flats = [grid, timeline];

listenToChanges(
  followScene,
  followMap,
  followFlats,
  followRegions,
  renderPanel,
  markRows,
  markView,
  markYears,
  markArrows,
  markAlone,
  markFields,
  followFilters,
  followLegend,
  followSides,
  followColours,
  offerMoving,
  followSheets,
  followCoverage,
  followInAddress,
  markUndo,
  followTake,
  markHighlights,
  markStory,
  followCommunities,
  followAloud,
  redrawMap,
);
listenToChoices(closeList, showChoice, followChoice, clearSearch);

function followFlats() {
  flats.forEach(followFlat);
}

/**
 * @param {State} _
 * @param {How} how
 */
function followInAddress(_, { quiet }) {
  if (!quiet) writeAddress();
}

/**
 * @param {State} _
 * @param {How} how
 */
function followAloud(_, { say }) {
  if (say) announce(typeof say === "function" ? say() : say);
}

/** @param {string} wanted */
function setLanguage(wanted) {
  if (wanted === language) return;
  useLanguage(wanted);
  translateAll();
  writeAddress();
  markUndo();
}

function translateAll() {
  translatePage();
  closeList();
  for (const id of ["between-error", "taken"]) byId(id)?.replaceChildren();
  buildFilters();
  buildSides();
  update({}, { quiet: true });
  renderSheets();
  renderCoverage();
  translateResults();
}

/** Go to the view that the address asks for now: another step of the history, or a link. */
function restore() {
  forgetAddress();
  const asked = readAddress();
  const changed = asked.language !== language;
  useLanguage(asked.language);
  if (state.view !== asked.view.view || state.at) holdCamera(false);
  update(asked.view, { quiet: true });
  if (changed) translateAll();
  fillBetween();
  putAsAsked(asked.puts);
  clearSearch({ from: null });
  if (!moved) fitAll();
  lookWhereAsked();
  openAddressedSheet();
}

/**
 * Go to a view as a link does.
 *
 * @param {string} address
 */
function showView(address) {
  if (location.hash !== address) pushStep(address);
  restore();
}

/**
 * Go to a view as a link does, and let the reader see it.
 *
 * @param {string} address
 * @param {HTMLElement} from where the keyboard was
 */
function goTo(address, from) {
  showView(address);
  attend({ item: state.selected, changed: true, from, enter: true, move: false });
}

function lookWhereAsked() {
  if (state.at) lookAt(state.at);
  else showFocus();
}

function repaint() {
  readPalette();
  redrawMap();
}

function start() {
  const asked = readAddress();
  readWords();
  byId("tools").hidden = false;
  byId("languages").hidden = false;
  fitIfStarted();
  bindSkips();
  bindKeyboard();
  bindSearch();
  bindBrowse();
  bindHighlights(goTo);
  bindStory(showView);
  bindPanel();
  bindSorting();
  bindSheets();
  byId("ask").hidden = !organisations.length;
  byId("measures")?.removeAttribute("hidden");
  bindViews();
  flats.forEach(bindFlat);
  bindYears();
  bindRegions();
  bindCommunities();
  bindArrows();
  bindAlone();
  bindFields();
  bindBetween();
  bindSides();
  bindLegend();
  bindColours();
  bindMoving();
  bindTake();
  bindUndo();
  bindKeys();
  bindCites();
  sayTips();
  byId("narrow").addEventListener("toggle", bringTogether);
  if (language !== block.language) {
    translatePage();
    renderCoverage();
  }
  buildFilters();
  for (const button of every("[data-language]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.language ?? ""));
  }
  addEventListener("popstate", () => {
    findStep();
    restore();
  });
  addEventListener("resize", followFlats);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", repaint);
  }
  update(asked.view, { quiet: true });
  fillBetween();
  putAsAsked(asked.puts);
  fitAll();
  lookWhereAsked();
}

/** A jump within the page is no view to go to: the address keeps what was chosen. */
function bindSkips() {
  for (const link of every("a.skip")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = first(link.getAttribute("href") ?? "");
      const there = target.contains(mapElement) ? mapElement : target;
      if (there !== mapElement) there.tabIndex = -1;
      there.scrollIntoView();
      there.focus({ preventScroll: true });
    });
  }
}

function fitIfStarted() {
  if (!network) return;
  network.setSize("100%", "100%");
  network.redraw();
  fitAll();
}

/** The script stands before findings and sheets: the map is there while these are still read. */
function startEarly() {
  useLanguage(readAddress().language);
  readPalette();
  setScene();
  document.documentElement.classList.add("live");
  startMap();
  bindPointer();
}

startEarly();
addEventListener("DOMContentLoaded", start);

/** A drawing that was asked for may not have come yet. */
function namesNow() {
  network?.redraw();
  return labelBoxes;
}

/** For tests, and for who makes pictures for a manual: where things stand on the map, in pixels. */
const collabgraph = Object.freeze({
  placeOf: (/** @type {string} */ key) => {
    const mark = [...organisations, ...partnerships, ...groups].find((one) => one.key === key);
    return currentView().toScreen(/** @type {Point} */ (mark));
  },
  marks: () => scene.marks.map((mark) => ({ key: mark.key, ...standing(mark, state) })),
  apart: () =>
    scene.marks.filter(({ ref }) => state.comparison?.apart.has(ref)).map(({ key }) => key),
  wheres: () =>
    scene.marks.map((mark) => [mark.key, state.comparison && findWhere(state.comparison, mark)]),
  lines: () =>
    scene.lines.map((line) => ({
      ends: [line.left.key, line.right.key],
      out: Boolean(line.out),
      where: line.where ?? null,
      focused: !state.focus || state.focus.lines.has(line.ref),
      ...lineAppearance(line, state),
    })),
  arrows: () =>
    listArrows().map(({ relation }) => ({
      key: relation.key,
      ends: [relation.origin.key, relation.target.key],
      ...arrowAppearance(relation, state),
    })),
  arrowAt: (/** @type {string} */ key) => {
    const arrow = listArrows().find(({ relation }) => relation.key === key);
    const points = arrow ? tracePoints(arrow, () => 0) : [];
    return currentView().toScreen(points[Math.floor(points.length / 2)]);
  },
  fields: () =>
    regionFields.map(({ region, marks }) => ({ region, keys: [...marks].map(({ key }) => key) })),
  names: () => namesNow().map(({ rows }) => rows.map(({ text }) => text)),
  nameBoxes: () => namesNow().map(({ box }) => box),
});
Object.assign(globalThis, { collabgraph });
