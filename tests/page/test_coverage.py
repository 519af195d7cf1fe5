"""What the page rests on: documents, who tells them, and how much each bears alone."""

from collections.abc import Callable
from typing import Any

import pytest
from page.test_axe import violations
from page.test_filters import fragment
from page.watched import Watched
from registries import kustland_in_full, make_registry

from graph.findings.facts import Facts
from graph.select.filters import Selection
from graph.select.selection import select_registry

Visit = Callable[..., Watched]


def read_rows(page: Watched) -> list[list[str]]:
    """The cells of the table, row by row."""
    rows: list[list[str]] = page.page.evaluate(
        """() => [...document.querySelectorAll(".of-coverage tbody tr")].map((row) =>
            [...row.cells].map((cell) => cell.innerText.trim()))"""
    )
    return rows


def test_coverage(visit: Visit) -> None:
    """Each document with who tells it, its date, its regions, and the ties that it alone bears."""
    page = visit(kustland_in_full())

    assert read_rows(page) == [
        ["Bron 1", "Gemeente Zandmeer, Zorgverzekeraar Zilt & Zoon", "april 2011",
         "Zandmeer", "3 van 4"],
        ["Bron 2", "niet bekend wie er aan het woord is", "april 2012",
         "Kustland", "1 van 4"],
    ]  # fmt: skip
    assert "Andere documenten zijn niet gelezen" in page.text("#coverage")
    assert violations(page) == []


SELECTIONS: list[dict[str, str | list[str]]] = [
    {"regions": ["zandmeer"]},
    {"certainty": "high"},
    {"without_roles": ["funder"]},
    {"sources": ["s1"]},
]


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_coverage_follows_the_filters(visit: Visit, selection: dict[str, str | list[str]]) -> None:
    """Under filters the page counts what Python counts of the part that they keep."""
    registry = kustland_in_full()
    page = visit(registry, hash=fragment(selection))

    chosen: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in selection.items()
    }
    voices = Facts(select_registry(registry, Selection(**chosen))).voices
    alone = {registry.sources[one.sources[0]].title: one.ties for one in voices.documents}
    assert {row[0]: row[4] for row in read_rows(page)} == {
        source.title: f"{alone.get(source.title, 0)} van {voices.ties}"
        for source in registry.sources.values()
    }


def test_coverage_in_english(visit: Visit) -> None:
    """In English the counts are English too."""
    page = visit(kustland_in_full(), hash="#lang=en")

    assert read_rows(page)[0][4] == "3 of 4"


def test_no_coverage_without_documents(visit: Visit) -> None:
    """Data without a document rest on none, and nothing is said of any."""
    page = visit(make_registry([], [], sources=0))

    assert page.page.locator("#coverage").count() == 0
