// The tables under the map: one at a time, their links choose, and the chosen row is marked.

// Links between four tables become tabs: without a script all four stand below each other.
function bindTabs() {
  const list = byId("sheets");
  const tabs = [...list.querySelectorAll("a")];
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-labelledby", "tables-title");
  list.parentElement.setAttribute("role", "presentation");
  list.parentElement.removeAttribute("aria-labelledby");
  const open = (chosen) => {
    for (const tab of tabs) {
      const sheet = byId(tab.getAttribute("aria-controls"));
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      sheet.hidden = tab !== chosen;
    }
    tellOpenSheet();
  };
  for (const tab of tabs) {
    const sheet = document.querySelector(tab.getAttribute("href"));
    tab.parentElement.setAttribute("role", "presentation");
    tab.id = `tab-${sheet.id}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", sheet.id);
    sheet.setAttribute("role", "tabpanel");
    sheet.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      open(tab);
    });
    tab.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(tab);
      const wanted = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (event.key === " ") open(tab);
      else if (wanted === undefined) return;
      else {
        const next = tabs.at(wanted % tabs.length);
        open(next);
        next.focus();
      }
      event.preventDefault();
    });
  }
  open(tabs[0]);
  openAddressedSheet();
}

// An address that names a table, as links do where no script runs, opens that table.
function openAddressedSheet() {
  const tabs = [...every("#sheets [role=tab]")];
  tabs.find((tab) => tab.getAttribute("href") === location.hash)?.click();
}

// The one in front; the others wait until they are opened, or printed.
function tellOpenSheet() {
  tellSheet(document.querySelector(".sheet:not([hidden])").id.slice("sheet-".length));
}

function makeWhy(tie) {
  const text = make("span", { "data-t": "why_link" }, word("why_link"));
  return make("a", { class: "why", href: addressOf(tie), "data-go": tie.ref }, text);
}

function bindTables() {
  bindTabs();
  addEventListener("beforeprint", () => Object.keys(sheetColumns).forEach(tellSheet));
  for (const moment of ["pointerover", "focusin"]) document.addEventListener(moment, nameLink);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    const record = link && recordOfLink(link);
    if (!record || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const inPanel = panel.contains(link);
    select(record, { from: inPanel ? null : link, enter: true });
    panel.scrollIntoView({ block: "nearest" });
  });
}

// With a script at hand, a link of the page is a link to the view, and lasts when data change:
// it becomes that when it is pointed at, since a page may hold a hundred thousand.
function nameLink({ target }) {
  const link = target.closest?.("a");
  const record = link && recordOfLink(link);
  if (!record) return;
  link.dataset.go = record.ref;
  link.href = addressOf(record) || "#";
}

function markRows() {
  for (const row of every("tr[aria-current]")) {
    row.removeAttribute("aria-current");
  }
  if (!state.selected) return;
  byId(`row-${state.selected.ref}`)?.setAttribute("aria-current", "true");
}
