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
    assert result.stdout.endswith("entities.yaml: 0 problems, 9 warnings\n")
    assert result.exit_code == 0


def test_the_real_originals(run: Callable[..., Result], shared: Path) -> None:
    """The five originals are the texts that were read."""
    result = run("check", "--originals", str(shared / "seeds"))

    assert result.stdout.endswith("entities.yaml: 0 problems, 4 warnings\n")
