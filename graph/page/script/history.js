/**
 * Undo and redo are Back and Forward of the browser, as far as the views of this page go: each entry
 * of its history holds how many choices came before it.
 */

let place = -1;
let lastPlace = -1;

/** Find out where in the history one stands: the browser, or a link, led there. */
export function findStep() {
  const found = /** @type {{ place: number } | null} */ (history.state);
  place = found ? found.place : place + 1;
  lastPlace = found ? Math.max(lastPlace, place) : place;
  if (!found) replaceStep(location.href);
}

/**
 * Let a view be a step to go back to; what was undone is gone.
 *
 * @param {string} url
 */
export function pushStep(url) {
  place += 1;
  lastPlace = place;
  history.pushState({ place }, "", url);
}

/**
 * Let the present step be at another address.
 *
 * @param {string} url
 */
export function replaceStep(url) {
  history.replaceState({ place }, "", url);
}

/**
 * Tell whether there is a choice to undo, or to do again.
 *
 * @param {-1 | 1} way
 */
export function canGo(way) {
  return way < 0 ? place > 0 : place < lastPlace;
}

/**
 * Undo a choice, or do it again; the page follows a moment later.
 *
 * @param {-1 | 1} way
 */
export function go(way) {
  place += way; // until the browser says so itself: a second one may come before that
  history.go(way);
}
