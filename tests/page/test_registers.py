"""A page of a register: its evidence are rows, and what its tables declare stands in the panel."""

from collections.abc import Callable

import pytest
from conftest import ROOT
from page.watched import Watched

from graph.reading import read_registry

Visit = Callable[..., Watched]


@pytest.mark.parametrize(
    ("hash", "row"),
    [
        ("#organisation=partij-1", "Rij 2: partij: 1; regeling: 1; rol: Deelnemer"),
        ("#organisation=partij-1&lang=en", "Row 2: partij: 1; regeling: 1; rol: Deelnemer"),
    ],
)
def test_rows_are_told_and_no_quotations(visit: Visit, hash: str, row: str) -> None:
    """The panel gives a row with its place in the table, without quotation marks."""
    registry = read_registry(ROOT / "docs" / "example" / "entities.yaml")
    page = visit(registry, hash=hash)

    passages = [
        " ".join(one.inner_text().split()) for one in page.panel().locator(".quotes > li").all()
    ]
    about = " ".join(page.panel().inner_text().split())

    assert any(passage.startswith(row) for passage in passages), passages
    assert page.panel().locator(".quotes q").count() == 0
    assert ("inhabitants 12000" if "lang=en" in hash else "inwoners 12000") in about
