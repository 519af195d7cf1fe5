// Search over names, other names, partnerships and documents: a combobox in the form of WAI-ARIA.

const RESULTS = 12;
const searchBox = byId("search");
const resultList = byId("results");
const byText = new Intl.Collator();
let results = [];
let active = -1;

function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const searchEntries = [
  ...organisations.flatMap((record) => [
    { record, text: record.name, alias: false },
    ...record.aliases.map(([text]) => ({ record, text, alias: true })),
  ]),
  ...partnerships.map((record) => ({ record, text: record.name, alias: false })),
  ...sources.map((record) => ({ record, text: record.title, alias: false })),
].map((entry) => ({ ...entry, folded: fold(entry.text) }));

// 0 the whole name, 1 its start, 2 the start of a word, 3 anywhere, 4 every word somewhere.
function matchScore(folded, wanted) {
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.includes(` ${wanted}`)) return 2;
  if (folded.includes(wanted)) return 3;
  return wanted.split(" ").every((part) => folded.includes(part)) ? 4 : null;
}

// Steps (change, insert, drop, swap) between two words; more than `limit` is as good as endless.
function editDistance(one, two, limit) {
  if (Math.abs(one.length - two.length) > limit) return Infinity;
  let [before, last] = [[], Array.from({ length: two.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= two.length; column++) {
      const same = one[row - 1] === two[column - 1] ? 0 : 1;
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + same);
      const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      if (row > 1 && column > 1 && swapped) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    [before, last] = [last, next];
  }
  return last[two.length];
}

// 5 and up: every word of the question is at most a slip or two away from a word of the name.
function nearScore(folded, wanted) {
  let score = 5;
  const parts = folded.split(" ");
  for (const part of wanted.split(" ")) {
    const limit = part.length < 4 ? 0 : part.length < 8 ? 1 : 2;
    const best = Math.min(...parts.map((other) => editDistance(part, other, limit)));
    if (best > limit) return null;
    score += best;
  }
  return score;
}

// The word for a type finds its organisations too, after what is named so.
const typeEntries = new Map(); // language -> entries

function listTypeEntries() {
  if (!typeEntries.has(language)) {
    const entries = organisations.map((record) => {
      const text = term("types", record.type);
      return { record, text, type: true, folded: fold(text) };
    });
    typeEntries.set(language, entries);
  }
  return typeEntries.get(language);
}

function findRecords(question) {
  const wanted = fold(question);
  if (!wanted) return [];
  const entries = [...searchEntries, ...listTypeEntries()];
  for (const measure of [matchScore, nearScore]) {
    const best = new Map();
    const scores = new Map(); // many are of one type, and of one name
    for (const entry of entries) {
      const { folded } = entry;
      if (!scores.has(folded)) scores.set(folded, measure(folded, wanted));
      const score = scores.get(folded);
      if (score === null) continue;
      const known = best.get(entry.record);
      const better = !known || (score < known.score && !entry.type);
      if (better) best.set(entry.record, { entry, score });
    }
    if (best.size) {
      const ranked = [...best.values()].map(({ entry, score }) => ({
        ...entry,
        score,
        near: measure === nearScore,
        order: "ops".indexOf(entry.record.ref[0]),
        weight: entry.record.ref.startsWith("o") ? tiesOf(entry.record).length : 0,
      }));
      return ranked.sort(
        (one, two) =>
          Boolean(one.type) - Boolean(two.type) ||
          one.score - two.score ||
          one.order - two.order ||
          two.weight - one.weight ||
          byText.compare(one.text, two.text),
      );
    }
  }
  return [];
}

function describeResult({ record, text, alias, type, near }) {
  const kinds = {
    o: () => term("types", record.type),
    p: () => `${word("partnership")}, ${term("kinds", record.kind)}`,
    s: () => word("document"),
  };
  const parts = [kinds[record.ref[0]]()];
  if (alias) parts.push(word("found_as", { name: isolate(text) }));
  if (type) parts.push(word("found_type"));
  if (near) parts.push(word("search_near"));
  if (!holds(state.part, record)) parts.push(word("outside_short"));
  return parts.join(" · ");
}

function showResults() {
  const found = findRecords(searchBox.value);
  results = found.slice(0, RESULTS);
  setActive(-1);
  resultList.replaceChildren(
    ...results.map((result, number) => {
      const option = make(
        "li",
        { id: `result-${number}`, role: "option", "aria-selected": "false" },
        recordKey(result.record),
        make(
          "span",
          { class: "found" },
          make("bdi", { class: "clamp" }, result.record.name ?? result.record.title),
          make("span", { class: "dim clamp" }, describeResult(result)),
        ),
      );
      option.addEventListener("click", () => choose(number));
      return option;
    }),
  );
  const asked = fold(searchBox.value) !== "";
  if (asked && !results.length) {
    const none = { role: "option", "aria-disabled": "true", "aria-selected": "false" };
    resultList.append(make("li", none, word("search_none")));
  }
  openResults(asked);
  if (asked) {
    announce(found.length ? word("n_results", { n: found.length }) : word("search_none"));
  }
}

function openResults(open) {
  resultList.hidden = !open;
  searchBox.setAttribute("aria-expanded", String(open));
  if (!open) setActive(-1);
}

function setActive(number) {
  active = number;
  for (const option of resultList.querySelectorAll("[role=option]")) {
    const chosen = option.id === `result-${number}`;
    option.setAttribute("aria-selected", String(chosen));
    if (chosen) option.scrollIntoView({ block: "nearest" });
  }
  if (number < 0) searchBox.removeAttribute("aria-activedescendant");
  else searchBox.setAttribute("aria-activedescendant", `result-${number}`);
}

function choose(number) {
  const { record } = results[number];
  searchBox.value = record.name ?? record.title;
  openResults(false);
  select(record, { from: searchBox, enter: true });
}

function bindSearch() {
  searchBox.addEventListener("input", showResults);
  searchBox.addEventListener("focus", () => searchBox.select());
  searchBox.addEventListener("blur", () => openResults(false));
  resultList.addEventListener("pointerdown", (event) => event.preventDefault());
  searchBox.addEventListener("keydown", (event) => {
    const open = !resultList.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) showResults();
      const count = results.length;
      const from = active < 0 && event.key === "ArrowUp" ? 0 : active;
      if (count) setActive((from + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
    } else if (event.key === "Enter" && open && results.length) {
      choose(Math.max(active, 0));
    } else if (event.key === "Escape") {
      if (open) openResults(false);
      else searchBox.value = "";
    } else {
      return;
    }
    event.preventDefault();
  });
}
