/**
 * The legend: its rows filter, its counts follow, and it names what the width of a line means.
 *
 * @import { Certainty } from "../model/certainty.js"
 * @import { Measure, State } from "../state.js"
 */

import { chooseFilter, toggleWord } from "../actions.js";
import { block, noChoices } from "../data.js";
import { every, first, make, makeButton } from "../dom.js";
import { sayNumber, word } from "../language.js";
import { tieClass } from "../map/looks.js";
import { listLines } from "../model/lines.js";
import { state, update } from "../state.js";
import { tally } from "./counts.js";

/**
 * @typedef {object} Pick what a row of the legend is about
 * @property {() => Map<string, number>} count how many there are of each in what the filters keep
 * @property {(value: string) => boolean} isChosen
 * @property {(value: string) => void} choose or take the choice away
 * @property {string} [all] the value that keeps everything: there is nothing to choose
 */

/** @type {Record<string, Pick>} */
const picks = {
  types: {
    count: () => tally([...state.part.organisations].map(({ type }) => type)),
    isChosen: (value) => state.choices.types.includes(value),
    choose: (value) => toggleWord("types", value),
  },
  weight: {
    count: () => countClasses("count"),
    isChosen: (value) => state.choices.weight === Number(value),
    choose: (value) => {
      chooseFilter({ weight: picks.weight.isChosen(value) ? noChoices.weight : Number(value) });
    },
    all: String(Math.min(noChoices.weight, block.widest)),
  },
  certainty: {
    count: () => tally(listLines(state.part, state.view).map(({ certainty }) => certainty)),
    isChosen: (value) => state.choices.certainty === value,
    choose: (value) => {
      const certainty = picks.certainty.isChosen(value) ? "low" : /** @type {Certainty} */ (value);
      chooseFilter({ certainty });
    },
    all: "low",
  },
};

/** @type {{ button: HTMLElement, name: string, value: string }[]} */
const rowsOfLegend = [];

/** Let the rows of the legend be chosen. */
export function bindLegend() {
  for (const row of every("[data-pick]")) {
    const { pick: name = "", value = "" } = row.dataset;
    const pick = picks[name];
    const button =
      pick.all === value
        ? make("span.pick")
        : makeButton(".pick", () => pick.choose(value), {
            "aria-pressed": "false",
            "data-tip": "tip_pick",
          });
    button.append(...row.childNodes);
    row.append(button);
    rowsOfLegend.push({ button, name, value });
  }
  for (const button of every("[data-measure]")) {
    const measure = /** @type {Measure} */ (button.dataset.measure);
    button.addEventListener("click", () =>
      update({ measure }, { say: word(`measure_${measure}`) }),
    );
  }
  renderLegend();
}

/** @param {State} before */
export function followLegend({ part, view, measure }) {
  if (state.part !== part || state.view !== view || state.measure !== measure) renderLegend();
}

function renderLegend() {
  const { measure } = state;
  const counts = new Map(Object.entries(picks).map(([name, pick]) => [name, pick.count()]));
  const newman = countClasses("newman");
  for (const { button, name, value } of rowsOfLegend) {
    const pick = picks[name];
    const number = counts.get(name)?.get(value) ?? 0;
    writeCount(button, number);
    if (pick.all !== value) button.setAttribute("aria-pressed", String(pick.isChosen(value)));
    button.classList.toggle("nothing", !number);
  }
  for (const row of every("[data-newman]")) {
    writeCount(row, newman.get(row.dataset.newman ?? "") ?? 0);
  }
  for (const element of every("[data-in-measure]")) {
    element.hidden = element.dataset.inMeasure !== measure;
  }
  for (const button of every("[data-measure]")) {
    button.setAttribute("aria-pressed", String(button.dataset.measure === measure));
  }
}

/**
 * @param {HTMLElement} row
 * @param {number} number
 */
function writeCount(row, number) {
  const count = first("b", row);
  count.dataset.number = String(number);
  count.textContent = sayNumber(number);
}

/** @param {Measure} measure */
function countClasses(measure) {
  return tally([...state.part.ties.values()].map((tie) => String(tieClass(tie, measure))));
}
