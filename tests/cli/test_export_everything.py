"""`export` of the formats that hold everything."""

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

from graph.write.graphs import DATASETS

EXPORT = ("export", "xlsx", "--output")
Run = Callable[..., Result]


def test_language_of_a_workbook(run: Run, tmp_path: Path) -> None:
    """Headings and labels are in the language asked for, else in that of the data."""
    path = tmp_path / "n.xlsx"

    assert run(*EXPORT, str(path), "--language", "nl").output == ""
    assert load_workbook(path).sheetnames[1] == "Samenwerkingen"
    assert run(*EXPORT, str(path), "--language", "en").exit_code == 0
    english = load_workbook(path)
    assert english.sheetnames[1] == "Partnerships"
    assert "health insurer" in {row[4] for row in english.worksheets[0].values}


def test_filters(run: Run, tmp_path: Path) -> None:
    """A workbook holds what the filters keep, and says what they left out."""
    path = tmp_path / "n.xlsx"

    run(*EXPORT, str(path), "--certainty", "high", "--region", "twente", "--language", "nl")

    whole = dict(load_workbook(path).worksheets[-1].values)
    assert whole["selectie"] == "regions=twente; certainty=high"


@pytest.mark.parametrize(
    "arguments",
    [(), ("--graph", "two-mode", "--output", "n.xlsx"), ("--output", "n.xlsx", "--table", "nodes")],
    ids=["no output", "a graph", "a table"],
)
def test_mistakes(run: Run, arguments: tuple[str, ...]) -> None:
    """A workbook goes to a file, and takes no graph and no table: exit 2, nothing written."""
    result = run("export", "xlsx", *arguments)

    assert result.exit_code == 2
    assert not Path("n.xlsx").exists()


def test_without_the_library(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the message names it, and nothing is written."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    result = run("export", "xlsx", "--output", str(tmp_path / "n.xlsx"), "--language", "nl")

    assert result.exit_code == 2
    assert "xlsx heeft een extra nodig: pip install 'collabgraph[xlsx]'" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_matrix_is_text(run: Run, tmp_path: Path) -> None:
    """A matrix can be printed, takes filters, and is refused for one graph."""
    printed = run("export", "matrix", "--region", "twente")
    run("export", "matrix", "--region", "twente", "--output", str(tmp_path / "m.csv"))

    assert printed.stdout_bytes == (tmp_path / "m.csv").read_bytes()
    heading, *rows = printed.stdout.splitlines()
    assert "contractmanagement-twente" in heading.split(",")
    assert "regiegroep-utrecht" not in heading
    assert all(row.count(",") == heading.count(",") for row in rows)
    refused = run("export", "matrix", "--graph", "two-mode", "--language", "nl")
    assert refused.exit_code == 2
    assert "matrix is niet van één graaf, laat --graph weg" in refused.stderr


def test_a_vault(run: Run, tmp_path: Path) -> None:
    """A vault is a new folder in the language asked for; a second one is not mixed with it."""
    place = tmp_path / "vault"

    done = run("export", "obsidian", "--output", str(place), "--language", "en")
    again = run("export", "obsidian", "--output", str(place), "--language", "nl")

    assert (done.exit_code, done.output) == (0, "")
    assert {path.name for path in place.iterdir()} == {
        *("Organisations", "Partnerships", "Sources"),
        "About these data.md",
    }
    assert again.exit_code == 1
    assert "bestaat al, er is niets geschreven" in again.stderr
    assert (place / "Organisations" / "Elaa.md").read_text(encoding="utf-8").startswith("---\nid:")


@pytest.mark.parametrize("format", DATASETS)
def test_every_format_takes_filters(run: Run, tmp_path: Path, format: str) -> None:
    """What a filter leaves out is in no format that holds everything; what it keeps is in each."""
    place = tmp_path / "n.zip" if DATASETS[format].is_folder else tmp_path / "n"

    result = run("export", format, "--output", str(place), "--region", "twente")

    assert (result.exit_code, result.output) == (0, "")
    said = place.read_bytes()
    if zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as archive:
            said = b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    assert b"contractmanagement-twente" in said
    assert b"regiegroep-utrecht" not in said
    assert b"axioncontinu" not in said.lower()
