// How what stands on the map looks: pure functions of the record and the state.

const palette = {};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = [...told.palette, "ground", "ink", "muted", "line", "faint", "accent"];
  for (const name of names) palette[name] = style.getPropertyValue(`--${name}`).trim();
}

// Newman weights fall in five classes, as wide as one to five shared partnerships.
const newmanClasses = [0.25, 0.5, 1, 2];

function tieClass(tie, measure) {
  if (measure === "count") return Math.min(tie.shared.length, told.widest);
  return 1 + newmanClasses.filter((limit) => tie.newman >= limit - 1e-9).length;
}

function tieWidth(tie, measure) {
  return tie.shared ? 1.6 * tieClass(tie, measure) : 1.6;
}

function nodeRadius(mark, { part }) {
  if (isPartnership(mark)) return mark.radius;
  const count = (holds(part, mark) ? part : whole).seats.get(mark)?.length ?? 0;
  return Math.min(Math.sqrt(64 + 32.5 * count), 20);
}

// In the filters, in the focus, or both: `out` is dimmed by the filters, `hollow` by the focus.
function standing(mark, { part, focus }) {
  const out = !holds(part, mark);
  const focused = !focus || (isPartnership(mark) ? focus.partnerships : focus.organisations).has(mark);
  return { out, focused };
}

function markAppearance(mark, state) {
  const { selected, cursor, hovered } = state;
  const { out, focused } = standing(mark, state);
  const [colour, shape] = isPartnership(mark) ? ["muted", "circle"] : looks.get(mark.type);
  return {
    colour: palette[out ? "muted" : colour],
    shape: shapes.get(shape),
    table: isPartnership(mark),
    empty: isPartnership(mark) && !mark.members.length,
    hollow: out || !focused, // fades from view, and still has an outline of full contrast
    small: out,
    ring: mark === selected || mark === hovered,
    cursor: mark === cursor,
  };
}

function lineAppearance(line, { selected, hovered, focus, way, measure }) {
  const chosen = line.ref === selected?.ref || line.ref === hovered?.ref || way?.first.has(line.ref);
  const focused = !focus || focus.ties.has(line.ref);
  const shown = focused && !line.out;
  return {
    colour: chosen ? palette.accent : shown ? palette.line : palette.faint,
    width: (line.out ? 1 : tieWidth(line, measure)) + (chosen ? 1.5 : 0),
    dashes: told.dashes[line.certainty],
    layer: chosen ? 2 : shown ? 1 : 0,
  };
}

// Among those with as many ties, who sits at more tables is called first: less than one tie.
function weightAlone(organisation) {
  const seats = seatsOf(organisation).length;
  return seats / (seats + 1);
}

function labelAppearance(mark, state) {
  const called = [state.selected, state.cursor, state.hovered].includes(mark);
  const { out, focused } = standing(mark, state);
  const links = countLinks(mark);
  return {
    colour: (focused && !out) || called ? palette.ink : palette.muted,
    bold: called,
    silent: out && !called, // what the filters leave out has no name on the map
    rank: (called ? 2e6 : focused ? 1e6 : 0) + 2 * links + (isPartnership(mark) ? 0 : 1 + weightAlone(mark)),
  };
}
