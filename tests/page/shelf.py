"""Windows of Chromium that tests use one after another."""

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from page.watched import Watched
from playwright.sync_api import Browser, Route

DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
"""The window that a test gets unless it asks for another."""

WATCH = """
addEventListener("securitypolicyviolation",
    (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Shelf:
    """Windows that wait for a test, by how they were opened, and the pages written for them."""

    browser: Browser
    folder: Path
    windows: dict[str, list[Watched]] = field(default_factory=lambda: defaultdict(list))

    def write(self, content: bytes) -> Path:
        """The file with this content; the same content is one file."""
        path = self.folder / f"{sha256(content).hexdigest()}.html"
        if not path.exists():
            path.write_bytes(content)
        return path

    def take(self, **options: Any) -> Watched:
        """A window with these options of Playwright, as empty as a new one."""
        wishes = DESK | options
        waiting = self.windows[repr(sorted(wishes.items()))]
        return waiting.pop() if waiting else self._open(wishes)

    def give_back(self, watched: Watched) -> None:
        """Empty a window for the next test: page, media, permissions, mouse and history."""
        page = watched.page
        page.mouse.move(0, 0)
        page.emulate_media(media="null", color_scheme=watched.options["color_scheme"])
        page.context.clear_permissions()
        page.goto("about:blank")
        watched.debugger.send("Page.resetNavigationHistory")
        self.windows[repr(sorted(watched.options.items()))].append(watched)

    def _open(self, wishes: dict[str, Any]) -> Watched:
        context = self.browser.new_context(**wishes)
        page = context.new_page()
        watched = Watched(page, context.new_cdp_session(page), wishes)

        def watch(route: Route) -> None:
            watched.requests.append(route.request.url)
            if route.request.url.startswith("file:"):
                route.continue_()
            else:
                route.abort()

        context.route("**/*", watch)
        page.add_init_script(WATCH)
        page.on("console", lambda message: watched.trouble.append(message.text))
        page.on("pageerror", lambda error: watched.trouble.append(str(error)))
        page.on("dialog", lambda dialog: watched.trouble.append(f"dialog: {dialog.message}"))
        return watched
