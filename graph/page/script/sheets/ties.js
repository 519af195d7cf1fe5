/**
 * Rows of the sheet of ties.
 *
 * @import { Tie } from "../model/records.js"
 */

import { addressOf } from "../address.js";
import { make } from "../dom.js";
import { joined, linkTo } from "../elements.js";
import { sayNumber, word } from "../language.js";
import { isTie } from "../model/records.js";
import { recordOfRow, rowsOf } from "./rows.js";

/** Add to each tie a link to what it rests on. */
export function linkReasons() {
  for (const row of rowsOf("ties")) {
    const tie = recordOfRow(row);
    if (tie && isTie(tie)) row.lastElementChild?.append(" ", makeReason(tie));
  }
}

/** @param {Tie} tie */
function makeReason(tie) {
  const text = make("span", { "data-t": "why_link" }, word("why_link"));
  return make("a.why", { href: addressOf(tie), "data-go": tie.ref }, text);
}

/**
 * Write what a tie rests on, and how sure it is.
 *
 * @param {HTMLElement} row
 * @param {Tie} tie
 */
export function fillTieRow(row, tie) {
  const [, , shared, certainty] = row.children;
  const n = tie.shared.length;
  const count = make("b", { "data-number": n }, sayNumber(n));
  shared.replaceChildren(count, ": ", ...joined(tie.shared.map(linkTo), "; "));
  const key = `certainty_${tie.certainty}`;
  certainty.replaceChildren(make("span", { "data-t": key }, word(key)), " ", makeReason(tie));
}

/** @param {Tie} tie */
export function makeTieRow(tie) {
  const row = make(
    "tr",
    { id: `row-${tie.ref}` },
    make("th", { scope: "row" }, linkTo(tie.left)),
    make("td", linkTo(tie.right)),
    make("td"),
    make("td"),
  );
  fillTieRow(row, tie);
  return row;
}
