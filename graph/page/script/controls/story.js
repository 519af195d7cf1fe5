/** The story: steps that lead through views of the page, one at a time. */

import { announce, byId, every, first, isSeen, targetOf } from "../dom.js";
import { word } from "../language.js";
import { addressOfHighlight } from "./highlights.js";

/** The step that is shown, from 1; 0 for none. */
let storyStep = 0;

/** @typedef {(address: string) => void} Show goes to a view of the page */

/**
 * Let the story be walked through, by buttons and by keys.
 *
 * @param {Show} show
 */
export function bindStory(show) {
  const story = byId("story");
  story?.addEventListener("click", (event) => {
    const by = targetOf(event).closest("button")?.dataset.story;
    if (by) goToStep(by === "0" ? 0 : storyStep + Number(by), show);
  });
  story?.addEventListener("keydown", (event) => {
    const step = new Map([
      ["ArrowRight", storyStep + 1],
      ["ArrowLeft", storyStep - 1],
      ["Escape", 0],
    ]).get(event.key);
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    goToStep(step, show);
  });
}

/**
 * Show a step and its view; the keyboard stays in the story, where its button may have gone.
 *
 * @param {number} step 0 to leave the story
 * @param {Show} show
 */
function goToStep(step, show) {
  if (step < 0 || step > countSteps()) return;
  storyStep = step;
  markStory();
  const shown = first("#story .now:not([hidden] *)");
  if (shown) {
    show(addressOfHighlight(shown));
    announce([...shown.children].map((one) => one.textContent).join(". "));
  }
  const held = document.activeElement;
  if (held?.closest("#story") && isSeen(held)) return;
  first("#story nav button:not([hidden])").focus();
}

function countSteps() {
  return every("#story ol:not([hidden]) > li").length;
}

/** Show the step of the story where the reader is, and what leads on from it. */
export function markStory() {
  const story = byId("story");
  if (!story) return;
  const of = countSteps();
  for (const list of every("ol", story)) {
    every("li", list).forEach((step, at) => step.classList.toggle("now", at + 1 === storyStep));
  }
  first("nav", story).hidden = false;
  for (const button of every("[data-story]", story)) {
    const by = Number(button.dataset.story);
    button.hidden = by < 1 ? storyStep === 0 : storyStep === of;
    if (by === 1) button.textContent = word(storyStep ? "story_next" : "story_begin", { n: of });
    if (by === -1) button.hidden = storyStep < 2;
  }
  const at = storyStep ? word("story_at", { n: storyStep, of }) : "";
  first("nav span", story).textContent = at;
}
