/** The grammar of the words for readers: graph/words/speak.py. */

/**
 * @typedef {object} Marks how a language writes numbers
 * @property {string} thousands what stands between thousands
 * @property {string} decimal what stands before decimals
 */

/**
 * @typedef {object} Forms how a language says dates
 * @property {string} months their names, with blanks between
 * @property {string} month `{month} {year}`
 * @property {string} day `{day} {month} {year}`
 * @property {string} about a `{date}` that is right by and large
 * @property {string} uncertain a `{date}` that may be another
 * @property {string} from `{first}`, and no end that is known
 * @property {string} until `{last}`, and no beginning that is known
 * @property {string} from_until `{first}` and `{last}`
 */

/** @typedef {Marks & Forms} Grammar */

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
 * Say a date or a period (the EDTF subset of the data format) in words, and how sure it is. An open
 * end is not known; a text of another form stays as it is.
 *
 * @param {string} text
 * @param {Grammar} grammar
 */
export function sayDate(text, grammar) {
  const slash = text.indexOf("/");
  if (slash < 0) return sayMoment(text, grammar);
  const end = text.slice(slash + 1);
  const first = sayMoment(text.slice(0, slash), grammar);
  const last = sayMoment(end, grammar);
  if (end === "" || end === "..") return say(grammar.from, grammar, { first });
  return say(slash ? grammar.from_until : grammar.until, grammar, { first, last });
}

/**
 * @param {string} text
 * @param {Grammar} grammar
 */
function sayMoment(text, grammar) {
  const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?([?~]?)$/.exec(text);
  if (!found) return text;
  const [, year, number, day, doubt] = found;
  const month = grammar.months.split(" ")[Number(number) - 1];
  const form = day ? grammar.day : number ? grammar.month : "{year}";
  const date = say(form, grammar, { day: String(Number(day)), month, year });
  if (!doubt) return date;
  return say(doubt === "~" ? grammar.about : grammar.uncertain, grammar, { date });
}

/**
 * Begin a text with a capital.
 *
 * @param {string} text
 */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
