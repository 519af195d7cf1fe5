"""A page that is open in Chromium, and what is known about it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, FloatRect, Locator, Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Watched:
    """A page that is open, with all that went wrong and all that it asked for."""

    page: Page
    debugger: CDPSession
    options: dict[str, Any]
    trouble: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, file: Path, hash: str = "") -> None:
        """Load a page; what went wrong before is forgotten."""
        self.trouble.clear()
        self.requests.clear()
        self.page.goto(f"{file.as_uri()}{hash}")
        self.page.bring_to_front()

    def lead(self, hash: str) -> None:
        """Go to an address on the page that is open, and wait until the page has followed."""
        self.page.evaluate(
            """(hash) => new Promise((followed) => {
                if (new URL(hash || "#", location).hash === location.hash) return followed();
                addEventListener("hashchange", () => setTimeout(followed), { once: true });
                location.hash = hash;
            })""",
            hash,
        )

    def panel(self) -> Locator:
        """The panel beside the map."""
        return self.page.locator("#panel")

    def text(self, selector: str) -> str:
        """What stands in an element, with its white space put in order."""
        return " ".join(self.page.locator(selector).inner_text().split())

    def box(self, selector: str) -> FloatRect:
        """Where an element stands: left and top in pixels of the window, width and height."""
        found = self.page.locator(selector).bounding_box()
        assert found, f"{selector} has no box"
        return found

    def place(self, *ids: str) -> tuple[float, float]:
        """Where organisations are drawn, in pixels of the window; the middle where it is two."""
        x, y = self.page.evaluate(
            """(ids) => {
                const { left, top } = document.getElementById("map").getBoundingClientRect();
                const places = ids.map((id) => collabgraph.placeOf(id));
                const middle = (axis) =>
                    places.reduce((sum, place) => sum + place[axis], 0) / places.length;
                return [left + middle("x"), top + middle("y")];
            }""",
            list(ids),
        )
        return x, y

    def open_sheet(self, sheet: str) -> None:
        """Bring one of the tables under the map to the front."""
        self.page.evaluate(f"document.querySelector('#tab-sheet-{sheet}').click()")

    def click(self, *ids: str) -> None:
        """Click on an organisation, or in the middle of the tie between two."""
        self.page.mouse.click(*self.place(*ids))

    def read_address(self) -> str:
        """What follows the address of the page, which follows at once as if the page were left."""
        self.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        return str(self.page.evaluate("location.hash"))

    def wait(self, expression: str) -> None:
        """Wait until an expression is true; Playwright's own waiting evaluates text, which the
        policy of the page refuses."""
        for _ in range(200):
            if self.page.evaluate(expression):
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"never true: {expression}")
