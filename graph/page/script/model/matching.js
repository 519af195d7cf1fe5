/** How well a name answers a question. Texts are compared as `simplify` leaves them. */

/**
 * Reduce a text to what counts in a search: letters and digits, without marks and case.
 *
 * @param {string} text
 */
export function simplify(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const SQUEEZED = 4; // letters that a question has at least, where spaces make no difference
const INITIALS = 2;

/** Words of a name that its initials may leave out, in either language. */
const SMALL = new Set("de het een van voor en in op aan te der des of the and for".split(" "));

/**
 * @callback Score
 * @param {string} name
 * @param {string} [about] words that help to tell it from others, and do not find it alone
 * @returns {number | null} null where the name is no answer
 */

/**
 * Score how names match a question: 0 the whole name, 1 its start, 2 the start of a word, 3
 * anywhere, 4 every word somewhere, in the name or in what stands about it, 5 but for the spaces, 6
 * its initials.
 *
 * @param {string} wanted
 * @returns {Score}
 */
export function matchTo(wanted) {
  const parts = wanted.split(" ");
  const squeezed = squeeze(wanted);
  return (name, about = "") => {
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(` ${wanted}`)) return 2;
    if (name.includes(wanted)) return 3;
    const named = parts.filter((part) => name.includes(part));
    if (named.length && parts.every((part) => named.includes(part) || about.includes(part))) {
      return 4;
    }
    if (squeezed.length >= SQUEEZED && squeeze(name).includes(squeezed)) return 5;
    return squeezed.length >= INITIALS && listInitials(name).includes(wanted) ? 6 : null;
  };
}

/**
 * Leave out the spaces.
 *
 * @param {string} text
 */
function squeeze(text) {
  return text.replaceAll(" ", "");
}

/**
 * List what a name is shortened to: the first letters of all its words, and of those that count.
 *
 * @param {string} name
 */
function listInitials(name) {
  const parts = name.split(" ");
  return [parts, parts.filter((part) => !SMALL.has(part))].map((some) =>
    some.map((part) => part.slice(0, 1)).join(""),
  );
}

/**
 * Score how near names come to a question, 7 and up: every word of it is at most a slip or two away
 * from a word of the name.
 *
 * @param {string} wanted
 * @returns {Score}
 */
export function nearTo(wanted) {
  const words = wanted.split(" ").map((part) => {
    const limit = part.length < 4 ? 0 : part.length < 8 ? 1 : 2;
    /** @type {Map<string, number>} */
    const slips = new Map(); // names have many words in common
    const slipsTo = (/** @type {string} */ other) => {
      const known = slips.get(other) ?? editDistance(part, other, limit);
      slips.set(other, known);
      return known;
    };
    return { limit, slipsTo };
  });
  return (name) => {
    let score = 7;
    const parts = name.split(" ");
    for (const { limit, slipsTo } of words) {
      const best = Math.min(...parts.map(slipsTo));
      if (best > limit) return null;
      score += best;
    }
    return score;
  };
}

/**
 * Count the steps (change, insert, drop, swap) between two words.
 *
 * @param {string} one
 * @param {string} two
 * @param {number} limit more is as good as endless
 */
function editDistance(one, two, limit) {
  if (Math.abs(one.length - two.length) > limit) return Infinity;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: two.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= two.length; column++) {
      const same = one[row - 1] === two[column - 1] ? 0 : 1;
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + same);
      const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      if (row > 1 && column > 1 && swapped) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    [before, last] = [last, next];
  }
  return last[two.length];
}
