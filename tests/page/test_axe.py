"""axe-core finds nothing, in either language, light or dark, with the panel open or closed."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from page.watched import Watched

Visit = Callable[..., Watched]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Watched) -> list[object]:
    """Run all rules, of WCAG and of good practice; evaluated by the debugger, which may."""
    page.page.evaluate(f"window.axe || (() => {{ {AXE} }})()")
    found = page.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        (rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe(visit: Visit, scheme: str, language: str) -> None:
    """No rule is broken, with the panel closed, open, and with search results under the box."""
    page = visit(hash=f"#lang={language}", color_scheme=scheme)

    assert violations(page) == []
    page.click("c")
    page.page.locator("#search").fill("zand")

    assert violations(page) == []


@pytest.mark.parametrize("hash", ["organisation=a&with=b", "partnership=p", "document=s1"])
def test_axe_in_each_panel(visit: Visit, hash: str) -> None:
    """No rule is broken in the panel of a tie, a partnership and a document."""
    assert violations(visit(hash=f"#{hash}")) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_in_tables(visit: Visit, width: int) -> None:
    """No rule is broken in the tables, all open, on a phone or a desk."""
    page = visit(viewport={"width": width, "height": 900})

    page.page.evaluate("document.querySelectorAll('.sheet').forEach((one) => (one.hidden = false))")

    assert violations(page) == []
