/** The sheets under the map: one at a time, and their links choose. */

import { select } from "../actions.js";
import { addressOf } from "../address.js";
import { byId, every, first, targetOf } from "../dom.js";
import { recordOfLink } from "../elements.js";
import { sheetColumns } from "./columns.js";
import { renderOpenSheet, renderSheet } from "./narrowed.js";

/** @type {HTMLElement[]} */
let tabs = [];

/** Links between four sheets become tabs: without a script all four stand below each other. */
function bindTabs() {
  const list = byId("sheets");
  const heading = /** @type {HTMLElement} */ (list.parentElement);
  tabs = every("a", list);
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-labelledby", "tables-title");
  heading.setAttribute("role", "presentation");
  heading.removeAttribute("aria-labelledby");
  for (const tab of tabs) bindTab(tab);
  openTab(tabs[0]);
  openAddressedSheet();
}

/** @param {HTMLElement} tab */
function bindTab(tab) {
  const sheet = first(tab.getAttribute("href") ?? "");
  tab.parentElement?.setAttribute("role", "presentation");
  tab.id = `tab-${sheet.id}`;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", sheet.id);
  sheet.setAttribute("role", "tabpanel");
  sheet.setAttribute("aria-labelledby", tab.id);
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    openTab(tab);
  });
  tab.addEventListener("keydown", (event) => {
    if (openByKey(tab, event.key)) event.preventDefault();
  });
}

/**
 * @param {HTMLElement} tab where the keyboard is
 * @param {string} key
 * @returns {boolean} whether it means something here
 */
function openByKey(tab, key) {
  const at = tabs.indexOf(tab);
  const wanted = new Map([
    [" ", at],
    ["ArrowRight", at + 1],
    ["ArrowLeft", at - 1],
    ["Home", 0],
    ["End", -1],
  ]).get(key);
  const next = wanted === undefined ? undefined : tabs.at(wanted % tabs.length);
  if (!next) return false;
  openTab(next);
  next.focus();
  return true;
}

/** @param {HTMLElement} chosen */
function openTab(chosen) {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    byId(tab.getAttribute("aria-controls") ?? "").hidden = tab !== chosen;
  }
  renderOpenSheet();
}

/** An address that names a sheet, as links do where no script runs, opens that sheet. */
export function openAddressedSheet() {
  const tab = tabs.find((one) => one.getAttribute("href") === location.hash);
  if (tab) openTab(tab);
}

/** Let the links of the page choose. */
export function bindSheets() {
  bindTabs();
  addEventListener("beforeprint", () => Object.keys(sheetColumns).forEach(renderSheet));
  for (const moment of ["pointerover", "focusin"]) document.addEventListener(moment, nameLink);
  document.addEventListener("click", (event) => {
    const link = findLink(event);
    const item = recordOfLink(link);
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const panel = byId("panel");
    select(item, { from: panel.contains(link) ? null : link, enter: true });
  });
}

/** @param {Event} event */
function findLink(event) {
  return targetOf(event).closest?.("a") ?? null;
}

/**
 * With a script at hand, a link of the page is a link to the view, and lasts when data change: it
 * becomes that when it is pointed at, since a page may hold a hundred thousand.
 *
 * @param {Event} event
 */
function nameLink(event) {
  const link = findLink(event);
  const item = recordOfLink(link);
  if (!link || !item) return;
  link.dataset.go = item.ref;
  link.href = addressOf(item) || "#";
}
