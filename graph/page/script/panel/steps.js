/**
 * How wide the view around an organisation is, and a way on from it.
 *
 * @import { Organisation } from "../model/records.js"
 */

import { setSteps } from "../actions.js";
import { openBetween } from "../controls/between.js";
import { organisations } from "../data.js";
import { make, makeButton } from "../dom.js";
import { word } from "../language.js";
import { saySteps } from "../phrases.js";
import { state, update } from "../state.js";

/** @param {Organisation} organisation */
export function drawSteps(organisation) {
  const { removed, steps } = state;
  const [less, more] = [word("steps_less"), word("steps_more")];
  const reach = steps && !removed ? word("n_steps", { n: steps }) : word("steps_none");
  return make(
    "div.around",
    make(
      "div.steps",
      { role: "group", "aria-label": word("steps_title") },
      make("span", word("steps_title")),
      makeFocusButton("less", () => setSteps(Math.max(1, steps - 1)), "−", { "aria-label": less }),
      make("b.now", reach),
      makeFocusButton("more", () => setSteps(steps + 1), "+", { "aria-label": more }),
      makeFocusButton("all", () => setSteps(0), word("steps_everything"), {
        "aria-pressed": String(!steps),
      }),
    ),
    removed ? null : make("span.below", saySteps(organisation, steps)),
    ...(organisations.length > 1 ? drawOnward(organisation) : []),
  );
}

/** @param {Organisation} organisation */
function drawOnward(organisation) {
  const adding = { "aria-pressed": String(state.adding) };
  const add = () => update({ adding: !state.adding }, { quiet: true });
  return [
    makeFocusButton("between", () => openBetween(organisation), word("between_from_here")),
    makeFocusButton("add", add, word("several_add"), adding),
  ];
}

/**
 * @param {string} name by which the keyboard finds it again when the panel is drawn anew
 * @param {() => void} act
 * @param {string} text
 * @param {Record<string, string>} attributes
 */
function makeFocusButton(name, act, text, attributes = {}) {
  return makeButton("", act, { "data-focus": name, ...attributes }, text);
}
