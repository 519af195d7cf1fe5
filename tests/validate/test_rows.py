"""Rows that entries cite: the table holds the words, and the check holds the row to them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.model.records import Evidence, Registry
from graph.read.load import load_document
from graph.reading import read_registry
from graph.validate import check_document

ENTRIES = """schema: 2
title: Rijen
language: nl
sources:
  rijen: {kind: register, file: rijen.csv, original: {title: Regelingen}}
organisations:
  bedum: {name: Bedum, type: gemeente}
  leek: {name: Leek, type: gemeente}
partnerships:
  afval:
    name: Afval
    kind: verband
    members_known: some
    members:
      - {org: bedum, evidence: [{source: rijen, row: 2}]}
      - {org: leek, evidence: [{source: rijen, row: 4}]}
    evidence: [{source: rijen, row: 2}]
"""
ROWS = """Wie,Wat,Jaar
Bedum,Afval,1999

LEEK,Afval,
Haren
"""

Check = Callable[..., tuple[Registry, list[str]]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check the entries of this page, some words of them replaced by others."""
    monkeypatch.chdir(tmp_path)
    Path("rijen.csv").write_text(ROWS, encoding="utf-8")

    def checked(old: str = "", new: str = "") -> tuple[Registry, list[str]]:
        assert old in ENTRIES
        Path("e.yaml").write_text(ENTRIES.replace(old, new), encoding="utf-8")
        registry, problems = check_document(load_document("e.yaml"))
        return registry, [problem.describe("e.yaml") for problem in problems]

    return checked


def test_a_row_is_evidence(check: Check) -> None:
    """Its cells are the words, its line is where it begins; no digest has to name the members."""
    registry, said = check()

    assert said == []
    afval = registry.partnerships["afval"]
    assert afval.evidence == (
        Evidence(source="rijen", line=2, quote="Wie: Bedum; Wat: Afval; Jaar: 1999"),
    )
    assert afval.memberships[1].evidence == (
        Evidence(source="rijen", line=4, quote="Wie: LEEK; Wat: Afval"),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("row: 4", "row: 3", "e.yaml:16: partnerships.afval.members[1].evidence[0].row: "
         "'rijen.csv' has no row 3"),
        ("row: 4", "row: 5", "e.yaml:16: partnerships.afval.members[1].evidence[0].row: "
         "row 5 cannot be read: cells: 1, columns: 3"),
        ("row: 4", "row: 2", "e.yaml:16: warning: partnerships.afval.members[1]: row 2 does not "
         "name 'Leek', correct the number, or add the name that stands there as an alias"),
        ("row: 4", "row: 4, quote: Leek", "e.yaml:16: partnerships.afval.members[1].evidence[0]"
         ".source: 'rijen' is a register, a quote comes from a document"),
        ("{source: rijen, row: 4}", "{source: rijen}", "e.yaml:16: partnerships.afval.members[1]"
         ".evidence[0]: 'line' is missing"),
        ("row: 4", "row: nul", "e.yaml:16: partnerships.afval.members[1].evidence[0].row: "
         "must be a whole number of 1 or more, not 'nul'"),
    ],
    ids=["no row", "ragged", "another", "quote", "nothing", "no number"],
)  # fmt: skip
def test_a_wrong_row_is_said(check: Check, old: str, new: str, said: str) -> None:
    """Each mistake is said where it stands."""
    assert said in check(old, new)[1]


def test_an_alias_stands_for_its_name(check: Check) -> None:
    """As it does in a digest; the heading of a filled cell counts as well."""
    assert check("name: Leek", "name: Gemeente Leek, aliases: [Leek]")[1] == []
    assert check("{name: Leek", "{name: Wie")[1] == []


def test_a_row_of_a_document_is_none(check: Check) -> None:
    """A document is cited by its words."""
    _, said = check("kind: register, file: rijen.csv, original: {", "file: r.md, original: {"
                    "file: r.txt, sha256: " + 64 * "0" + ", ")  # fmt: skip

    assert "e.yaml:15: partnerships.afval.members[0].evidence[0].row: " in said[1]
    assert "'rijen' is a document, cite it by 'line' and 'quote'" in said[1]


def test_a_kept_registry_knows_its_rows(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that changed makes what was kept of the data file useless."""
    check()
    monkeypatch.setenv("COLLABGRAPH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("graph.cache.LEAST_BYTES", 0)
    first = read_registry("e.yaml", cache=True)
    assert read_registry("e.yaml", cache=True) == first

    Path("rijen.csv").write_text(ROWS.replace("1999", "2001"), encoding="utf-8")

    quote = read_registry("e.yaml", cache=True).partnerships["afval"].evidence[0].quote
    assert quote == "Wie: Bedum; Wat: Afval; Jaar: 2001"
