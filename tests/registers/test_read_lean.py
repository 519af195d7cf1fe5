"""A register that is read lean holds what the plain path gives, but for what rows alone say."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED
from hypothesis import HealthCheck, assume, given, settings
from registers.drawn import ONE, tables
from registers.filed import ONE_TABLE, ROWS, TABLES, THREE_TABLES, write, write_arrangements

pytest.importorskip("duckdb")

from graph.model.errors import DataError
from graph.model.records import Evidence, Membership, Organisation, Partnership, Registry
from graph.reading import read_registry
from graph.registers.lean import read_lean
from graph.registers.register import NotHeldError, open_register


def strip(registry: Registry) -> tuple[Any, ...]:
    """Leave out of a registry what a lean one has not."""
    return (
        registry.vocabulary,
        registry.sources,
        {id: strip_organisation(one) for id, one in registry.organisations.items()},
        {id: strip_partnership(one) for id, one in registry.partnerships.items()},
        [*registry.organisations],
        [*registry.partnerships],
    )


def strip_organisation(one: Organisation) -> Organisation:
    """Leave out its numbers."""
    return replace(one, ids={}, attributes=())


def strip_partnership(one: Partnership) -> Partnership:
    """Leave out what the cells of rows say in words."""
    return replace(
        one,
        memberships=tuple(map(strip_membership, one.memberships)),
        wished=tuple(map(strip_membership, one.wished)),
        evidence=tuple(map(strip_evidence, one.evidence)),
        attributes=(),
    )


def strip_membership(one: Membership) -> Membership:
    """Leave out what its row says in words."""
    return replace(one, evidence=tuple(map(strip_evidence, one.evidence)), attributes=())


def strip_evidence(one: Evidence) -> Evidence:
    """Leave out the words."""
    return replace(one, quote="")


@pytest.mark.parametrize(("text", "columns"), [(THREE_TABLES, TABLES), (ONE_TABLE, ONE)])
def test_drawn_tables(
    tmp_path_factory: pytest.TempPathFactory, text: str, columns: dict[str, dict[str, str]]
) -> None:
    """Whatever stands in the tables, both ways read the same records of them."""
    compared: list[int] = []

    @settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=30)
    @given(tables(columns))
    def check(drawn: dict[str, list[list[str]]]) -> None:
        path = write(tmp_path_factory.mktemp("drawn"), text, drawn)
        try:
            whole = read_registry(path)
        except DataError:
            assume(False)
        try:
            with open_register(str(path)) as register:
                lean = read_lean(register)
        except NotHeldError:
            assume(False)
        assert strip(lean) == strip(whole)
        compared.append(len(whole.organisations))

    check()

    assert len(compared) >= 20
    assert sum(compared) > 40


def test_three_tables(tmp_path: Path) -> None:
    """What the data file itself says has its texts, and what rows say its place."""
    path = write(tmp_path, THREE_TABLES, ROWS)

    with open_register(str(path)) as register:
        lean = read_lean(register)

    assert [*lean.organisations] == ["met-de-hand", *(f"o-{letter}" for letter in "abcdefgh")]
    first = lean.partnerships["p0"]
    assert (first.name, first.themes, first.regions) == (
        *("Regeling 0", ("ouderenzorg",), ("kustland",)),
    )
    assert [(m.organisation, m.role, m.certainty) for m in first.memberships] == [
        ("o-a", "lead", "low"),
        ("o-c", "member", "high"),
        ("o-e", "member", "low"),
        ("o-f", "member", "high"),
        ("o-h", "lead", "high"),
    ]
    assert first.evidence == (Evidence(source="p", line=2, quote=""),)
    assert lean.partnerships["geschreven"].evidence[0].quote == "Met de hand werkt samen"


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_the_joint_arrangements(tmp_path: Path) -> None:
    """Of the joint arrangements of 2016, with their dirt, both ways read the same records."""
    path = write_arrangements(tmp_path)
    whole = read_registry(path)

    with open_register(str(path)) as register:
        lean = read_lean(register)

    assert strip(lean) == strip(whole)
    assert len(lean.partnerships) > 100
