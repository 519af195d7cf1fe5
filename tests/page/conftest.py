"""Pages for the tests of the page: cut off from the network, and watched."""

from collections.abc import Callable, Iterator
from functools import cache
from pickle import dumps, loads
from typing import Any

import pytest
from page.shelf import Shelf
from page.watched import Watched
from playwright.sync_api import Browser
from registries import kustland

from graph.model.records import Registry
from graph.network.networkx import build_bipartite, project_network
from graph.page.build import render_page


def render(registry: Registry) -> bytes:
    """The page of a registry, as `build` writes it."""
    bipartite = build_bipartite(registry)
    return render_page(bipartite, project_network(bipartite)).encode()


@cache
def render_once(pickled: bytes) -> bytes:
    """The page of a registry that was pickled, as a registry cannot be a key itself."""
    return render(loads(pickled))


@pytest.fixture(scope="session")
def shelf(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Where the windows of earlier tests wait for the next one."""
    return Shelf(chromium, tmp_path_factory.mktemp("pages"))


@pytest.fixture
def visit(shelf: Shelf, request: pytest.FixtureRequest) -> Iterator[Callable[..., Watched]]:
    """
    Open the page of a registry; afterwards it must have asked for nothing and hit no error.

    Every visit loads the page anew, in a window that an earlier test may have used: what makes a
    page dear is the window, and a page that is loaded remembers nothing of the one before it.
    A registry is rendered once, but for tests that may have changed how pages are made.
    """
    opened: list[Watched] = []
    failed = request.session.testsfailed
    patched = "monkeypatch" in request.fixturenames

    def open_page(registry: Registry | None = None, hash: str = "", **options: Any) -> Watched:
        shown = registry or kustland()
        content = render(shown) if patched else render_once(dumps(shown))
        watched = shelf.take(**options)
        opened.append(watched)
        watched.open(shelf.write(content), hash)
        return watched

    yield open_page
    for watched in opened:
        if request.session.testsfailed > failed:
            watched.page.context.close()
        else:
            shelf.give_back(watched)
    for watched in opened:
        assert watched.trouble == []
        assert [url for url in watched.requests if not url.startswith("file:")] == []
        assert len(watched.requests) == len({url.split("#")[0] for url in watched.requests}) == 1


@pytest.fixture(scope="module")
def open_window(shelf: Shelf) -> Iterator[Watched]:
    """A window with the page of the small registry, open for all tests of a file."""
    watched = shelf.take()
    watched.open(shelf.write(render_once(dumps(kustland()))))
    yield watched
    shelf.give_back(watched)


@pytest.fixture
def look(open_window: Watched) -> Iterator[Callable[[str], Watched]]:
    """
    Lead the page of the small registry to an address, as a link or the back button does.

    The page stays open from test to test, with all that is not in its address: this is for tests
    that read, and bring nothing about but what the address says. They too must ask for nothing
    and hit no error.
    """
    open_window.trouble.clear()
    open_window.requests.clear()

    def lead(hash: str) -> Watched:
        open_window.lead(hash)
        return open_window

    yield lead
    assert open_window.trouble == []
    assert open_window.requests == []
