"""Every question answers the same without the cache, when it is filled, and out of it."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.generate import generate_file
from graph.cli import main
from graph.model.kept import Kept
from graph.model.records import Registry
from graph.reading import read_registry

KUSTLAND = ROOT / "tests" / "data" / "kustland" / "entities.yaml"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The real data, the small ones, and a generated file with units and communities."""
    made = generate_file(60, tmp_path_factory.mktemp("made"), variant="communities")
    return [ROOT / "entities.yaml", KUSTLAND, made]


@pytest.fixture(scope="module", autouse=True)
def _kept() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setenv("COLLABGRAPH_CACHE", str(Path(folder, "cache")))
        patch.setattr("graph.cache.LEAST_BYTES", 0)
        yield


def ask(path: Path, *words: str) -> tuple[int, str, str]:
    """Run a command on a file: its exit code, and what it printed on either stream."""
    result = CliRunner().invoke(main, [*words, "--data", str(path)])
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def clear() -> None:
    """Empty the cache."""
    for file in Path(os.environ["COLLABGRAPH_CACHE"]).glob("*"):
        file.unlink()


@st.composite
def questions(draw: st.DrawFn, registry: Registry) -> list[str]:
    """Draw a command with its arguments, filters and form of answer."""
    names = [
        *registry.organisations,
        *(organisation.name for organisation in registry.organisations.values()),
        *(a.text for o in registry.organisations.values() for a in o.aliases),
        "nobody at all",
        "gemeente",
    ]
    name = st.sampled_from(names)
    other = st.sampled_from([*registry.partnerships, *registry.sources, *names])
    command = draw(
        st.one_of(
            name.map(lambda one: ["neighbours", one]),
            name.map(lambda one: ["neighbours", one, "--hops", "3"]),
            st.tuples(st.just("why"), name, name).map(list),
            st.tuples(st.just("path"), name, name).map(list),
            other.map(lambda one: ["show", one]),
            st.sampled_from(["organisations", "partnerships", "sources", "ties"]).map(
                lambda kind: ["list", kind]
            ),
            st.just(["metrics"]),
        )
    )
    vocabulary = registry.vocabulary
    words = {
        "--region": vocabulary.regions,
        "--theme": vocabulary.themes,
        "--kind": vocabulary.kinds,
        "--type": vocabulary.types,
        "--role": vocabulary.roles,
        "--without-role": vocabulary.roles,
        "--source": registry.sources,
    }
    filters = [
        [flag, draw(st.sampled_from([*known, "unknown"]))]
        for flag, known in words.items()
        if known and draw(st.integers(0, 5)) == 0
    ]
    for more in (["--period", "2018/2020"], ["--certainty", "high"], ["--fold"]):
        if draw(st.integers(0, 5)) == 0:
            filters.append(more)
    if draw(st.integers(0, 5)) == 0:
        filters.append(["--min-weight", "2"])
    form = draw(st.sampled_from(["table", "json", "csv"]))
    return [*command, *(word for one in filters for word in one), "--format", form]


@given(drawn=st.data(), number=st.integers(0, 2))
def test_every_question_answers_the_same(
    drawn: st.DataObject, number: int, files: list[Path]
) -> None:
    """With any filter: the whole output, the messages and the exit code."""
    path = files[number]
    question = drawn.draw(questions(read_registry(path)))

    without = ask(path, *question, "--no-cache")
    clear()
    cold = ask(path, *question)
    warm = ask(path, *question)

    assert cold == without
    assert warm == without


@pytest.mark.parametrize(
    "words",
    [
        ("report",),
        ("report", "--format", "json", "--language", "en"),
        ("export", "graphml"),
        ("export", "json", "--graph", "two-mode"),
        ("export", "gexf", "--fold"),
    ],
    ids=" ".join,
)
def test_what_goes_through_everything_is_the_same(
    words: tuple[str, ...], files: list[Path]
) -> None:
    """A report and an export walk over every record."""
    for path in files:
        without = ask(path, *words, "--no-cache")
        clear()

        assert ask(path, *words) == without
        assert ask(path, *words) == without


def test_the_difference_between_files_is_the_same(data: Path) -> None:
    """Both come out of the cache, also where they share their digests."""
    changed = data.with_name("changed.yaml")
    text = data.read_text("utf-8")
    changed.write_text(text.replace("name: GGD Kustland", "name: GGD Kustlanden", 1), "utf-8")

    answers = [
        CliRunner().invoke(main, ["diff", str(data), str(changed), *more]).output
        for more in (["--no-cache"], [], [])
    ]

    assert "GGD Kustlanden" in answers[0]
    assert answers[1:] == answers[:1] * 2


def test_check_never_asks_the_cache(files: list[Path]) -> None:
    """It says every warning of a file whose registry is kept."""
    before = ask(KUSTLAND, "check", "--format", "json")
    kept = [read_registry(KUSTLAND, cache=True) for _ in range(2)][1]

    assert isinstance(kept.organisations, Kept)
    assert ask(KUSTLAND, "check", "--format", "json") == before
    assert json.loads(before[1])["problems"]
