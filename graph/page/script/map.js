// The map: vis-network holds the view and the organisations; ties and names are layers of ours.

const mapElement = byId("map");
let network = null;
let mapNodes = null;
let tieBatches = [];
let moved = false; // whether the reader has moved the view

function drawnRadius(mark, scale) {
  return Math.max(nodeRadius(mark, state), 5.5 / scale); // in sight also when all is far away
}

function nodeOf(mark) {
  return {
    id: mark.ref,
    x: mark.x,
    y: mark.y,
    size: mark.radius,
    shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => ({
      drawNode: () => drawMark(ctx, mark, x, y),
      nodeDimensions: { width: 2 * mark.radius, height: 2 * mark.radius },
    }),
  };
}

function startMap() {
  if (!mapElement) return;
  mapElement.hidden = false;
  mapNodes = new vis.DataSet(scene.marks.map(nodeOf));
  batchTies();
  const data = { nodes: mapNodes, edges: new vis.DataSet([]) };
  network = new vis.Network(mapElement, data, given.options);
  mapElement.querySelector(".vis-network").removeAttribute("tabindex");
  network.on("beforeDrawing", drawTies);
  network.on("afterDrawing", (context) => {
    const ratio = context.canvas.width / context.canvas.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!tooManyToDrag()) drawLabels(context, currentView());
    context.restore();
  });
  network.on("dragStart", () => (moved = true));
  network.on("zoom", noteLook);
  network.on("resize", () => {
    if (!moved) fitAll();
  });
  bindPointer();
  bindZoomButtons();
  fitAll();
}

// The library is told of the marks that came and went; it asks to draw those that stay.
function syncMarks() {
  const wanted = new Set(scene.marks.map((mark) => mark.ref));
  const there = new Set(mapNodes.getIds());
  const gone = [...there].filter((ref) => !wanted.has(ref));
  const come = scene.marks.filter((mark) => !there.has(mark.ref));
  if (gone.length) mapNodes.remove(gone);
  if (come.length) mapNodes.add(come.map(nodeOf));
}

function currentView() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const { clientWidth: width, clientHeight: height } = mapElement;
  return {
    scale,
    width,
    height,
    toScreen: ({ x, y }) => ({
      x: (x - centre.x) * scale + width / 2,
      y: (y - centre.y) * scale + height / 2,
    }),
  };
}

// Ties are drawn in a few paths instead of one by one: thousands stay quick to move.
function batchTies() {
  const batches = new Map();
  for (const tie of scene.lines) {
    const look = lineAppearance(tie, state);
    const key = [look.layer, look.colour, look.width, look.dashes].join("|");
    if (!batches.has(key)) batches.set(key, { ...look, path: newPath() });
    const batch = batches.get(key);
    batch.path.moveTo(tie.left.x, tie.left.y);
    batch.path.lineTo(tie.right.x, tie.right.y);
  }
  tieBatches = [...batches.values()].sort((one, two) => one.layer - two.layer);
}

function drawTies(context) {
  if (tooManyToDrag()) return;
  const scale = network.getScale();
  const thin = Math.min(1, Math.max(0.55, scale)) / scale;
  context.save();
  context.lineCap = "butt";
  for (const { path, colour, width, dashes } of tieBatches) {
    context.strokeStyle = colour;
    context.lineWidth = width * thin;
    context.setLineDash(dashes.map((length) => length / scale));
    context.stroke(path);
  }
  context.restore();
}

function drawMark(context, mark, x, y) {
  const look = markAppearance(mark, state);
  const scale = network.getScale();
  const radius = drawnRadius(mark, scale) * (look.small ? 0.75 : 1);
  context.save();
  context.translate(x, y);
  if (look.ring || look.cursor) {
    context.beginPath();
    context.arc(0, 0, radius * 1.5 + 3 / scale, 0, 2 * Math.PI);
    context.fillStyle = palette.ground;
    context.fill();
    context.lineWidth = 3 / scale;
    context.strokeStyle = palette.accent;
    if (look.cursor && !look.ring) context.setLineDash([5 / scale, 3 / scale]);
    context.stroke();
    context.setLineDash([]);
  }
  context.scale(radius / 10, radius / 10);
  context.lineJoin = "round";
  // A rim in the colour of the ground sets a mark apart from the ties that run under it.
  context.lineWidth = (3 / scale / radius) * 10;
  context.strokeStyle = palette.ground;
  context.stroke(look.shape);
  context.fillStyle = look.hollow || look.table ? palette.ground : look.colour;
  context.fill(look.shape);
  if (look.hollow || look.table) {
    context.lineWidth = ((look.hollow || look.empty ? 2 : 4) / scale / radius) * 10;
    context.strokeStyle = look.colour;
    if (look.empty) context.setLineDash([4, 3]);
    context.stroke(look.shape);
  }
  context.restore();
}

function redrawMap() {
  if (!network) return;
  syncMarks();
  batchTies();
  network.redraw();
}

function boundsOf(records) {
  const xs = records.map(({ x }) => x);
  const ys = records.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function frame(records, closest) {
  const { left, right, top, bottom } = boundsOf(records);
  const { clientWidth: width, clientHeight: height } = mapElement;
  const margin = Math.min(80, width / 8);
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 2 * 46) / Math.max(bottom - top, 1),
    closest,
  );
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(scale, 0.02),
    animation: false,
  });
}

function fitAll() {
  if (!scene.marks.length) return;
  frame(scene.marks, 1.25);
  moved = false;
}

function fitByHand() {
  fitAll();
  state.at = null;
  noteAddress();
}

function zoomBy(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, 0.02), 6);
  network.moveTo({ scale, animation: false });
  noteLook();
}

// Where the reader went on the map by hand belongs to the view that a link shares.
function noteLook() {
  const { x, y } = network.getViewPosition();
  state.at = { x: Math.round(x), y: Math.round(y), scale: Number(network.getScale().toFixed(3)) };
  moved = true;
  noteAddress();
}

function lookAt({ x, y, scale }) {
  network?.moveTo({ position: { x, y }, scale, animation: false });
  moved = true;
}

// Bring the chosen organisations into view, where they are not.
function show(records) {
  const drawn = records.filter((record) => scene.marks.includes(record));
  if (!network || !drawn.length) return;
  const { toScreen, scale, width, height } = currentView();
  const inside = drawn.every((record) => {
    const { x, y } = toScreen(record);
    return x > 50 && y > 30 && x < width - 50 && y < height - 40;
  });
  if (inside && scale >= 0.45) return;
  frame(drawn, Math.max(scale, 0.9));
  moved = true;
  if (state.at) noteLook(); // from where the reader went by hand, it was another way here
}

function distanceToTie(tie, { x, y }) {
  const { left, right } = tie;
  const [dx, dy] = [right.x - left.x, right.y - left.y];
  const along = ((x - left.x) * dx + (y - left.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - left.x - part * dx, y - left.y - part * dy);
}

function nearest(records, distance, limit) {
  let best = null;
  for (const record of records) {
    const far = distance(record);
    if (far <= limit) [best, limit] = [record, far];
  }
  return best;
}

function recordAt(screen) {
  const scale = network.getScale();
  const point = network.DOMtoCanvas(screen);
  const beyond = (mark) => Math.hypot(mark.x - point.x, mark.y - point.y) - drawnRadius(mark, scale);
  const lineNear = (candidates) =>
    nearest(candidates, (line) => distanceToTie(line, point), 6 / scale);
  const shown = scene.lines.filter((line) => !line.out);
  return (
    nearest(scene.marks, beyond, 5 / scale) ??
    labelAt(screen) ??
    (state.focus && lineNear(shown.filter((line) => state.focus.ties.has(line.ref)))) ??
    lineNear(shown)
  );
}

function bindPointer() {
  network.on("click", ({ pointer }) => {
    mapElement.focus({ preventScroll: true });
    const record = recordAt(pointer.DOM);
    state.cursor = null;
    const chosen = record?.member ? record.right : record; // a seat leads to its table
    select(chosen, { from: mapElement, move: false });
  });
  let waiting = null;
  mapElement.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    const first = waiting === null;
    const { left, top } = mapElement.getBoundingClientRect();
    waiting = { x: event.clientX - left, y: event.clientY - top };
    if (first) requestAnimationFrame(hover);
  });
  mapElement.addEventListener("pointerleave", () => setHovered(null));
  function hover() {
    setHovered(recordAt(waiting));
    waiting = null;
  }
  // Without Ctrl the wheel belongs to the page, until the reader has gone into the map.
  mapElement.addEventListener(
    "wheel",
    (event) => {
      const mine = event.ctrlKey || event.metaKey || mapElement.contains(document.activeElement);
      if (!mine) event.stopImmediatePropagation();
    },
    { capture: true, passive: true },
  );
}

function setHovered(record) {
  if (record?.ref === state.hovered?.ref) return;
  state.hovered = record;
  mapElement.classList.toggle("pointing", record !== null);
  redrawMap();
}

function bindZoomButtons() {
  byId("under").hidden = false;
  byId("zoom").addEventListener("click", (event) => {
    const wanted = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (wanted === "in") zoomBy(1.4);
    if (wanted === "out") zoomBy(1 / 1.4);
    if (wanted === "fit") fitByHand();
  });
}
