// Start: put the parts together, and let a choice pass through all of them.

// Every choice passes through here: it changes the state, and all parts follow.
function update(changes, { say = null, quiet = false } = {}) {
  const before = { ...state };
  Object.assign(state, changes);
  if (state.choices !== before.choices) {
    state.part = isNarrowed(state.choices) ? keepPart(state.choices) : whole;
    state.hovered = null;
    if (state.selected) state.selected = findRecord(state.selected.ref);
  }
  if (state.gone && !hasParts(state.selected)) state.gone = false;
  state.way = findWay(state.chain);
  state.focus = focusOf(state);
  const anew = ["part", "view", "rest"].some((name) => state[name] !== before[name]);
  if (anew || (scene.cut && state.focus !== before.focus)) setScene();
  if (anew && !state.at && (state.rest === "hide" || before.rest === "hide")) fitAll();
  renderPanel();
  markRows();
  markView();
  if (state.choices !== before.choices || state.rest !== before.rest) renderFilters();
  const { part, view, measure } = state;
  const same = part === before.part && view === before.view && measure === before.measure;
  if (!same) renderLegend();
  offerMoving();
  if (state.part !== before.part) tellTables();
  if (!quiet) writeAddress();
  if (say) announce(typeof say === "function" ? say() : say);
  redrawMap();
}

// `from` is where the keyboard was, `enter` moves it to the panel, `move` brings it into view.
function select(record, { from = null, enter = false, move = true, quiet = false } = {}) {
  const changed = record?.ref !== state.selected?.ref || state.chain !== null;
  if (from) cameFrom = from;
  if (changed) {
    const text = record ? word("chosen", { name: nameOf(record) }) : word("cleared");
    const steps = state.steps || 1;
    update({ selected: record, chain: null, gone: false, broken: false, steps }, { say: text, quiet });
  } else {
    redrawMap();
  }
  if (record && move) show([...(state.focus?.organisations ?? [])]);
  if (record && enter) enterPanel();
  if (from !== searchBox) searchBox.value = "";
}

function setLanguage(wanted) {
  if (wanted === language) return;
  language = wanted;
  translateAll();
  writeAddress();
}

function translateAll() {
  translatePage();
  for (const id of ["route-error", "taken"]) byId(id)?.replaceChildren();
  buildFilters();
  update({}, { quiet: true });
  tellTables();
  if (searchBox.value && !resultList.hidden) showResults();
}

function restore() {
  clearTimeout(waitingAddress);
  const { language: wanted, puts, ...view } = readAddress();
  const changed = wanted !== language;
  language = wanted;
  if (state.view !== view.view || state.at) moved = false;
  update(view, { quiet: true });
  if (changed) translateAll();
  fillRoute();
  putAsAsked(puts);
  searchBox.value = "";
  if (!moved) fitAll();
  lookWhereAsked();
  openAddressedSheet();
}

function lookWhereAsked() {
  if (state.at) lookAt(state.at);
  else if (state.focus) show([...state.focus.organisations]);
}

function repaint() {
  readPalette();
  redrawMap();
}

function start() {
  const { language: _, puts, ...view } = readAddress();
  readQuotes();
  byId("tools").hidden = false;
  fitIfStarted();
  bindSkips();
  bindKeyboard();
  bindSearch();
  bindPanel();
  bindSorting();
  bindTables();
  byId("ask").hidden = false;
  byId("measures")?.removeAttribute("hidden");
  bindViews();
  bindRoute();
  bindLegend();
  bindMoving();
  bindTake();
  if (language !== told.language) translatePage();
  buildFilters();
  for (const button of every("[data-language]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.language));
  }
  addEventListener("popstate", restore);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", repaint);
  }
  update(view, { quiet: true });
  fillRoute();
  putAsAsked(puts);
  if (isNarrowed(state.choices) || state.view !== "network") fitAll();
  lookWhereAsked();
}

// A jump within the page is no view to go to: the address keeps what was chosen.
function bindSkips() {
  for (const link of every("a.skip")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = document.querySelector(link.getAttribute("href"));
      const there = target.contains(mapElement) ? mapElement : target;
      if (there !== mapElement) there.tabIndex = -1;
      there.scrollIntoView();
      there.focus({ preventScroll: true });
    });
  }
}

function fitIfStarted() {
  if (network) {
    network.setSize("100%", "100%");
    network.redraw();
    fitAll();
  }
}

// The script stands before findings and tables: the map is there while these are still read.
function startEarly() {
  language = readAddress().language;
  readPalette();
  setScene();
  document.documentElement.classList.add("live");
  startMap();
}

startEarly();
addEventListener("DOMContentLoaded", start);

// For tests, and for who makes pictures for a manual: where things stand on the map, in pixels.
globalThis.collabgraph = Object.freeze({
  placeOf: (key) =>
    currentView().toScreen(
      organisations.find((one) => one.key === key) ?? partnerships.find((one) => one.key === key),
    ),
  marks: () => scene.marks.map((mark) => ({ key: mark.key, ...standing(mark, state) })),
  lines: () =>
    scene.lines.map((line) => ({
      ends: [line.left.key, line.right.key],
      out: Boolean(line.out),
      focused: !state.focus || state.focus.ties.has(line.ref),
      ...lineAppearance(line, state),
    })),
  names: () => labelBoxes.map(({ rows }) => rows.map(({ text }) => text)),
  nameBoxes: () => labelBoxes.map(({ box }) => box),
});
