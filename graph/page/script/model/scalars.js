/** A text as a value of the data file: written as `graph.read.scalars` writes it. */

const CONTROL = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff";
const PLAIN = new RegExp(
  `^[\\p{L}\\p{Nl}\\p{No}](?:[^${CONTROL}:#\\ud800-\\udfff]|:(?=\\S)|(?<=\\S)#)*$`,
  "u",
);
const PERIOD = /^[0-9]{4}[0-9?~-]*\/[0-9.?~-]*$/;
const UNWRITABLE = new RegExp(`[${CONTROL}]`, "g");
const NULLS = ["null", "Null", "NULL"];

/**
 * Write text without quotes where it reads back as it is, else between double quotes.
 *
 * @param {string} text
 */
export function writeScalar(text) {
  const plain = PLAIN.test(text) || PERIOD.test(text);
  if (plain && !NULLS.includes(text) && text === text.trim()) return text;
  return JSON.stringify(text).replace(
    UNWRITABLE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
