"""`check --fix`: the difference is shown, and nothing is written that nobody asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.terminal import Terminal
from click.testing import CliRunner, Result
from conftest import ROOT

from graph.cli import main

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was just started, in which a line moved and a type has a capital."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "--language", "nl").exit_code == 0
    place = tmp_path / "entities.yaml"
    text = place.read_text(encoding="utf-8")
    assert (text.count("line: 3"), text.count("type: gemeente")) == (1, 1)
    place.write_text(
        text.replace("line: 3", "line: 2").replace("type: gemeente", "type: Gemeente"),
        encoding="utf-8",
    )
    return place


def right(wrong: str) -> str:
    """The file before it was spoiled."""
    return wrong.replace("line: 2", "line: 3").replace("type: Gemeente", "type: gemeente")


def ask(monkeypatch: pytest.MonkeyPatch, answer: str) -> Result:
    """Run `check --fix` with somebody to ask."""
    monkeypatch.setattr("graph.cli.fixing.is_terminal", lambda: True)
    return CliRunner().invoke(main, ["check", "--fix"], input=answer)


def test_in_a_pipe_it_is_only_shown(run: Run, project: Path) -> None:
    """Difference and mends, exit code 1, and a file that is as it was."""
    before = project.read_bytes()

    result = run("check", "--fix")

    shown = result.stdout.splitlines()
    assert result.exit_code == 1
    assert shown[:2] == ["--- entities.yaml", "+++ entities.yaml"]
    assert [line for line in shown[2:] if line[0] in "+-"] == [
        "-    type: Gemeente",
        "+    type: gemeente",
        "-        line: 2",
        "+        line: 3",
    ]
    assert shown[-3:] == [
        "entities.yaml:27: organisations.gemeente-oosterveen.type: "
        "'Gemeente' becomes the id 'gemeente'",
        "entities.yaml:56: partnerships.stevig-op-de-been-project.evidence[0].line: "
        "line 2 becomes 3, where it stands now",
        "nothing was written; --yes writes these 2 changes",
    ]
    assert project.read_bytes() == before


def test_yes_writes_and_checks(run: Run, project: Path) -> None:
    """What is mended is written, and what is said then is of the file as it is."""
    wrong = project.read_text(encoding="utf-8")

    result = run("check", "--fix", "--yes")

    assert result.exit_code == 0
    assert result.stdout.endswith(
        "wrote entities.yaml: 2 changes\nentities.yaml: 0 problems, 0 warnings\n"
    )
    assert project.read_text(encoding="utf-8") == right(wrong)
    again = run("check", "--fix", "--yes")
    assert (again.exit_code, again.stdout) == (0, "entities.yaml: 0 problems, 0 warnings\n")


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_it_asks(
    project: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool
) -> None:
    """No is the answer unless it is yes."""
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "en")
    wrong = project.read_text(encoding="utf-8")

    result = ask(monkeypatch, answer)

    assert "Write these 2 changes? [y/N]" in result.stderr
    assert result.exit_code == (0 if written else 1)
    assert project.read_text(encoding="utf-8") == (right(wrong) if written else wrong)


def test_breaking_off_writes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the question finds an end of input, nothing happens."""
    wrong = project.read_bytes()

    result = ask(monkeypatch, "")

    assert result.exit_code == 130
    assert project.read_bytes() == wrong


def test_a_file_that_somebody_else_changes_is_left(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came in while the difference was shown is not written over."""
    from graph.cli import fixing

    def change(*arguments: object) -> str:
        project.write_text("title: anders\n", encoding="utf-8")
        return ""

    monkeypatch.setattr(fixing, "format_difference", change)

    result = run("check", "--fix", "--yes")

    assert result.exit_code == 1
    assert "somebody changed it meanwhile" in result.stderr
    assert project.read_text(encoding="utf-8") == "title: anders\n"


def test_what_programs_get(run: Run, project: Path) -> None:
    """JSON holds each mend with the code of its problem; without --yes nothing is written."""
    before = project.read_bytes()

    result = run("check", "--fix", "--format", "json")

    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (answer["errors"], answer["written"]) == (2, False)
    assert answer["fixes"] == [
        {
            "line": 27,
            "code": "E213",
            "path": "organisations.gemeente-oosterveen.type",
            "message": "'Gemeente' becomes the id 'gemeente'",
        },
        {
            "line": 56,
            "code": "E401",
            "path": "partnerships.stevig-op-de-been-project.evidence[0].line",
            "message": "line 2 becomes 3, where it stands now",
        },
    ]
    assert answer["difference"].startswith("--- entities.yaml\n+++ entities.yaml\n@@ ")
    assert project.read_bytes() == before
    done = json.loads(run("check", "--fix", "--yes", "--format", "json").stdout)
    assert (done["errors"], done["written"], len(done["fixes"])) == (0, True, 2)
    rows = run("check", "--fix", "--format", "csv").stdout.splitlines()
    assert rows == ["file,line,severity,code,path,message"]


def test_yes_alone_does_nothing(run: Run, project: Path) -> None:
    """Without --fix nothing is mended."""
    before = project.read_bytes()

    assert run("check", "--yes").exit_code == 2
    assert project.read_bytes() == before


def test_the_real_data_need_no_mending(run: Run) -> None:
    """Our own file is as it should be."""
    before = (ROOT / "entities.yaml").read_bytes()

    result = run("check", "--fix", "--yes")

    assert result.exit_code == 0
    assert (ROOT / "entities.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "language", "written"),
    [
        ("j\n", "nl", True),
        ("Ja\n", "nl", True),
        ("y\n", "nl", True),
        ("n\n", "nl", False),
        ("\n", "nl", False),
        ("x\n", "en", False),
        ("YES\n", "en", True),
        ("j\n", "en", False),
    ],
)
def test_yes_is_said_in_the_language_of_the_user(
    project: Path, monkeypatch: pytest.MonkeyPatch, answer: str, language: str, written: bool
) -> None:
    """And anything that is no yes writes nothing."""
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", language)
    before = project.read_bytes()

    asked = ask(monkeypatch, answer)

    assert ("[j/N]" in asked.output) is (language == "nl")
    assert (project.read_bytes() != before) is written


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Stopped; nothing more was written.\n"),
        ("nl", "Gestopt; er is verder niets geschreven.\n"),
    ],
)
def test_ctrl_c(project: Path, language: str, said: str) -> None:
    """It is obeyed in the language of the user, and the file is as it was."""
    before = project.read_bytes()
    asked = ("check", "--fix", "--language", language)
    with Terminal(*asked, folder=project.parent, settings={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("/N] ")
        terminal.type("\x03")
        code, shown = terminal.end()

    assert code == 130
    assert shown.endswith(said)
    assert "Abort" not in shown
    assert project.read_bytes() == before
