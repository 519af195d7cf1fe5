// How an organisation and a tie look: pure functions of the record and the state.

const palette = {};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = [...told.palette, "ground", "ink", "muted", "line", "faint", "accent"];
  for (const name of names) palette[name] = style.getPropertyValue(`--${name}`).trim();
}

function organisationAppearance(organisation, { selected, cursor, hovered, focus }) {
  const [colour, shape] = looks.get(organisation.type);
  const inFocus = !focus || focus.organisations.has(organisation);
  return {
    colour: palette[colour],
    shape: shapes.get(shape),
    hollow: !inFocus, // fades from view, and still has an outline of full contrast
    ring: organisation === selected || organisation === hovered,
    cursor: organisation === cursor,
  };
}

function tieAppearance(tie, { selected, hovered, focus }) {
  const chosen = tie === selected || tie === hovered;
  const inFocus = !focus || focus.ties.has(tie);
  return {
    colour: chosen ? palette.accent : inFocus ? palette.line : palette.faint,
    width: tie.edge.width + (chosen ? 1.5 : 0),
    dashes: tie.edge.dashes || [],
    layer: chosen ? 2 : inFocus ? 1 : 0,
  };
}

function labelAppearance(organisation, { selected, cursor, hovered, focus }) {
  const called = [selected, cursor, hovered].includes(organisation);
  const inFocus = !focus || focus.organisations.has(organisation);
  return {
    colour: inFocus || called ? palette.ink : palette.muted,
    bold: called,
    rank: (called ? 2e6 : inFocus ? 1e6 : 0) + organisation.ties.length,
  };
}
