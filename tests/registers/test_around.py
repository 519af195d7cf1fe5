"""The part around an organisation: in answers, on a page, in a report, and as data of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT, SHARED
from registers.filed import ONE_TABLE, ROWS, THREE_TABLES, write, write_arrangements

pytest.importorskip("duckdb")

import graph.outputs
import graph.registers
from graph.network.incidence import Incidence
from graph.pipeline import explore
from graph.reading import read_around, read_registry
from graph.select.around import Around, keep_around

Run = Callable[..., Result]
CHAIN = "wie,wat,rol,zeker,plaats\n" + "".join(
    f"{name},{table},,,\n"
    for table, names in {"t1": "AB", "t2": "BC", "t3": "CDE", "t4": "EF"}.items()
    for name in names
)
"""A and B share t1, B and C t2, C, D and E t3, E and F t4."""


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A register of four partnerships in a row."""
    (tmp_path / "m.csv").write_text(CHAIN, encoding="utf-8")
    path = tmp_path / "data.yaml"
    path.write_text(ONE_TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("steps", "organisations", "partnerships"),
    [
        (1, "ab", {"t1"}),
        (2, "abc", {"t1", "t2"}),
        (3, "abcde", {"t1", "t2", "t3"}),
        (9, "abcdef", {"t1", "t2", "t3", "t4"}),
    ],
)
@pytest.mark.parametrize("least", [0, 10**9])
def test_what_is_around(
    chain: Path,
    monkeypatch: pytest.MonkeyPatch,
    least: int,
    steps: int,
    organisations: str,
    partnerships: set[str],
) -> None:
    """Every partnership that is reached stands in the part whole, from rows and from all data."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", least)

    part = read_around(chain, Around(names=("A",), steps=steps))

    assert "".join(part.organisations) == organisations
    assert set(part.partnerships) == partnerships
    assert part.selection == f"around={steps}:a"


def test_around_several(chain: Path) -> None:
    """The part around two organisations is that around either."""
    registry = read_registry(chain)

    part = keep_around(registry, ["a", "f"], 1)

    assert sorted(part.partnerships) == ["t1", "t4"]
    assert sorted(part.organisations) == ["a", "b", "e", "f"]
    assert keep_around(registry, ["a"], 0).partnerships == {}


def test_a_part_and_a_filter(tmp_path: Path, run: Run) -> None:
    """A filter narrows the part, and both are said."""
    path = write(tmp_path, THREE_TABLES, ROWS)

    result = run(
        "report", "--data", str(path), "--around", "o-a", "--role", "lead", "--format", "json"
    )
    explored = explore(path, around=Around(names=("o-a",)))

    assert result.exit_code == 0, result.output
    assert "around=1:o-a; roles=lead" in result.stdout
    assert explored.selected.selection == "around=1:o-a"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 tie in 1 register (selection: A and who is within 1 step"),
        ("nl", "1 verbinding in 1 register (selectie: A en wie binnen 1 stap"),
    ],
)
def test_a_page_of_a_part(chain: Path, run: Run, tmp_path: Path, language: str, said: str) -> None:
    """The page and the closing lines say which part it is, and where the rest is."""
    result = run(
        *("build", "--data", str(chain), "--around", "a", "--language", language),
        *("--output", str(tmp_path / "out")),
    )

    assert result.exit_code == 0, result.output
    assert said in result.stdout
    assert "--steps 2" in result.stdout.splitlines()[-1]
    page = (tmp_path / "out" / "network.html").read_text("utf-8")
    assert "A en wie binnen 1 stap te bereiken is" in page


def test_a_whole_register_wants_a_part(
    chain: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a register with more than a page holds, nothing is built until a part is named."""
    monkeypatch.setattr(graph.registers, "LEAST_BYTES", 0)
    monkeypatch.setattr(graph.outputs, "MOST_MEMBERSHIPS", 8)
    out = tmp_path / "out"

    refused = run("build", "--data", str(chain), "--output", str(out))
    asked = run("build", "--data", str(chain), "--output", str(out), "--whole")

    assert refused.exit_code == 1
    assert "this register has 6 organisations and 9 memberships, too many" in refused.stderr
    assert "--around NAME and --steps N" in refused.stderr
    assert asked.exit_code == 0, asked.output


def test_a_page_that_is_too_large(
    chain: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page above the limit is not written, and an earlier one stays, unless it is asked for."""
    monkeypatch.setattr(graph.outputs, "MOST_BYTES", 300_000)
    out = tmp_path / "out"
    out.mkdir()
    (out / "network.html").write_text("earlier")

    refused = run("build", "--data", str(chain), "--output", str(out))

    assert refused.exit_code == 1
    assert "the page would be 1 MB, above 0 MB" in refused.stderr
    assert (out / "network.html").read_text() == "earlier"
    assert run("build", "--data", str(chain), "--output", str(out), "--whole").exit_code == 0


@pytest.mark.parametrize("text", [THREE_TABLES, ONE_TABLE])
def test_extract_goes_on_by_hand(tmp_path: Path, run: Run, text: str) -> None:
    """The part is a data file without a problem, and its organisation has the same neighbours."""
    path = write(tmp_path, text, ROWS)
    if text == ONE_TABLE:
        (tmp_path / "m.csv").write_text(CHAIN, encoding="utf-8")
    name = "b" if text == ONE_TABLE else "o-b"
    out = tmp_path / "out"

    result = run("extract", "--data", str(path), "--around", name, "--output", str(out))
    data = str(out / "entities.yaml")
    checked = run("check", "--data", data, "--format", "json")
    before, after = (
        json.loads(run("neighbours", name, "--data", one, "--format", "json").stdout)
        for one in (str(path), data)
    )

    assert result.exit_code == 0, result.output
    assert json.loads(checked.stdout)["problems"] == []
    ends = [
        [(n["id"], n["weight"], n["newman"]) for n in one["neighbours"]] for one in (before, after)
    ]
    assert ends[0] == ends[1] != []
    whole, part = (Incidence(read_registry(one)) for one in (path, data))
    assert set(part.partnerships) <= set(whole.partnerships)
    for id in part.partnerships:
        assert [m.organisation for m in part.members_of(id)] == [
            m.organisation for m in whole.members_of(id)
        ]


def test_extract_by_a_filter(tmp_path: Path, run: Run) -> None:
    """A filter says which part it is as well; every partnership in it is whole."""
    path = write(tmp_path, THREE_TABLES, ROWS)
    out = tmp_path / "out"

    result = run("extract", "--data", str(path), "--period", "2012", "--output", str(out))

    assert result.exit_code == 0, result.output
    first = (out / "entities.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# Part of data.yaml: running in 2012."
    part = read_registry(out / "entities.yaml")
    assert {"p0", "p1", "p2"} <= set(part.partnerships)
    assert "p3" not in part.partnerships


def test_extract_keeps_the_steps_of_the_part(tmp_path: Path, run: Run) -> None:
    """A step of the story whose view is in the part stays as it is; another goes."""
    story = "".join(
        f"  - title: {{nl: Stap, en: Step}}\n    text: {{nl: Zie {id}.}}\n"
        f"    view: partnership={id}\n"
        for id in ("p0", "p3")
    )
    path = write(tmp_path, f"{THREE_TABLES.rstrip()}\nstory:\n{story}", ROWS)
    out = tmp_path / "out"

    result = run("extract", "--data", str(path), "--period", "2012", "--output", str(out))

    assert result.exit_code == 0, result.output
    [step] = read_registry(out / "entities.yaml").story
    assert (step.view, step.text["nl"], step.title["en"]) == ("partnership=p0", "Zie p0.", "Step")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--output", "new"), 2, "extract writes a part: say which with --around NAME"),
        (("--output", "full", "--around", "a"), 1, "full"),
        (("--output", "new", "--around", "nobody at all"), 1, "nobody at all"),
    ],
)
def test_what_extract_refuses(
    chain: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    """Nothing is written where no part is named, it is not there, or something is in the way."""
    monkeypatch.chdir(chain.parent)
    (chain.parent / "full").mkdir()
    (chain.parent / "full" / "file").write_text("x")

    result = run("extract", "--data", str(chain), *arguments)

    assert result.exit_code == code
    assert said in result.stderr
    assert not (chain.parent / "new").exists()
    assert [one.name for one in (chain.parent / "full").iterdir()] == ["file"]


def test_extract_wants_tables(run: Run, tmp_path: Path) -> None:
    """A data file without tables has no rows to extract."""
    result = run(
        *("extract", "--data", str(ROOT / "entities.yaml"), "--around", "elaa"),
        *("--output", str(tmp_path / "new")),
    )

    assert result.exit_code == 2
    assert "has no tables of which a part can be taken" in result.stderr


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_a_part_of_the_joint_arrangements(tmp_path: Path, run: Run) -> None:
    """The page of a part of the register of 2016 shows what the whole register says of it."""
    path = write_arrangements(tmp_path)
    asked = ("--data", str(path), "--around", "zwolle")

    built = run("build", *asked, "--output", str(tmp_path / "page"), "--language", "en")
    taken = run("extract", *asked, "--output", str(tmp_path / "part"))
    whole, part = (read_registry(one) for one in (path, tmp_path / "part" / "entities.yaml"))

    assert built.exit_code == taken.exit_code == 0, built.output + taken.output
    of_zwolle = [
        id
        for id, p in whole.partnerships.items()
        if "zwolle" in {m.organisation for m in p.memberships}
    ]
    assert sorted(part.partnerships) == of_zwolle != []
    members = {m.organisation for id in of_zwolle for m in whole.partnerships[id].memberships}
    assert f"found {len(members)} organisations, {len(of_zwolle)} partnerships" in built.stdout
    assert len((tmp_path / "page" / "network.html").read_bytes()) < 1_500_000
