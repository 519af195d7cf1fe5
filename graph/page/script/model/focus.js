/**
 * What stands out: some steps around a choice, the shortest paths between two organisations, or
 * what is left without one. The rest is dimmed; nothing is computed anew.
 *
 * @import { Part } from "./part.js"
 * @import { Ends, Path, Paths } from "./paths.js"
 * @import { Group, Item, Mark, Organisation, Partnership, Relation, Tie } from "./records.js"
 */

import { stepsFrom } from "./components.js";
import { listLinesOf, listMembershipLines, refOfMembership } from "./lines.js";
import { holds, membersOf } from "./part.js";
import { findTogether } from "./together.js";
import { byNumber, isGroup, isOrganisation, isPartnership, isRelation, isTie } from "./records.js";

/**
 * @typedef {object} Focus
 * @property {Set<Organisation>} organisations
 * @property {Set<Partnership>} partnerships
 * @property {Set<Group>} groups those that take part in what stands out, or are chosen
 * @property {Set<string>} lines refs of ties, memberships and relations
 * @property {Set<string>} first refs of the lines that are drawn stronger still
 */

/**
 * @typedef {object} Chosen what a focus follows from
 * @property {Item | null} selected
 * @property {Organisation[]} several
 * @property {number} steps how far it reaches around an organisation; 0 is no focus
 * @property {boolean} removed whether to show what is left without the organisation
 * @property {Ends | null} between
 * @property {Paths | null} paths those between them
 * @property {Part} part what the filters keep
 */

/**
 * @param {Chosen} chosen
 * @param {Part} scope the part that what is selected lies in
 * @returns {Focus | null} null where nothing stands out
 */
export function findFocus({ selected, several, steps, removed, between, paths, part }, scope) {
  if (between) return focusOnPaths(between, paths?.paths ?? []);
  if (several.length) return focusOnSeveral(part, several);
  if (!selected) return null;
  if (isOrganisation(selected)) {
    if (removed) return focusWithout(part, selected);
    return steps ? focusAround(scope, selected, steps) : null;
  }
  if (isTie(selected)) return focusOnTie(selected);
  if (isPartnership(selected)) return focusOnPartnerships(scope, [selected]);
  if (isGroup(selected)) return focusOnGroup(scope, selected);
  if (isRelation(selected)) return focusOnRelation(selected);
  return focusOnPartnerships(
    part,
    selected.partnerships.filter((one) => holds(part, one)),
  );
}

/**
 * @param {Mark[]} who organisations and groups
 * @param {Iterable<Partnership>} partnerships
 * @param {Iterable<string>} lines
 * @returns {Focus}
 */
function makeFocus(who, partnerships, lines) {
  return {
    organisations: new Set(who.filter(isOrganisation)),
    partnerships: new Set(partnerships),
    groups: new Set(who.filter(isGroup)),
    lines: new Set(lines),
    first: new Set(),
  };
}

/** @param {{ ref: string }[]} lines */
function refsOf(lines) {
  return lines.map((line) => line.ref);
}

/**
 * @param {Part} part
 * @param {Partnership[]} partnerships
 */
function focusOnPartnerships(part, partnerships) {
  const ties = partnerships.flatMap((partnership) => {
    const sorted = [...membersOf(part, partnership)].sort(byNumber);
    return sorted.flatMap(({ organisation: left }, place) =>
      sorted.slice(place + 1).map(({ organisation: right }) => `t${left.number}-${right.number}`),
    );
  });
  const lines = listLinesOf(part, partnerships);
  const who = lines.map((line) => line.left);
  return makeFocus(who, partnerships, [...ties, ...refsOf(lines)]);
}

/**
 * @param {Part} part
 * @param {Group} group
 */
function focusOnGroup(part, group) {
  const focus = focusOnPartnerships(part, part.partnershipsOf.get(group) ?? []);
  focus.groups.add(group); // it may only be wanted there
  return focus;
}

/** @param {Relation} relation */
function focusOnRelation({ ref, origin, target }) {
  const ends = [origin, target];
  return makeFocus(ends, ends.filter(isPartnership), [ref]);
}

/** @param {Tie} tie */
function focusOnTie({ ref, left, right, shared }) {
  const ends = [left, right];
  return makeFocus(ends, shared, [ref, ...shared.flatMap((one) => refsBetween(one, ends))]);
}

/**
 * @param {Partnership} partnership
 * @param {Organisation[]} organisations
 */
function refsBetween(partnership, organisations) {
  return organisations.map((one) => refOfMembership(partnership, one));
}

/**
 * @param {Part} part
 * @param {Organisation[]} several
 */
function focusOnSeveral(part, several) {
  const { shared, ties } = findTogether(part, several);
  const between = shared.flatMap(({ partnership, who }) => refsBetween(partnership, who));
  return makeFocus(
    several,
    shared.map(({ partnership }) => partnership),
    [...refsOf(ties), ...between],
  );
}

/**
 * @param {Part} part
 * @param {Organisation} organisation
 * @param {number} steps
 */
function focusAround(part, organisation, steps) {
  const distance = stepsFrom(part, organisation, steps);
  const inner = [...distance].filter(([, far]) => far < steps).map(([one]) => one);
  const memberships = inner.flatMap((one) => part.memberships.get(one) ?? []);
  const partnerships = new Set(memberships.map(({ partnership }) => partnership));
  const ties = inner.flatMap((one) => part.tiesOf.get(one) ?? []);
  const lines = listLinesOf(part, partnerships);
  const groups = lines.map((line) => line.left).filter(isGroup);
  return makeFocus([...distance.keys(), ...groups], partnerships, refsOf([...ties, ...lines]));
}

/**
 * All that is left stays in full: the parts stand apart because what tied them is dimmed.
 *
 * @param {Part} part
 * @param {Organisation} organisation
 */
function focusWithout(part, organisation) {
  const left = (/** @type {Organisation | Group} */ one) => one !== organisation;
  const lines = listMembershipLines(part).filter((line) => left(line.left));
  const ties = [...part.ties.values()].filter((tie) => left(tie.left) && left(tie.right));
  const attached = new Set(lines.map((line) => line.right));
  return makeFocus(
    [...[...part.organisations].filter(left), ...part.groups],
    [...part.partnerships].filter((one) => attached.has(one) || !membersOf(part, one).length),
    refsOf([...ties, ...lines]),
  );
}

/**
 * @param {Ends} ends
 * @param {Path[]} paths
 */
function focusOnPaths({ from, to }, paths) {
  const focus = makeFocus([from, to], [], []);
  for (const [number, { stops, steps }] of paths.entries()) {
    for (const one of stops) focus.organisations.add(one);
    for (const [place, { partnership, tie }] of steps.entries()) {
      focus.partnerships.add(partnership);
      const refs = [tie.ref, ...refsBetween(partnership, stops.slice(place, place + 2))];
      for (const ref of refs) {
        focus.lines.add(ref);
        if (!number) focus.first.add(ref);
      }
    }
  }
  return focus;
}

/**
 * Tell whether a mark stands out.
 *
 * @param {Focus} focus
 * @param {Mark} mark
 */
export function isFocused({ groups, organisations, partnerships }, mark) {
  if (isGroup(mark)) return groups.has(mark);
  return isPartnership(mark) ? partnerships.has(mark) : organisations.has(mark);
}
