"""`show` of a name that is not in the data: what was decided of it, and where it stands."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from desk.made import make_project, organisation

from graph.desk.judgements import judge, write_judgements
from graph.desk.proposals import write_proposals

Run = Callable[..., Result]


def test_a_name_that_only_a_document_has(run: Run, tmp_path: Path) -> None:
    """Whatever its case; nobody proposed it."""
    data = make_project(tmp_path)
    result = run("show", "huisartsengroep zandmeer", "--data", data)

    assert result.exit_code == 0
    assert result.stdout == (
        "huisartsengroep zandmeer is not in the data\n"
        "  not proposed, and not judged\n"
        "\n"
        "named as\n"
        "  huisartsengroep zandmeer: wondzorg, line 3\n"
    )


def test_what_was_decided(run: Run, tmp_path: Path) -> None:
    """A proposal that waits, and one that was rejected, each with its place."""
    data = make_project(tmp_path)
    first = organisation()
    second = organisation(finder="iemand")
    (tmp_path / "proposals.yaml").write_bytes(write_proposals([first, second]))
    rejected = judge(first, "reject", by="Ada", date="2026-03-01")
    (tmp_path / "judgements.yaml").write_bytes(write_judgements([rejected]))

    text = run("show", "Huisartsengroep Zandmeer", "--data", data).stdout
    assert "  rejected as an organisation by Ada, 1 March 2026 (wondzorg:3)\n" in text
    assert "  proposed as an organisation, not judged yet (wondzorg:3)\n" in text

    answer = run("show", first.name, "--data", data, "--format", "json").stdout
    told = json.loads(answer)
    assert told["kind"] == "absent"
    assert {(one["verdict"], one["by"], one["date"]) for one in told["proposals"]} == {
        ("reject", "Ada", "2026-03-01"),
        (None, None, None),
    }
    assert told["forms"] == [{"text": first.name, "source": "wondzorg", "lines": [3]}]


def test_a_name_that_stands_nowhere(run: Run, tmp_path: Path) -> None:
    """That is an error, as for every command."""
    data = make_project(tmp_path)
    result = run("show", "Elders", "--data", data)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: no organisation, partnership, source, group, region")
