"""The commands: what they print, where, and how they end."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from conftest import ROOT
from elsewhere import run_python

from graph.cli import main
from graph.cli.progress import Steps

Run = Callable[..., Result]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
VERSION = CITATION["version"]
KUSTLAND = str(ROOT / "tests" / "data" / "kustland" / "entities.yaml")


@pytest.mark.parametrize(
    "name",
    ["gemeente utrecht", "GEMEENTE UTRECHT", "gemeente-utrecht", "de gemeente Utrecht"],
)
def test_neighbours(run: Run, name: str) -> None:
    """Neighbours come strongest first, with what is shared and which document says so."""
    result = run("neighbours", name)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert [line.split("  ")[0] for line in result.stdout.split("\n")] == [
        "Gemeente Utrecht: 8 named partners in these 5 documents",
        "",
        "name",
        "De Tussenvoorziening",
        "Leger des Heils",
        "Lister",
        "Altrecht",
        "AxionContinu",
        "Raedelijn",
        "Sterkzorg",
        "Zilveren Kruis",
        "",
        "document",
        "bestuurstafel-2020",
        "ros-transformaties",
        "",
    ]
    assert "Altrecht                   1    0.20  Stedelijke regiegroep Utrecht  " in result.stdout


def test_neighbours_as_json(run: Run) -> None:
    """The JSON of neighbours has the documented shape, also for what is two steps away."""
    result = run("neighbours", "elaa", "--hops", "2", "--format", "json")

    answer = json.loads(result.stdout)
    assert answer["organisation"] == {
        "id": "elaa",
        "name": "Elaa",
        "type": "ros",
        "types": ["ros"],
        "region": None,
    }
    assert answer["sources"] == 5
    assert answer["selection"] == ""
    assert [(n["id"], n["hops"], n["weight"]) for n in answer["neighbours"][:5]] == [
        ("flevoziekenhuis", 1, 2),
        ("gemeente-almere", 1, 2),
        ("zorggroep-almere", 1, 2),
        ("zilveren-kruis", 1, 1),
        ("flevolandse-patientenfederatie", 1, 1),
    ]
    first, last = answer["neighbours"][0], answer["neighbours"][-1]
    assert first["newman"] == pytest.approx(1 / 4 + 1 / 5)
    assert [p["id"] for p in first["partnerships"]] == [
        "bestuurlijke-peiling-almere",
        "positief-gezond-almere",
    ]
    assert first["partnerships"][0]["left"]["role"] == "facilitator"
    assert first["partnerships"][0]["evidence"][0]["line"] == 33
    assert last["via"] == [{"id": "zilveren-kruis", "name": "Zilveren Kruis"}]
    assert (last["hops"], last["weight"], last["partnerships"]) == (2, 0, [])


def test_neighbours_as_csv(run: Run) -> None:
    """The CSV of neighbours is one row a neighbour under fixed headings."""
    result = run("neighbours", "klm", "--format", "csv")
    other = run("neighbours", "waardigheid en trots", "--format", "csv")

    headings = "id,name,hops,weight,newman,certainty,partnerships,sources\n"
    assert result.stdout == headings
    assert other.stdout == headings + (
        "erasmus-universiteit,Erasmus Universiteit,1,1,1.0,high,"
        "netwerkbijeenkomst-2022,mechanismen-2022\n"
    )


def test_no_neighbours(run: Run) -> None:
    """An organisation without a partner is an answer about these documents, and no error."""
    result = run("neighbours", "Nevi")

    assert result.stdout == "Nevi: no named partner in these 5 documents\n"
    assert result.exit_code == 0


def test_filters_are_said(run: Run) -> None:
    """An answer over a part of the data says which part."""
    result = run("neighbours", "altrecht", "--without-role", "lead")

    assert result.stdout == (
        "Altrecht: no named partner in these 5 documents (selection: without the role lead)\n"
    )


def test_neighbours_of_one_type(run: Run) -> None:
    """A filter on type keeps the organisation that is asked about."""
    result = run("neighbours", "elaa", "--type", "gemeente", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["id"], row["weight"]) for row in rows] == [("gemeente-almere", "2")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["neighbours", "raedelyn"],
            "Error: no organisation 'raedelyn', did you mean 'Raedelijn'?\n",
        ),
        (
            ["neighbours", "gemeente"],
            "Error: 'gemeente' fits 2 organisations, use an id:\n"
            "  gemeente-almere  (Gemeente Almere)\n  gemeente-utrecht  (Gemeente Utrecht)\n",
        ),
        (
            ["neighbours", "elaa", "--region", "almeer"],
            "Error: no region 'almeer', did you mean 'almere'?\n",
        ),
        (
            ["neighbours", "elaa", "--period", "vorig jaar"],
            "Error: 'vorig jaar' is not a period, write it like 2016, 2015-01/2017-10 or 2018/..\n",
        ),
        (["why", "elaa", "eela"], "Error: no organisation 'eela', did you mean 'Elaa'?\n"),
    ],
)
def test_what_is_not_there(run: Run, arguments: list[str], message: str) -> None:
    """An unknown or ambiguous word ends with 1, on stderr, with the nearest; stdout stays empty."""
    result = run(*arguments)

    assert (result.stdout, result.stderr, result.exit_code) == ("", message, 1)


def test_why(run: Run) -> None:
    """A tie is explained by its partnerships, roles, certainty, document, date, line and quote."""
    result = run("why", "lister", "leger des heils")

    assert result.stdout == (
        "Lister and Leger des Heils share 1 partnership in these 5 documents\n"
        "\n"
        "Opvang en noodvoorziening voor dak- en thuislozen in Utrecht "
        "(from about March 2020, end not known; stated)\n"
        "  Lister (member, stated)\n"
        "  Leger des Heils (member, stated): Leger op regel 32, LdH op regel 70.\n"
        "  Bestuurstafel Gezond Utrecht, 13 May 2020, summary of line 32:\n"
        "    werkten vooral partijen binnen de eigen sector samen, partijen die men goed kent: "
        "Leger, De Tussenvoorziening, Lister en gemeente.\n"
        "  Bestuurstafel Gezond Utrecht, 13 May 2020, summary of line 34:\n"
        "    onder dak- en thuislozen bleven besmettingen vrijwel uit\n"
        "  Bestuurstafel Gezond Utrecht, 13 May 2020, summary of line 70:\n"
        "    TV, LdH en Lister, bekende partners, zetten samen de opvang en noodvoorziening op\n"
    )


def test_why_not_known(run: Run) -> None:
    """Where nothing is shared the answer is 'not known', about these documents, and no error."""
    table = run("why", "regio twente", "ozjt")
    data = json.loads(run("why", "regio twente", "ozjt", "--format", "json").stdout)

    assert table.stdout == (
        "Regio Twente and Organisatie voor Zorg en Jeugdhulp Twente: "
        "no shared partnership is stated in these 5 documents\n"
    )
    assert table.exit_code == 0
    assert (data["answer"], data["partnerships"], data["sources"]) == ("not known", [], 5)


def test_why_as_data(run: Run) -> None:
    """JSON and CSV of `why` hold one entry for each passage, in the order of the question."""
    data = json.loads(run("why", "zilveren kruis", "elaa", "--format", "json").stdout)
    rows = list(
        csv.DictReader(io.StringIO(run("why", "zilveren kruis", "elaa", "--format", "csv").stdout))
    )

    (partnership,) = data["partnerships"]
    assert data["answer"] == "yes"
    assert partnership["left"]["role"] == "invited"
    assert partnership["right"]["role"] == "facilitator"
    assert [e["line"] for e in partnership["evidence"]] == [33, 33, 41]
    assert [(row["line"], row["left_role"], row["date"]) for row in rows] == [
        ("33", "invited", ""),
        ("33", "invited", ""),
        ("41", "invited", ""),
    ]


def test_why_needs_two(run: Run) -> None:
    """Two names for one organisation are a mistake in the call: exit 2."""
    result = run("why", "LdH", "leger des heils")

    assert result.exit_code == 2
    assert "'LdH' and 'leger des heils' are both 'Leger des Heils', name two" in result.stderr


def test_check(run: Run) -> None:
    """`check` prints every warning with file and line, and counts them; warnings are no failure."""
    result = run("check", "--data", KUSTLAND)

    lines = result.stdout.split("\n")
    assert lines[-2] == f"{KUSTLAND}: 0 problems, 3 warnings"
    assert lines[1].endswith("warning W319: organisations.ggd-kustland: in no partnership")
    assert result.exit_code == 0


def test_check_strict(run: Run) -> None:
    """With `--strict` a warning is a failure."""
    assert run("check", "--strict", "--data", KUSTLAND).exit_code == 1


def test_check_as_data(run: Run) -> None:
    """The problems can be had as JSON and CSV."""
    ask = ("check", "--data", KUSTLAND, "--format")
    data = json.loads(run(*ask, "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(*ask, "csv").stdout)))

    assert (data["errors"], data["warnings"], data["judged"]) == (0, 3, 0)
    assert data["problems"][1]["path"] == rows[1]["path"] == "organisations.ggd-kustland"


def test_a_broken_file_answers_nothing(run: Run, tmp_path: Path) -> None:
    """A file with problems gives all of them and no half answer, from every command."""
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        "schema: 1\ncontact: []\nlanguage: nl\nsources: {}\norganisations:\n"
        "  x: {name: X, type: bank}\npartnerships: {}\n"
    )
    expected = (
        f"{broken}:1: error E204: 'title' is missing\n"
        f"{broken}:2: error E201: contact: must be text, not a list\n"
        f"{broken}:6: error E213: organisations.x.type: no type 'bank'"
    )

    asked = run("neighbours", "x", "--data", str(broken))
    built = run("build", "--data", str(broken), "--output", str(tmp_path / "out"))
    checked = run("check", "--data", str(broken))

    assert asked.stderr.startswith(expected)
    assert built.stderr.startswith(expected)
    assert checked.stdout.startswith(expected)
    assert [asked.exit_code, built.exit_code, checked.exit_code] == [1, 1, 1]
    assert not (tmp_path / "out").exists()


def test_no_file(run: Run, tmp_path: Path) -> None:
    """Without a file the message says which is missing and how to start one, and that works."""
    missing = tmp_path / "entities.yaml"

    result = run("check", "--data", str(missing))
    message, _, start = result.stderr.partition("\n\n")
    missing.write_text(start)

    assert message == (
        f"Error: {missing}: no such file, "
        "name another with --data FILE, start a project with 'collabgraph init', "
        "or start a file with these lines:"
    )
    assert result.exit_code == 1
    assert run("check", "--data", str(missing)).stdout == f"{missing}: 0 problems, 0 warnings\n"


def test_build(run: Run, tmp_path: Path) -> None:
    """`build` writes three files and says in three lines what it wrote and found."""
    result = run("build", "--output", str(tmp_path))

    wrote, *found = result.stdout.rstrip("\n").split("\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "SHA256SUMS",
        "network.graphml",
        "network.html",
        "two-mode.graphml",
    ]
    assert wrote.startswith(f"wrote {tmp_path / 'network.html'} (")
    assert found == [
        "found 26 organisations, 32 partnerships (6 with two or more named members), "
        "41 memberships and 41 ties in 5 documents",
        "2 components of two or more, 2 cut vertices (Zilveren Kruis and Gemeente Utrecht); "
        "9 organisations without a named partner in these 5 documents",
    ]
    assert result.stderr == ""


def test_build_into_a_file(run: Run, tmp_path: Path) -> None:
    """An `--output` that is a file is an error, and the file stays as it was."""
    (tmp_path / "out").write_text("oud")

    result = run("build", "--output", str(tmp_path / "out"))

    assert result.stderr == f"Error: {tmp_path / 'out'}: a file stands there, name a folder\n"
    assert result.exit_code == 1
    assert (tmp_path / "out").read_text() == "oud"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("build", "--output", "-"), "is stdout, which holds no folder: name a folder"),
        (("build", "--output", ""), "is empty, name a folder"),
        (("build", "--output", "/"), "is the root of this machine, name a folder in it"),
        (("build", "--output", "//"), "is the root of this machine, name a folder in it"),
        (("check", "--output", "-"), "is stdout, which holds no folder: name a folder"),
        (("init", "-"), "is stdout, which holds no folder: name a folder"),
        (("migrate", "--output", "-"), "'-' is no file, name one"),
        (("check", "--rejects", "-"), "'-' is no file, name one"),
        (("check", "--rejects", "."), "'.' is no file, name one"),
        (("import", "table.csv", "--write", ""), "'' is no file, name one"),
        (("import", "table.csv", "--write", "over/.."), "'over/..' is no file, name one"),
    ],
)
def test_places_that_cannot_be_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    """What is no place for a folder or a file is refused before anything is read or made."""
    monkeypatch.chdir(tmp_path)

    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr.endswith(f": {why}\n")
    assert list(tmp_path.iterdir()) == []


def test_build_of_a_part(run: Run, tmp_path: Path) -> None:
    """The filters narrow what is built, and the files say so."""
    result = run("build", "--output", str(tmp_path), "--region", "almere")

    assert "found 7 organisations, 4 partnerships" in result.stdout
    assert "regions=almere" in (tmp_path / "network.graphml").read_text(encoding="utf-8")


def test_an_empty_selection_builds(run: Run, tmp_path: Path) -> None:
    """Filters that leave nothing still give whole files."""
    result = run("build", "--output", str(tmp_path), "--region", "twente", "--type", "ziekenhuis")

    assert result.exit_code == 0
    assert result.stderr == "warning: the filters together leave nothing\n"
    assert "found 0 organisations, 0 partnerships" in result.stdout


def test_a_filter_that_leaves_nothing_is_named(run: Run, tmp_path: Path) -> None:
    """`build`, `report` and `export` write what was asked for, and say that nothing is in it."""
    file = str(tmp_path / "file")
    calls: tuple[tuple[str, ...], ...] = (
        ("build", "--output", str(tmp_path)),
        ("report", "--output", file),
        ("export", "json", "--output", file),
    )

    for call in calls:
        warned = "warning: the filter on period leaves nothing\n"
        assert run(*call, "--period", "1890").stderr == warned
        assert run(*call, "--period", "2021").stderr == ""
    assert run("export", "json", "--graph", "relations", "--period", "1890").stderr == ""


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "json"])
@pytest.mark.parametrize("which", ["network", "two-mode", "relations"])
def test_export(run: Run, tmp_path: Path, format: str, which: str) -> None:
    """Every format of each graph goes to a file or to stdout, with the same bytes."""
    written = run("export", format, "--graph", which, "--output", str(tmp_path / f"n.{format}"))
    printed = run("export", format, "--graph", which)

    assert (written.exit_code, written.stdout, written.stderr) == (0, "", "")
    tables = ["edges", "nodes"]
    if which != "relations":
        tables = ["barriers", "edges", "evidence", "groups", "nodes", "relations", "sources"]
    names = [f"n-{table}.csv" for table in tables] if format == "csv" else [f"n.{format}"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    if format == "csv":
        assert printed.exit_code == 2
        assert f"csv makes {len(tables)} files: name one with --table" in printed.stderr
        printed = run("export", format, "--graph", which, "--table", "nodes")
        names = ["n-nodes.csv"]
    assert (tmp_path / names[0]).read_bytes() == printed.stdout_bytes
    assert b"zorggroep-almere" in printed.stdout_bytes


def test_one_table_of_csv(run: Run) -> None:
    """Each of the tables of CSV can be printed alone."""
    counted = {"nodes": 26, "edges": 41, "relations": 5, "barriers": 10, "groups": 21}

    for table, count in counted.items():
        printed = run("export", "csv", "--table", table)

        assert len(list(csv.reader(io.StringIO(printed.stdout)))) == 1 + count


def test_a_table_is_of_csv(run: Run) -> None:
    """Asking a table of another format, or one that a graph lacks, is a mistake: exit 2."""
    assert run("export", "json", "--table", "nodes").exit_code == 2
    assert run("export", "csv", "--graph", "relations", "--table", "groups").exit_code == 2


@pytest.mark.parametrize(
    "command", ["build", "check", "neighbours", "why", "show", "path", "list", "export"]
)
def test_help_ends_with_an_example(run: Run, command: str) -> None:
    """The help of every command is a sentence, the options, and an example that runs."""
    result = run(command, "--help")

    assert "Example:\n    collabgraph " in result.stdout
    assert result.exit_code == 0


def test_python_m_graph() -> None:
    """`python -m graph` is the same command under the same name."""
    done = run_python("-m", "graph", "--version")

    assert done.stdout == f"collabgraph, version {VERSION}\n".encode()


def test_a_stop_from_outside_cleans_up() -> None:
    """Once the command has begun, SIGTERM lets what is open close, and ends with 143."""
    code = """
import os, signal
from graph.cli import main
try:
    try:
        main(["--version"])
    except SystemExit:
        os.kill(os.getpid(), signal.SIGTERM)
finally:
    print("closed")
"""
    done = run_python("-c", code, code=143)

    assert done.stdout.endswith(b"closed\n")
    assert done.stderr == b""


def test_a_command_that_is_not_there(run: Run) -> None:
    """A command that does not exist is a mistake in the call: exit 2."""
    result = run("neighbors", "elaa")

    assert result.exit_code == 2
    assert "No such command 'neighbors'" in result.stderr


def test_another_kind_of_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the output is no file, as in a notebook, the command prints all the same."""
    monkeypatch.setattr("sys.stdout", output := io.StringIO())
    monkeypatch.setattr("sys.stderr", io.StringIO())

    main(["--version"], standalone_mode=False)

    assert output.getvalue() == f"collabgraph, version {VERSION}\n"


def test_steps_are_said_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal each step of the work says its name, and then it is gone; not in a pipe."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Steps() as say:
        say("validate")
        say("load")

    drawn = "\rvalidate ...\rload ...    \r        \r"
    assert terminal.getvalue() == drawn
    monkeypatch.setattr("sys.stderr", pipe := io.StringIO())
    with Steps() as say:
        say("load")
    assert terminal.getvalue() == drawn
    assert pipe.getvalue() == ""


class Terminal(io.StringIO):
    """Text that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def test_neighbours_two_steps_away(run: Run) -> None:
    """In the table, who is two steps away comes last, with the neighbours that lead there."""
    result = run("neighbours", "elaa", "--hops", "2")

    assert re.search(
        r"^Sterkzorg +2 steps away, by Zilveren Kruis$", result.stdout, flags=re.MULTILINE
    )


def test_the_environment_names_the_data(tmp_path: Path) -> None:
    """COLLABGRAPH_DATA names the file where `--data` does not."""
    missing = str(tmp_path / "none.yaml")

    done = run_python("-m", "graph", "check", code=1, settings={"COLLABGRAPH_DATA": missing})

    assert f"{tmp_path / 'none.yaml'}: no such file" in done.stderr.decode()


@pytest.mark.parametrize("locale", ["C", "POSIX", "nl_NL.ISO-8859-1"])
def test_any_locale_gives_the_same_bytes(run: Run, locale: str) -> None:
    """What is read, asked and printed is UTF-8 in any locale."""
    question = ("neighbours", "Flevolandse Patiëntenfederatie")
    ascii_alone = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}

    plain = run(*question)
    english = {"COLLABGRAPH_LANGUAGE": "en", "LC_ALL": locale}
    other = run_python("-m", "graph", *question, settings={**english, **ascii_alone})

    assert other.stdout == plain.stdout_bytes
    assert "Flevolandse Patiëntenfederatie: 5 named partners" in plain.stdout


def test_the_order_of_the_file_changes_no_byte(run: Run, tmp_path: Path) -> None:
    """Entries, members and lists in another order give the same three files."""
    data = yaml.load((ROOT / "entities.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)

    def turn(value: object) -> object:
        if isinstance(value, dict):
            return {  # of several types the first is the main one, and a story has its order
                key: value[key] if key in ("type", "story") else turn(value[key])
                for key in reversed(value)
            }
        return [turn(item) for item in reversed(value)] if isinstance(value, list) else value

    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "turned.yaml").write_text(
        yaml.safe_dump(turn(data), sort_keys=False, allow_unicode=True), encoding="utf-8"
    )

    turned = run("build", "--data", str(tmp_path / "turned.yaml"), "--output", str(tmp_path / "a"))
    plain = run("build", "--output", str(tmp_path / "b"))

    assert (turned.exit_code, plain.exit_code) == (0, 0), turned.stderr
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_a_closed_pipe_ends_quietly() -> None:
    """A reader that stops reading (`| head`) makes no noise."""
    process = subprocess.Popen(
        [sys.executable, "-m", "graph", "export", "graphml"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    noise = process.stderr.read()
    process.stderr.close()
    process.wait()

    assert noise == b""


def test_hostile_names_are_shown(run: Run, tmp_path: Path) -> None:
    """Control characters in a name reach neither the terminal nor a message."""
    (tmp_path / "d.md").write_text("[r. 1] Rood en GGD zitten samen.\n", encoding="utf-8")
    (tmp_path / "e.yaml").write_text(
        """
schema: 1
title: "T\\e[2J"
language: nl
sources:
  s: {file: d.md, original: {file: o, sha256: %s, title: "Titel\\e[31m"}}
organisations:
  a: {name: "Rood\\e]0;x\\a", type: ggd, aliases: [Rood]}
  b: {name: GGD, type: ggd}
partnerships:
  p:
    name: "Tafel\\e[5m"
    kind: overleg
    members: [a, b]
    members_known: all
    evidence: [{source: s, line: 1, quote: "Rood en GGD zitten samen."}]
"""
        % ("0" * 64),
        encoding="utf-8",
    )

    answers = [
        run("neighbours", "ggd", "--data", str(tmp_path / "e.yaml")),
        run("why", "rood", "ggd", "--data", str(tmp_path / "e.yaml")),
        run("check", "--data", str(tmp_path / "e.yaml")),
        run("neighbours", "rod", "--data", str(tmp_path / "e.yaml")),
        run("build", "--data", str(tmp_path / "e.yaml"), "--output", str(tmp_path / "o")),
    ]

    assert [answer.exit_code for answer in answers] == [0, 0, 0, 1, 0]
    assert all("\x1b" not in a.stdout + a.stderr and "\x07" not in a.stdout for a in answers)
    assert "Rood\\x1b]0;x\\x07" in answers[0].stdout
    assert "U+001B" in answers[4].stderr


def test_help_works_after_every_command_was_read(run: Run) -> None:
    """The help of the whole is there however many commands were read before it."""
    before = run("--help").stdout
    for command in ("list", "why", "diff"):
        run(command, "--help")

    assert run("--help").stdout == before
    assert "  list        List organisations" in before
