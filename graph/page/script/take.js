// What a reader takes away: the present view as a picture, a link or on paper.

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(word("saved", { name }));
}

function pictureName(kind) {
  return `${fold(told.title).slice(0, 60).replaceAll(" ", "-") || "collabgraph"}.${kind}`;
}

function asBlob(picture) {
  const text = new XMLSerializer().serializeToString(picture);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
}

function savePicture() {
  save(pictureName("svg"), asBlob(drawPortrait().picture));
}

async function savePixels() {
  const { picture, width, height } = drawPortrait();
  const image = new Image();
  image.src = URL.createObjectURL(asBlob(picture));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement("canvas");
  const sharp = Math.min(2, 8000 / Math.max(width, height));
  canvas.width = width * sharp;
  canvas.height = height * sharp;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(pictureName("png"), blob), "image/png");
}

// A page that came by mail has another address at each reader: then only what follows # is shared.
async function copyLink() {
  const field = byId("link");
  writeAddress(); // what was moved a moment ago is in it
  const own = location.protocol === "file:" ? "link_file" : "link_web";
  try {
    await navigator.clipboard.writeText(location.href);
    field.hidden = true;
    announceAloud(word("link_copied"), word(own));
  } catch {
    const input = field.querySelector("input");
    field.hidden = false;
    input.value = location.href;
    input.focus();
    input.select();
    announceAloud(word("link_select"), word(own));
  }
}

function announceAloud(...texts) {
  byId("taken").textContent = texts.join(" ");
}

// On paper stands the present view and not the still picture of all.
function bindPaper() {
  addEventListener("beforeprint", () => {
    const view = inLight(() => drawView({ class: "on-paper", "aria-hidden": "true" }));
    document.querySelector(".on-paper")?.remove();
    byId("stage").append(view);
  });
  addEventListener("afterprint", () => document.querySelector(".on-paper")?.remove());
}

function bindTake() {
  const bar = byId("take");
  if (!network) return;
  bar.hidden = false;
  const actions = { link: copyLink, png: savePixels, svg: savePicture, print: () => print() };
  for (const button of bar.querySelectorAll("[data-take]")) {
    button.addEventListener("click", () => actions[button.dataset.take]());
  }
  bindPaper();
}
