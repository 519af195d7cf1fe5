/**
 * The page as elements. Text becomes text and nothing else: `make` is the only way in which the
 * script makes elements.
 */

/** @typedef {Node | string | null} Child nothing, or an empty text, is left out */
/** @typedef {Record<string, string | number>} Attributes */
/** @typedef {Child | Child[]} Content */

/**
 * Give an element of the page by its id. Some are not in the page where there is nothing to show:
 * who asks for these says `byId("…")?.`.
 *
 * @param {string} id
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Give a field of the page by its id.
 *
 * @param {string} id
 */
export function fieldById(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/**
 * Give the first element that a selector finds; as with `byId`, some may not be there.
 *
 * @param {string} selector
 * @param {ParentNode} within
 */
export function first(selector, within = document) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/**
 * Give all elements that a selector finds, in the order of the page.
 *
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {HTMLElement[]}
 */
export function every(selector, within = document) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector))];
}

/**
 * Make an element: `make("p.dim", { id: "a" }, "text", element)`.
 *
 * @param {string} what its name, and its classes
 * @param {(Content | Attributes)[]} parts attributes and children, in any number
 */
export function make(what, ...parts) {
  const [name, ...classes] = what.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const part of parts.flat()) {
    if (isAttributes(part)) {
      for (const [key, value] of Object.entries(part)) element.setAttribute(key, String(value));
    } else if (part) element.append(part);
  }
  return element;
}

/**
 * @param {Child | Attributes} part
 * @returns {part is Attributes}
 */
function isAttributes(part) {
  return part?.constructor === Object;
}

/**
 * Make a button that does something.
 *
 * @param {string} what its classes, as `make` takes them
 * @param {() => void} act
 * @param {(Content | Attributes)[]} parts
 */
export function makeButton(what, act, ...parts) {
  const button = make(`button${what}`, { type: "button" }, ...parts);
  button.addEventListener("click", act);
  return button;
}

/**
 * Tell whether an element takes any room on the screen.
 *
 * @param {Element} element
 */
export function isSeen(element) {
  return element.getClientRects().length > 0;
}

/**
 * Give the element that an event is about.
 *
 * @param {Event} event
 */
export function targetOf({ target }) {
  return /** @type {HTMLElement} */ (target);
}

/**
 * Say something to who cannot see what changed.
 *
 * @param {string} text
 */
export function announce(text) {
  byId("status").textContent = text;
}
