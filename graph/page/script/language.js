// Words, terms, dates and numbers in the language of the reader.

const LANGUAGES = ["nl", "en"]; // in the order of the data block
let language = told.language;

function say(form, values = {}) {
  const text = typeof form === "string" ? form : form[values.n === 1 ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? sayNumber(value) : String(value);
  });
}

function sayNumber(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, language === "nl" ? "." : ",");
}

// At most two decimals, in the form of the language.
function sayDecimal(number) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(number);
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
