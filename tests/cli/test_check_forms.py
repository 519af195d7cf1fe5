"""`collabgraph check` for terminals, code forges and editors."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT

from graph.model.errors import Problem
from graph.model.message import Message
from graph.write.answers.excerpt import show_excerpt
from graph.write.screen import Screen

Run = Callable[..., Result]
BROKEN = ROOT / "tests" / "data" / "broken"
SIZE = Message("rule.other_size", said="4", size="5")


@pytest.mark.parametrize(
    ("line", "path", "marked"),
    [
        ("    type: ross  # soort", "organisations.elaa.type", "ross"),
        ("  a: {label: vier, size: 5}", "groups.a.size", "5"),
        ('    name: "Zorg: samen" # zo', "partnerships.p.name", '"Zorg: samen"'),
        ("    name: 'Elaa''s'", "partnerships.p.name", "'Elaa''s'"),
        ("    regions: [a, b]", "partnerships.p.regions[1]", "[a"),
        ("  elaa:", "organisations.elaa", "elaa"),
        ("      - {org: elaa, role: lid}", "partnerships.p.members[0].role", "lid"),
        ("      - elaa", "partnerships.p.members[0]", "elaa"),
        ("  rename: x", "organisations.name", "rename: x"),
        ("\tname: x", "", "name: x"),
    ],
)
def test_the_mark_stands_under_the_value(line: str, path: str, marked: str) -> None:
    """Under that of the last field of the path, else under the whole line."""
    shown, mark = show_excerpt(Problem(1, path, SIZE), [line], Screen(width=80)).split("\n")

    text = shown.removeprefix("    1 | ").replace("\\x09", "\t")
    place = mark.index("^") - len("      | ") - 3 * line[: line.index(marked)].count("\t")
    assert text == line
    assert text[place : place + mark.count("^")] == marked


def test_a_long_line_is_cut_around_the_mark() -> None:
    """Neither line is wider than the terminal, and the mark is in sight."""
    line = f"    {{note: {'lang ' * 100}, size: 5, label: {'vier ' * 100}}}"
    shown, mark = show_excerpt(Problem(1, "g.size", SIZE), [line], Screen(width=60)).split("\n")

    assert max(len(shown), len(mark)) <= 60
    assert shown[mark.index("^")] == "5"


def test_there_is_no_line_beyond_the_end() -> None:
    """A problem of a whole file has none either."""
    assert show_excerpt(Problem(2, "", SIZE), ["one"], Screen(width=80)) == ""
    assert show_excerpt(Problem(0, "", SIZE), ["one"], Screen(width=80)) == ""


def test_lines_where_they_are_asked_for(run: Run) -> None:
    """In a pipe only with `--lines`, and then without colours."""
    data = ("--data", BROKEN / "warning-letters.yaml")
    plain, lined = run("check", *data).stdout, run("check", *data, "--lines").stdout

    assert plain.count("\n") == 4
    assert [line for line in lined.splitlines() if line[:1] != " "] == plain.splitlines()
    assert "\\u200b" in lined
    assert "\x1b" not in lined


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal(no_color: str, coloured: bool, tmp_path: Path) -> None:
    """Its severity is coloured and its line is shown; `NO_COLOR` leaves the line alone."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "NO_COLOR": no_color}
    command = [sys.executable, "-m", "graph", "check", "--language", "en"]
    process = subprocess.Popen(
        [*command, "--data", BROKEN / "warning-letters.yaml"],
        cwd=ROOT,
        stdout=follower,
        env=environment,
    )
    process.wait()
    os.close(follower)
    said = b""
    while chunk := _read(leader):
        said += chunk
    os.close(leader)

    assert b"| " in said
    assert b"^^^" in said
    assert (b"\x1b[33;1m" in said) is coloured


def test_for_workflows(run: Run) -> None:
    """A line a problem, with what a workflow reads as a sign of its own written otherwise."""
    done = run("check", "--data", BROKEN / "warning-near-duplicate.yaml", "--format", "github")

    assert done.stdout == (
        f"::warning file={BROKEN / 'warning-near-duplicate.yaml'},line=12,title=W318::"
        "organisations.kust-groep.name: 'Stichting Kust-Groep' is nearly the name of 'kustgroep', "
        "merge or rename\n"
    )


def test_as_sarif(run: Run) -> None:
    """The rule with its remedy, and where it is broken."""
    path = BROKEN / "warning-near-duplicate.yaml"
    (found,) = json.loads(run("check", "--data", path, "--format", "sarif").stdout)["runs"]

    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == ["W318"]
    (result,) = found["results"]
    assert (result["ruleId"], result["level"]) == ("W318", "warning")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == path.as_uri()
    assert place["region"] == {"startLine": 12}


@pytest.mark.parametrize("form", ["json", "csv", "github", "sarif"])
def test_a_file_that_is_no_yaml_is_a_problem_too(run: Run, form: str) -> None:
    """Programs get an answer, with the line and exit code 1."""
    done = run("check", "--data", BROKEN / "yaml-tab.yaml", "--format", form)

    assert done.exit_code == 1
    assert done.stderr == ""
    assert "E109" in done.stdout
    assert "a tab, indent with blanks" in done.stdout


def test_a_missing_file_is_a_problem_too(run: Run, tmp_path: Path) -> None:
    """It has no line of its own; the first one stands for it."""
    done = run("check", "--data", tmp_path / "none.yaml", "--format", "json")

    (problem,) = json.loads(done.stdout)["problems"]
    assert (problem["code"], problem["line"]) == ("E109", 1)


def test_a_warning_that_was_judged_is_left_out(run: Run) -> None:
    """By its code; what is left decides under `--strict`."""
    data = ("check", "--data", BROKEN / "warning-letters.yaml", "--strict")
    codes = ("--ignore", "W323", "--ignore", "W324", "--ignore", "W318")

    assert run(*data, *codes[:4]).exit_code == 1
    done = run(*data, *codes)
    assert (done.exit_code, done.stdout.count("\n")) == (0, 1)


@pytest.mark.parametrize("code", ["W999", "w323", "E000", ""])
def test_no_other_code_can_be_left_out(run: Run, code: str) -> None:
    """One that there is not may be a mistake."""
    done = run("check", "--ignore", code)

    assert done.exit_code == 2
    assert "is no code of a warning or an advice" in done.stderr


def test_an_error_cannot_be_left_out(run: Run) -> None:
    """It says why."""
    done = run("check", "--ignore", "E204")

    assert done.exit_code == 2
    assert "'E204' is an error: mend it, for only warnings and advice can be" in done.stderr


def test_an_advice_can_be_left_out(run: Run) -> None:
    """By its code, as a warning."""
    every = run("check", "--advice", "--format", "json").stdout
    codes = {one["code"] for one in json.loads(every)["advice"]}
    first = min(codes)
    rest = run("check", "--advice", "--ignore", first, "--format", "json").stdout

    assert {one["code"] for one in json.loads(rest)["advice"]} == codes - {first}


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the end, as Linux says it
        return b""


MEMBERS = """\
schema: 2
title: Kust
language: nl
sources:
  a: {file: a.md, original: {file: a.txt, sha256: "%s", title: Samen}}
organisations:
  elaa: {name: Elaa, type: ros}
partnerships:
  een: {name: Een, kind: netwerk, members_known: some, members: [%s], evidence: [%s]}
"""
MEMBERS %= (
    "0" * 64,
    "elaas, elaas, elaa, elas, elaas",
    "{source: a, line: 1, quote: Elaa}",
)


@pytest.mark.parametrize("command", ["check", "list"])
def test_an_id_that_is_not_there_is_said_once(run: Run, tmp_path: Path, command: str) -> None:
    """The first place has its line, the others a count; another unknown id is not lost."""
    (tmp_path / "a.md").write_text("[r. 1] Elaa\n")
    (tmp_path / "e.yaml").write_text(MEMBERS)
    rest = ("organisations",) if command == "list" else ()

    result = run(command, *rest, "--data", str(tmp_path / "e.yaml"))

    said = [line.split("members", 1)[1] for line in result.output.split("\n") if "E213" in line]
    assert result.exit_code == 1
    assert said == [
        "[0]: no organisation 'elaas', did you mean 'elaa'? (the first of 3 places)",
        "[3]: no organisation 'elas', did you mean 'elaa'?",
    ]


def test_programs_get_every_place_of_an_unknown_id(run: Run, tmp_path: Path) -> None:
    """In JSON each place is a problem of its own, and the counts are those of all."""
    (tmp_path / "a.md").write_text("[r. 1] Elaa\n")
    (tmp_path / "e.yaml").write_text(MEMBERS)

    found = json.loads(run("check", "--data", str(tmp_path / "e.yaml"), "--format", "json").stdout)

    unknown = [one["path"][-2] for one in found["problems"] if one["code"] == "E213"]
    assert unknown == ["0", "1", "3", "4"]
    assert found["errors"] == len(found["problems"])
