/**
 * Words and terms in the language of the reader.
 *
 * @import { Grammar } from "./model/grammar.js"
 */

import { block, texts } from "./data.js";
import { formatDecimal, formatNumber, say, sayDate } from "./model/grammar.js";

export let language = block.language;
let grammar = findGrammar();

/** @param {string} wanted */
export function useLanguage(wanted) {
  language = wanted;
  grammar = findGrammar();
}

function findGrammar() {
  const keys = [...(texts.get("grammar")?.keys() ?? [])];
  const forms = Object.fromEntries(keys.map((key) => [key, findText("grammar", key)]));
  return /** @type {Grammar} */ (forms);
}

/**
 * @param {string} list
 * @param {string} key
 * @returns {string | undefined}
 */
function findText(list, key) {
  return texts.get(list)?.get(key)?.[block.languages.indexOf(language)];
}

/**
 * Say one of the fixed texts of the page.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values] what stands in its braces
 */
export function word(key, values) {
  return say(findText("words", key) ?? key, grammar, values);
}

/**
 * Say a term of one of the lists, or of `dates` a date; a term without labels is its own text.
 *
 * @param {string} list
 * @param {string} id
 */
export function term(list, id) {
  return list === "dates" ? sayDate(id, grammar) : (findText(list, id) ?? id);
}

/** @param {number} number */
export function sayNumber(number) {
  return formatNumber(number, grammar);
}

/** @param {number} number */
export function sayDecimal(number) {
  return formatDecimal(number, grammar);
}

/**
 * Keep the direction of writing of a name to itself, inside a sentence.
 *
 * @param {string} name
 */
export function isolate(name) {
  return `\u2068${name}\u2069`;
}
