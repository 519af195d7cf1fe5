"""`export ro-crate`, read back by the rocrate library."""

import hashlib
import json
import shutil
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rocrate
from click.testing import Result
from conftest import ROOT
from rdflib import Graph, Literal, Namespace, URIRef
from registries import make_registry
from rocrate.rocrate import ROCrate

from graph.write.crate import describe_crate

SCHEMA = Namespace("http://schema.org/")
Run = Callable[..., Result]
FILES = {
    "entities.yaml",
    "network.html",
    "network.graphml",
    "two-mode.graphml",
    "network.jsonld",
}
DAY = ("--published", "2026-03-01")


@pytest.fixture
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **settings: Any) -> None:
        raise AssertionError("nothing is fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("_no_network")
def test_rocrate_reads_the_folder(run: Run, tmp_path: Path) -> None:
    """The library finds every file, with its kind and hash, and the documents behind them."""
    folder = tmp_path / "krat"

    result = run("export", "ro-crate", "--output", str(folder), *DAY)

    assert (result.exit_code, result.output) == (0, "")
    crate = ROCrate(folder)
    assert crate.name == "Regionale samenwerking in zorg en welzijn"
    assert crate.root_dataset["datePublished"] == "2026-03-01"
    assert "26 organisaties en 32 samenwerkingen, volgens 5 documenten" in crate.description
    files = {entity.id: entity for entity in crate.data_entities}
    assert {*files} == FILES
    assert {path.name for path in folder.iterdir()} == FILES | {"ro-crate-metadata.json"}
    for name, entity in files.items():
        content = (folder / name).read_bytes()
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
        assert entity["contentSize"] == str(len(content))
    assert files["network.html"]["encodingFormat"] == "text/html"
    assert (folder / "entities.yaml").read_bytes() == (ROOT / "entities.yaml").read_bytes()
    sources = [one["name"] for one in crate.root_dataset["isBasedOn"]]
    assert "Bestuurstafel Gezond Utrecht" in sources
    assert len(sources) == 5
    assert crate.dereference("#made")["instrument"]["name"] == "collabgraph"


@pytest.mark.usefixtures("_no_network")
def test_rdflib_reads_the_metadata(run: Run, tmp_path: Path) -> None:
    """With the context that readers have, the metadata are RDF of schema.org."""
    run("export", "ro-crate", "--output", str(tmp_path / "k"), *DAY)
    metadata = json.loads((tmp_path / "k" / "ro-crate-metadata.json").read_bytes())
    context = Path(str(rocrate.__file__)).with_name("data") / "ro-crate.jsonld"
    metadata["@context"] = json.loads(context.read_bytes())["@context"]

    graph = Graph().parse(
        data=json.dumps(metadata), format="json-ld", publicID="https://kust.example/k/"
    )

    root = URIRef("https://kust.example/k/")
    assert graph.value(root, SCHEMA.datePublished) == Literal("2026-03-01")
    assert {str(part).removeprefix(str(root)) for part in graph.objects(root, SCHEMA.hasPart)} == (
        FILES
    )
    assert graph.value(graph.value(root, SCHEMA.license), SCHEMA.name) is not None


def test_one_source_and_none() -> None:
    """One value stands without a list, as is recommended; what is not there is left out."""
    one = json.loads(describe_crate(make_registry([], []), {"n.yaml": b""}, "2026-03-01"))
    none = json.loads(describe_crate(make_registry([], [], sources=0), {}, "2026-03-01"))

    (root,) = (entity for entity in one["@graph"] if entity["@id"] == "./")
    (bare,) = (entity for entity in none["@graph"] if entity["@id"] == "./")
    assert (root["isBasedOn"], root["hasPart"]) == ({"@id": "#source-s1"}, {"@id": "n.yaml"})
    assert not {"isBasedOn", "hasPart"} & set(bare)


def test_zip_is_the_folder(run: Run, tmp_path: Path) -> None:
    """Where the output ends in .zip it holds the same files, and the same bytes each time."""
    one, two = tmp_path / "a.zip", tmp_path / "b.zip"

    for path in (one, two):
        run("export", "ro-crate", "--output", str(path), *DAY)
    run("export", "ro-crate", "--output", str(tmp_path / "a"), *DAY)

    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {*archive.namelist()} == FILES | {"ro-crate-metadata.json"}
        assert all(
            archive.read(name) == (tmp_path / "a" / name).read_bytes()
            for name in archive.namelist()
        )


def test_a_selection(run: Run, tmp_path: Path) -> None:
    """A crate of a selection says so, and leaves out the data file, which holds more."""
    result = run(
        *("export", "ro-crate", "--output", str(tmp_path / "k"), *DAY, "--region", "twente"),
        *("--language", "nl"),
    )

    assert "entities.yaml gaat niet mee: daar staat meer in dan de selectie" in result.stderr
    assert not (tmp_path / "k" / "entities.yaml").exists()
    assert "Dit is een selectie: regions=twente." in ROCrate(tmp_path / "k").description


@pytest.mark.parametrize(
    ("given", "licence"),
    [
        (
            "https://creativecommons.org/licenses/by/4.0/",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        ("CC BY 4.0", "#licence"),
        (None, "#licence"),
    ],
)
def test_licence(run: Run, tmp_path: Path, given: str | None, licence: str) -> None:
    """The licence of the data is that of the crate; none is said to be none."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    data = (ROOT / "entities.yaml").read_text(encoding="utf-8")
    if given:
        data = data.replace("language: nl\n", f"language: nl\nlicence: {given}\n", 1)
    (tmp_path / "entities.yaml").write_text(data, encoding="utf-8")

    run(
        *("export", "ro-crate", "--output", str(tmp_path / "k"), *DAY),
        *("--data", str(tmp_path / "entities.yaml")),
    )

    found = ROCrate(tmp_path / "k").root_dataset["license"]
    assert found.id == licence
    assert found["name"] == (given or "Er is geen licentie genoemd: vraag eerst toestemming.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "ro-crate is geen tekst"),
        (("--output", "k"), "--published hoort bij ro-crate"),
        (("--output", "k", "--published", "gisteren"), "'gisteren' is geen dag"),
        (("--output", "k", "--graph", "two-mode", *DAY), "is niet van één graaf"),
    ],
)
def test_mistakes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    """What lacks or is too much is one clear sentence, exit 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)

    result = run(
        *("export", "ro-crate", *arguments, "--language", "nl"),
        *("--data", str(ROOT / "entities.yaml")),
    )

    assert result.exit_code == 2
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there(run: Run, tmp_path: Path) -> None:
    """Nothing is mixed with what stands in a folder; an empty one is filled."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "note.txt").write_text("mine")
    (tmp_path / "empty").mkdir()

    refused = run("export", "ro-crate", "--output", str(tmp_path / "full"), *DAY)
    run("export", "ro-crate", "--output", str(tmp_path / "empty"), *DAY)

    assert refused.exit_code == 1
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["note.txt"]
    metadata = json.loads((tmp_path / "empty" / "ro-crate-metadata.json").read_bytes())
    assert metadata["@context"] == "https://w3id.org/ro/crate/1.1/context"
