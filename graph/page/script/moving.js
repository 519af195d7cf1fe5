// Moving what stands on the map, by mouse, key or button, and putting it back.

const MOVE_STEP = 24; // pixels on the screen
const DRAG_LIMITS = { marks: 1500, lines: 15000 }; // with more, a map in motion shows marks only
let dragged = false;

function tooManyToDrag() {
  const { marks, lines } = DRAG_LIMITS;
  return dragged && (scene.marks.length > marks || scene.lines.length > lines);
}

function moveTo(record, x, y) {
  if (!state.homes.has(record)) state.homes.set(record, { x: record.x, y: record.y });
  Object.assign(record, { x, y });
}

function moveBy(record, [dx, dy]) {
  const step = MOVE_STEP / network.getScale();
  moveTo(record, record.x + dx * step, record.y + dy * step);
  network.moveNode(record.ref, record.x, record.y);
  show([record]);
  settle(word("moved", { name: nameOf(record) }));
}

function putBack() {
  for (const [record, { x, y }] of state.homes) {
    Object.assign(record, { x, y });
    if (mapNodes.get(record.ref)) network.moveNode(record.ref, x, y);
  }
  state.homes.clear();
  settle(word("put_back_done"));
}

function settle(text) {
  const bar = byId("put-back");
  const left = bar.contains(document.activeElement) && !state.homes.size;
  bar.hidden = !state.homes.size;
  if (left) mapElement.focus({ preventScroll: true });
  redrawMap();
  if (state.homes.size) noteLook(); // what is moved stands where it is seen to stand
  noteAddress();
  announce(text);
}

// Put elsewhere what the address puts elsewhere, and back what it does not.
function putAsAsked(puts) {
  const places = new Map([...state.homes, ...puts]);
  for (const record of state.homes.keys()) if (!puts.has(record)) state.homes.delete(record);
  for (const [record, { x, y }] of places) {
    if (puts.has(record)) moveTo(record, x, y);
    else Object.assign(record, { x, y });
    if (mapNodes?.get(record.ref)) network.moveNode(record.ref, x, y);
  }
  byId("put-back")?.toggleAttribute("hidden", !state.homes.size);
  if (places.size) redrawMap();
}

// What can be moved now: where the keyboard stands on the map, or what is chosen.
function movable() {
  const record = state.cursor ?? state.selected;
  return record && mapNodes?.get(record.ref) ? record : null;
}

function offerMoving() {
  byId("move")?.toggleAttribute("hidden", !movable());
}

function bindMoving() {
  if (!network) return;
  const follow = (nodes) => {
    const places = network.getPositions(nodes);
    for (const id of nodes) moveTo(byRef.get(id), places[id].x, places[id].y);
    if (nodes.length) batchTies();
  };
  network.on("dragging", ({ nodes }) => follow(nodes));
  network.on("dragStart", () => (dragged = true));
  network.on("dragEnd", ({ nodes }) => {
    dragged = false;
    follow(nodes); // the last step came after the last "dragging"
    network.unselectAll();
    network.redraw();
    if (nodes.length) settle(word("moved", { name: nameOf(byRef.get(nodes[0])) }));
    else noteLook();
  });
  mapElement.addEventListener(
    "keydown",
    (event) => {
      const direction = directions.get(event.key);
      const record = movable();
      if (!event.shiftKey || !direction || !record) return;
      moveBy(record, direction);
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true },
  );
  for (const button of every("[data-move]")) {
    button.addEventListener("click", () => {
      if (movable()) moveBy(movable(), directions.get(button.dataset.move));
    });
  }
  byId("put-back").addEventListener("click", putBack);
}
