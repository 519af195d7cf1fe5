// What the page knows: read once from the data block, then only looked at.

const byId = (id) => document.getElementById(id);
const every = (selector) => document.querySelectorAll(selector);

const given = JSON.parse(byId("data").textContent);
const told = given.told;

// Maps, not objects: an id such as "__proto__" or "constructor" is a key like any other.
const texts = new Map(
  Object.entries(told.texts).map(([list, entries]) => [list, new Map(Object.entries(entries))]),
);
const looks = new Map(Object.entries(told.looks));
const shapes = new Map(Object.entries(told.shapes).map(([name, path]) => [name, new Path2D(path)]));
const shapePaths = new Map(Object.entries(told.shapes));

const organisations = told.organisations.map((organisation, number) => ({
  ...told.usual.organisation,
  ...organisation,
  ref: `o${number}`,
  number,
  units: [],
  labels: {}, // broken and measured, by form
  drawn: false,
}));
const partnerships = told.partnerships.map((partnership, number) => ({
  ...told.usual.partnership,
  ...partnership,
  ref: `p${number}`,
  number,
  followedBy: [],
  labels: {},
  radius: 9,
  x: told.places[number][0],
  y: told.places[number][1],
  drawn: true,
}));
const sources = told.sources.map((source, number) => ({
  ...source,
  ref: `s${number}`,
  number,
  partnerships: [],
}));
for (const partnership of partnerships) {
  partnership.members = partnership.members.map((member) => ({
    ...told.usual.member,
    ...member,
    organisation: organisations[member.organisation],
  }));
  partnership.follows = partnership.follows.map((place) => partnerships[place]);
  for (const before of partnership.follows) before.followedBy.push(partnership);
  const cited = [partnership, ...partnership.members].flatMap((one) => one.evidence);
  partnership.sources = [...new Set(cited.map(([place]) => sources[place]))];
  for (const source of partnership.sources) source.partnerships.push(partnership);
}
for (const organisation of organisations) {
  organisation.partOf = organisations[organisation.partOf] ?? null;
  organisation.succeededBy = organisations[organisation.succeededBy] ?? null;
  if (organisation.partOf) organisation.partOf.units.push(organisation);
}
for (const node of given.nodes) {
  const organisation = organisations[Number(node.id.slice(1))];
  Object.assign(organisation, { x: node.x, y: node.y, radius: node.size, drawn: true });
}
const regionsWithin = new Map(Object.entries(told.within)); // region -> the region it lies in

// Ties come in when project.js has found them.
const byRef = new Map(
  [...organisations, ...partnerships, ...sources].map((record) => [record.ref, record]),
);
const drawnOrganisations = organisations.filter((organisation) => organisation.drawn);

function otherEnd(tie, organisation) {
  return tie.left === organisation ? tie.right : tie.left;
}

// A link of the page names a row of the tables, so that it leads somewhere without a script too.
const linked = /^#row-([opst][\d-]+)$/;

function recordOfLink(link) {
  return findRecord(link.dataset.go ?? linked.exec(link.getAttribute("href"))?.[1]);
}

// The quotes stand in the table of partnerships, once, and in the order of the data.
function readQuotes() {
  for (const partnership of partnerships) {
    const said = every(`#row-${partnership.ref} q`);
    const passages = [partnership, ...partnership.members].flatMap(({ evidence }) => evidence);
    passages.forEach((passage, place) => passage.push(said[place]?.textContent ?? null));
  }
}
