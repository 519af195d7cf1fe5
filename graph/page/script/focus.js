// What stands out: some steps around a choice, a way between two organisations, or what is left
// without one. The rest is dimmed; nothing is computed anew.

const MOST_WAYS = 20;

// Organisation -> how many steps it is away.
function stepsFrom(organisation, most) {
  const found = new Map([[organisation, 0]]);
  for (const [here, far] of found) {
    if (far >= most) break;
    for (const tie of tiesOf(here)) {
      const other = otherEnd(tie, here);
      if (!found.has(other)) found.set(other, far + 1);
    }
  }
  return found;
}

function seatRefs(tables) {
  return [...tables].flatMap((table) =>
    seen(table).members.map((member) => seatLine(table, member).ref),
  );
}

function tableFocus(tables) {
  const refs = [...tables].flatMap((table) => {
    const { members } = seen(table);
    const sorted = [...members].sort(byNumber);
    return sorted.flatMap(({ organisation: left }, place) =>
      sorted.slice(place + 1).map(({ organisation: right }) => `t${left.number}-${right.number}`),
    );
  });
  const members = [...tables].flatMap((table) => seen(table).members);
  return {
    organisations: new Set(members.map(({ organisation }) => organisation)),
    partnerships: new Set(tables),
    ties: new Set([...refs, ...seatRefs(tables)]),
  };
}

function stepsFocus(organisation, steps) {
  const distance = stepsFrom(organisation, steps);
  const inner = [...distance].filter(([, far]) => far < steps).map(([one]) => one);
  const tables = new Set(inner.flatMap((one) => seatsOf(one).map(({ partnership }) => partnership)));
  const refs = inner.flatMap((one) => tiesOf(one).map((tie) => tie.ref));
  return {
    organisations: new Set(distance.keys()),
    partnerships: tables,
    ties: new Set([...refs, ...seatRefs(tables)]),
  };
}

// All that is left stays in full: the parts stand apart because what tied them is dimmed.
function goneFocus(organisation) {
  const { part } = state;
  const left = (one) => one !== organisation;
  const lines = linesOf(part, "two-mode").filter((line) => left(line.left));
  const ties = [...part.ties.values()].filter((tie) => left(tie.left) && left(tie.right));
  const attached = new Set(lines.map((line) => line.right));
  return {
    organisations: new Set([...part.organisations].filter(left)),
    partnerships: new Set([...part.partnerships].filter((p) => attached.has(p) || !sizeOf(p))),
    ties: new Set([...ties, ...lines].map((line) => line.ref)),
  };
}

function focusOf({ selected, steps, gone, chain, way }) {
  if (chain) return way.focus;
  if (!selected) return null;
  const kind = selected.ref[0];
  if (kind === "o") {
    if (gone) return goneFocus(selected);
    return steps ? stepsFocus(selected, steps) : null;
  }
  if (kind === "t") {
    const seats = selected.shared.flatMap((table) =>
      [selected.left, selected.right].map((end) => `m${table.number}-${end.number}`),
    );
    return {
      organisations: new Set([selected.left, selected.right]),
      partnerships: new Set(selected.shared),
      ties: new Set([selected.ref, ...seats]),
    };
  }
  if (kind === "p") return tableFocus([selected]);
  return tableFocus(selected.partnerships.filter((one) => holds(state.part, one)));
}

// ---- steps ----

function setSteps(steps) {
  const wanted = Math.max(0, Math.min(steps, 99));
  if (wanted > 1) {
    const reached = (far) => stepsFrom(state.selected, far).size;
    if (reached(wanted) === reached(wanted - 1) && wanted > state.steps) {
      announce(word("steps_no_more"));
      return;
    }
  }
  update({ steps: wanted, gone: false }, { say: saySteps(state.selected, wanted) });
}

function saySteps(organisation, steps) {
  if (!steps) return word("steps_all");
  const others = stepsFrom(organisation, steps).size - 1;
  return word("steps_reach", {
    steps: word("n_steps", { n: steps }),
    others: word("n_organisations", { n: others }),
  });
}

// The keys + - and 0 belong to the focus while an organisation is chosen.
function stepByKey(key) {
  if (state.selected?.ref[0] !== "o") return false;
  if (key === "+" || key === "=") setSteps(state.steps + 1);
  else if (key === "-") setSteps(Math.max(1, state.steps - 1));
  else if (key === "0") setSteps(0);
  else return false;
  return true;
}

// ---- without one ----

// The parts that are left of what hangs together with an organisation, largest first.
function splitWithout(organisation) {
  const rest = new Set(stepsFrom(organisation, Infinity).keys());
  rest.delete(organisation);
  const parts = [];
  while (rest.size) {
    const first = [...rest].reduce((one, two) => (one.number < two.number ? one : two));
    const found = new Set([first]);
    for (const here of found) {
      for (const tie of tiesOf(here)) {
        const other = otherEnd(tie, here);
        if (other !== organisation) found.add(other);
      }
    }
    for (const one of found) rest.delete(one);
    parts.push([...found].sort((one, two) => one.number - two.number));
  }
  const first = ([one]) => one.number;
  return parts.sort((one, two) => two.length - one.length || first(one) - first(two));
}

// The memberships by which a part hangs on an organisation.
function supportsOf(organisation, part) {
  const there = new Set(part);
  return seatsOf(organisation).filter(({ partnership }) =>
    seen(partnership).members.some((member) => there.has(member.organisation)),
  );
}

// Whether a part hangs on nothing that is stated in so many words.
function hangsLoosely(organisation, part) {
  const there = new Set(part);
  const ties = tiesOf(organisation).filter((tie) => there.has(otherEnd(tie, organisation)));
  return ties.every(({ certainty }) => certainty !== "high");
}

function nameList(records) {
  return joined(records.map((record) => linkTo(record)));
}

function hasParts(record) {
  return record?.ref[0] === "o" && splitWithout(record).length > 0;
}

function tellWithout(organisation) {
  const parts = splitWithout(organisation);
  if (!parts.length) return [];
  const split = parts.length > 1;
  const button = make(
    "button",
    { type: "button", class: "toggle", "aria-pressed": String(state.gone), "data-focus": "gone" },
    word("without_show"),
  );
  button.addEventListener("click", () => {
    const gone = !state.gone;
    update({ gone }, { say: gone ? sayWithout(organisation, parts) : word("without_off") });
  });
  return [
    make("h3", {}, word("without_title")),
    make(
      "p",
      split ? { class: "cut" } : {},
      make("b", {}, sayWithout(organisation, parts)),
    ),
    split
      ? make(
          "ol",
          { class: "parts" },
          parts.map((part) => tellLoosePart(organisation, part)),
        )
      : null,
    split && parts.some((part) => hangsLoosely(organisation, part))
      ? make("p", { class: "unknown" }, word("without_unsure"))
      : null,
    split ? make("p", { class: "dim" }, word("without_caveat", { n: sources.length })) : null,
    make("p", {}, button),
  ];
}

function sayWithout(organisation, parts) {
  const name = isolate(organisation.name);
  if (parts.length === 1) return word("without_whole", { name });
  return word("without_split", { name, n: parts.length });
}

function tellLoosePart(organisation, part) {
  const supports = supportsOf(organisation, part);
  const rests = supports.flatMap(({ partnership, member }, number) => {
    const sure = leastSure(partnership.certainty, member.certainty);
    return [
      number ? "; " : "",
      linkTo(partnership),
      make("span", { class: "dim" }, ` (${term("roles", member.role)})`),
      " ",
      certaintyTag(sure),
    ];
  });
  return make(
    "li",
    {},
    make("b", {}, word("n_organisations", { n: part.length })),
    ": ",
    ...nameList(part),
    make("div", { class: "sub" }, `${word("rests_on", { n: supports.length })}: `, ...rests),
  );
}

// ---- a way between two ----

// Every shortest chain of partnerships, the surest first: the answer of graph/query/paths.py.
function findWays(from, to) {
  const { part } = state;
  if (!holds(part, from) || !holds(part, to)) return null;
  const before = new Map([[from, []]]);
  let ring = [from];
  while (ring.length && !before.has(to)) {
    const further = new Map();
    for (const here of ring) {
      for (const tie of tiesOf(here)) {
        const other = otherEnd(tie, here);
        if (before.has(other)) continue;
        if (!further.has(other)) further.set(other, []);
        further.get(other).push(here);
      }
    }
    const inOrder = (one, two) => one.number - two.number;
    ring = [...further.keys()].sort(inOrder);
    for (const one of ring) before.set(one, further.get(one).sort(inOrder));
  }
  if (!before.has(to)) return { chains: [], count: 0 };
  return { chains: sortWays(walkWays(before, from, to)), count: countWays(before, from, to) };
}

function tieBetween(one, two) {
  return tiesOf(one).find((tie) => otherEnd(tie, one) === two);
}

function walkWays(before, from, to) {
  const chains = [];
  const stack = [{ way: [to], tables: [] }];
  while (stack.length && chains.length < MOST_WAYS) {
    const { way, tables } = stack.pop();
    if (way[0] === from) chains.push({ way, tables });
    for (const nearer of [...before.get(way[0])].reverse()) {
      const tie = tieBetween(nearer, way[0]);
      for (const place of [...tie.shared.keys()].reverse()) {
        const table = { partnership: tie.shared[place], certainty: tie.sureness[place], tie };
        stack.push({ way: [nearer, ...way], tables: [table, ...tables] });
      }
    }
  }
  return chains;
}

function sortWays(chains) {
  const sure = (chain) => certainties.indexOf(chain.tables.map((t) => t.certainty).reduce(leastSure, "high"));
  const order = (one, two) => {
    const place = one.way.findIndex((organisation, at) => organisation !== two.way[at]);
    return place < 0 ? 0 : one.way[place].number - two.way[place].number;
  };
  return chains.sort((one, two) => sure(one) - sure(two) || order(one, two));
}

function countWays(before, from, to) {
  const counts = new Map([[from, 1]]);
  for (const [here, nearer] of before) {
    if (here === from) continue;
    const sum = nearer.map((one) => counts.get(one) * tieBetween(one, here).shared.length);
    counts.set(here, sum.reduce((one, two) => one + two, 0));
  }
  return counts.get(to) ?? 0;
}

function findWay(chain) {
  if (!chain) return null;
  const found = findWays(chain.from, chain.to);
  const focus = {
    organisations: new Set([chain.from, chain.to]),
    partnerships: new Set(),
    ties: new Set(),
  };
  const first = new Set();
  for (const [number, { way, tables }] of (found?.chains ?? []).entries()) {
    for (const one of way) focus.organisations.add(one);
    for (const [place, { partnership, tie }] of tables.entries()) {
      const seats = [way[place], way[place + 1]].map((end) => `m${partnership.number}-${end.number}`);
      for (const ref of [tie.ref, ...seats]) {
        focus.ties.add(ref);
        if (!number) first.add(ref);
      }
      focus.partnerships.add(partnership);
    }
  }
  return { ...found, outside: !found, focus, first };
}

function sayWay({ from, to }, way) {
  const names = { a: isolate(from.name), b: isolate(to.name) };
  if (way.outside) return word("way_outside");
  if (!way.count) return word("way_none", { ...names, n: state.part.sources.size });
  const steps = way.chains[0].tables.length;
  return word("way_found", { ...names, steps: word("n_tables", { n: steps }) });
}

function tellWay(chain, way) {
  return [
    make("p", {}, make("b", {}, sayWay(chain, way))),
    way.count
      ? make(
          "p",
          { class: "dim" },
          word("way_count", { n: way.count }),
          way.count > way.chains.length ? ` ${word("way_most", { n: way.chains.length })}` : "",
        )
      : way.outside
        ? null
        : make("p", {}, word("way_none_meaning")),
    ...(way.chains ?? []).map(({ way: stops, tables }, number) =>
      make(
        "ol",
        { class: number ? "way card" : "way card first" },
        make("li", {}, recordKey(stops[0]), make("span", {}, linkTo(stops[0]))),
        tables.flatMap(({ partnership, certainty, tie }, place) => {
          const roleOf = (end) =>
            seen(partnership).members.find((member) => member.organisation === end).role;
          const ends = [stops[place], stops[place + 1]].map((end) => term("roles", roleOf(end)));
          return [
            make(
              "li",
              { class: "table" },
              recordKey(partnership),
              make(
                "span",
                {},
                linkTo(partnership),
                " ",
                certaintyTag(certainty),
                make("span", { class: "below" }, ends.join(" – "), " · ", whyLink(tie, whyPair(tie))),
              ),
            ),
            make("li", {}, recordKey(stops[place + 1]), make("span", {}, linkTo(stops[place + 1]))),
          ];
        }),
      ),
    ),
  ];
}

function whyPair({ left, right }) {
  return word("why_link_pair", { a: isolate(left.name), b: isolate(right.name) });
}

// The two fields take a name, another name, or something close to it, as the search box does.
function bindRoute() {
  const box = byId("route");
  if (!box) return;
  box.hidden = organisations.length < 2;
  const fields = ["from", "to"].map((name) => byId(`route-${name}`));
  byId("route-names").replaceChildren(
    ...[...organisations]
      .sort((one, two) => one.name.localeCompare(two.name))
      .map(({ name }) => make("option", { value: name.slice(0, 200) })),
  );
  const search = () => {
    const found = fields.map(({ value }) => findOrganisation(value));
    const missing = found.findIndex((one) => !one);
    for (const [place, field] of fields.entries()) {
      if (found[place]) field.setAttribute("aria-invalid", "false");
      else field.setAttribute("aria-invalid", "true");
    }
    if (missing >= 0 || found[0] === found[1]) {
      const text = missing >= 0 ? word("route_unknown") : word("route_same");
      byId("route-error").textContent = text;
      announce(text);
      fields[Math.max(missing, 0)].focus();
      return;
    }
    cameFrom = fields[0];
    showChain({ from: found[0], to: found[1] });
    fillRoute();
    enterPanel();
    panel.scrollIntoView({ block: "nearest" });
  };
  byId("route-go").addEventListener("click", search);
  for (const field of fields) {
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") search();
    });
  }
}

function findOrganisation(text) {
  const wanted = fold(text);
  if (!wanted) return null;
  const same = organisations.find((one) => fold(one.name.slice(0, 200)) === wanted);
  return same ?? findRecords(text).find(({ record }) => record.ref[0] === "o")?.record ?? null;
}

function showChain(chain) {
  byId("route-error").textContent = "";
  const way = findWay(chain);
  update({ chain, selected: null, gone: false }, { say: sayWay(chain, way) });
  show([...state.focus.organisations]);
}

function openRoute(organisation) {
  const box = byId("route");
  box.open = true;
  byId("route-from").value = organisation.name;
  const to = byId("route-to");
  to.value = "";
  to.focus();
  box.scrollIntoView({ block: "nearest" });
}

function fillRoute() {
  if (!state.chain) return;
  byId("route-from").value = state.chain.from.name;
  byId("route-to").value = state.chain.to.name;
}
