// Start: put the parts together, and let a choice pass through all of them.

// `from` is where the keyboard was, `enter` moves it to the panel, `move` brings it into view.
function select(record, { from = null, enter = false, move = true, quiet = false } = {}) {
  const changed = record !== state.selected;
  state.selected = record;
  state.focus = focusOn(record);
  if (from) cameFrom = from;
  if (changed) {
    renderPanel();
    markRows();
    if (!quiet) writeAddress();
    announce(record ? word("chosen", { name: nameOf(record) }) : word("cleared"));
  }
  if (record && move) show([...state.focus.organisations]);
  redrawMap();
  if (record && enter) document.getElementById("panel-title").focus({ preventScroll: true });
}

function setLanguage(wanted) {
  if (wanted === language) return;
  language = wanted;
  translateAll();
  writeAddress();
}

function translateAll() {
  translatePage();
  renameLinks();
  renderPanel();
  if (searchBox.value && !resultList.hidden) showResults();
}

function restore() {
  const before = language;
  const record = readAddress();
  if (language !== before) translateAll();
  select(record, { quiet: true });
}

function repaint() {
  readPalette();
  redrawMap();
}

function start() {
  const record = readAddress();
  readPalette();
  document.getElementById("tools").hidden = false;
  startMap();
  document.documentElement.classList.add("live");
  fitIfStarted();
  translatePage();
  renameLinks();
  bindKeyboard();
  bindSearch();
  bindPanel();
  bindTables();
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.language));
  }
  addEventListener("popstate", restore);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", repaint);
  }
  if (record) select(record, { quiet: true });
}

function fitIfStarted() {
  if (network) {
    network.setSize("100%", "100%");
    network.redraw();
    fitAll();
  }
}

start();

// For tests, and for who makes pictures for a manual: where things stand on the map, in pixels.
globalThis.collabgraph = Object.freeze({
  placeOf: (key) => currentView().toScreen(organisations.find((one) => one.key === key)),
  nameBoxes: () => labelBoxes.map(({ box }) => box),
});
