/**
 * Rows of the sheets, made of the records when they are seen: as the filters leave these, in the
 * language of the reader.
 *
 * @import { Content } from "../dom.js"
 * @import { Group, Item, Organisation, Partnership, Relation, Source, Tie } from "../model/records.js"
 */

import { addressOf } from "../address.js";
import { sources } from "../data.js";
import { make } from "../dom.js";
import { joined, linkTo, nameGroup, unknown } from "../elements.js";
import { sayNumber, term, word } from "../language.js";
import { isGroup } from "../model/records.js";
import { knownOf, noMembers, noPartner, saySize, sayStatus } from "../phrases.js";
import {
  barriersIn,
  groupPartnersOf,
  membershipsOf,
  partnershipsOf,
  seen,
  supportedBy,
  tiesOf,
} from "../scope.js";
import { state } from "../state.js";
import {
  below,
  drawHampers,
  drawParty,
  drawPlace,
  drawQuotes,
  drawQuotesOf,
  drawShown,
  eachBelow,
  listOr,
  nameWithMark,
  periodOr,
  sayRegion,
  sayTerms,
  unsure,
} from "./cells.js";

/**
 * Make the row of a record.
 *
 * @param {string} sheet
 * @param {Item} record
 */
export function makeSheetRow(sheet, record) {
  const [head, ...cells] = drawers[sheet](record);
  const current = record.ref === state.selected?.ref ? [{ "aria-current": "true" }] : [];
  return make(
    "tr",
    { id: `row-${record.ref}` },
    ...current,
    make("th", { scope: "row" }, ...[head].flat()),
    ...cells.map((cell) => make("td", ...[cell].flat())),
  );
}

/**
 * What stands in the cells of a row, the heading first.
 *
 * @type {Record<string, (record: any) => Content[]>}
 */
const drawers = {
  organisations: drawOrganisationRow,
  ties: drawTieRow,
  partnerships: drawPartnershipRow,
  groups: drawGroupRow,
  relations: drawRelationRow,
  documents: drawDocumentRow,
};

/**
 * @param {Organisation} one
 * @returns {Content[]}
 */
function drawOrganisationRow(one) {
  const aliases = one.aliases.map(([text]) => make("bdi", text));
  const unnamed = groupPartnersOf(one).map(({ group, partnerships }) =>
    make("span", nameGroup(group), ` (${word("n_partnerships", { n: partnerships.length })})`),
  );
  const n = tiesOf(one).length;
  return [
    [
      nameWithMark(one),
      aliases.length
        ? make("div.sub.long", `${word("also_named")}: `, ...joined(aliases, "; "))
        : null,
      ...one.rows.map(drawShown),
      ...eachBelow("body_of", one.bodies),
    ],
    sayTerms("types", one.types),
    sayRegion(one.region),
    listOr(
      membershipsOf(one),
      ({ partnership, member }) => drawPlace(partnership, member),
      unknown(word("no_partnership")),
    ),
    [
      n ? word("n_partners", { n }) : unknown(word(noPartner(one), { n: sources.length })),
      unnamed.length ? below(`${word("unnamed")}: `, ...joined(unnamed)) : null,
    ],
  ];
}

/**
 * @param {Tie} tie
 * @returns {Content[]}
 */
function drawTieRow(tie) {
  const { certainty, left, right, shared } = tie;
  return [
    linkTo(left),
    linkTo(right),
    [make("b", sayNumber(shared.length)), ": ", ...joined(shared.map(linkTo), "; ")],
    [word(`certainty_${certainty}`), " ", makeReason(tie)],
  ];
}

/** @param {Tie} tie */
export function makeReason(tie) {
  const text = make("span", { "data-t": "why_link" }, word("why_link"));
  return make("a.why", { href: addressOf(tie), "data-go": tie.ref }, text);
}

/**
 * @param {Partnership} one
 * @returns {Content[]}
 */
function drawPartnershipRow(one) {
  const now = seen(one);
  const known = knownOf(now);
  const named = [...now.members, ...now.wished];
  const groups = [...now.groups, ...now.wishedGroups];
  return [
    [
      linkTo(one),
      ...unsure(one.certainty),
      below(`${term("kinds", one.kind)}, ${sayStatus(one)}`),
      ...one.rows.map(drawShown),
      ...eachBelow("follows", one.follows),
      ...eachBelow("parts", one.parts),
    ],
    [
      ...[listOr([...named, ...groups], drawParty, null)].flat(),
      now.members.length ? null : make("div.unknown", word(noMembers(one), { n: sources.length })),
      make(`div.${known.replace("_", "-")}`, word(known)),
    ],
    periodOr(one.period),
    [
      sayTerms("regions", one.regions),
      one.themes.length ? below(sayTerms("themes", one.themes)) : null,
    ],
    [
      drawQuotes(now.evidence),
      ...drawQuotesOf([...now.members, ...now.groups, ...now.wished, ...now.wishedGroups]),
      ...drawHampers(now.barriers),
    ],
  ];
}

/**
 * @param {Group} one
 * @returns {Content[]}
 */
function drawGroupRow(one) {
  const places = partnershipsOf(one).flatMap((partnership) => {
    const { groups, wishedGroups } = seen(partnership);
    const own = [...groups, ...wishedGroups].filter(({ group }) => group === one);
    return own.map((party) => ({ partnership, party }));
  });
  return [
    [
      nameWithMark(one),
      ...unsure(one.certainty),
      one.evidence.length ? drawQuotes(one.evidence) : null,
    ],
    one.types.length ? sayTerms("types", one.types) : unknown(word("type_unknown")),
    saySize(one),
    sayRegion(one.region),
    listOr(
      places,
      ({ partnership, party }) => drawPlace(partnership, party),
      unknown(word("no_partnership")),
    ),
  ];
}

/**
 * @param {Relation} one
 * @returns {Content[]}
 */
function drawRelationRow(one) {
  const [origin, target] = [one.origin, one.target].map((end) =>
    isGroup(end) ? nameGroup(end) : linkTo(end),
  );
  return [
    origin,
    [
      make("a", { href: addressOf(one), "data-go": one.ref }, term("relations", one.kind)),
      ...unsure(one.certainty),
    ],
    target,
    periodOr(one.period),
    [drawQuotes(one.evidence), one.note ? below(make("bdi", one.note)) : null],
  ];
}

/**
 * @param {Source} one
 * @returns {Content[]}
 */
function drawDocumentRow(one) {
  const tellers = one.perspective.map(linkTo);
  return [
    [
      linkTo(one),
      tellers.length ? below(`${word("told_by")}: `, ...joined(tellers)) : null,
      ...drawHampers(barriersIn(one)),
    ],
    one.publisher ? make("bdi", one.publisher) : unknown(word("no_publisher")),
    one.date ? term("dates", one.date) : unknown(word("no_date")),
    listOr(supportedBy(one), linkTo, unknown(word("supports_none"))),
  ];
}
