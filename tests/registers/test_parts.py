"""A part of a register, read through DuckDB, gives the answers of the whole."""

import sys
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import Result
from conftest import SHARED
from hypothesis import HealthCheck, assume, given, settings
from registers.drawn import ONE, tables
from registers.filed import ONE_TABLE, ROWS, TABLES, THREE_TABLES, write

pytest.importorskip("duckdb")

import graph.reading
import graph.registers
from graph.model.errors import DataError
from graph.network.incidence import Incidence
from graph.pipeline import select_incidence
from graph.query.card import show_organisation, show_partnership
from graph.query.neighbours import neighbours
from graph.query.path import count_paths, find_paths
from graph.query.why import shared_partnerships
from graph.reading import read_registry
from graph.registers import Question
from graph.registers.asked import answer_question
from graph.registers.held import BLANKS
from graph.registers.register import NotHeldError, Register, open_register
from graph.select.filters import EVERYTHING, Selection
from graph.words.speak import Speaker
from graph.write.answers.cards import answer_card
from graph.write.answers.forms import format_answer
from graph.write.answers.paths import answer_path
from graph.write.answers.ties import answer_neighbours, answer_why


def answer(incidence: Incidence, question: Question, selection: Selection = EVERYTHING) -> str:
    """Answer a question about ids, in text and as JSON."""
    registry, speaker = incidence.registry, Speaker("nl")
    first, *rest = [registry.organisations.get(id) for id in question.names]
    selected = select_incidence(incidence, selection, keep=question.names)
    if question.kind == "card" and first is None:
        (name,) = question.names
        shown = show_partnership(registry, registry.partnerships[name])
        found = answer_card(registry, registry, shown, speaker=speaker)
    elif first is None or None in rest:
        raise KeyError(question.names)
    elif question.kind == "card":
        card = show_organisation(incidence, first, (), whole=registry)
        found = answer_card(registry, registry, card, speaker=speaker)
    elif question.kind == "near":
        near = neighbours(selected, first.id, hops=question.steps)
        found = answer_neighbours(selected.registry, first, near, speaker=speaker)
    else:
        (other,) = rest
        assert other is not None
        if question.kind == "shared":
            shared = shared_partnerships(selected, first.id, other.id)
            found = answer_why(selected.registry, first, other, shared, speaker=speaker)
        else:
            paths = find_paths(incidence, first.id, other.id)
            total = count_paths(incidence, first.id, other.id)
            found = answer_path(incidence, first, other, paths, total, speaker=speaker)
    return format_answer(found, "table") + format_answer(found, "json")


def list_questions(whole: Incidence) -> list[Question]:
    """List what can be asked of every organisation and partnership, and of every two."""
    ids = whole.organisations
    return [
        *(Question("near", (id,), steps) for id in ids for steps in (1, 2, 3)),
        *(Question("card", (id,)) for id in (*ids, *whole.partnerships)),
        *(Question("shared", pair) for pair in permutations(ids, 2)),
        *(Question("between", pair) for pair in permutations(ids, 2)),
    ]


def assert_same(register: Register, whole: Incidence, questions: list[Question]) -> None:
    """Hold the answers from parts equal to those of the whole."""
    pairs = "SELECT DISTINCT organisation, partnership FROM links ORDER BY ALL"
    assert register.connection.execute(pairs).fetchall() == sorted(
        (one.membership.organisation, one.partnership.id) for one in whole.participations()
    )
    for question in questions:
        part = answer_question(register, question)
        known = {*whole.organisations, *whole.partnerships}
        if part is not None and known.issuperset(question.names):
            assert answer(part, question) == answer(whole, question), question


@pytest.mark.parametrize(("text", "columns"), [(THREE_TABLES, TABLES), (ONE_TABLE, ONE)])
def test_parts_answer_as_the_whole(
    tmp_path_factory: pytest.TempPathFactory, text: str, columns: dict[str, dict[str, str]]
) -> None:
    """Whatever stands in the tables, also what breaks a rule, is used or left out alike."""
    asked: list[int] = []

    @settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=30)
    @given(tables(columns))
    def check(drawn: dict[str, list[list[str]]]) -> None:
        path = write(tmp_path_factory.mktemp("drawn"), text, drawn)
        try:
            whole = Incidence(read_registry(path))
        except DataError:
            assume(False)
        questions = list_questions(whole)[::9]
        with open_register(str(path)) as register:
            assert_same(register, whole, questions)
        asked.append(len(questions))

    check()

    assert len(asked) >= 20
    assert sum(asked) > 50


FILTERS = (
    Selection(regions=("kustland",)),
    Selection(themes=("ouderenzorg",)),
    Selection(types=("gemeente",)),
    Selection(roles=("member",), certainty="high"),
    Selection(period="2012", undated=True),
    Selection(sources=("m",)),
)


@pytest.mark.parametrize("selection", FILTERS)
def test_filters_on_a_part(tmp_path: Path, selection: Selection) -> None:
    """A filter that looks at partnerships and members one by one leaves the same of a part."""
    path = write(tmp_path, THREE_TABLES, ROWS)
    whole = Incidence(read_registry(path))
    with open_register(str(path)) as register:
        for question in (
            Question("near", ("o-a",)),
            Question("near", ("o-c",), 2),
            Question("shared", ("o-b", "o-g")),
        ):
            part = answer_question(register, question)

            assert part is not None
            assert answer(part, question, selection) == answer(whole, question, selection)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Partij 1", '"Partij, 1"'),
        ("Partij 1", '"Partij ""1"" b"'),
        ("Partij 1", '"Partij\n1"'),
        ("Partij 1", "\u00a0Partij 1\u3000"),
        ("Partij 1,gemeente", "Partij 1,gemeente,,,,,"),
        ("Partij 1", "Par\0tij"),
        ("Partij 1", "Partij\udcff1"),
        ("b,Partij 1", "\n\nb,Partij 1"),
        ("\n", "\r\n"),
        ("id,naam", "\ufeffid,naam"),
        ("Partij 1", ' "Partij" 1'),
        ("Partij 1", "Partij\r1"),
    ],
)
def test_text_is_read_alike(tmp_path: Path, old: str, new: str) -> None:
    """Whatever stands in a table of text, DuckDB and Python read the same rows and lines."""
    path = write(tmp_path, THREE_TABLES, ROWS)
    table = tmp_path / "o.csv"
    text = table.read_bytes().decode().replace(old, new)
    table.write_bytes(text.encode("utf-8", "surrogateescape"))
    try:
        whole = Incidence(read_registry(path))
    except DataError:  # also what keeps the plain path from answering
        with pytest.raises(NotHeldError), open_register(str(path)):
            pass
        return

    with open_register(str(path)) as register:
        assert_same(
            register, whole, [Question("shared", ("o-b", "o-g")), Question("near", ("o-h",))]
        )


def test_parquet_is_read_alike(tmp_path: Path) -> None:
    """A folder of Parquet parts answers as its rows do, each with its part."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = write(tmp_path, THREE_TABLES.replace("m.csv", "parts"), ROWS)
    (tmp_path / "parts").mkdir()
    header, *rows = ROWS["m.csv"]
    for number, half in enumerate((rows[:11], rows[11:])):
        columns = dict(zip(header, map(list, zip(*half, strict=True)), strict=True))
        pq.write_table(pa.table(columns), tmp_path / "parts" / f"{number}.parquet")

    whole = Incidence(read_registry(path))

    with open_register(str(path)) as register:
        assert_same(register, whole, list_questions(whole)[::5])


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_joint_arrangements_answer_alike(
    tmp_path: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the joint arrangements of 2016, with their dirt, every command says the same."""
    (tmp_path / "m.csv").write_bytes((SHARED / "data" / "opengr_provincies.csv").read_bytes())
    path = tmp_path / "data.yaml"
    path.write_text(
        ONE_TABLE.replace("name: wie, region: plaats", "name: Deelnemer")
        .replace("name: wat, theme: zeker", "name: Gemeenschappelijke regeling")
        .replace("region: plaats", "region: Provincie")
        .replace("organisation: wie", "organisation: Deelnemer")
        .replace("partnership: wat, role: rol", "partnership: Gemeenschappelijke regeling"),
        encoding="utf-8",
    )
    read = []
    monkeypatch.setattr(graph.reading, "read_with_digests", lambda *a, **k: read.append(a))
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    questions = (
        ("neighbours", "zwolle"),
        ("neighbours", "Zwolle", "--hops", "2", "--region", "provincie-overijssel"),
        ("why", "zwolle", "deventer"),
        ("path", "zwolle", "maastricht"),
        ("show", "zwolle"),
        ("show", "ggd ijsselland"),
    )

    from_parts = [run(*one, "--data", str(path)).output for one in questions]
    monkeypatch.undo()
    whole = [run(*one, "--data", str(path), "--language", "en").output for one in questions]

    assert read == []
    assert from_parts == whole
    assert all(len(text) > 100 for text in whole), whole


def test_blanks_are_those_of_python() -> None:
    """A cell is trimmed in DuckDB as `str.strip` does, whatever the alphabet."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))

    assert "".join(filter(str.isspace, every)) == BLANKS
