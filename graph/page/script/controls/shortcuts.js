/** A list of the keys, at a key and at a button. */

import { byId, make, makeButton } from "../dom.js";
import { word } from "../language.js";
import { isTyping } from "./undo.js";

/** @type {[keys: string, what: string][]} */
const keysOfPage = [
  ["?", "keys"],
  ["Ctrl Z", "undo"],
  ["Ctrl Shift Z", "redo"],
  ["← ↑ → ↓", "keys_walk"],
  ["Page Up · Page Down", "keys_by_name"],
  ["Enter", "keys_open"],
  ["Shift Enter", "several_add"],
  ["+ − 0", "keys_zoom"],
  ["Escape", "keys_leave"],
];

let listening = true;

/** Let the keys be listed. */
export function bindKeys() {
  const button = byId("keys-open");
  button?.addEventListener("click", showKeys);
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && listening && !isTyping(event)) showKeys();
  });
}

/** Whoever speaks to the computer may type a question mark by chance: the key can be put off. */
function showKeys() {
  if (document.querySelector("dialog")) return;
  const input = make("input", { type: "checkbox", ...(listening ? { checked: "" } : {}) });
  input.addEventListener("change", () => (listening = !listening));
  const list = keysOfPage.map(([keys, what]) => [
    make("dt", make("kbd", keys)),
    make("dd", word(what)),
  ]);
  const dialog = /** @type {HTMLDialogElement} */ (
    make(
      "dialog.keys-list",
      { "aria-labelledby": "keys-title" },
      make("h2", { id: "keys-title" }, word("keys")),
      make("dl", ...list),
      make("label.option", input, make("span", word("keys_switch"))),
      makeButton("", () => dialog.close(), word("close")),
    )
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
