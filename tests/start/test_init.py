"""`init`: a project that builds at once, whatever it is installed from, and overwrites nothing."""

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from elsewhere import run_python
from hatchling.build import build_wheel

from graph.start import LANGUAGES

Run = Callable[..., Result]
DOCUMENTS = {"nl": "stevig-op-de-been", "en": "steady-on-your-feet"}


@pytest.fixture
def run_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return run


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_builds_at_once(run_here: Run, tmp_path: Path, language: str) -> None:
    """Without a warning, with three organisations and a tie for each two of them."""
    result = run_here("init", "--language", language)
    checked = run_here("check", "--strict", "--originals", "documents")
    built = run_here("build")

    document = tmp_path / "documents" / f"{DOCUMENTS[language]}.md"
    data = (tmp_path / "entities.yaml").read_text(encoding="utf-8")
    assert (result.exit_code, checked.exit_code, built.exit_code) == (0, 0, 0), checked.output
    assert checked.output == "entities.yaml: 0 problems, 0 warnings\n"
    assert "found 3 organisations, 1 partnership" in built.output
    assert "3 ties in 1 document" in built.output
    assert sha256(document.read_bytes()).hexdigest() in data
    assert f"\nlanguage: {language}\n" in data
    assert (tmp_path / "output" / "network.html").is_file()


def test_the_editor_finds_the_schema(run_here: Run, tmp_path: Path) -> None:
    """The first line names the schema beside it, which is that of this version."""
    run_here("init", "region")
    first, *_ = (tmp_path / "region" / "entities.yaml").read_text(encoding="utf-8").split("\n")

    schema = (tmp_path / "region" / "entities.schema.json").read_text(encoding="utf-8")
    assert first == "# yaml-language-server: $schema=entities.schema.json"
    assert schema == (ROOT / "entities.schema.json").read_text(encoding="utf-8")
    assert "properties" in json.loads(schema)


def test_it_says_what_it_wrote(run_here: Run) -> None:
    """Every file is named, and what to do next; in Dutch unless asked otherwise."""
    said = run_here("init", "regio").output.splitlines()

    assert said == [
        "klaar: 4 bestanden in regio",
        "  regio/.gitignore",
        "  regio/documents/stevig-op-de-been.md",
        "  regio/entities.schema.json",
        "  regio/entities.yaml",
        "Kijk in die map het bestand na met 'collabgraph check', "
        "en maak de pagina met 'collabgraph build'.",
    ]
    assert run_here("init", "region", "--language", "en").output.startswith("ready: 4 files in ")


@pytest.mark.parametrize(
    "there", ["entities.yaml", "documents/stevig-op-de-been.md", "entities.schema.json"]
)
def test_nothing_is_written_over(run_here: Run, tmp_path: Path, there: str) -> None:
    """Where one file stands already, none is written, and what stands there is kept."""
    place = tmp_path / there
    place.parent.mkdir(exist_ok=True)
    place.write_text("mine")

    result = run_here("init")

    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: {there}: is there already, nothing was written; choose another folder\n"
    )
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [place]
    assert place.read_text() == "mine"


def test_a_link_to_nothing_is_not_followed(run_here: Run, tmp_path: Path) -> None:
    """A symbolic link counts as a file, wherever it leads."""
    (tmp_path / "entities.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    assert run_here("init").exit_code == 1
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_a_file_is_no_folder(run_here: Run, tmp_path: Path, folder: str) -> None:
    """A file where the folder should be is left as it is."""
    (tmp_path / "file").write_text("mine")

    result = run_here("init", folder)

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_it_works_from_the_wheel_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an installation holds is enough: no file of the checkout is needed."""
    monkeypatch.chdir(ROOT)
    installed, place = tmp_path / "installed", tmp_path / "place"
    place.mkdir()
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        wheel.extractall(installed)

    alone = {"PYTHONPATH": str(installed)}
    started = run_python("-m", "graph", "init", "p", cwd=place, settings=alone)
    checked = run_python(
        "-m", "graph", "check", "--data", "p/entities.yaml", cwd=place, settings=alone
    )
    home = run_python("-c", "import graph; print(graph.__file__)", cwd=place, settings=alone)

    assert b"klaar: 4 bestanden in p" in started.stdout
    assert checked.stdout == b"p/entities.yaml: 0 problems, 0 warnings\n"
    assert home.stdout.decode().startswith(str(installed))
