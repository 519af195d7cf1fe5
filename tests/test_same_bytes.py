"""
What is made is the same bytes on any hash seed and in any locale.

One process for each setting makes everything: an interpreter with all its libraries is what costs.
"""

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from conftest import ROOT
from elsewhere import run_python
from page.test_layout import chain
from registries import kustland, kustland_in_full, thirty

from graph.cli import main
from graph.network.incidence import Incidence
from graph.network.networkx import build_bipartite, project_network
from graph.page.build import render_page
from graph.page.layout.positions import compute_positions
from graph.words.store import LANGUAGES
from graph.write.crate import describe_crate
from graph.write.graphs import DATASETS, flatten_network, flatten_two_mode
from graph.write.graphs import FORMATS as GRAPHS
from graph.write.reports.formats import FORMATS as REPORTS

DATA = ("--data", str(ROOT / "entities.yaml"))


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8"},
    ],
    ids=["seed 0, locale C", "seed 1, POSIX", "seed 4242, UTF-8"],
)
def test_same_bytes(settings: dict[str, str], here: dict[str, str]) -> None:
    """All that is made, pages and graphs and reports and answers, is as this process makes it."""
    code = "import json, test_same_bytes as t; print(json.dumps(t.digest_everything()))"

    there = json.loads(run_python("-c", code, settings=settings).stdout)

    assert there == here


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    """What this process makes; its hash seed is another one at every run."""
    return digest_everything()


def digest_everything() -> dict[str, str]:
    """A digest of each thing that is made, by its name."""
    return {
        name: sha256(content).hexdigest()
        for make in (
            make_pages,
            make_positions,
            make_graphs,
            make_reports,
            make_files,
            make_answers,
            make_scans,
            make_imports,
        )
        for name, content in make()
    }


def make_pages() -> Iterator[tuple[str, bytes]]:
    for name, registry in (("small page", kustland()), ("page of thirty", thirty())):
        bipartite = build_bipartite(registry)
        yield name, render_page(bipartite, project_network(bipartite)).encode()


def make_positions() -> Iterator[tuple[str, bytes]]:
    for tables in (9, 30, 130):
        yield f"positions at {tables} tables", repr(compute_positions(chain(tables))).encode()


def make_graphs() -> Iterator[tuple[str, bytes]]:
    for form, write in GRAPHS.items():
        yield f"two-mode graph as {form}", write(flatten_two_mode(kustland())).content
        yield f"network as {form}", write(flatten_network(kustland())).content
    for form, dataset in DATASETS.items():
        exported = dataset.write(Incidence(kustland_in_full()))
        yield from ((f"{form}{name}", content) for name, content in exported.files.items())
    yield "crate", describe_crate(kustland_in_full(), {"network.html": b"", "n.yaml": b"x"}, "2026")


def make_reports() -> Iterator[tuple[str, bytes]]:
    for form in REPORTS:
        yield f"report as {form}", run("report", "--format", form)


def make_answers() -> Iterator[tuple[str, bytes]]:
    for question in (
        *(("neighbours", "ozjt"), ("why", "elaa", "flevoziekenhuis"), ("show", "zilveren kruis")),
        *(("show", "positief-gezond-almere"), ("path", "lister", "elaa"), ("list", "ties")),
        *(("list", "barriers"), ("metrics",), ("compare", "period=2020", "region=almere")),
    ):
        for language in LANGUAGES:
            name = f"{' '.join(question)} ({language})"
            yield name, run(*question, "--language", language)
    example = str(ROOT / "docs" / "example" / "entities.yaml")
    yield "diff", run("diff", example, DATA[1], "--language", "nl")


def make_scans() -> Iterator[tuple[str, bytes]]:
    for form in ("table", "json", "yaml"):
        yield f"scan as {form}", run("scan", "--format", form)
    with TemporaryDirectory() as folder:
        place = Path(folder, "entities.yaml")
        shutil.copy(ROOT / "entities.yaml", place)
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        CliRunner().invoke(main, ["scan", "--propose", "--data", str(place)])
        yield "proposals", Path(folder, "proposals.yaml").read_bytes()


def make_imports() -> Iterator[tuple[str, bytes]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        graph = folder / "kustland.json"
        graph.write_bytes(GRAPHS["kumu"](flatten_two_mode(kustland())).content)
        table = ROOT / "docs" / "example" / "registers" / "deelnames.csv"
        for path in (graph, table):
            run("import", str(path), "--write", str(folder / path.stem / "e.yaml"))
        for path in sorted(folder.glob("*/**/*.*")):
            yield f"imported {path.relative_to(folder).as_posix()}", path.read_bytes()


def make_files() -> Iterator[tuple[str, bytes]]:
    with TemporaryDirectory() as folder:
        run("build", "--output", folder)
        files = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    assert len(files) == 4
    yield from files.items()


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(main, [*arguments, *DATA])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes
