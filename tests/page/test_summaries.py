"""Words of a summary are told as that; only words of the document itself are quotations."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from page.watched import Watched
from registries import kustland

from graph.model.records import Registry

Visit = Callable[..., Watched]


def two_kinds() -> Registry:
    """The small registry, in which the second document is itself what the passages come from."""
    registry = kustland()
    itself = replace(registry.sources["s2"], is_summary=False)
    return replace(registry, sources={**registry.sources, "s2": itself})


@pytest.mark.parametrize(
    ("hash", "told", "quoted"),
    [
        (
            "#organisation=c",
            [
                "Samenvatting van regel 4: Zij zitten aan tafel p. Bron 1 · De Kustkrant, "
                "april 2011",
                "Samenvatting van regel 9: Gemeente Zandmeer betaalt. Bron 1 · De Kustkrant, "
                "april 2011",
            ],
            "De regietafel komt bijeen. Bron 2, regel 2 · De Kustkrant, april 2012",
        ),
        (
            "#organisation=c&with=d&lang=en",
            [],
            "De regietafel komt bijeen. Bron 2, line 2 · De Kustkrant, April 2012",
        ),
        (
            "#document=s2&lang=en",
            [],
            "De regietafel komt bijeen. Bron 2, line 2 · De Kustkrant, April 2012",
        ),
        (
            "#partnership=q&lang=en",
            ["Summary of line 4: Zij zitten aan tafel q. Bron 1 · De Kustkrant, April 2011"],
            None,
        ),
    ],
)
def test_panel(visit: Visit, hash: str, told: list[str], quoted: str | None) -> None:
    """The panel says of a summary which line it tells; quotation marks stand at quotations only."""
    page = visit(two_kinds(), hash=hash)

    passages = [
        (" ".join(one.inner_text().split()), one.locator("q").count())
        for one in page.panel().locator(".quotes > li").all()
    ]

    assert passages == [*((text, 0) for text in told), *([(quoted, 1)] if quoted else [])]


@pytest.mark.parametrize("script", [True, False])
def test_tables(visit: Visit, script: bool) -> None:
    """So do the tables, and without a script too."""
    page = visit(two_kinds(), java_script_enabled=script)
    if script:
        page.open_sheet("partnerships")

    row = page.page.locator("#row-p2 td").last  # by id: p q r
    assert " ".join(row.inner_text().split()) == "De regietafel komt bijeen. Bron 2, regel 2"
    assert row.locator("q").inner_text() == "De regietafel komt bijeen."
    told = page.page.locator("#row-p1 td").last
    assert " ".join(told.inner_text().split()) == (
        "Samenvatting van regel 4: Zij zitten aan tafel q. Bron 1"
    )
    assert told.locator("q").count() == 0


def test_quotation_marks_are_seen(visit: Visit) -> None:
    """A quotation has marks in the language of the data, in panel and tables."""
    page = visit(two_kinds(), hash="#partnership=r")

    for quotation in ("#panel q", "#row-p2 q"):
        marks = page.page.locator(quotation).evaluate(
            "(one) => getComputedStyle(one, '::before').content"
        )
        assert marks == "open-quote"
