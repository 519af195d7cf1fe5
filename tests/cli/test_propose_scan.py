"""`scan --propose` and `check --reviewed`: from a document to proposals that wait."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from desk.made import PAGE, make_project

from graph.desk.judgements import judge, write_judgements
from graph.desk.proposals import load_proposals
from graph.read.load import load_document

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one registered page."""
    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(project: Path) -> list[str]:
    """What is proposed, and of what kind."""
    found = load_proposals(project / "proposals.yaml", load_document("entities.yaml"))
    return sorted(f"{one.what}: {one.name}" for one in found)


def test_what_is_found_is_proposed(run: Run, project: Path) -> None:
    """New names, what is none, and a draft; what is known is not; the data stay as they are."""
    before = (project / "entities.yaml").read_bytes()

    done = run("scan", "--propose")

    assert done.output == (
        "5 new proposals in proposals.yaml; 0 stood there before, 0 were judged before\n"
    )
    assert names(project) == [
        "not_organisation: Zandmeer",
        "organisation: Gemeente Zandmeer",
        "organisation: Huisartsengroep Zandmeer",
        "organisation: Thuiszorg Het Duin",
        "partnership: Joint service of Ziekenhuis De Vuurbaak and Huisartsengroep Zandmeer",
    ]
    assert (project / "entities.yaml").read_bytes() == before


def test_again_changes_nothing(run: Run, project: Path) -> None:
    """Not a byte, nor in another language."""
    run("scan", "--propose")
    before = (project / "proposals.yaml").read_bytes()

    done = run("scan", "--propose", "--language", "nl")

    assert done.output == (
        "0 nieuwe voorstellen in proposals.yaml; 5 stonden er al, 0 waren al beoordeeld\n"
    )
    assert (project / "proposals.yaml").read_bytes() == before


def test_check_fails_while_one_is_open(run: Run, project: Path) -> None:
    """Until each is accepted or rejected; who is unsure leaves it open."""
    assert run("check", "--reviewed").exit_code == 0
    run("scan", "--propose")

    done = run("check", "--reviewed")

    assert done.exit_code == 1
    said = "proposals still open: 5, of them unsure: 0; go through them with 'collabgraph review'\n"
    assert said in done.output
    assert "proposals.yaml:3: error E701: proposals." in done.output
    proposals = load_proposals(project / "proposals.yaml", load_document("entities.yaml"))
    verdicts = ["reject", "reject", "accept", "reject", "unsure"]
    judged = [
        judge(one, verdict, by="Ada", date="2026-03-01")
        for one, verdict in zip(proposals, verdicts, strict=True)
    ]
    (project / "judgements.yaml").write_bytes(write_judgements(judged))
    assert "still open: 1, of them unsure: 1;" in run("check", "--reviewed").output
    judged.append(judge(proposals[4], "reject", by="Ada", date="2026-03-01"))
    (project / "judgements.yaml").write_bytes(write_judgements(judged))
    assert run("check", "--reviewed").exit_code == 0
    assert run("scan", "--propose").output == (
        "0 new proposals in proposals.yaml; 5 stood there before, 5 were judged before\n"
    )


def test_what_was_rejected_returns_with_another_quote(run: Run, project: Path) -> None:
    """When its sentence changed, and not before."""
    run("scan", "--propose")
    proposals = load_proposals(project / "proposals.yaml", load_document("entities.yaml"))
    judged = [judge(one, "reject", by="Ada", date="2026-03-01") for one in proposals]
    (project / "judgements.yaml").write_bytes(write_judgements(judged))
    place = project / "documents" / "wondzorg.md"

    place.write_text(PAGE.replace("# Samen", "\n\n# Samen"), encoding="utf-8")
    run("scan", "--propose")
    assert run("check", "--reviewed").exit_code == 0

    place.write_text(PAGE.replace("sinds januari mee", "nu ook mee"), encoding="utf-8")
    run("scan", "--propose")
    assert "still open: 1," in run("check", "--reviewed").output


def test_what_is_in_the_data_is_not_open(run: Run, project: Path) -> None:
    """However it came there: a curator may have pasted it."""
    run("scan", "--propose")
    place = project / "entities.yaml"
    pasted = "organisations:\n  duin:\n    name: Thuiszorg Het Duin\n    type: ouderenzorg\n"
    text = place.read_text(encoding="utf-8").replace("organisations:\n", pasted)
    place.write_text(text, encoding="utf-8")

    assert "still open: 4," in run("check", "--reviewed").output


def test_a_document_has_to_be_registered(run: Run, project: Path) -> None:
    """Else nothing could be cited from it; nothing is written."""
    (project / "other.md").write_text("De GGD Zilt werkt samen met Altrecht.\n", encoding="utf-8")

    done = run("scan", "other.md", "--propose")

    assert done.exit_code == 1
    assert done.stderr == ("Error: not registered yet, do so with 'collabgraph add': other.md\n")
    assert not (project / "proposals.yaml").exists()


def test_a_broken_file_of_proposals_is_said(run: Run, project: Path) -> None:
    """By check with its line, and scan leaves it as it is."""
    (project / "proposals.yaml").write_text("proposals:\n  a1: {finder: x}\n", encoding="utf-8")

    assert "proposals.yaml:2: error E204: proposals.a1" in run("check", "--reviewed").output
    assert run("scan", "--propose").exit_code == 1
    assert (project / "proposals.yaml").read_text() == "proposals:\n  a1: {finder: x}\n"
