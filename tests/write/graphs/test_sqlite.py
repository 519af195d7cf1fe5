"""The database, read back with SQL."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from registries import (
    kustland,
    kustland_in_full,
    make_registry,
    organisation,
    partnership,
    with_relations,
)

from graph.model.records import Alias, Attribute, Membership, Registry
from graph.write.graphs.sqlite import write_sqlite

Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask something of the database of a registry, opened from a file as a user would."""

    def ask_registry(registry: Registry, *queries: str) -> list[tuple[Any, ...]]:
        path = tmp_path / "n.db"
        path.write_bytes(write_sqlite(registry).content)
        with closing(sqlite3.connect(path)) as database:
            return [tuple(row) for query in queries for row in database.execute(query)]

    return ask_registry


@pytest.mark.parametrize(
    "registry",
    [kustland(), with_relations(), kustland_in_full(), make_registry([], [], sources=0)],
    ids=["small", "with relations", "in full", "empty"],
)
def test_whole_and_sound(ask: Ask, registry: Registry) -> None:
    """The file is sound, and every key that refers to another table finds its row."""
    assert ask(registry, "PRAGMA integrity_check") == [("ok",)]
    assert ask(registry, "PRAGMA foreign_key_check") == []


def test_counts(ask: Ask) -> None:
    """Each table has a row for each record."""
    tables = ("organisations", "partnerships", "memberships", "ties", "relations", "barriers")

    counts = ask(with_relations(), *(f"SELECT '{one}', COUNT(*) FROM {one}" for one in tables))

    assert dict(counts) == {
        "organisations": 8,
        "partnerships": 5,
        "memberships": 8,
        "ties": 4,
        "relations": 4,
        "barriers": 4,
    }


def test_ties_follow_from_memberships(ask: Ask) -> None:
    """The weight in the table is what SQL counts over the memberships."""
    counted = """
        SELECT a.organisation, b.organisation, COUNT(*) FROM memberships a
        JOIN memberships b ON a.partnership = b.partnership AND a.organisation < b.organisation
        GROUP BY 1, 2 ORDER BY 1, 2"""

    assert ask(kustland(), 'SELECT "left", "right", weight FROM ties ORDER BY 1, 2') == [
        *(("a", "b", 2), ("a", "c", 1), ("b", "c", 1), ("c", "d", 1))
    ]
    assert ask(kustland(), counted) == [
        *(("a", "b", 2), ("a", "c", 1), ("b", "c", 1), ("c", "d", 1))
    ]


def test_views(ask: Ask) -> None:
    """The views give the neighbours of one, and the passages behind a tie."""
    assert ask(
        kustland(), "SELECT neighbour, weight FROM neighbours WHERE organisation = 'c' ORDER BY 1"
    ) == [("a", 1), ("b", 1), ("d", 1)]
    assert ask(
        kustland(), "SELECT * FROM tie_partnerships WHERE \"left\" = 'a' ORDER BY 1, 2, 3"
    ) == [("a", "b", "p"), ("a", "b", "q"), ("a", "c", "p")]
    assert ask(
        kustland(),
        "SELECT * FROM tie_evidence WHERE \"left\" = 'a' AND \"right\" = 'c' ORDER BY line",
    ) == [
        ("a", "c", "p", "s1", 4, "Zij zitten aan tafel p."),
        ("a", "c", "p", "s1", 9, "Gemeente Zandmeer betaalt."),
    ]


def test_least_weight(ask: Ask) -> None:
    """Where only strong ties count, the views hold no others."""
    strong = replace(kustland(), least_weight=2)

    assert ask(strong, "SELECT * FROM tie_partnerships ORDER BY 3") == [
        *(("a", "b", "p"), ("a", "b", "q"))
    ]


def test_lists(ask: Ask) -> None:
    """A list is a JSON array, whatever stands in its items."""
    aliases = (Alias(text='een "twee"'), Alias(text="x;y|z, é"))
    registry = make_registry([organisation("a", aliases=aliases)], [])

    assert ask(registry, "SELECT value FROM organisations, json_each(aliases)") == [
        ('een "twee"',),
        ("x;y|z, é",),
    ]


def test_hostile_text(ask: Ask) -> None:
    """Text with quotes and SQL comes back as it was; what cannot be UTF-8 is replaced and told."""
    name = "'); DROP TABLE organisations; --\"\u2028"
    registry = make_registry([organisation("a", name=name), organisation("b", name="\ud800")], [])

    assert ask(registry, "SELECT name FROM organisations") == [(name,), ("\ufffd",)]
    assert list(map(str, write_sqlite(registry).warnings)) == [
        "organisations 'b', name: U+D800 cannot stand in a table, written as U+FFFD"
    ]


def test_attributes_of_registers(ask: Ask) -> None:
    """What a register declares has its column, also where it is called as one of ours."""
    declared = tuple(
        Attribute(name=name, of="memberships", type="whole") for name in ("organisation", "euro")
    )
    member = Membership(organisation="a", attributes=(("euro", 2**70), ("organisation", 7)))
    registry = replace(
        make_registry([organisation("a")], [partnership("p", [member])]), attributes=declared
    )

    assert ask(
        registry, 'SELECT organisation, "organisation-of-memberships", euro FROM memberships'
    ) == [("a", 7, 2.0**70)]


def test_about(ask: Ask) -> None:
    """The database says which data it holds, on what terms, and what absence does not mean."""
    registry = replace(kustland(), licence="CC BY 4.0", selection="regions=zandmeer")

    about: dict[str, str] = dict(ask(registry, "SELECT fact, value FROM about"))

    assert (about["title"], about["licence"]) == ("Samenwerking in Kustland", "CC BY 4.0")
    assert (about["selection"], about["organisations"]) == ("regions=zandmeer", "8")
    assert "betekent niet" in about["caveat"]


def test_bytes_name_no_version() -> None:
    """The header has pages of 4096 bytes and UTF-8, and no version of the library."""
    content = write_sqlite(kustland()).content

    assert content[:16] == b"SQLite format 3\x00"
    assert int.from_bytes(content[16:18], "big") == 4096
    assert int.from_bytes(content[56:60], "big") == 1
    assert content[96:100] == bytes(4)
