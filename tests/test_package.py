"""What is built for others: the text that an index shows, and the source distribution."""

import re
import shlex
import sys
import tarfile
import zipfile
from email import message_from_string
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import ROOT
from documentation.blocks import Block, split_page
from documentation.links import check_links, list_links
from hatchling.build import build_editable, build_sdist, build_wheel

import graph
from graph.cli import main

PAGE = ROOT / "docs" / "package.md"


@pytest.fixture
def description(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Build the wheel, and read the text in it that a package index shows."""
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        home = f"collabgraph-{graph.__version__}.dist-info"
        metadata = message_from_string(wheel.read(f"{home}/METADATA").decode("utf-8"))
    assert metadata["Description-Content-Type"].startswith("text/markdown")
    return str(metadata.get_payload())


def blocks(*keys: str) -> list[str]:
    """List the code blocks of the page for the index that open with one of some words."""
    return [
        "\n".join([*part.lines, ""])
        for part in split_page("docs/package.md", PAGE.read_text(encoding="utf-8"))
        if isinstance(part, Block) and part.key in keys
    ]


def test_what_an_index_shows_has_no_relative_link(description: str) -> None:
    """Where the files around it are far away, no link leads to them."""
    relative = [target for _, target in list_links(description) if "://" not in target]

    assert description.strip() == PAGE.read_text(encoding="utf-8").strip()
    assert relative == [], "an index cannot follow these: name the file, without a link"


def test_what_an_index_shows_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who pastes the files of the page and calls its commands in their order gets answers."""
    monkeypatch.chdir(tmp_path)
    (digest,), (data,) = blocks("markdown"), blocks("yaml")
    (tmp_path / "wondpoli.md").write_text(digest, encoding="utf-8")
    (tmp_path / "entities.yaml").write_text(data, encoding="utf-8")

    for variable, value in re.findall(r"^export (\w+)=(\w+)$", "".join(blocks("sh")), re.MULTILINE):
        monkeypatch.setenv(variable, value)
    calls = re.findall(r"^collabgraph (.+)$", "".join(blocks("sh")), re.MULTILINE)
    results = {call: CliRunner().invoke(main, shlex.split(call)) for call in calls}

    assert {call: result.exit_code for call, result in results.items()} == dict.fromkeys(calls, 0)
    (python,) = blocks("python")
    names: dict[str, Any] = {}
    exec(python, names)
    assert len(names["explored"].network.edges) == 1
    assert results["check"].output == "entities.yaml: 0 problems, 0 warnings\n"
    assert "share 1 partnership" in results[calls[2]].output
    assert (tmp_path / "output" / "network.html").is_file()


def test_links_work_in_the_source_distribution(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who unpacks the source distribution finds every page, and what its links lead to."""
    monkeypatch.chdir(ROOT)
    with tarfile.open(tmp_path / build_sdist(str(tmp_path))) as archive:
        archive.extractall(tmp_path, filter="data")
    root = tmp_path / f"collabgraph-{graph.__version__}"
    names = ("*.md", "docs/**/*.md", "seeds/*.md", "output/*.md")
    pages = {path: path.read_text(encoding="utf-8") for name in names for path in root.glob(name)}

    held = {path.relative_to(root).as_posix() for path in pages}
    assert held == {path.relative_to(ROOT).as_posix() for name in names for path in ROOT.glob(name)}
    assert list(check_links(pages, root)) == []


def test_make_installs_the_checkout_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editable install names the folder of the checkout, and asks for nothing to do so."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setitem(sys.modules, "editables", None)

    with zipfile.ZipFile(tmp_path / build_editable(str(tmp_path))) as wheel:
        (place,) = (name for name in wheel.namelist() if name.endswith(".pth"))
        assert wheel.read(place).decode().split() == [str(ROOT)]
