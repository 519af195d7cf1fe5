"""What a curator judged, by a mark in the file: warnings are left out, and errors are not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT

from graph.model.errors import DataError
from graph.read.document import Mark
from graph.read.load import load_document
from graph.read.marks import list_judged
from graph.reading import read_registry
from graph.validate import check_document

Run = Callable[..., Result]

DIGEST = "[r. 3] Elaa en Lister werken samen.\n\n[r. 5] Ook Bureau Zon en Bureau Maan zijn er.\n"
FILE = """\
schema: 2
title: Kust
language: nl
sources:
  a:
    file: seeds/a.md
    original: {file: a.txt, sha256: "%s", title: Samen}
organisations:
  elaa: {name: Elaa, type: ros}
  lister: {name: Lister, type: ggz}
partnerships:
  samen:
    name: Samen
    kind: netwerk
    members_known: some
    members: [elaa, lister]
    evidence:
      - {source: a, line: 3, quote: Elaa en Lister werken samen}
"""
FILE %= "0" * 64

Check = Callable[[str], list[str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check a file beside its digest, and say what is left."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(DIGEST, encoding="utf-8")

    def check_it(text: str) -> list[str]:
        (tmp_path / "e.yaml").write_text(text, encoding="utf-8")
        _, problems = check_document(load_document(tmp_path / "e.yaml"))
        return [problem.describe("e.yaml") for problem in problems]

    return check_it


@pytest.mark.parametrize(
    ("mark", "left"),
    [
        ("", ["Bureau Maan", "Bureau Zon"]),
        ("# judged W407: namen van bijlagen", []),
        ("# judged W407 Bureau Zon: een bijlage", ["Bureau Maan"]),
        ("# judged W407 Bureau: een bijlage", ["Bureau Maan", "Bureau Zon"]),
        ("# judged W406: iets anders", ["Bureau Maan", "Bureau Zon"]),
        ("# judged A814: iets anders", ["Bureau Maan", "Bureau Zon"]),
    ],
)
def test_what_stands_in_a_digest_is_judged_at_its_source(
    check: Check, mark: str, left: list[str]
) -> None:
    """A mark judges its code in its entry, or only what it names."""
    said = check(FILE.replace("  a:\n", f"  a: {mark}\n"))

    assert [line.split("'")[1] for line in said] == left


@pytest.mark.parametrize(
    ("right", "wrong", "left"),
    [
        (
            "  elaa: {name: Elaa, type: ros}\n",
            "  # judged W407: elders\n  elaa: {name: Elaa, type: ros}\n",
            2,
        ),
        ("sources:\n", "sources: # judged W407: alle bronnen\n", 0),
        ("  a:\n", "  # judged W407: erboven\n  a:\n", 0),
    ],
)
def test_where_a_mark_stands(check: Check, right: str, wrong: str, left: int) -> None:
    """It belongs to the entry or the section in whose lines it stands, or right below it."""
    assert len(check(FILE.replace(right, wrong))) == left


def test_an_error_is_never_judged(check: Check) -> None:
    """Nothing makes a broken file pass."""
    said = check(FILE.replace("type: ros}", "type: rosse} # judged E213: toch"))

    assert [line.split(":")[2].strip() for line in said[:1]] == ["organisations.elaa.type"]


def test_strict_passes_on_what_was_judged(check: Check, tmp_path: Path) -> None:
    """`strict` stops at a warning, and not at one that was judged."""
    check(FILE)
    with pytest.raises(DataError):
        read_registry(tmp_path / "e.yaml", strict=True)

    check(FILE.replace("  a:\n", "  a: # judged W407: bijlagen\n"))

    assert len(read_registry(tmp_path / "e.yaml", strict=True).organisations) == 2


def test_the_marks_of_the_real_file() -> None:
    """Four organisations that are only mentioned were judged, each in its entry."""
    document = load_document(ROOT / "entities.yaml")

    assert [
        (mark.record[1], mark.code, mark.about) for mark in document.marks if mark.code[0] == "W"
    ] == [
        ("inspectie-gezondheidszorg-en-jeugd", "W319", ""),
        ("nevi", "W319", ""),
        ("rivm", "W319", ""),
        ("ros-netwerk", "W319", ""),
    ]


def test_a_mark_judges_by_code_and_place() -> None:
    """A mark at the top of a file, above any section, judges nothing."""
    nowhere = Mark(1, (), "W407", "").judges
    section = Mark(4, ("sources",), "W407", "").judges

    assert nowhere not in list_judged("W407", ("sources", "a"), ())
    assert section in list_judged("W407", ("sources", "a"), ())
    assert section not in list_judged("W407", ("groups", "a"), ())


def test_the_real_file_is_green_when_strict(run: Run) -> None:
    """What is doubtful in the five articles was judged; the last line counts it."""
    result = run("check", "--strict")

    assert (result.exit_code, result.stdout) == (
        0,
        "entities.yaml: 0 problems, 0 warnings, 4 judged before\n",
    )
