/**
 * The filters on roles: kept, or left out.
 *
 * @import { FilterBlock } from "../model/block.js"
 */

import { chooseFilter } from "../actions.js";
import { partnerships } from "../data.js";
import { make } from "../dom.js";
import { sayNumber, term, word } from "../language.js";
import { state } from "../state.js";
import { countRoles } from "./counts.js";
import { makeGroup, onRefresh } from "./options.js";
import { orderIds } from "./words.js";

/**
 * Build both filters on roles as one; nothing where nobody is named in a role.
 *
 * @param {FilterBlock} filter that keeps roles
 */
export function buildRoles(filter) {
  const named = new Set(partnerships.flatMap((one) => one.members.map(({ role }) => role)));
  const rows = orderIds(filter)
    .filter(({ id }) => named.has(id))
    .map(({ id }) => makeRow(id));
  if (!rows.length) return null;
  onRefresh(() => {
    const counts = countRoles();
    const { roles, withoutRoles } = state.choices;
    for (const { id, choice, count } of rows) {
      choice.value = roles.includes(id) ? "only" : withoutRoles.includes(id) ? "without" : "";
      count.textContent = sayNumber(counts.get(id) ?? 0);
    }
  });
  const labels = rows.map(({ label }) => label);
  return makeGroup(
    word(filter.label),
    filter.name,
    make("p.hint", word("counts_organisations")),
    labels,
  );
}

/** @param {string} id */
function makeRow(id) {
  const choice = /** @type {HTMLSelectElement} */ (
    make(
      "select",
      { "aria-label": word("role_counts", { name: term("roles", id) }) },
      make("option", { value: "" }, word("role_with")),
      make("option", { value: "only" }, word("role_only")),
      make("option", { value: "without" }, word("role_without")),
    )
  );
  choice.addEventListener("change", () => chooseRole(id, choice.value));
  const count = make("span.count");
  return {
    id,
    choice,
    count,
    label: make("div.option", make("span", term("roles", id)), count, choice),
  };
}

/**
 * @param {string} id
 * @param {string} how
 */
function chooseRole(id, how) {
  const others = (/** @type {string[]} */ list) => list.filter((role) => role !== id);
  const { roles, withoutRoles } = state.choices;
  chooseFilter({
    roles: [...others(roles), ...(how === "only" ? [id] : [])],
    withoutRoles: [...others(withoutRoles), ...(how === "without" ? [id] : [])],
  });
}
