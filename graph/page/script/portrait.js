// The present view as a picture that stands on its own: map, legend and stamp, on white.

const SVG = "http://www.w3.org/2000/svg";
const FONT = 'system-ui, "Segoe UI", sans-serif';
const shapeTexts = new Map([...shapes].map(([name, path]) => [path, shapePaths.get(name)]));

function makeSvg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  }
  element.append(...children);
  return element;
}

// Takes what the map draws on a canvas, and makes elements of it: one way of drawing, two forms.
class Tracer {
  constructor(root) {
    this.root = root;
    this.measure = document.createElement("canvas").getContext("2d");
    this.kept = [];
    this.x = 0;
    this.y = 0;
    this.zoom = 1;
    this.dashes = [];
    this.steps = "";
    this.globalAlpha = 1;
    this.lineWidth = 1;
  }

  save() {
    const { x, y, zoom, dashes, fillStyle, strokeStyle, lineWidth, font, globalAlpha } = this;
    this.kept.push({ x, y, zoom, dashes, fillStyle, strokeStyle, lineWidth, font, globalAlpha });
  }

  restore() {
    Object.assign(this, this.kept.pop());
  }

  translate(x, y) {
    this.x += x * this.zoom;
    this.y += y * this.zoom;
  }

  scale(zoom) {
    this.zoom *= zoom;
  }

  setLineDash(dashes) {
    this.dashes = dashes;
  }

  measureText(text) {
    this.measure.font = this.font;
    return this.measure.measureText(text);
  }

  beginPath() {
    this.steps = "";
  }

  closePath() {
    this.steps += "Z";
  }

  moveTo(x, y) {
    this.steps += `M${x} ${y}`;
  }

  lineTo(x, y) {
    this.steps += `L${x} ${y}`;
  }

  rect(x, y, width, height) {
    this.steps += `M${x} ${y}h${width}v${height}h${-width}Z`;
  }

  // Only whole circles are ever drawn.
  arc(x, y, radius) {
    const side = `a${radius} ${radius} 0 1 0`;
    this.steps += `M${x - radius} ${y}${side} ${2 * radius} 0${side} ${-2 * radius} 0Z`;
  }

  add(path, look) {
    const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {};
    const transform = `translate(${this.x.toFixed(2)} ${this.y.toFixed(2)}) scale(${this.zoom})`;
    const d = path ? (shapeTexts.get(path) ?? path.steps) : this.steps;
    this.root.append(makeSvg("path", { d, transform, ...opacity, ...look }));
  }

  fill(path) {
    this.add(path, { fill: this.fillStyle });
  }

  stroke(path) {
    const dashes = this.dashes.length ? { "stroke-dasharray": this.dashes.join(" ") } : {};
    const stroke = { stroke: this.strokeStyle, "stroke-width": String(this.lineWidth) };
    this.add(path, { fill: "none", "stroke-linejoin": "round", ...stroke, ...dashes });
  }

  addText(text, x, y, look) {
    const [, slant, weight, size] = /(italic )?(\d+) ([\d.]+)px/.exec(this.font);
    const about = { "font-weight": weight, "font-size": size, "text-anchor": "middle" };
    if (slant) about["font-style"] = "italic";
    const place = { x: this.x + x * this.zoom, y: this.y + y * this.zoom };
    this.root.append(makeSvg("text", { ...place, ...about, ...look }, text));
  }

  fillText(text, x, y) {
    this.addText(text, x, y, { fill: this.fillStyle });
  }

  strokeText(text, x, y) {
    const look = { stroke: this.strokeStyle, "stroke-width": this.lineWidth };
    this.addText(text, x, y, { fill: "none", "stroke-linejoin": "round", ...look });
  }
}

// Of a path of the canvas one cannot ask how it goes: this one tells.
class TracedPath {
  steps = "";

  moveTo(x, y) {
    this.steps += `M${x} ${y}`;
  }

  lineTo(x, y) {
    this.steps += `L${x} ${y}`;
  }
}

let tracing = false;

function newPath() {
  return tracing ? new TracedPath() : new Path2D();
}

// A picture is for paper and for documents: it takes the colours of the light page.
function lightColours() {
  const light = {};
  for (const rule of document.styleSheets[0].cssRules) {
    if (rule.selectorText !== ":root") continue;
    for (const name of Object.keys(palette)) {
      const value = rule.style.getPropertyValue(`--${name}`).trim();
      if (value) light[name] = value;
    }
  }
  return light;
}

function inLight(draw) {
  const now = { ...palette };
  Object.assign(palette, lightColours());
  tracing = true;
  batchTies();
  try {
    return draw();
  } finally {
    Object.assign(palette, now);
    tracing = false;
    batchTies();
  }
}

function drawView(attributes = {}) {
  const view = currentView();
  const { width, height, scale } = view;
  const picture = makeSvg("svg", {
    ...attributes,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": FONT,
  });
  const tracer = new Tracer(picture);
  const origin = view.toScreen({ x: 0, y: 0 });
  tracer.save();
  tracer.translate(origin.x, origin.y);
  tracer.scale(scale);
  drawTies(tracer);
  for (const mark of scene.marks) {
    const { x, y } = view.toScreen(mark);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    drawMark(tracer, mark, mark.x, mark.y);
  }
  tracer.restore();
  drawLabels(tracer, view);
  return picture;
}

// Lines of text no wider than there is room for; a word that is wider is broken.
function wrapText(context, text, room) {
  const rows = [""];
  for (const part of text.split(/\s+/)) {
    for (const piece of part.match(/.{1,60}/gsu) ?? [""]) {
      const wider = `${rows.at(-1)} ${piece}`.trim();
      if (!rows.at(-1) || context.measureText(wider).width <= room) rows[rows.length - 1] = wider;
      else rows.push(piece);
    }
  }
  return rows;
}

function stampTexts() {
  const items = [...every(".stamp li")].map((item) =>
    item.innerText.replace(/\s+/g, " ").trim(),
  );
  const chosen = listChosen().map(({ text }) => text);
  const part = chosen.length ? [`${word("filters")}: ${chosen.join("; ")}. ${sayPart()}.`] : [];
  const gone = state.gone ? [sayWithout(state.selected, splitWithout(state.selected))] : [];
  return [...gone, ...part, items.join(" · "), word("start_absence")];
}

function drawPortrait() {
  return inLight(() => {
    const map = drawView();
    const { width, height } = currentView();
    const room = width - 32;
    const context = document.createElement("canvas").getContext("2d");
    const picture = makeSvg("svg", { "font-family": FONT });
    let y = 16;
    const write = (text, size, weight, colour) => {
      context.font = `${weight} ${size}px ${FONT}`;
      for (const row of wrapText(context, text.slice(0, 600), room).slice(0, 8)) {
        y += size * 1.35;
        const about = { "font-size": size, "font-weight": weight, fill: colour };
        picture.append(makeSvg("text", { x: 16, y, ...about }, row.toWellFormed?.() ?? row));
      }
    };
    write(told.title, 20, 700, palette.ink);
    y += 12;
    map.setAttribute("y", Math.round(y));
    picture.append(map);
    y += height + 8;
    for (const column of every(".legend .keys > div")) {
      const heading = column.querySelector("h3");
      if (!heading || !isSeen(column)) continue;
      y += 6;
      write(heading.innerText, 12, 650, palette.muted);
      y = drawKeys(picture, context, column, y + 6, room);
    }
    y += 6;
    for (const text of stampTexts()) write(text, 11, 400, palette.muted);
    const whole = { width, height: Math.ceil(y + 14) };
    const ground = makeSvg("rect", { ...whole, fill: palette.ground });
    const title = makeSvg("title", {}, told.title);
    picture.prepend(title, makeSvg("desc", {}, stampTexts().join("\n")), ground);
    for (const [key, value] of Object.entries(whole)) picture.setAttribute(key, value);
    picture.setAttribute("viewBox", `0 0 ${whole.width} ${whole.height}`);
    return { picture, ...whole };
  });
}

function isSeen(element) {
  return element.getClientRects().length > 0;
}

// The rows of the legend, side by side as far as there is room.
function drawKeys(picture, context, column, top, room) {
  context.font = `400 12px ${FONT}`;
  const items = [...column.querySelectorAll("li")].filter(isSeen).map((item) => ({
    key: item.querySelector("svg")?.cloneNode(true),
    ring: item.querySelector(".glyph"),
    text: item.innerText.replace(/\s+/g, " ").trim(),
  }));
  const keyRoom = items.some(({ key }) => key?.classList.contains("stroke")) ? 52 : 24;
  const widest = Math.max(0, ...items.map(({ text }) => context.measureText(text).width));
  const cell = Math.min(keyRoom + widest + 24, room);
  const across = Math.max(1, Math.floor(room / cell));
  const down = Math.ceil(items.length / across);
  const broken = items.map(({ text }) => wrapText(context, text, cell - keyRoom));
  const tall = 5 + 15 * Math.max(1, ...broken.map((rows) => rows.length));
  items.forEach(({ key, ring }, place) => {
    const x = 16 + Math.floor(place / down) * cell;
    const y = top + (place % down) * tall;
    if (key) {
      const [width, height] = key.classList.contains("stroke") ? [44, 12] : [16, 16];
      const at = { x, y: y + (16 - height) / 2, width, height };
      for (const [name, value] of Object.entries(at)) key.setAttribute(name, value);
      key.removeAttribute("class");
      for (const part of [...key.children]) {
        const shape = /^#shape-(.+)$/.exec(part.getAttribute("href") ?? "")?.[1];
        const colour = /^fill-(.+)$/.exec(part.getAttribute("class") ?? "")?.[1];
        part.removeAttribute("class");
        if (shape) part.replaceWith(makeSvg("path", { d: shapePaths.get(shape), fill: palette[colour] }));
        else part.setAttribute("stroke", palette.line);
      }
      picture.append(key);
    }
    if (ring) {
      const dashes = getComputedStyle(ring).borderTopStyle === "dashed" ? "3 2" : "none";
      const circle = { cx: x + 8, cy: y + 8, r: 6, fill: "none", stroke: palette.muted };
      picture.append(
        makeSvg("circle", { ...circle, "stroke-width": 2.5, "stroke-dasharray": dashes }),
      );
    }
    const about = { "font-size": 12, fill: palette.ink };
    broken[place].forEach((row, number) =>
      picture.append(makeSvg("text", { x: x + keyRoom, y: y + 12.5 + 15 * number, ...about }, row)),
    );
  });
  return top + down * tall;
}
