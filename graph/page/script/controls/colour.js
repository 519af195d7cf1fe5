/**
 * The choice of what colour and shape say, and the legend of it.
 *
 * @import { State } from "../state.js"
 */

import { shapes } from "../data.js";
import { every, first, make, makeButton } from "../dom.js";
import { makeSvg } from "../elements.js";
import { language, sayNumber, word } from "../language.js";
import { state, update } from "../state.js";
import { colours, listColours } from "../views/colour.js";

const choice = make("div.measures", { role: "group", "data-label": "colour" });
const legend = make("div.key-types");

/** Let it be chosen, where there is a legend. */
export function bindColours() {
  const types = every(".key-types")[0];
  types?.before(make("div.key-types", choice));
  types?.after(legend);
}

/** @param {State} before */
export function followColours({ colour, part }) {
  const shown = legend.lang === language && colour === state.colour && part === state.part;
  if (shown || !choice.isConnected) return;
  legend.lang = language;
  const held = choice.contains(document.activeElement);
  choice.setAttribute("aria-label", word("colour"));
  choice.replaceChildren(
    make("span.dim", word("colour")),
    ...colours.map((one) =>
      makeButton(
        "",
        () => update({ colour: one }, { say: `${word("colour")}: ${word(one)}` }),
        { "aria-pressed": String(one === state.colour) },
        word(one),
      ),
    ),
  );
  if (held) first("[aria-pressed='true']", choice).focus();
  const byType = state.colour === "type";
  for (const one of every("[data-pick='types']")) {
    const column = one.closest("div");
    if (column) column.hidden = !byType;
  }
  legend.hidden = byType;
  if (byType) return;
  const rows = listColours().map(({ look: [colour, shape], text, n }) => {
    const path = makeSvg("path", { class: `fill-${colour}`, d: shapes.get(shape) ?? "" });
    const key = makeSvg(
      "svg",
      { class: "key", viewBox: "-13 -13 26 26", "aria-hidden": "true" },
      path,
    );
    return make("li", key, make("span", text, " ", make("b", { "data-number": n }, sayNumber(n))));
  });
  legend.replaceChildren(make("h3", word(`colour_${state.colour}`)), make("ul", rows));
}
