// What the filters keep, and the ties that follow: the answers of graph/select and graph/network.

const certainties = ["high", "medium", "low"];
const roleOrder = ["lead", "convener", "facilitator", "funder", "advisor", "member", "invited"];

const noChoices = Object.freeze({
  regions: [],
  everyRegion: false, // only who sits at a table in each of the regions
  themes: [],
  types: [],
  kinds: [],
  roles: [],
  withoutRoles: [],
  period: "", // EDTF, as the data write it
  undated: false,
  sources: [],
  certainty: "low", // the least that counts
  fold: false, // units count as their parent
  weight: 1, // the least that a tie needs to stay in sight; recomputes nothing
});

function isChosen(choices, name) {
  const [chosen, nothing] = [choices[name], noChoices[name]];
  return Array.isArray(chosen) ? chosen.length > 0 : chosen !== nothing;
}

function isNarrowed(choices) {
  return Object.keys(noChoices).some((name) => isChosen(choices, name));
}

// Earliest and latest day of start and end as numbers (20190331); null where left open.
function readPeriod(text) {
  const [first, last] = text.split("/");
  const moment = (date) => {
    const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~]*$/.exec(date);
    if (!parts) return null;
    const [year, month, day] = parts.slice(1).map(Number);
    const number = (two, three) => year * 10000 + (month || two) * 100 + (day || three);
    return { earliest: number(1, 1), latest: number(12, 31) };
  };
  const start = moment(first);
  return { start, end: last === undefined ? start : moment(last) };
}

function mayOverlap(one, other) {
  const before = ({ end }, { start }) => end && start && end.latest < start.earliest;
  return !before(one, other) && !before(other, one);
}

// Every region within the wanted ones too, however deep.
function listWithin(wanted) {
  const found = new Set(wanted);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [id, within] of regionsWithin) if (found.has(within)) found.add(id);
  }
  return found;
}

function outermost(organisation) {
  const passed = new Set();
  while (organisation.partOf && !passed.has(organisation)) {
    passed.add(organisation);
    organisation = organisation.partOf;
  }
  return organisation;
}

function sureEnough(certainty, least) {
  return certainties.indexOf(certainty) <= certainties.indexOf(least);
}

function leastSure(one, two) {
  return one === two || !sureEnough(one, two) ? one : two;
}

function foldMembers(members) {
  const order = (role) => (roleOrder.indexOf(role) + 1 || roleOrder.length + 1);
  const folded = new Map();
  for (const member of members) {
    const organisation = outermost(member.organisation);
    const first = folded.get(organisation);
    const merged = first && {
      role: order(member.role) < order(first.role) ? member.role : first.role,
      certainty: sureEnough(first.certainty, member.certainty) ? first.certainty : member.certainty,
      note: [first.note, member.note].filter(Boolean).join("; ") || null,
      evidence: [...new Set([...first.evidence, ...member.evidence])],
    };
    folded.set(organisation, { ...member, ...merged, organisation });
  }
  return [...folded.values()].sort(byNumber);
}

function byNumber(one, two) {
  return one.organisation.number - two.organisation.number;
}

// Partnership -> the partnership as the filters leave it. Filters on partnerships keep them whole;
// filters on members keep memberships; a role left out never takes a partnership away.
function narrowTables(choices) {
  const { themes, kinds, types, roles, withoutRoles, sources: cited, certainty } = choices;
  const regions = listWithin(choices.regions);
  const period = choices.period && readPeriod(choices.period);
  const places = new Set(cited.map((source) => source.number));
  const fromSource = (evidence) => evidence.filter(([place]) => places.has(place));
  const outside = (wanted, found) => wanted.length && !found.some((one) => wanted.includes(one));
  const tables = new Map();
  for (const partnership of partnerships) {
    if (regions.size && !partnership.regions.some((id) => regions.has(id))) continue;
    if (outside(themes, partnership.themes) || outside(kinds, [partnership.kind])) continue;
    if (!sureEnough(partnership.certainty, certainty)) continue;
    const dated = partnership.period && readPeriod(partnership.period);
    if (period && !(dated ? mayOverlap(dated, period) : choices.undated)) continue;
    if (places.size && !fromSource(partnership.evidence).length) continue;
    const all = choices.fold ? foldMembers(partnership.members) : partnership.members;
    let members = all.filter(
      (member) =>
        !outside(types, [member.organisation.type]) &&
        !outside(roles, [member.role]) &&
        !withoutRoles.includes(member.role) &&
        sureEnough(member.certainty, certainty) &&
        !(places.size && member.evidence.length && !fromSource(member.evidence).length),
    );
    if (!members.length && (types.length || roles.length)) continue;
    const known = members.length < all.length ? (members.length ? "some" : "none") : partnership.known;
    const groups = partnership.groups.filter(([, , role]) => !withoutRoles.includes(role));
    if (places.size) {
      members = members.map((member) => ({ ...member, evidence: fromSource(member.evidence) }));
    }
    const evidence = places.size ? fromSource(partnership.evidence) : partnership.evidence;
    const cut = members.length < all.length;
    tables.set(partnership, { ...partnership, members, groups, known, evidence, cut });
  }
  if (choices.everyRegion && choices.regions.length > 1) keepInEvery(tables, choices.regions);
  return tables;
}

// Only organisations that sit at a table in each of the regions, and their tables.
function keepInEvery(tables, regions) {
  const seated = regions.map((region) => {
    const within = listWithin([region]);
    const there = [...tables.values()].filter((table) => table.regions.some((id) => within.has(id)));
    return new Set(there.flatMap((table) => table.members.map(({ organisation }) => organisation)));
  });
  for (const [partnership, table] of tables) {
    const members = table.members.filter(({ organisation }) =>
      seated.every((found) => found.has(organisation)),
    );
    if (!members.length) tables.delete(partnership);
    else if (members.length < table.members.length) {
      tables.set(partnership, { ...table, members, known: "some", cut: true });
    }
  }
}

// Pairs grow with the square of a table: keys are numbers, and what pairs share is asked once.
function projectTies(tables) {
  const found = new Map();
  const count = organisations.length;
  for (const [partnership, table] of tables) {
    const members = [...table.members].sort(byNumber);
    const sure = members.map(({ certainty }) => leastSure(partnership.certainty, certainty));
    for (let one = 0; one < members.length; one++) {
      const left = members[one].organisation;
      for (let two = one + 1; two < members.length; two++) {
        const right = members[two].organisation;
        const key = left.number * count + right.number;
        let tie = found.get(key);
        if (!tie) {
          const ref = `t${left.number}-${right.number}`;
          tie = { ref, key, left, right, shared: [], sureness: [], newman: 0, certainty: "low" };
          found.set(key, tie);
        }
        const certainty = leastSure(sure[one], sure[two]);
        tie.shared.push(partnership);
        tie.sureness.push(certainty);
        tie.newman += 1 / (members.length - 1);
        if (sureEnough(certainty, tie.certainty)) tie.certainty = certainty;
      }
    }
  }
  const ties = [...found.values()].sort((one, two) => one.key - two.key);
  return new Map(ties.map((tie) => [tie.ref, tie]));
}

function findLoose(choices) {
  const narrowing = Object.keys(noChoices).filter((name) => isChosen(choices, name));
  if (narrowing.some((name) => !["types", "fold", "weight", "everyRegion"].includes(name))) return [];
  const { types, fold } = choices;
  const placed = new Set(partnerships.flatMap((one) => one.members.map((m) => m.organisation)));
  const seated = fold ? new Set([...placed].map(outermost)) : placed;
  return organisations.filter(
    (organisation) =>
      !seated.has(organisation) &&
      !(fold && organisation.partOf) &&
      (!types.length || types.includes(organisation.type)),
  );
}

// The part of the data that the filters keep: what map, panel, tables and legend tell of.
function keepPart(choices) {
  const tables = narrowTables(choices);
  let ties = projectTies(tables);
  let seated = new Set([...tables.values()].flatMap((table) => table.members.map((m) => m.organisation)));
  let kept = [...tables.keys()];
  if (choices.weight > 1) {
    ties = new Map([...ties].filter(([, tie]) => tie.shared.length >= choices.weight));
    seated = new Set([...ties.values()].flatMap(({ left, right }) => [left, right]));
    const shared = new Set([...ties.values()].flatMap((tie) => tie.shared));
    kept = kept.filter((partnership) => shared.has(partnership));
  } else {
    for (const organisation of findLoose(choices)) seated.add(organisation);
  }
  const [seats, tiesOf] = [new Map(), new Map()];
  const add = (map, key, value) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  };
  for (const partnership of kept) {
    for (const member of tables.get(partnership).members) {
      add(seats, member.organisation, { partnership, member });
    }
  }
  for (const tie of ties.values()) {
    add(tiesOf, tie.left, tie);
    add(tiesOf, tie.right, tie);
  }
  return {
    organisations: new Set(organisations.filter((organisation) => seated.has(organisation))),
    partnerships: new Set(kept),
    sources: new Set(choices.sources.length ? choices.sources : sources),
    tables,
    ties,
    seats,
    tiesOf,
  };
}

const whole = keepPart(noChoices);
for (const tie of whole.ties.values()) byRef.set(tie.ref, tie);

function holds(part, record) {
  const kind = record.ref[0];
  if (kind === "t") return part.ties.has(record.ref);
  if (kind === "o") return part.organisations.has(record);
  return (kind === "p" ? part.partnerships : part.sources).has(record);
}

// In the filters as they are; what falls outside is told as the whole data have it.
function scopeOf(record) {
  return holds(state.part, record) ? state.part : whole;
}

function seen(partnership) {
  return scopeOf(partnership).tables.get(partnership) ?? partnership;
}

function seatsOf(organisation) {
  return scopeOf(organisation).seats.get(organisation) ?? [];
}

function tiesOf(organisation) {
  return scopeOf(organisation).tiesOf.get(organisation) ?? [];
}

function sizeOf(partnership) {
  return seen(partnership).members.length;
}

function findRecord(ref) {
  return state.part.ties.get(ref) ?? byRef.get(ref) ?? null;
}
