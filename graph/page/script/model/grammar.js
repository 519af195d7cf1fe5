/**
 * The grammar of the words for readers: graph/words/speak.py.
 */

/**
 * @typedef {object} Marks how a language writes numbers
 * @property {string} thousands what stands between thousands
 * @property {string} decimal what stands before decimals
 */

const CHOICE = /\{(\w+):((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}/g;
const GAP = /\{(\w+)\}/g;

/**
 * Fill a text: `{name}` is filled in, and `{n:one|more}` chooses by number.
 *
 * First every choice is made, the innermost first, then the gaps are filled in one pass: so no
 * value is ever read as a text with gaps.
 *
 * @param {string} text
 * @param {Marks} marks
 * @param {Record<string, string | number>} values
 */
export function say(text, marks, values = {}) {
  let chosen = text;
  let before = "";
  while (before !== chosen) {
    before = chosen;
    chosen = chosen.replace(CHOICE, (_, name, one, more) => (values[name] === 1 ? one : more));
  }
  return chosen.replace(GAP, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? formatNumber(value, marks) : String(value);
  });
}

/**
 * Write a whole number with its thousands apart: 1.200 in Dutch, 1,200 in English.
 *
 * @param {number} number
 * @param {Marks} marks
 */
export function formatNumber(number, marks) {
  return `${number < 0 ? "−" : ""}${groupDigits(String(Math.abs(number)), marks)}`;
}

/**
 * Write a number with two decimals; a half goes away from zero, as in Python.
 *
 * @param {number} number
 * @param {Marks} marks
 */
export function formatDecimal(number, marks) {
  const [whole, rest] = Math.abs(number).toFixed(2).split(".");
  return `${number <= -0.005 ? "−" : ""}${groupDigits(whole, marks)}${marks.decimal}${rest}`;
}

/**
 * @param {string} digits
 * @param {Marks} marks
 */
function groupDigits(digits, { thousands }) {
  return digits.replace(/\B(?=(\d{3})+$)/g, thousands);
}

/**
 * Begin a text with a capital.
 *
 * @param {string} text
 */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
