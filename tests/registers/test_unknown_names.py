"""A name that fits nothing in a large register: the sentence of the plain path, of names alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import SHARED
from hypothesis import HealthCheck, assume, given, settings
from registers.drawn import ONE, tables
from registers.filed import ONE_TABLE, ROWS, TABLES, THREE_TABLES, write, write_arrangements

pytest.importorskip("duckdb")

import graph.reading
import graph.registers
from graph.model.errors import DataError, GraphError
from graph.model.records import Registry
from graph.query.names import find_organisation, find_record
from graph.reading import read_registry
from graph.registers import Question
from graph.registers.asked import answer_question
from graph.registers.register import NotHeldError, open_register

Run = Callable[..., Result]

NAMES = ("Kus", "---", "Stichting Zandmeerr", "De Stichting", "omar", "o-x", "Partij", "nobody", "")
OTHERS = ("geschreven", "p1", "Kustland", "ouderenzorg", "bestuur")
"""Names that may be those of a partnership, a region or a theme."""


def say(registry: Registry, name: str, find: Callable[[Registry, str], object]) -> str:
    """Say whom a name means, or why nobody."""
    try:
        return repr(find(registry, name))
    except GraphError as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(("text", "columns"), [(THREE_TABLES, TABLES), (ONE_TABLE, ONE)])
def test_drawn_names(
    tmp_path_factory: pytest.TempPathFactory, text: str, columns: dict[str, dict[str, str]]
) -> None:
    """Whoever is in the tables, both ways say the same of a name, with the same suggestions."""
    said: list[str] = []

    @settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=20)
    @given(tables(columns))
    def check(drawn: dict[str, list[list[str]]]) -> None:
        path = write(tmp_path_factory.mktemp("drawn"), text, drawn)
        try:
            whole = read_registry(path)
            with open_register(str(path)) as register:
                for name in (*NAMES, *OTHERS):
                    near = answer_question(register, Question("near", (name,)))
                    card = answer_question(register, Question("card", (name,)))
                    for part, find in ((near, find_organisation), (card, find_record)):
                        if part is None:
                            continue
                        told = say(whole, name, find)
                        if "Error" in told:
                            assert say(part.registry, name, find) == told
                            said.append(told)
        except (DataError, NotHeldError):
            assume(False)

    check()

    assert len(said) > 100
    assert any("did you mean" in one for one in said)
    assert any("NotOrganisationError" in one for one in said)


UNKNOWN = (
    ("neighbours", "zwole"),
    ("neighbours", "nobody at all"),
    ("why", "zwolle", "deventter"),
    ("why", "nobody at all", "zwolle"),
    ("path", "zwolle", "maastrich"),
    ("show", "zwole"),
    ("show", "nobody at all"),
    ("neighbours", "ggd ijsselland"),
)


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_the_joint_arrangements(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the joint arrangements of 2016 every command says the same, and does not read them all."""
    path = write_arrangements(tmp_path)
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 10**9)
    plain = [run(*one, "--data", str(path)) for one in UNKNOWN]
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    monkeypatch.setattr(graph.reading, "read_with_digests", lambda *a, **k: 1 / 0)

    found = [run(*one, "--data", str(path)) for one in UNKNOWN]

    assert [(one.exit_code, one.output) for one in found] == [
        (one.exit_code, one.output) for one in plain
    ]
    assert {one.exit_code for one in found} == {1}
    assert "did you mean 'Zwolle'" in found[0].output


def test_what_needs_the_whole_data(tmp_path: Path) -> None:
    """A name without a word of its own, and one that a region has."""
    path = write(tmp_path, ONE_TABLE, {"m.csv": ROWS["m.csv"]})
    (tmp_path / "m.csv").write_text("wie,wat,rol,zeker,plaats\nA,P,,,Kustland\nB,P,,,\n", "utf-8")

    with open_register(str(path)) as register:
        for name in ("---", "De Stichting", ""):
            assert answer_question(register, Question("near", (name,))) is None
        assert answer_question(register, Question("card", ("kustland",))) is None
        unknown = answer_question(register, Question("card", ("elsewhere",)))

    assert unknown is not None
    assert [*unknown.registry.organisations] == ["a", "b"]
