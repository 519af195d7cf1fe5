"""
How fast the page is beside plain pyvis: `python -m benchmarks.page`.

A generated network, by default in regions; the same organisations, ties and prepared positions,
physics off, drawn by our page and by the page of plain pyvis 0.3.2 (`cdn_resources="in_line"`), in
one Chromium without a network. First drawing is the time from opening the file until the end of
the frame in which half of the marks were there, or of the groups that ours shows from afar;
panning counts how often the map is drawn while a pointer drags it; choosing is the time from an
address that names an organisation until the panel is on the screen.
Runs take turns, so that a busy moment meets both; the medians are printed, and nothing is asserted.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any, TypeVar

from benchmarks.generate import generate_file
from benchmarks.members import VARIANTS
from graph import explore
from graph.page.build import MAP_LIMIT, render_facts
from graph.page.communities import CROWD
from graph.page.layout.positions import compute_positions
from graph.page.style.looks import node_radius

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Browser, Page

T = TypeVar("T")

RUNS = 5
SIZES = (300, 1000, 3000)
FROM_AFAR = 20  # groups that a crowded map of ours has at least, in place of marks
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
QUESTIONS = ("s", "stichting ouderen", "zorgroep zandberg", "zzzzz qqqqq")

_WATCH = """
    const drawing = { fills: 0, clears: 0, first: null };
    globalThis.drawing = drawing;
    let seen = null;
    const canvas = CanvasRenderingContext2D.prototype;
    for (const [name, count] of [["fill", "fills"], ["clearRect", "clears"]]) {
        const plain = canvas[name];
        canvas[name] = function (...given) {
            drawing[count]++;
            if (seen === null && drawing.fills > globalThis.enough) {
                seen = performance.now();
                setTimeout(() => (drawing.first ??= seen), 1000); // the frame was short
            }
            return plain.apply(this, given);
        };
    }
    new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
            if (seen && startTime + duration >= seen) drawing.first ??= startTime + duration;
        }
    }).observe({ type: "long-animation-frame" });
"""

_PAN = """async (seconds) => {
    const canvas = document.querySelector(".vis-network canvas");
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const point = (type, x, y) =>
        canvas.dispatchEvent(new PointerEvent(type, {
            bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true,
            button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1,
            clientX: left + x, clientY: top + y,
        }));
    point("pointerdown", 4, 4);
    for (let step = 1; step < 8; step++) point("pointermove", 4 + 3 * step, 4 + 2 * step);
    const start = performance.now();
    const before = drawing.clears;
    await new Promise((done) => {
        const step = () => {
            const passed = performance.now() - start;
            if (passed > 1000 * seconds) return done();
            const turn = passed / 400;
            point("pointermove", 40 + 150 * (1 - Math.cos(turn)), 40 + 90 * Math.sin(turn));
            requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
    });
    const rate = (drawing.clears - before) / ((performance.now() - start) / 1000);
    point("pointerup", 40, 40);
    return rate;
}"""

_ASK = """async (question) => {
    const box = document.getElementById("search");
    box.focus();
    box.value = question;
    const start = performance.now();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    const answered = performance.now() - start;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return [answered, performance.now() - start];
}"""


_CHOOSE = """async (key) => {
    const start = performance.now();
    location.hash = `#organisation=${key}`;
    await new Promise((done) => {
        const seen = () => (document.getElementById("details").hidden ? setTimeout(seen) : done());
        seen();
    });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""


def measure_time(make: Callable[[], T]) -> tuple[T, float]:
    """Give what is made, and the CPU seconds that it took."""
    start = process_time()
    made = make()
    return made, process_time() - start


def write_plain(
    bipartite: "nx.Graph", network: "nx.Graph", places: dict[str, tuple[float, float]], path: Path
) -> None:
    """Write the page that pyvis makes by itself, with positions given and physics off."""
    from graph.page.vis import import_pyvis

    pyvis = import_pyvis()
    page = pyvis.network.Network(height="700px", width="100%", cdn_resources="in_line")
    for id, node in network.nodes(data=True):
        x, y = places[id]
        size = node_radius(bipartite.degree(id))
        page.add_node(id, label=node["name"], x=x, y=y, size=size, group=node["type"])
    page.edges = [
        pyvis.network.Edge(one, two, width=weight).options
        for one, two, weight in network.edges(data="weight")
    ]
    page.toggle_physics(False)
    path.write_text(page.generate_html(), encoding="utf-8")


def open_page(browser: "Browser", path: Path, marks: int) -> tuple["Page", float]:
    """Open a page without a network, and give the milliseconds until its map was drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    page.add_init_script(f"globalThis.enough = {marks // 2};{_WATCH}")
    page.goto(path.as_uri(), wait_until="commit", timeout=120_000)
    for _ in range(2400):
        first = page.evaluate("globalThis.drawing?.first ?? null")
        if first is not None:
            page.wait_for_timeout(500)
            return page, float(first)
        page.wait_for_timeout(50)
    raise RuntimeError(f"{path}: nothing was drawn in two minutes")


def measure_size(
    browser: "Browser", folder: Path, size: int, variant: str, runs: int
) -> dict[str, Any]:
    """Measure both pages of one size, turn by turn."""
    path = generate_file(size, folder / str(size), variant=variant)
    explored, read = measure_time(lambda: explore(path))
    network, projected = measure_time(lambda: explored.network)
    places, laid_out = measure_time(lambda: compute_positions(explored.bipartite))
    page_text, rendered = measure_time(lambda: render_facts(explored.facts, places))
    ours, plain = folder / "ours.html", folder / "plain.html"
    ours.write_text(page_text, encoding="utf-8", newline="")
    write_plain(explored.bipartite, network, places, plain)
    found: dict[str, Any] = {name: [] for name in ("ours", "plain", "pan ours", "pan plain")}
    found |= {"elements": [], "choose": []}
    answers: dict[str, list[list[float]]] = {question: [] for question in QUESTIONS}
    busiest = max(network, key=lambda id: (network.degree(id), id))
    for _ in range(runs):
        for name, file in (("ours", ours), ("plain", plain)):
            marks = FROM_AFAR if name == "ours" and size > CROWD else min(size, MAP_LIMIT)
            page, first = open_page(browser, file, marks)
            found[name].append(first)
            page.locator(".vis-network canvas").scroll_into_view_if_needed()
            found[f"pan {name}"].append(page.evaluate(_PAN, 3))
            page.wait_for_timeout(500)  # what the end of panning draws is no part of a search
            if name == "ours":
                for question in QUESTIONS:
                    answers[question].append(page.evaluate(_ASK, question))
                found["choose"].append(page.evaluate(_CHOOSE, busiest))
                count = "document.querySelectorAll('*').length"
                found["elements"].append(page.evaluate(count))
            page.context.close()
    return found | {
        "answers": answers,
        "ties": network.number_of_edges(),
        "bytes": [ours.stat().st_size, plain.stat().st_size],
        "steps": {"read": read, "project": projected, "lay out": laid_out, "render": rendered},
    }


def format_size(size: int, found: dict[str, Any]) -> str:
    """Write the medians, and the ratio of each turn's two first drawings."""
    ratio = median(one / two for one, two in zip(found["ours"], found["plain"], strict=True))
    ours, plain = (median(found[name]) for name in ("ours", "plain"))
    steps = ", ".join(f"{name} {seconds:.2f}" for name, seconds in found["steps"].items())
    lines = [
        f"{size:,} organisations, {found['ties']:,} ties "
        f"({found['bytes'][0] / 1e6:.1f} MB; plain {found['bytes'][1] / 1e6:.1f} MB)",
        f"  CPU seconds   {steps}",
        f"  elements      {median(found['elements']):,.0f} with an organisation chosen",
        f"  first drawing {ours:6.0f} ms, plain {plain:6.0f} ms: {ratio:.2f} of plain",
        f"  panning       {median(found['pan ours']):6.1f} a second, plain "
        f"{median(found['pan plain']):.1f}",
        f"  choosing      {median(found['choose']):6.0f} ms, the organisation with most ties",
    ]
    for question, times in found["answers"].items():
        answered, shown = (median(one[place] for one in times) for place in (0, 1))
        lines.append(
            f"  search {question!r:<20} answered in {answered:5.1f} ms, on the screen in "
            f"{shown:5.1f} ms"
        )
    return "\n".join(lines)


def main(given: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--variant", choices=list(VARIANTS), default="regions")
    asked = parser.parse_args(given)
    chromium = os.environ.get("COLLABGRAPH_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for size in asked.sizes:
            found = measure_size(browser, Path(folder), size, asked.variant, asked.runs)
            print(format_size(size, found), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
