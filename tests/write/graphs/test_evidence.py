"""The evidence as a table: a row for each passage and each thing that it supports."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
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

from graph.model.records import Evidence, Registry
from graph.write.graphs import flatten_network, write_csv


def rows(registry: Registry) -> list[dict[str, str]]:
    content = write_csv(flatten_network(registry)).files["-evidence"]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def find_passages(value: Any) -> Iterator[Evidence]:
    """Every passage anywhere within a value of the model."""
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from find_passages(getattr(value, field.name))
    elif isinstance(value, Mapping | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from find_passages(item)


def test_membership() -> None:
    """A membership with a passage of its own has a row with all that is known of it."""
    (found,) = [row for row in rows(kustland()) if row["id"] == "p.c"]

    assert found == {
        "record": "membership",
        "id": "p.c",
        "label": "financier",
        "organisation": "c",
        "organisation_name": "Gemeente Zandmeer",
        "group": "",
        "group_name": "",
        "partnership": "p",
        "partnership_name": "Wondpoli Zandmeer",
        "role": "funder",
        "certainty": "high",
        "own": "1",
        "source": "s1",
        "title": "Bron 1",
        "date": "2011-04",
        "quote": "Gemeente Zandmeer betaalt.",
        "line": "9",
        "before": "",
        "after": "",
        "note": "betaalt de ruimte",
    }


def test_rests_on_partnership() -> None:
    """Without a passage of its own a membership rests on each of those of its partnership."""
    passages = tuple(Evidence(source="s1", line=n, quote=f"Regel {n}.") for n in (3, 5))
    registry = make_registry(
        [organisation("a"), organisation("b")], [partnership("p", "a b", evidence=passages)]
    )

    assert [(row["id"], row["own"], row["line"]) for row in rows(registry)] == [
        ("p", "1", "3"),
        ("p", "1", "5"),
        ("p.a", "0", "3"),
        ("p.a", "0", "5"),
        ("p.b", "0", "3"),
        ("p.b", "0", "5"),
    ]


def test_other_records() -> None:
    """What hampers, groups and relations have rows too, each with what is known of it."""
    found = [row for row in rows(with_relations()) if row["record"] in ("barrier", "relation")]

    assert [(row["record"], row["id"], row["label"], row["partnership"]) for row in found] == [
        ("barrier", "p", "tijdnood", "p"),
        ("barrier", "zandmeer", "mist", ""),
        ("barrier", "zandmeer", "vloed", ""),
        ("barrier", "s2", "geldnood", ""),
        ("relation", "advies", "adviseert", ""),
        ("relation", "huur", "financiert", ""),
        ("relation", "opdracht", "geeft opdracht aan", ""),
        ("relation", "raad", "adviseert", ""),
    ]


def test_groups_and_wished() -> None:
    """A group has its own passage and that of its part; who is wanted has the role `wished`."""
    found = {row["id"]: row for row in rows(kustland_in_full())}

    assert found["aanbieders"]["quote"] == "Er zijn zo'n 350 aanbieders."
    assert (found["r.aanbieders"]["group_name"], found["r.aanbieders"]["quote"]) == (
        "zo'n 350 aanbieders van jeugdhulp",
        "De aanbieders praten mee.",
    )
    assert (found["p.h"]["role"], found["p.h"]["line"]) == ("wished", "12")
    assert (found["r.buurtbewoners"]["role"], found["r.buurtbewoners"]["own"]) == ("wished", "0")


def test_wished_outside_selection() -> None:
    """Who is wanted and was left out by a filter has no row."""
    whole = kustland_in_full()
    narrowed = {id: one for id, one in whole.organisations.items() if id != "h"}

    found = rows(replace(whole, organisations=narrowed))

    assert "p.h" not in {row["id"] for row in found}


@pytest.mark.parametrize("registry", [kustland(), with_relations(), kustland_in_full()])
def test_every_passage(registry: Registry) -> None:
    """No passage of the data is without a row, and no row has a passage of its own making."""
    found = {(row["source"], int(row["line"]), row["quote"]) for row in rows(registry)}

    assert found == {(one.source, one.line, one.quote) for one in find_passages(registry)}


def test_hostile_quote() -> None:
    """A quote that a spreadsheet could take for a formula is inert, one with a NUL is warned of."""
    passage = Evidence(source="s1", line=1, quote='=HYPERLINK("x")\x00')
    registry = make_registry([], [partnership("p", "", evidence=(passage,))])

    exported = write_csv(flatten_network(registry))

    assert rows(registry)[0]["quote"] == '\'=HYPERLINK("x")\ufffd'
    assert list(map(str, exported.warnings)) == [
        "evidence 'p', quote: U+0000 cannot stand in a table, written as U+FFFD"
    ]
