// Names on the map: never over one another, the most connected first, more as one zooms in.

const LABEL_SIZE = 13; // pixels on the screen, at every zoom
const LABEL_LINE = 15;
const LABEL_FORMS = [
  [22, 2], // letters a line, lines
  [14, 3], // where the wide form finds no place
  [14, 2], // and where that finds none
];

const LABEL_TRIES = 8; // names that find no place in a square, one after another: it is full

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

function labelFont(bold, slanted) {
  return `${slanted ? "italic " : ""}${bold ? 700 : 500} ${LABEL_SIZE}px system-ui, "Segoe UI", sans-serif`;
}

// Unnamed groups stand in the name of their partnership, with their size; never as marks.
function labelRows(mark, form) {
  const rows = breakName(mark.name, ...LABEL_FORMS[form % 3]).map((text) => ({ text }));
  if (!isPartnership(mark) || form > 2) return rows;
  const [longest] = LABEL_FORMS[form];
  const groups = mark.groups.map(([label, size]) => {
    const count = size === null ? word("size_unknown") : sayNumber(size);
    const [first] = breakName(`+ ${label}`, longest, 1);
    return { text: `${first} (${count})`, slanted: true };
  });
  return [...rows, ...groups.slice(0, 2)];
}

function measureLabel(context, mark, form, bold) {
  const key = `${form}${bold}${language}`;
  if (!mark.labels[key]) {
    const rows = labelRows(mark, form);
    const widths = rows.map(({ text, slanted }) => {
      context.font = labelFont(bold, slanted);
      return context.measureText(text).width;
    });
    mark.labels[key] = { rows, width: Math.max(...widths) + 4, height: rows.length * LABEL_LINE };
  }
  return mark.labels[key];
}

// The cells of the grid are narrow: what stands there takes a narrow form first. A partnership
// gives up the names of its groups where they find no place.
function* labelPlaces(context, { mark, x, y, radius, look }) {
  const forms = isPartnership(mark) ? [0, 1, 3, 4, 5] : isLoner(mark) ? [2, 1, 0] : [0, 1, 2];
  for (const form of forms) {
    const { rows, width, height } = measureLabel(context, mark, form, look.bold);
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

  const called = [];
  for (const mark of scene.marks) {
    const { x, y } = toScreen(mark);
    if (x < -80 || y < -40 || x > width + 80 || y > height + 40) continue;
    const radius = drawnRadius(mark, scale) * scale;
    const look = labelAppearance(mark, state);
    if (!look.silent) called.push({ mark, x, y, radius, look });
    keep([x - radius, y - radius, x + radius, y + radius]);
  }
  called.sort(
    (one, two) => two.look.rank - one.look.rank || one.mark.ref.localeCompare(two.mark.ref),
  );
  const placed = [];
  for (const heading of placeHeadings(context, { toScreen, width, height })) {
    keep(heading.box);
    placed.push(heading);
  }
  const full = new Map(); // square -> how many in a row found no place there
  for (const one of called) {
    const square = `${Math.floor(one.x / side)},${Math.floor(one.y / side)}`;
    const missed = full.get(square) ?? 0;
    if (missed >= LABEL_TRIES) continue;
    const found = findPlace(labelPlaces(context, one), free, { width, height });
    full.set(square, found ? 0 : missed + 1);
    if (!found) continue;
    keep(found.box);
    placed.push({ mark: one.mark, look: one.look, ...found });
  }
  return placed;
}

function findPlace(places, free, { width, height }) {
  for (const place of places) {
    const [left, top, right, bottom] = place.box;
    const inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
    if (inside && free(place.box)) return place;
  }
  return null;
}

// Above what stands on a grid, tied to nothing, stands what that does, and does not, mean.
function placeHeadings(context, view) {
  const n = sources.length;
  const memberless = scene.marks.filter((mark) => isPartnership(mark) && !mark.members.length);
  return [
    placeHeading(context, view, scene.loners, word("alone_heading", { n })),
    placeHeading(context, view, memberless, word("memberless_heading", { n })),
  ].filter(Boolean);
}

function placeHeading(context, { toScreen, width, height }, marks, text) {
  if (!marks.length) return null;
  const { x, y } = toScreen({
    x: Math.min(...marks.map((mark) => mark.x)) - 60,
    y: Math.min(...marks.map((mark) => mark.y)),
  });
  const bottom = toScreen({ x: 0, y: Math.max(...marks.map((mark) => mark.y)) }).y;
  context.font = labelFont(true);
  const room = context.measureText(text).width + 4;
  const broken = room < width - x ? [text] : breakName(text, 24, 3);
  const wide = Math.max(...broken.map((row) => context.measureText(row).width)) + 4;
  const rows = broken.map((row) => ({ text: row }));
  const left = Math.max(4, Math.min(x, width - wide - 4));
  const boxAt = (foot) => [left, foot - rows.length * LABEL_LINE, left + wide, foot];
  const above = boxAt(y - 22);
  const below = boxAt(bottom + 18 + rows.length * LABEL_LINE);
  // From afar there may be no room above for letters of this size: then it stands below, or not.
  const box = [above, below].find((one) => !coversMark(one, toScreen));
  if (!box || (box === below && box[3] > height)) return null;
  return { mark: null, look: { colour: palette.muted, bold: true }, box, rows };
}

function coversMark([left, top, right, bottom], toScreen) {
  return scene.marks.some((mark) => {
    const { x, y } = toScreen(mark);
    return x > left - 5 && x < right + 5 && y > top - 5 && y < bottom + 5;
  });
}

function drawLabels(context, view) {
  labelBoxes = placeLabels(context, view);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const { look, box, rows } of labelBoxes) {
    context.lineWidth = 3.5;
    context.strokeStyle = palette.ground;
    context.fillStyle = look.colour;
    const middle = (box[0] + box[2]) / 2;
    rows.forEach(({ text, slanted }, number) => {
      const line = box[1] + LABEL_LINE * (number + 0.8);
      context.font = labelFont(look.bold, slanted);
      context.strokeText(text, middle, line);
      context.fillText(text, middle, line);
    });
  }
}

function labelAt({ x, y }) {
  const found = labelBoxes.find(
    ({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3],
  );
  return found?.mark ?? null;
}
