/** The least and the most of any number of numbers: a call takes no more than some 100,000. */

/**
 * @param {Iterable<number>} numbers
 * @returns {[least: number, most: number]} infinite, and the wrong way round, where there are none
 */
export function extentOf(numbers) {
  let [least, most] = [Infinity, -Infinity];
  for (const one of numbers) {
    if (one < least) least = one;
    if (one > most) most = one;
  }
  return [least, most];
}
