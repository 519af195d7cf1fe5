/**
 * The panel of an organisation.
 *
 * @import { Content } from "../dom.js"
 * @import { Organisation, Tie } from "../model/records.js"
 */

import { sources, whole } from "../data.js";
import { make } from "../dom.js";
import {
  explained,
  certaintyTag,
  dim,
  joined,
  linkTo,
  markOf,
  nameGroup,
  row,
  unknown,
  whyLink,
} from "../elements.js";
import { isolate, term, word } from "../language.js";
import { splitWithout } from "../model/components.js";
import { capital } from "../model/grammar.js";
import { otherEnd } from "../model/records.js";
import { writeOrganisation } from "../model/yaml.js";
import { sayPartners } from "../phrases.js";
import { groupPartnersOf, membershipsOf, scopeOf, seen, tiesOf, wishedIn } from "../scope.js";
import { drawBrief } from "./brief.js";
import { drawCard, drawNote } from "./claims.js";
import { drawCopy } from "./copy.js";
import { foldList } from "../folded.js";
import { drawRelationsOf } from "./relations.js";
import { drawField } from "./rows.js";
import { drawSteps } from "./steps.js";
import { drawWishedIn } from "./wished.js";
import { drawWithout } from "./without.js";

const MOST_CARDS = 12; // partnerships of an organisation that are there at once

/**
 * @param {Organisation} organisation
 * @returns {Content[]}
 */
export function drawOrganisation(organisation) {
  const parts = splitWithout(scopeOf(organisation), organisation);
  const without = drawWithout(organisation, parts);
  const cuts = parts.length > 1; // then that comes first
  return [
    drawAbout(organisation),
    ...drawBrief(organisation),
    drawNote(organisation),
    drawSteps(organisation),
    ...(cuts ? without : []),
    ...drawPartners(organisation),
    ...drawGroupPartners(organisation),
    ...drawMemberships(organisation),
    ...drawWishedIn(wishedIn(organisation)),
    ...drawRelationsOf(organisation),
    ...(cuts ? [] : without),
    drawCopy((data) => writeOrganisation(organisation, data)),
  ];
}

/** @param {Organisation} organisation */
function drawAbout(organisation) {
  const { aliases, bodies, region, rows, types, units } = organisation;
  const tells = sources.filter(({ perspective }) => perspective.includes(organisation));
  const named = aliases.map(([text, place]) =>
    make("span", make("bdi", text), place === null ? "" : dim(` (${sayOnlyIn(place)})`)),
  );
  return make(
    "dl.about",
    row(word("type"), types.map((id) => term("types", id)).join(", ")),
    row(word("home_region"), region ? term("regions", region) : unknown(word("no_region"))),
    named.length ? row(word("also_named"), ...joined(named, "; ")) : null,
    rows.map(drawField),
    units.length ? row(word("units"), ...joined(units.map(linkTo))) : null,
    bodies.length ? row(word("body_of"), ...joined(bodies.map(linkTo))) : null,
    tells.length ? row(word("tells"), ...joined(tells.map(linkTo))) : null,
  );
}

/** @param {number} place of a document */
function sayOnlyIn(place) {
  return word("only_in", { name: isolate(sources[place].title) });
}

/**
 * @param {Organisation} organisation
 * @returns {Content[]}
 */
function drawPartners(organisation) {
  const ties = [...tiesOf(organisation)].sort(
    (one, two) =>
      two.shared.length - one.shared.length ||
      otherEnd(one, organisation).name.localeCompare(otherEnd(two, organisation).name),
  );
  const n = ties.length;
  if (n) {
    const draw = (/** @type {Tie} */ tie) => drawPartner(tie, otherEnd(tie, organisation));
    return [
      explained(make("h3", word("n_partners", { n })), "partner_meaning"),
      ...foldList("ul.people", ties, draw),
    ];
  }
  const none = make("span.unknown", capital(sayPartners(organisation)), ".");
  const meaning = whole.tiesOf.has(organisation) ? "" : ` ${word("no_partner_meaning")}`;
  return [make("h3", word("partners")), make("p", none, meaning)];
}

/**
 * @param {Tie} tie
 * @param {Organisation} partner
 */
function drawPartner(tie, partner) {
  return make(
    "li",
    markOf(partner),
    make(
      "span",
      linkTo(partner),
      make(
        "span.below",
        word("n_partnerships", { n: tie.shared.length }),
        tie.certainty === "high" ? "" : [" · ", certaintyTag(tie.certainty)],
        make("span.dot", " · "),
        whyLink(tie, word("why_link_name", { name: isolate(partner.name) })),
      ),
    ),
  );
}

/**
 * Who takes part beside it without being named; nothing where nobody does.
 *
 * @param {Organisation} organisation
 * @returns {Content[]}
 */
function drawGroupPartners(organisation) {
  const found = groupPartnersOf(organisation);
  if (!found.length) return [];
  const rows = found.map(({ group, partnerships }) => {
    const shared = word("n_partnerships", { n: partnerships.length });
    return make("li", markOf(group), make("span", nameGroup(group), dim(` ${shared}`)));
  });
  return [explained(make("h3", word("unnamed")), "group_meaning"), make("ul.people", rows)];
}

/**
 * @param {Organisation} organisation
 * @returns {Content[]}
 */
function drawMemberships(organisation) {
  const memberships = membershipsOf(organisation);
  const n = memberships.length;
  if (!n) return [make("h3", word("partnerships")), make("p.unknown", word("no_partnership"))];
  return [
    explained(make("h3", word("n_partnerships", { n })), "partnership_meaning"),
    ...foldList(
      "div.cards",
      memberships,
      ({ partnership, member }) => drawCard(seen(partnership), [member]),
      MOST_CARDS,
    ),
  ];
}
