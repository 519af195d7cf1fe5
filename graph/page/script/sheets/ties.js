/** What stands in the sheet of ties only where a script runs. */

import { isTie } from "../model/records.js";
import { makeReason } from "./making.js";
import { recordOfRow, rowsOf } from "./rows.js";

/** Add to each tie a link to what it rests on. */
export function linkReasons() {
  for (const row of rowsOf("ties")) {
    const tie = recordOfRow(row);
    if (tie && isTie(tie)) row.lastElementChild?.append(" ", makeReason(tie));
  }
}
