"""Chromium for the tests of the page: started once, cut off from the network, watched."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from find_chromium import ADVICE, find_chromium
from page.watched import FLAGS, Watched
from playwright.sync_api import Browser, Route, sync_playwright
from registries import kustland

from graph.model.records import Registry
from graph.network.networkx import build_bipartite, project_network
from graph.page.build import render_page

WATCH = """
addEventListener("securitypolicyviolation",
    (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
"""


def render(registry: Registry) -> bytes:
    """The page of a registry, as `build` writes it."""
    bipartite = build_bipartite(registry)
    return render_page(bipartite, project_network(bipartite)).encode()


@cache
def render_kustland() -> bytes:
    """The page that most tests look at."""
    return render(kustland())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; where there is none, the tests fail and say what to do."""
    path = find_chromium()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Open the page of a registry; afterwards it must have asked for nothing and hit no error."""
    opened: list[Watched] = []

    def open_page(registry: Registry | None = None, hash: str = "", **options: Any) -> Watched:
        file = tmp_path / f"network{len(opened)}.html"
        file.write_bytes(render(registry) if registry else render_kustland())
        options = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"} | options
        context = chromium.new_context(**options)
        watched = Watched(context.new_page())
        opened.append(watched)

        def block(route: Route) -> None:
            watched.requests.append(route.request.url)
            if route.request.url.startswith("file:"):
                route.continue_()
            else:
                route.abort()

        context.route("**/*", block)
        page = watched.page
        page.add_init_script(WATCH)
        page.on("console", lambda message: watched.trouble.append(message.text))
        page.on("pageerror", lambda error: watched.trouble.append(str(error)))
        page.on("dialog", lambda dialog: watched.trouble.append(f"dialog: {dialog.message}"))
        page.goto(f"{file.as_uri()}{hash}")
        page.bring_to_front()
        return watched

    yield open_page
    for watched in opened:
        watched.page.context.close()
        assert watched.trouble == []
        assert [url for url in watched.requests if not url.startswith("file:")] == []
        assert len(watched.requests) == len({url.split("#")[0] for url in watched.requests}) == 1
