/** The page in the other language. */

import { block } from "../data.js";
import { every, fieldById } from "../dom.js";
import { language, sayNumber, term, word } from "../language.js";

/** Put all fixed texts of the page in the language of the reader. */
export function translatePage() {
  document.documentElement.lang = language;
  document.title = `${block.title} – ${word("page_kind")}`;
  for (const element of every("[data-t]")) {
    const { n, t = "" } = element.dataset;
    const [, list, key] = /^(?:(\w+):)?(.*)$/s.exec(t) ?? [];
    element.textContent = list
      ? term(list, key)
      : word(key, n === undefined ? {} : { n: Number(n) });
  }
  for (const element of every("[data-number]")) {
    element.textContent = sayNumber(Number(element.dataset.number));
  }
  for (const element of every("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label ?? ""));
  }
  sayTips();
  fieldById("search").placeholder = word("search_hint");
  for (const element of every("[data-only]")) {
    element.hidden = element.dataset.only !== language;
  }
  for (const button of every("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}

/** Say at what a mouse points at what a click would do. */
export function sayTips() {
  for (const element of every("[data-tip]")) element.title = word(element.dataset.tip ?? "");
  for (const button of every("[data-view]")) {
    button.title = word(`view_${button.dataset.view?.replace("-", "_")}_shown`);
  }
}
