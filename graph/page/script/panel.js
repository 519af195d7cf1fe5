// The panel: all that is known about what is chosen, every claim with its document and line.

const panel = byId("panel");
const startView = byId("start");
const detailView = byId("details");
let cameFrom = null; // where the keyboard goes when the panel closes

// Text becomes text and nothing else: this is the only way in which the script makes elements.
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
}

function makeKey(shape, colour) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("class", "key");
  svg.setAttribute("viewBox", "-13 -13 26 26");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("class", `fill-${colour}`);
  path.setAttribute("d", shapePaths.get(shape));
  svg.append(path);
  return svg;
}

function recordKey(record) {
  if (record.ref.startsWith("o")) {
    const [colour, shape] = looks.get(record.type);
    return makeKey(shape, colour);
  }
  return make("span", { class: `glyph glyph-${record.ref[0]}`, "aria-hidden": "true" });
}

function linkTo(record, text = record.name ?? record.title) {
  return make(
    "a",
    { href: addressOf(record) || "#", "data-go": record.ref },
    make("bdi", {}, text),
  );
}

function whyLink(tie, name) {
  const about = { class: "why", href: addressOf(tie), "data-go": tie.ref, "aria-label": name };
  return make("a", about, word("why_link"));
}

function tag(text, kind = "") {
  return make("span", { class: `tag ${kind}` }, text);
}

function certaintyTag(certainty) {
  return tag(word(`certainty_${certainty}`), `sure-${certainty}`);
}

function row(label, ...content) {
  return makeRow("row", label, content);
}

function makeRow(kind, label, content) {
  return make("div", { class: kind }, make("dt", {}, label), make("dd", {}, ...content));
}

function joined(parts, between = ", ") {
  return parts.flatMap((part, number) => (number ? [between, part] : [part]));
}

function quotes(evidence) {
  return make(
    "ul",
    { class: "quotes" },
    evidence.map(([place, line, quote]) => {
      const source = sources[place];
      const about = [
        source.publisher ? make("bdi", {}, source.publisher) : word("no_publisher"),
        source.date ? term("dates", source.date) : word("no_date"),
      ];
      return make(
        "li",
        {},
        quote === null
          ? null
          : make("blockquote", { lang: told.language }, make("bdi", {}, quote)),
        make(
          "span",
          { class: "cite" },
          linkTo(source),
          ", ",
          make("b", {}, word("line", { n: line })),
          make("span", { class: "dim" }, " · ", ...joined(about)),
        ),
      );
    }),
  );
}

function noteOf(record) {
  if (!record.note) return null;
  const title =
    language === told.language
      ? word("note")
      : word("note_in", { language: term("languages", told.language) });
  return make(
    "p",
    { class: "note" },
    make("b", {}, `${title}: `),
    make("bdi", { lang: told.language }, record.note),
  );
}

function facts(partnership) {
  return make(
    "ul",
    { class: "tags" },
    [
      tag(term("kinds", partnership.kind)),
      partnership.period
        ? tag(term("dates", partnership.period))
        : tag(word("period_unknown"), "unknown"),
      tag(
        word(`status_${partnership.status}`),
        partnership.status === "unknown" ? "unknown" : "",
      ),
      ...partnership.regions.map((id) => tag(term("regions", id))),
      ...partnership.themes.map((id) => tag(term("themes", id))),
      tag(word(knownOf(partnership)), knownOf(partnership) === "known_all" ? "" : "unknown"),
    ].map((one) => make("li", {}, one)),
  );
}

function memberList(partnership, except = []) {
  const others = partnership.members.filter(({ organisation }) => !except.includes(organisation));
  return others.map(({ organisation, role, certainty }) =>
    make(
      "li",
      {},
      recordKey(organisation),
      make(
        "span",
        {},
        linkTo(organisation),
        make("span", { class: "dim" }, ` ${term("roles", role)} `),
        certainty === "high" ? null : certaintyTag(certainty),
      ),
    ),
  );
}

function groupList(partnership) {
  return partnership.groups.map(([label, size, role]) =>
    make(
      "li",
      {},
      make("span", { class: "glyph glyph-g", "aria-hidden": "true" }),
      make(
        "span",
        {},
        make("i", { lang: told.language }, make("bdi", {}, label)),
        make(
          "span",
          { class: "dim" },
          ` ${term("roles", role)}, `,
          size === null ? word("size_unknown") : word("size_known", { n: size }),
        ),
      ),
    ),
  );
}

// One partnership as seen from the organisations that were asked about.
function partnershipCard(partnership, members) {
  const asked = members.map((member) => member.organisation);
  const others = [...memberList(partnership, asked), ...groupList(partnership)];
  const roles = members.map((member) =>
    row(
      members.length > 1 ? make("bdi", {}, member.organisation.name) : word("role"),
      make("b", {}, term("roles", member.role)),
      " ",
      certaintyTag(member.certainty),
      noteOf(member),
    ),
  );
  return make(
    "article",
    { class: "card" },
    make("h4", {}, linkTo(partnership)),
    facts(partnership),
    make(
      "dl",
      members.length > 1 ? { class: "pair" } : {},
      roles,
      partnership.certainty === "high"
        ? null
        : row(word("partnership"), certaintyTag(partnership.certainty)),
      makeRow("row tall", word("with"), [
        others.length
          ? make("ul", { class: "people" }, others)
          : make("span", { class: "unknown" }, word("alone_here")),
      ]),
    ),
    quotes(partnership.evidence),
    ...members
      .filter((member) => member.evidence.length)
      .flatMap((member) => [
        make(
          "p",
          { class: "sub" },
          word("evidence_membership"),
          members.length > 1 ? [": ", make("bdi", {}, member.organisation.name)] : "",
        ),
        quotes(member.evidence),
      ]),
  );
}

function tellOrganisation(organisation) {
  const { aliases } = organisation;
  const memberships = seatsOf(organisation);
  const holdsTogether = splitWithout(organisation).length > 1; // then that comes first
  const partners = [...tiesOf(organisation)].sort(
    (one, two) =>
      two.shared.length - one.shared.length ||
      otherEnd(one, organisation).name.localeCompare(otherEnd(two, organisation).name),
  );
  const named = aliases.map(([text, place]) => [
    make("bdi", {}, text),
    place === null
      ? ""
      : make(
          "span",
          { class: "dim" },
          ` (${word("only_in", { name: isolate(sources[place].title) })})`,
        ),
  ]);
  return [
    make(
      "dl",
      { class: "about" },
      row(word("type"), term("types", organisation.type)),
      row(
        word("home_region"),
        organisation.region
          ? term("regions", organisation.region)
          : make("span", { class: "unknown" }, word("no_region")),
      ),
      named.length ? row(word("also_named"), ...joined(named, "; ").flat()) : null,
      organisation.partOf ? row(word("part_of"), linkTo(organisation.partOf)) : null,
      organisation.units.length
        ? row(word("units"), ...joined(organisation.units.map((unit) => linkTo(unit))))
        : null,
      organisation.succeededBy
        ? row(word("succeeded_by"), linkTo(organisation.succeededBy))
        : null,
      organisation.ids.length
        ? row(
            word("identifiers"),
            organisation.ids.map(([kind, id]) => `${kind} ${id}`).join(", "),
          )
        : null,
    ),
    noteOf(organisation),
    stepsBar(organisation),
    ...(holdsTogether ? tellWithout(organisation) : []),
    make(
      "h3",
      {},
      partners.length ? word("n_partners", { n: partners.length }) : word("partners"),
    ),
    partners.length
      ? make(
          "ul",
          { class: "people" },
          partners.map((tie) => {
            const partner = otherEnd(tie, organisation);
            const why = whyLink(tie, word("why_link_name", { name: isolate(partner.name) }));
            return make(
              "li",
              {},
              recordKey(partner),
              make(
                "span",
                {},
                linkTo(partner),
                make(
                  "span",
                  { class: "below" },
                  word("n_partnerships", { n: tie.shared.length }),
                  tie.certainty === "high" ? "" : [" · ", certaintyTag(tie.certainty)],
                  make("span", { class: "dot" }, " · "),
                  why,
                ),
              ),
            );
          }),
        )
      : make(
          "p",
          {},
          make("span", { class: "unknown" }, capital(sayPartners(organisation)), "."),
          whole.tiesOf.has(organisation) ? "" : ` ${word("no_partner_meaning")}`,
        ),
    make(
      "h3",
      {},
      memberships.length
        ? word("n_partnerships", { n: memberships.length })
        : word("partnerships"),
    ),
    memberships.length
      ? memberships.map(({ partnership, member }) => partnershipCard(seen(partnership), [member]))
      : make("p", { class: "unknown" }, word("no_partnership")),
    ...(holdsTogether ? [] : tellWithout(organisation)),
  ].flat();
}

function tellTie(tie) {
  const ends = [tie.left, tie.right];
  return [
    make(
      "ul",
      { class: "people ends" },
      ends.map((end) =>
        make(
          "li",
          {},
          recordKey(end),
          make(
            "span",
            {},
            linkTo(end),
            make("span", { class: "dim" }, ` ${term("types", end.type)}`),
          ),
        ),
      ),
    ),
    make("h3", {}, word("why")),
    make("p", {}, word("why_text", { n: tie.shared.length })),
    make(
      "dl",
      { class: "about" },
      row(
        word("certainty"),
        certaintyTag(tie.certainty),
        tie.shared.length > 1
          ? make("span", { class: "dim" }, ` ${word("certainty_tie")}`)
          : null,
      ),
      row(
        word("weights"),
        word("weight_count", { n: tie.shared.length }),
        ", ",
        word("weight_newman", { weight: sayDecimal(tie.newman) }),
      ),
      row(word("documents"), sayDocuments(tie)),
    ),
    make("h3", {}, word("n_partnerships", { n: tie.shared.length })),
    ...tie.shared.map(seen).map((partnership) =>
      partnershipCard(
        partnership,
        partnership.members.filter(({ organisation }) => ends.includes(organisation)),
      ),
    ),
  ];
}

function tellPartnership(record) {
  const partnership = seen(record);
  const { members, groups, follows, followedBy } = partnership;
  return [
    facts(partnership),
    make(
      "dl",
      { class: "about" },
      row(word("certainty"), certaintyTag(partnership.certainty)),
      follows.length ? row(word("follows"), ...joined(follows.map((one) => linkTo(one)))) : null,
      followedBy.length
        ? row(word("followed_by"), ...joined(followedBy.map((one) => linkTo(one))))
        : null,
    ),
    noteOf(partnership),
    make(
      "h3",
      {},
      members.length ? word("n_members", { n: members.length }) : word("members"),
    ),
    members.length
      ? make("ul", { class: "people" }, memberList(partnership))
      : make(
          "p",
          { class: "unknown" },
          `${capital(word(noMembers(partnership), { n: sources.length }))}.`,
        ),
    partnership.known === "some" && members.length
      ? make("p", { class: "unknown" }, `${capital(word(knownOf(partnership)))}.`)
      : null,
    ...(groups.length
      ? [
          make("h3", {}, word("unnamed")),
          make("ul", { class: "people" }, groupList(partnership)),
        ]
      : []),
    ...tellTypes(partnership),
    make("h3", {}, word("evidence")),
    quotes(partnership.evidence),
    ...members
      .filter((member) => member.evidence.length || member.note)
      .flatMap((member) => [
        make("h4", {}, make("bdi", {}, member.organisation.name)),
        noteOf(member) ?? "",
        member.evidence.length ? quotes(member.evidence) : "",
      ]),
  ];
}

function tellSource(source) {
  return [
    make(
      "dl",
      { class: "about" },
      row(
        word("publisher"),
        source.publisher
          ? make("bdi", {}, source.publisher)
          : make("span", { class: "unknown" }, word("no_publisher")),
      ),
      row(
        word("date"),
        source.date
          ? term("dates", source.date)
          : make("span", { class: "unknown" }, word("no_date")),
      ),
      source.digest
        ? row(
            word("digest"),
            make("bdi", {}, source.digest),
            make("span", { class: "below" }, word("digest_meaning")),
          )
        : null,
      row(word("original"), make("bdi", {}, source.original)),
      source.address
        ? row(
            word("address"),
            source.link
              ? make(
                  "a",
                  { href: source.address, rel: "noreferrer" },
                  make("bdi", {}, source.address),
                )
              : make("bdi", {}, source.address),
          )
        : null,
    ),
    noteOf(source),
    make("h3", {}, word("supports")),
    supportedBy(source).length
      ? supportedBy(source).map((partnership) => {
          const place = sources.indexOf(source);
          const here = [seen(partnership), ...seen(partnership).members]
            .flatMap((one) => one.evidence)
            .filter(([cited]) => cited === place);
          return make(
            "article",
            { class: "card" },
            make("h4", {}, linkTo(partnership)),
            quotes(here),
          );
        })
      : make("p", { class: "unknown" }, word("supports_none")),
  ].flat();
}

// The partnerships that rest on a document, as far as the filters keep them.
function supportedBy(source) {
  const { partnerships: kept } = scopeOf(source);
  return source.partnerships.filter((partnership) => kept.has(partnership));
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// How wide the view around an organisation is, and a way on from it.
function stepsBar(organisation) {
  const { steps } = state;
  const button = (name, text, act, attributes = {}) => {
    const made = make("button", { type: "button", "data-focus": name, ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  };
  return make(
    "div",
    { class: "around" },
    make(
      "div",
      { class: "steps", role: "group", "aria-label": word("steps_title") },
      make("span", {}, word("steps_title")),
      button("less", "−", () => setSteps(Math.max(1, steps - 1)), {
        "aria-label": word("steps_less"),
      }),
      make("b", { class: "now" }, steps && !state.gone ? word("n_steps", { n: steps }) : word("steps_none")),
      button("more", "+", () => setSteps(steps + 1), { "aria-label": word("steps_more") }),
      button("all", word("steps_everything"), () => setSteps(0), {
        "aria-pressed": String(!steps),
      }),
    ),
    state.gone ? null : make("span", { class: "below" }, saySteps(organisation, steps)),
    organisations.length > 1
      ? button("route", word("route_from_here"), () => openRoute(organisation))
      : null,
  );
}

// How many documents speak of a tie, and whether it would stand without any one of them.
function sayDocuments(tie) {
  const tables = tie.shared.map(seen);
  const ends = ({ organisation }) => [tie.left, tie.right].includes(organisation);
  const told = tables.flatMap((table) => [table, ...table.members.filter(ends)]);
  const cited = [...new Set(told.flatMap(({ evidence }) => evidence.map(([place]) => place)))];
  const needed = cited.filter((left) =>
    tables.every(({ evidence }) => evidence.every(([place]) => place === left)),
  );
  const text = needed.length
    ? word("documents_needed", { name: isolate(sources[needed[0]].title) })
    : word("documents_spare");
  return make("span", {}, `${word("n_documents", { n: cited.length })}. ${text}`);
}

// Which types of organisation are named at a table, and which are not: absent, or not known.
function tellTypes({ members, known, cut }) {
  const types = members.map(({ organisation }) => organisation.type);
  const meaning = cut ? "types_part" : known === "all" ? "types_sure" : "types_unsure";
  return listTypes(new Set(types), meaning);
}

function listTypes(present, meaning) {
  const label = (id) => term("types", id);
  const sorted = (ids) => ids.map(label).sort((one, two) => one.localeCompare(two)).join(", ");
  const missing = usedWords("types").filter((id) => !present.has(id));
  if (!missing.length) return [];
  return [
    make("h3", {}, word("types_title")),
    make(
      "dl",
      { class: "about" },
      present.size ? row(word("types_named"), sorted([...present])) : null,
      row(word("types_unknown"), sorted(missing)),
    ),
    make("p", { class: meaning === "types_sure" ? "dim" : "unknown" }, word(meaning)),
  ];
}

function outsideNote(record) {
  if (!isNarrowed(state.choices)) return null;
  const inside = holds(state.part, record);
  return make(
    "p",
    { class: inside ? "note" : "note unknown" },
    word(inside ? "inside_note" : "outside_note"),
  );
}

function renderPanel() {
  const record = state.selected;
  const { chain } = state;
  const filtered = !record && !chain && isNarrowed(state.choices);
  const open = record !== null || chain !== null || filtered;
  const shown = record?.ref ?? (chain ? "chain" : filtered ? "filters" : "");
  const inside = panel !== document.activeElement && panel.contains(document.activeElement);
  const held = inside && document.activeElement.dataset.focus;
  offerReading(record);
  byId("broken").hidden = !state.broken;
  startView.hidden = open;
  detailView.hidden = !open;
  startView.querySelector("h2").id = open ? "" : "panel-title";
  if (!open) {
    detailView.replaceChildren();
    panel.dataset.told = "";
    if (inside && !panel.contains(document.activeElement)) focusTitle();
    return;
  }
  const sheet = record
    ? tellRecordSheet(record)
    : chain
      ? { key: null, kicker: word("way"), title: sayEnds(chain), body: tellWay(chain, state.way) }
      : { key: null, kicker: word("filters"), title: word("part_title"), body: tellPart() };
  const close = make("button", { type: "button", class: "close" }, word("close"));
  close.addEventListener("click", closePanel);
  const title = make("h2", { id: "panel-title", tabindex: "-1" }, sheet.title);
  detailView.replaceChildren(
    make(
      "div",
      { class: "panel-top" },
      make("p", { class: "kicker" }, sheet.key ?? "", make("span", {}, sheet.kicker)),
      filtered ? "" : close,
    ),
    title,
    ...sheet.body.flat().filter((part) => part !== null && part !== ""),
  );
  if (panel.dataset.told !== shown) panel.scrollTop = 0;
  panel.dataset.told = shown;
  if (held) detailView.querySelector(`[data-focus="${held}"]`)?.focus({ preventScroll: true });
  if (inside && !panel.contains(document.activeElement)) focusTitle();
}

function focusTitle() {
  byId("panel-title").focus({ preventScroll: true });
}

function tellRecordSheet(record) {
  const [kind, tell] = {
    o: ["organisation", tellOrganisation],
    p: ["partnership", tellPartnership],
    s: ["document", tellSource],
    t: ["tie", tellTie],
  }[record.ref[0]];
  const tie = record.ref.startsWith("t");
  return {
    key: recordKey(record),
    kicker: word(kind),
    title: tie ? nameOf(record) : make("bdi", {}, record.name ?? record.title),
    body: [outsideNote(record), ...tell(record)],
  };
}

function sayEnds({ from, to }) {
  return word("way_ends", { a: isolate(from.name), b: isolate(to.name) });
}

function closePanel() {
  const back = cameFrom;
  select(null);
  const there = back?.isConnected && back.getClientRects().length ? back : (mapElement ?? panel);
  there.focus({ preventScroll: true });
  const { top, bottom } = there.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) there.scrollIntoView({ block: "nearest" });
}

// Where the panel stands below the map, a way to it stands under what was chosen there.
function offerReading(record) {
  const button = byId("read-more");
  button.hidden = !record;
  if (record) button.textContent = word("read_more", { name: nameOf(record) });
}

function enterPanel() {
  focusTitle();
  const { top, bottom } = panel.getBoundingClientRect();
  if (top > innerHeight - 80 || bottom < 80) panel.scrollIntoView({ block: "start" });
}

function bindPanel() {
  byId("read-more").addEventListener("click", enterPanel);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (state.selected || state.chain)) closePanel();
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && stepByKey(event.key)) {
      event.preventDefault();
    }
  });
}
