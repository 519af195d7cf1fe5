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
  const partners = new Set(from.ties.map((tie) => otherEnd(tie, from)));
  const cost = (organisation) => {
    const [x, y] = [organisation.x - from.x, organisation.y - from.y];
    const length = Math.hypot(x, y);
    const straight = (x * dx + y * dy) / (length || 1);
    if (organisation === from || straight < 0.5) return Infinity;
    return (length * (partners.has(organisation) ? 0.5 : 1)) / straight;
  };
  return nearest(drawnOrganisations, cost, Number.MAX_VALUE);
}

// Arrows may pass some organisation by; by name one meets them all.
function stepByName(from, steps) {
  const order = [...drawnOrganisations].sort((one, two) => one.name.localeCompare(two.name));
  const start = from ? order.indexOf(from) : steps > 0 ? -1 : 0;
  return order.at((start + steps) % order.length);
}

function firstStop() {
  const { toScreen, width, height } = currentView();
  const chosen = state.selected && drawnOrganisations.find((one) => one === state.selected);
  return (
    chosen ||
    nearest(
      drawnOrganisations,
      (organisation) => {
        const { x, y } = toScreen(organisation);
        return Math.hypot(x - width / 2, y - height / 2);
      },
      Infinity,
    )
  );
}

function setCursor(organisation) {
  state.cursor = organisation;
  show([organisation]);
  redrawMap();
  announce(
    word("cursor", {
      name: isolate(organisation.name),
      type: term("types", organisation.type),
      partners: sayPartners(organisation),
    }),
  );
}

function sayPartners(organisation) {
  const n = organisation.ties.length;
  return n ? word("n_partners", { n }) : word("no_partner", { n: sources.length });
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
      setCursor(stepByName(state.cursor, event.key === "PageDown" ? 1 : -1));
    } else if (event.key === "Enter" || event.key === " ") {
      if (state.cursor) select(state.cursor, { from: mapElement, enter: true });
    } else if (event.key === "Escape") {
      leaveMap();
    } else if (event.key === "+" || event.key === "=") {
      zoomBy(1.25);
    } else if (event.key === "-") {
      zoomBy(0.8);
    } else if (event.key === "0") {
      fitAll();
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
