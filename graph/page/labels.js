// Names on the map: never over one another, the most connected first, more as one zooms in.

const LABEL_SIZE = 13; // pixels on the screen, at every zoom
const LABEL_LINE = 15;
const LABEL_FORMS = [
  [22, 2], // letters a line, lines
  [14, 3], // where the wide form finds no place
  [14, 2], // and where that finds none
];

const loners = drawnOrganisations.filter((organisation) => !organisation.ties.length);
let labelBoxes = []; // where names stand now, in pixels of the screen: a click on one counts

function breakName(name, longest, most) {
  const rows = [""];
  for (const part of name.slice(0, 200).split(/\s+/).filter(Boolean)) {
    const wider = `${rows.at(-1)} ${part}`.trim();
    if (wider.length <= longest || !rows.at(-1)) rows[rows.length - 1] = wider;
    else rows.push(part);
  }
  const cut = (row) => `${row.slice(0, longest - 1)}…`;
  const kept = rows.slice(0, most).map((row) => (row.length <= longest ? row : cut(row)));
  if (rows.length > most && !kept.at(-1).endsWith("…")) kept.push(cut(kept.pop()));
  return kept.map((row) => row.toWellFormed?.() ?? row);
}

function labelFont(bold) {
  return `${bold ? 700 : 500} ${LABEL_SIZE}px system-ui, "Segoe UI", sans-serif`;
}

function measureLabel(context, { name, labels }, form, bold) {
  const key = 2 * form + (bold ? 1 : 0);
  if (!labels[key]) {
    context.font = labelFont(bold);
    const rows = breakName(name, ...LABEL_FORMS[form]);
    const width = Math.max(...rows.map((row) => context.measureText(row).width));
    labels[key] = { rows, width: width + 4, height: rows.length * LABEL_LINE };
  }
  return labels[key];
}

// The cells of the grid are narrow: what stands there takes a narrow form first.
function* labelPlaces(context, { organisation, x, y, radius, look }) {
  for (const form of organisation.ties.length ? [0, 1, 2] : [1, 2, 0]) {
    const { rows, width, height } = measureLabel(context, organisation, form, look.bold);
    const gap = radius + 3;
    const [near, low] = [gap * 0.7, gap * 0.5];
    for (const [left, top] of [
      [x - width / 2, y + gap],
      [x - width / 2, y - gap - height],
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x + near, y + low],
      [x - near - width, y + low],
      [x + near, y - low - height],
      [x - near - width, y - low - height],
    ]) {
      yield { rows, box: [left, top, left + width, top + height] };
    }
  }
}

function placeLabels(context, { toScreen, scale, width, height }) {
  const taken = new Map();
  const side = 120;
  const squares = function* ([left, top, right, bottom]) {
    for (let column = Math.floor(left / side); column <= Math.floor(right / side); column++) {
      for (let row = Math.floor(top / side); row <= Math.floor(bottom / side); row++) {
        yield `${column},${row}`;
      }
    }
  };
  const keep = (box) => {
    for (const square of squares(box)) {
      if (!taken.has(square)) taken.set(square, []);
      taken.get(square).push(box);
    }
  };
  const free = (box) => {
    for (const square of squares(box)) {
      for (const other of taken.get(square) ?? []) {
        const apart =
          box[0] >= other[2] || other[0] >= box[2] || box[1] >= other[3] || other[1] >= box[3];
        if (!apart) return false;
      }
    }
    return true;
  };

  const seen = [];
  for (const organisation of drawnOrganisations) {
    const { x, y } = toScreen(organisation);
    if (x < -80 || y < -40 || x > width + 80 || y > height + 40) continue;
    const radius = drawnRadius(organisation, scale) * scale;
    seen.push({ organisation, x, y, radius, look: labelAppearance(organisation, state) });
    keep([x - radius, y - radius, x + radius, y + radius]);
  }
  seen.sort(
    (one, two) =>
      two.look.rank - one.look.rank || one.organisation.ref.localeCompare(two.organisation.ref),
  );
  const placed = [];
  const heading = placeHeading(context, toScreen, width);
  if (heading) {
    keep(heading.box);
    placed.push(heading);
  }
  for (const mark of seen) {
    for (const { rows, box } of labelPlaces(context, mark)) {
      const inside = box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
      if (!inside || !free(box)) continue;
      keep(box);
      placed.push({ organisation: mark.organisation, look: mark.look, box, rows });
      break;
    }
  }
  return placed;
}

// Above the organisations without a tie stands what that does, and does not, mean.
function placeHeading(context, toScreen, width) {
  if (!loners.length) return null;
  const text = word("alone_heading", { n: sources.length });
  const { x, y } = toScreen({
    x: Math.min(...loners.map((organisation) => organisation.x)) - 60,
    y: Math.min(...loners.map((organisation) => organisation.y)),
  });
  context.font = labelFont(true);
  const room = context.measureText(text).width + 4;
  const rows = room < width - x ? [text] : breakName(text, 24, 3);
  const wide = Math.max(...rows.map((row) => context.measureText(row).width)) + 4;
  const foot = y - 22;
  const left = Math.max(4, Math.min(x, width - wide - 4));
  const box = [left, foot - rows.length * LABEL_LINE, left + wide, foot];
  return { organisation: null, look: { colour: palette.muted, bold: true }, box, rows };
}

function drawLabels(context, view) {
  labelBoxes = placeLabels(context, view);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const { look, box, rows } of labelBoxes) {
    context.font = labelFont(look.bold);
    context.lineWidth = 3.5;
    context.strokeStyle = palette.ground;
    context.fillStyle = look.colour;
    const middle = (box[0] + box[2]) / 2;
    rows.forEach((row, number) => {
      const line = box[1] + LABEL_LINE * (number + 0.8);
      context.strokeText(row, middle, line);
      context.fillText(row, middle, line);
    });
  }
}

function labelAt({ x, y }) {
  const found = labelBoxes.find(
    ({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3],
  );
  return found?.organisation ?? null;
}
