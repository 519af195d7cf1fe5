// The legend: its rows filter, its counts follow, and it names what the width of a line tells.

const rowsOfLegend = [];

function bindLegend() {
  for (const row of every("[data-pick]")) {
    const { pick, value } = row.dataset;
    const all = (pick === "weight" && value === "1") || (pick === "certainty" && value === "low");
    const button = all
      ? make("span", { class: "pick" }) // these keep everything: there is nothing to choose
      : make("button", { type: "button", class: "pick", "aria-pressed": "false" });
    button.append(...row.childNodes);
    row.append(button);
    if (!all) button.addEventListener("click", () => pickRow(pick, value));
    rowsOfLegend.push({ button, pick, value, count: button.querySelector("b") });
  }
  for (const button of every("[data-measure]")) {
    button.addEventListener("click", () => {
      const { measure } = button.dataset;
      update({ measure }, { say: word(measure === "count" ? "measure_count" : "measure_newman") });
    });
  }
  renderLegend();
}

function pickRow(pick, value) {
  if (pick === "types") toggleWord("types", value);
  if (pick === "weight") {
    const weight = Number(value);
    chooseFilter({ weight: state.choices.weight === weight ? 1 : weight });
  }
  if (pick === "certainty") {
    chooseFilter({ certainty: state.choices.certainty === value ? "low" : value });
  }
}

function renderLegend() {
  const { choices, measure, part, view } = state;
  const lines = linesOf(part, view);
  const typed = [...part.organisations];
  for (const { button, pick, value, count } of rowsOfLegend) {
    const [number, pressed] = {
      types: () => [
        typed.filter(({ type }) => type === value).length,
        choices.types.includes(value),
      ],
      weight: () => [
        [...part.ties.values()].filter((tie) => tieClass(tie, "count") === Number(value)).length,
        choices.weight === Number(value) && choices.weight > 1,
      ],
      certainty: () => [
        lines.filter(({ certainty }) => certainty === value).length,
        choices.certainty === value && value !== "low",
      ],
    }[pick]();
    count.dataset.number = number;
    count.textContent = sayNumber(number);
    if (button.matches("button")) button.setAttribute("aria-pressed", String(pressed));
    button.classList.toggle("nothing", !number);
  }
  for (const row of every("[data-newman]")) {
    const number = [...part.ties.values()].filter(
      (tie) => tieClass(tie, "newman") === Number(row.dataset.newman),
    ).length;
    row.querySelector("b").dataset.number = number;
    row.querySelector("b").textContent = sayNumber(number);
  }
  for (const element of every("[data-in-measure]")) {
    element.hidden = element.dataset.inMeasure !== measure;
  }
  for (const button of every("[data-measure]")) {
    button.setAttribute("aria-pressed", String(button.dataset.measure === measure));
  }
}
