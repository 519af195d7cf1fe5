// The map by keyboard: arrows walk, Page Up and Page Down go by name, Enter opens, Escape leaves,
// plus, minus and zero zoom.

const directions = new Map([
  ["ArrowRight", [1, 0]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowDown", [0, 1]],
  ["ArrowUp", [0, -1]],
]);

// The nearest organisation within 60 degrees of the direction; a partner counts as half as far.
function step(from, [dx, dy]) {
  const linked = new Set(adjacentTo(from));
  const cost = (mark) => {
    const [x, y] = [mark.x - from.x, mark.y - from.y];
    const length = Math.hypot(x, y);
    const straight = (x * dx + y * dy) / (length || 1);
    if (mark === from || straight < 0.5) return Infinity;
    return (length * (linked.has(mark) ? 0.5 : 1)) / straight;
  };
  return nearest(scene.marks, cost, Number.MAX_VALUE);
}

// Arrows may pass some organisation by; by name one meets them all.
function stepByName(from, steps) {
  const order = [...scene.marks].sort((one, two) => one.name.localeCompare(two.name));
  if (!order.length) return null;
  const start = from ? order.indexOf(from) : steps > 0 ? -1 : 0;
  return order.at((start + steps) % order.length);
}

function firstStop() {
  const { toScreen, width, height } = currentView();
  const chosen = scene.marks.find((mark) => mark === state.selected);
  return (
    chosen ||
    nearest(
      scene.marks,
      (mark) => {
        const { x, y } = toScreen(mark);
        return Math.hypot(x - width / 2, y - height / 2);
      },
      Infinity,
    )
  );
}

function setCursor(mark) {
  state.cursor = mark;
  show([mark]);
  redrawMap();
  const said = word("cursor", {
    name: isolate(mark.name),
    type: isPartnership(mark)
      ? `${word("partnership")}, ${term("kinds", mark.kind)}`
      : term("types", mark.type),
    partners: isPartnership(mark) ? sayMembers(mark) : sayPartners(mark),
  });
  announce(holds(state.part, mark) ? said : `${word("outside")} ${said}`);
}

function sayPartners(organisation) {
  const n = tiesOf(organisation).length;
  return n ? word("n_partners", { n }) : word(noPartner(organisation), { n: sources.length });
}

// What filters leave out is not absent from the documents.
function noPartner(organisation) {
  return whole.tiesOf.has(organisation) ? "no_partner_part" : "no_partner";
}

function noMembers({ number }) {
  return partnerships[number].members.length ? "no_members_part" : "no_members";
}

function knownOf({ cut, known }) {
  return cut ? "known_cut" : `known_${known}`;
}

function sayMembers(partnership) {
  const n = sizeOf(partnership);
  return n ? word("n_members", { n }) : word(noMembers(partnership), { n: sources.length });
}

function bindKeyboard() {
  if (!mapElement) return;
  mapElement.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions.get(event.key);
    if (direction) {
      const next = state.cursor ? step(state.cursor, direction) : firstStop();
      if (next) setCursor(next);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      const next = stepByName(state.cursor, event.key === "PageDown" ? 1 : -1);
      if (next) setCursor(next);
    } else if (event.key === "Enter" || event.key === " ") {
      if (state.cursor) select(state.cursor, { from: mapElement, enter: true });
    } else if (event.key === "Escape") {
      leaveMap();
    } else if (stepByKey(event.key)) {
      // around a chosen organisation these keys widen and narrow the focus
    } else if (event.key === "+" || event.key === "=") {
      zoomBy(1.25);
    } else if (event.key === "-") {
      zoomBy(0.8);
    } else if (event.key === "0") {
      fitByHand();
    } else {
      return;
    }
    event.preventDefault();
  });
}

function leaveMap() {
  if (state.selected || state.cursor) {
    state.cursor = null;
    select(null, { from: mapElement });
  } else {
    document.querySelector("#zoom button").focus();
    announce(word("map_left"));
  }
}
