// Two views of the same data: organisations tied by what they share, or with the partnerships
// between them as marks of their own. What stands on the map follows from view and filters.

let scene = { marks: [], lines: [] };

function isPartnership(record) {
  return record.ref.startsWith("p");
}

// Every membership is a line of the two-mode view.
function seatLine(partnership, member) {
  return {
    ref: `m${partnership.number}-${member.organisation.number}`,
    left: member.organisation,
    right: partnership,
    member,
    certainty: leastSure(partnership.certainty, member.certainty),
  };
}

function linesOf(part, view) {
  if (view === "network") return [...part.ties.values()];
  return [...part.partnerships].flatMap((partnership) =>
    part.tables
      .get(partnership)
      .members.filter(({ organisation }) => part.organisations.has(organisation))
      .map((member) => seatLine(partnership, member)),
  );
}

// Dimmed things stay where they were, behind what is kept; hidden things are not there.
function setScene() {
  const { part, rest, view } = state;
  const all = [...drawnOrganisations, ...(view === "network" ? [] : partnerships)];
  const kept = linesOf(part, view);
  const refs = new Set(kept.map((line) => line.ref));
  const dimmed =
    rest === "hide" || part === whole
      ? []
      : linesOf(whole, view).filter((line) => !refs.has(line.ref));
  const lines = [
    ...dimmed.map((line) => ({ ...line, out: true })),
    ...kept,
  ].filter(({ left, right }) => left.drawn && right.drawn);
  const drawn = strongest(lines);
  const marks = rest === "hide" ? all.filter((mark) => holds(part, mark)) : all;
  const cut = drawn.length < lines.length;
  scene = { marks, lines: drawn, cut, loners: marks.filter((mark) => isLoner(mark)) };
}

// More lines than a map can carry: the strongest, and all about what is chosen.
function strongest(lines) {
  if (lines.length <= told.mostLines) return lines;
  const near = (line) => (state.focus?.ties.has(line.ref) && !line.out ? Infinity : 0);
  const rank = new Map(lines.map((line) => [line, near(line) || (line.shared?.length ?? 0)]));
  return [...lines].sort((one, two) => rank.get(two) - rank.get(one) || 0).slice(0, told.mostLines);
}

// What stands on the grid beside the network, under a heading that says what that means.
function isLoner(mark) {
  return !isPartnership(mark) && !whole.tiesOf.has(mark);
}

function setView(view) {
  if (view === state.view) return;
  moved = false;
  update({ view, at: null }, { say: word(view === "network" ? "view_network_shown" : "view_tables_shown") });
  fitAll();
  if (state.focus) show([...state.focus.organisations]);
}

function adjacentTo(mark) {
  if (state.view === "network") return tiesOf(mark).map((tie) => otherEnd(tie, mark));
  if (isPartnership(mark)) return seen(mark).members.map(({ organisation }) => organisation);
  return seatsOf(mark).map(({ partnership }) => partnership);
}

// As many as `adjacentTo` lists: asked for at every drawing.
function countLinks(mark) {
  if (state.view === "network") return tiesOf(mark).length;
  return isPartnership(mark) ? sizeOf(mark) : seatsOf(mark).length;
}

function bindViews() {
  const bar = byId("views");
  if (!bar) return;
  bar.hidden = false;
  for (const button of bar.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => setView(button.dataset.view));
  }
}

function markView() {
  for (const button of every("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  }
  for (const element of every("[data-in-view]")) {
    element.hidden = element.dataset.inView !== state.view;
  }
  if (!mapElement) return;
  const place = state.view === "network" ? "map_name" : "map_name_tables";
  mapElement.dataset.label = place;
  mapElement.setAttribute("aria-label", word(place));
}
