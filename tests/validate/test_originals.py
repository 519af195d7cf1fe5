"""Originals at hand are compared with the hashes on record."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from conftest import ROOT

FILES = [
    "000_9e6b9428fd03b97d.txt",
    "001_ac198ad782b754fd.txt",
    "002_f2f668e64512b51b.txt",
    "003_a832bfa7f746de98.txt",
    "004_bf7ed4d7d604e388.txt",
]


def test_a_changed_and_a_missing_original(run: Callable[..., Result], tmp_path: Path) -> None:
    """A changed original is a warning that names the lines of its quotes; a missing one too."""
    (tmp_path / FILES[4]).write_text("andere tekst")
    text = (ROOT / "entities.yaml").read_text(encoding="utf-8").split("\n")
    quotes = [
        number
        for number, line in enumerate(text, 1)
        if line.strip().startswith("- source: zorgimpuls-2020")
    ]

    result = run("check", "--originals", str(tmp_path))

    again = ", ".join(str(number) for number in quotes)
    assert (
        f"has another hash, its lines may have moved, look again at the quotes on lines {again}"
        in (result.stdout)
    )
    assert f"sources.twente-2020.original: '{FILES[3]}' is not in {tmp_path}" in result.stdout
    assert result.stdout.endswith("entities.yaml: 0 problems, 5 warnings, 4 judged before\n")
    assert result.exit_code == 0


def test_the_real_originals(run: Callable[..., Result], shared: Path) -> None:
    """The five originals are the texts that were read."""
    result = run("check", "--originals", str(shared / "seeds"))

    assert result.stdout.endswith("entities.yaml: 0 problems, 0 warnings, 4 judged before\n")


def test_the_lines_are_those_of_the_file(run: Callable[..., Result], tmp_path: Path) -> None:
    """Quotes of two documents in one list, in an order of its own: those of the changed one."""
    for id in "ab":
        (tmp_path / f"{id}.md").write_text("Zorg Duin.\nZorg Zilt.\n", encoding="utf-8")
    sources = "".join(
        f"  {id}: {{file: {id}.md, original: {{file: {id}.md, sha256: '{'0' * 64}', title: T}}}}\n"
        for id in "ab"
    )
    (tmp_path / "e.yaml").write_text(
        f"schema: 2\ntitle: T\nlanguage: nl\nsources:\n{sources}organisations:\n"
        "  duin: {name: Zorg Duin, type: overig}\npartnerships:\n  p:\n    name: P\n"
        "    kind: overleg\n    members_known: some\n    members: [duin]\n    evidence:\n"
        "      - {source: b, line: 2, quote: Zorg Zilt}\n"
        "      - {source: b, line: 1, quote: Zorg Duin}\n"
        "      - {source: a, line: 1, quote: Zorg Duin}\n",
        encoding="utf-8",
    )

    said = run("check", "--data", tmp_path / "e.yaml", "--originals", tmp_path).stdout

    assert (
        "'a.md' has another hash, its lines may have moved, look again at the quotes on lines 18"
        in said
    )
    assert "look again at the quotes on lines 16, 17\n" in said
