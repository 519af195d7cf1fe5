"""What a review rejected is no name that nobody judged."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from desk.made import make_project, organisation

from graph.desk.judgements import judge, write_judgements
from graph.desk.proposals import write_proposals

Run = Callable[..., Result]
NAME = "Huisartsengroep Zandmeer"


def warned(run: Run, data: Path) -> list[str]:
    """The messages of W407."""
    told = json.loads(run("check", data, "--format", "json").stdout)
    return [one["message"] for one in told["problems"] if one["code"] == "W407"]


def decide(data: Path, verdict: str, **more: object) -> None:
    """Propose a name, and judge it."""
    one = organisation(NAME, **more)
    (data.parent / "proposals.yaml").write_bytes(write_proposals([one]))
    judged = [judge(one, verdict, by="Ada", date="2026-03-01")]
    (data.parent / "judgements.yaml").write_bytes(write_judgements(judged))


def test_a_rejected_name_is_not_warned_of(run: Run, tmp_path: Path) -> None:
    """The other names still are."""
    data = make_project(tmp_path)
    before = warned(run, data)
    decide(data, "reject")
    after = warned(run, data)

    assert [message for message in before if NAME in message]
    assert after == [message for message in before if NAME not in message]
    assert after


@pytest.mark.parametrize("verdict", ["accept", "unsure"])
def test_another_verdict_leaves_the_warning(run: Run, tmp_path: Path, verdict: str) -> None:
    """Who is in doubt has not judged, and what was accepted is not in the data."""
    data = make_project(tmp_path)
    before = warned(run, data)
    decide(data, verdict)

    assert warned(run, data) == before


def test_rejected_as_something_else(run: Run, tmp_path: Path) -> None:
    """Who says that it is not no organisation has not said that it is one."""
    data = make_project(tmp_path)
    before = warned(run, data)
    record = {"name": NAME, "class": "programme"}
    decide(data, "reject", what="not_organisation", record=record)

    assert warned(run, data) == before


def test_files_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    """Then every warning stays."""
    data = make_project(tmp_path)
    before = warned(run, data)
    decide(data, "reject")
    (tmp_path / "judgements.yaml").write_text("judgements: [", encoding="utf-8")

    assert warned(run, data) == before
