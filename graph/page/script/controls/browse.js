/**
 * Which organisation one is, from a list by type: made when it is opened.
 *
 * @import { Organisation } from "../model/records.js"
 */

import { organisations } from "../data.js";
import { byId, first, make, targetOf } from "../dom.js";
import { dim, linkTo, markOf } from "../elements.js";
import { language, sayNumber, term } from "../language.js";

const OPEN = 60; // with more organisations, the types stand closed

const typeList = byId("by-type");
const typeButton = byId("browse");

/** @param {boolean} open */
function openList(open) {
  typeList.hidden = !open;
  typeButton.setAttribute("aria-expanded", String(open));
  typeList.replaceChildren(...(open ? [make("div", groupByType().map(makeType))] : []));
}

/**
 * Group the organisations by their first type, both by name.
 *
 * @returns {[type: string, organisations: Organisation[]][]}
 */
function groupByType() {
  const byText = new Intl.Collator(language).compare;
  const sorted = [...organisations].sort((one, two) => byText(one.name, two.name));
  /** @type {Map<string, Organisation[]>} */
  const found = new Map();
  for (const one of sorted) {
    const type = term("types", one.type);
    found.set(type, [...(found.get(type) ?? []), one]);
  }
  return [...found].sort(([one], [two]) => byText(one, two));
}

/** @param {[type: string, organisations: Organisation[]]} group */
function makeType([type, found]) {
  const names = make("ul");
  const details = make("details", make("summary", type, " ", dim(sayNumber(found.length))), names);
  const fill = () => names.replaceChildren(...found.map(makeName));
  if (organisations.length > OPEN) {
    details.addEventListener("toggle", fill, { once: true });
  } else {
    details.setAttribute("open", "");
    fill();
  }
  return details;
}

/** @param {Organisation} organisation */
function makeName(organisation) {
  return make("li", markOf(organisation), make("span", linkTo(organisation)));
}

/** Close the list: something was chosen, or is read in another language. */
export function closeList() {
  if (typeList && !typeList.hidden) openList(false);
}

/** Let the list be opened; Escape closes it, and so does a choice. */
export function bindBrowse() {
  typeButton?.addEventListener("click", () => {
    openList(typeList.hidden);
    if (!typeList.hidden) first("summary", typeList).focus();
  });
  typeList?.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    closeList();
    typeButton.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!targetOf(event).closest("#tools")) closeList();
  });
}
