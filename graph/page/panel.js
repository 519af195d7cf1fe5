// The panel: all that is known about what is chosen, every claim with its document and line.

const panel = document.getElementById("panel");
const startView = document.getElementById("start");
const detailView = document.getElementById("details");
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
        make("blockquote", { lang: told.language }, make("bdi", {}, quote)),
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
  return make(
    "p",
    { class: "note" },
    make("b", {}, `${word("note")}: `),
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
      tag(word(`known_${partnership.known}`), partnership.known === "all" ? "" : "unknown"),
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
  const { memberships, aliases } = organisation;
  const partners = [...organisation.ties].sort(
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
            const why = make(
              "a",
              {
                class: "why",
                href: addressOf(tie),
                "data-go": tie.ref,
                "aria-label": word("why_link_name", { name: isolate(partner.name) }),
              },
              word("why_link"),
            );
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
          ` ${word("no_partner_meaning")}`,
        ),
    make(
      "h3",
      {},
      memberships.length
        ? word("n_partnerships", { n: memberships.length })
        : word("partnerships"),
    ),
    memberships.length
      ? memberships.map(({ partnership, member }) => partnershipCard(partnership, [member]))
      : make("p", { class: "unknown" }, word("no_partnership")),
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
    ),
    make("h3", {}, word("n_partnerships", { n: tie.shared.length })),
    ...tie.shared.map((partnership) =>
      partnershipCard(
        partnership,
        partnership.members.filter(({ organisation }) => ends.includes(organisation)),
      ),
    ),
  ];
}

function tellPartnership(partnership) {
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
          `${capital(word("no_members", { n: sources.length }))}.`,
        ),
    partnership.known === "some" && members.length
      ? make("p", { class: "unknown" }, `${capital(word("known_some"))}.`)
      : null,
    ...(groups.length
      ? [
          make("h3", {}, word("unnamed")),
          make("ul", { class: "people" }, groupList(partnership)),
        ]
      : []),
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
    source.partnerships.length
      ? source.partnerships.map((partnership) => {
          const place = sources.indexOf(source);
          const here = [partnership, ...partnership.members]
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

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function renderPanel() {
  const record = state.selected;
  startView.hidden = record !== null;
  detailView.hidden = record === null;
  startView.querySelector("h2").id = record ? "" : "panel-title";
  if (!record) {
    detailView.replaceChildren();
    return;
  }
  const [kind, tell] = {
    o: ["organisation", tellOrganisation],
    p: ["partnership", tellPartnership],
    s: ["document", tellSource],
    t: ["tie", tellTie],
  }[record.ref[0]];
  const close = make("button", { type: "button", class: "close" }, word("close"));
  close.addEventListener("click", closePanel);
  const title = make(
    "h2",
    { id: "panel-title", tabindex: "-1" },
    record.ref.startsWith("t") ? nameOf(record) : make("bdi", {}, record.name ?? record.title),
  );
  detailView.replaceChildren(
    make(
      "div",
      { class: "panel-top" },
      make("p", { class: "kicker" }, recordKey(record), make("span", {}, word(kind))),
      close,
    ),
    title,
    ...tell(record).filter((part) => part !== null && part !== ""),
  );
  panel.scrollTop = 0;
}

function closePanel() {
  const back = cameFrom;
  select(null);
  if (back && back.isConnected && !back.hidden) back.focus({ preventScroll: true });
  else (mapElement ?? panel).focus({ preventScroll: true });
}

function bindPanel() {
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected) closePanel();
  });
}
