/** A file for the reader to keep. */

import { announce, make } from "../dom.js";
import { word } from "../language.js";

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function save(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(word("saved", { name }));
}
