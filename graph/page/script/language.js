// Words, terms, dates and numbers in the language of the reader.

const LANGUAGES = told.languages;
let language = told.language;

const gap = /\{(\w+)\}/g;
const choice = /\{(\w+):((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}/g;

// The grammar of graph/words/speak.py: first every choice by number, the innermost first, then the
// gaps in one pass. So no value is ever read as a text with gaps.
function say(text, values = {}) {
  let before = "";
  while (before !== text) {
    before = text;
    text = text.replace(choice, (_, name, one, more) => (values[name] === 1 ? one : more));
  }
  return text.replace(gap, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? sayNumber(value) : String(value);
  });
}

function sayNumber(number) {
  return `${number < 0 ? "−" : ""}${groupDigits(Math.abs(number))}`;
}

// Two decimals; a half goes away from zero, as in Python.
function sayDecimal(number) {
  const [whole, rest] = Math.abs(number).toFixed(2).split(".");
  return `${number <= -0.005 ? "−" : ""}${groupDigits(whole)}${word("decimal")}${rest}`;
}

function groupDigits(digits) {
  return String(digits).replace(/\B(?=(\d{3})+$)/g, word("thousands"));
}

function word(key, values) {
  return say(texts.get("words").get(key)[LANGUAGES.indexOf(language)], values);
}

function term(list, id) {
  const forms = texts.get(list).get(id);
  return forms ? forms[LANGUAGES.indexOf(language)] : id;
}

// A name inside a sentence keeps its own direction of writing.
function isolate(name) {
  return `\u2068${name}\u2069`;
}

function translatePage() {
  document.documentElement.lang = language;
  document.title = `${told.title} – ${word("page_kind")}`;
  for (const element of every("[data-t]")) {
    const [, list, key] = element.dataset.t.match(/^(?:(\w+):)?(.*)$/s);
    const { n } = element.dataset;
    const values = n === undefined ? {} : { n: Number(n) };
    element.textContent = list ? term(list, key) : word(key, values);
  }
  for (const element of every("[data-number]")) {
    element.textContent = sayNumber(Number(element.dataset.number));
  }
  for (const element of every("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  searchBox.placeholder = word("search_hint");
  for (const element of every("[data-only]")) {
    element.hidden = element.dataset.only !== language;
  }
  for (const button of every("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}
