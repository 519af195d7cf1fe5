/** Findings to copy, each with what it was counted in. */

import { block } from "../data.js";
import { every } from "../dom.js";
import { drawCite } from "../panel/copy.js";
import { textOf } from "../take/keys.js";

/** Let each finding be copied, with what stands under it. */
export function bindCites() {
  for (const finding of every(".finding > ul > li")) {
    const said = (finding.textContent ?? "").replace(/\s+/g, " ").trim();
    const cite = drawCite(() => `${said} (${[block.title, ...listStamp()].join(", ")})`);
    const below = finding.querySelector("ul");
    for (const node of cite) finding.insertBefore(node, below);
  }
}

/** List what a picture or a sentence rests on: how many documents, which version of the data. */
export function listStamp() {
  return every(".stamp li").map(textOf);
}
