"""The page's model in a browser, without its page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.page.bundle import bundle


@pytest.fixture(scope="session")
def script(chromium: Browser) -> Iterator[Page]:
    """An empty page with the model of the page's script, and what asks it many things at once."""
    page = chromium.new_page()
    page.add_script_tag(content=bundle(Path(__file__).parent / "answers.js"))
    yield page
    page.close()
