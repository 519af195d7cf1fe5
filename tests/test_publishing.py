"""What carries the page further: container, workflow and citation, by their schemas and by hand."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import check_jsonschema
import pytest
import yaml
from conftest import ROOT
from hatchling.build import build_wheel
from jsonschema import Draft7Validator

import graph

SCHEMAS = Path(check_jsonschema.__file__).parent / "builtin_schemas" / "vendor"
WORKFLOW = ROOT / "docs" / "publish" / "page.yml"
CITATION = ROOT / "CITATION.cff"
CONTAINER = ROOT / "Containerfile"


def read(path: Path) -> Any:
    """What a YAML file holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def read_steps(path: Path) -> list[tuple[str, str]]:
    """The instructions of a container file, each with what follows it on all its lines."""
    text = re.sub(r"^#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines) if word]


@pytest.mark.parametrize(
    ("path", "schema"),
    [(WORKFLOW, "github-workflows"), (CITATION, "citation-file-format")],
)
def test_it_fits_its_schema(path: Path, schema: str) -> None:
    """The published schema of each takes it, as text: a date in YAML is text there."""
    shape = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    value = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    if "timeout-minutes" in path.read_text(encoding="utf-8"):
        value = json.loads(json.dumps(read(path)).replace('"true": {', '"on": {'))

    assert [error.message for error in Draft7Validator(shape).iter_errors(value)] == []


def test_the_citation_is_of_this_version() -> None:
    """Version and licence are those of the package."""
    citation = read(CITATION)

    assert citation["version"] == graph.__version__
    assert citation["license"] == "MIT"


def test_the_workflow_does_not_run_by_itself() -> None:
    """It stands where no forge looks: publishing is decided by who answers for the data."""
    assert not (ROOT / ".github").exists()


def test_the_workflow_calls_what_is_there(tmp_path: Path) -> None:
    """Its commands are targets and options of today; it publishes files that a build makes."""
    jobs = read(WORKFLOW)["jobs"]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]

    assert commands[0] == "make build"
    assert commands[1:] == [
        ".venv/bin/collabgraph check && .venv/bin/collabgraph check --output output",
        "mkdir site && cp output/network.html site/index.html && cp output/*.graphml site/",
    ]
    for name in ("network.html", "network.graphml", "two-mode.graphml", "SHA256SUMS"):
        (tmp_path / "output").mkdir(exist_ok=True)
        (tmp_path / "output" / name).touch()
    subprocess.run(commands[-1], shell=True, cwd=tmp_path, check=True)
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [
        "index.html",
        "network.graphml",
        "two-mode.graphml",
    ]


def test_the_workflow_may_do_no_more_than_it_needs() -> None:
    """It reads; what publishes may write pages alone, and never from a proposed change."""
    workflow = read(WORKFLOW)

    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["jobs"]["publish"]["if"] == "github.event_name == 'push'"
    assert "secrets" not in WORKFLOW.read_text(encoding="utf-8")


def test_the_container_file_passes_its_linter() -> None:
    """hadolint knows the instructions, and what goes wrong in practice."""
    done = subprocess.run(
        [Path(sys.executable).parent / "hadolint", "--no-color", CONTAINER],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_the_container_runs_the_command_as_nobody() -> None:
    """It calls `collabgraph` in the mounted folder, and builds where nothing else is asked."""
    last = dict(read_steps(CONTAINER))

    assert last["ENTRYPOINT"] == '["collabgraph"]'
    assert last["CMD"] == '["build"]'
    assert last["WORKDIR"] == "/data"
    assert last["USER"] == "1000:1000"


def test_the_container_copies_all_that_a_wheel_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package is built whole from the files that are copied, and from no other."""
    copies = [rest.split() for word, rest in read_steps(CONTAINER) if word == "COPY"]
    for *sources, target in (words for words in copies if not words[0].startswith("--from")):
        for source in sources:
            goal = tmp_path / target
            goal = goal / source if target == "./" else goal
            goal.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
            copy(ROOT / source, goal)
    monkeypatch.chdir(tmp_path)

    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        held = {name for name in wheel.namelist() if name.endswith((".py", ".js", ".json", ".j2"))}

    assert held == {
        path.relative_to(ROOT).as_posix()
        for package in ("graph", "collabgraph")
        for path in (ROOT / package).rglob("*")
        if path.suffix in (".py", ".js", ".json", ".j2")
    }
