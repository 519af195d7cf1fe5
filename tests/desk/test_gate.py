"""The gate: only what stands in the document comes in, and every refusal is said at once."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import ROOT
from desk.made import OPENED, make_project
from jsonschema import Draft202012Validator

from graph.desk.desk import Desk, open_desk
from graph.desk.gate import read_offer
from graph.desk.proposals import load_proposals
from graph.read.load import load_document

Run = Callable[..., Result]

DUIN = {
    "document": "wondzorg",
    "quote": "Thuiszorg Het Duin doet sinds januari mee",
    "organisation": {"name": "Thuiszorg Het Duin", "type": "ouderenzorg"},
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A data file with one document, and nothing proposed yet."""
    return open_desk(make_project(tmp_path))


def offer(*proposals: dict[str, Any], **head: Any) -> bytes:
    """A file of proposals, one on a line of its own; the first on line 2."""
    start = json.dumps({"finder": "a model", "version": "3"} | head, ensure_ascii=False)[:-1]
    rows = ",\n".join(json.dumps(one, ensure_ascii=False) for one in proposals)
    return f'{start}, "proposals": [\n{rows}\n]}}'.encode()


def refused(desk: Desk, *proposals: dict[str, Any]) -> list[str]:
    """What is said of proposals, each with its line; nothing of them comes through."""
    found = read_offer(offer(*proposals), "o.json", desk)
    assert found.proposals == ()
    return [f"{one.line} {one.code} {one.path}: {one.message}" for one in found.problems]


def change(**fields: Any) -> dict[str, Any]:
    """The proposal of a home care organisation, with other fields; None leaves one out."""
    return {key: value for key, value in (DUIN | fields).items() if value is not None}


def test_what_stands_there_comes_in(desk: Desk) -> None:
    """Whatever its blanks and apostrophes; the line is that of the quote."""
    broken = OPENED.replace("samen met", "samen\n met")
    pair = change(
        quote=broken,
        organisation=None,
        partnership={
            "name": "Wondpoli",
            "kind": "hulpverlening",
            "members": ["ziekenhuis-de-vuurbaak", {"org": "Het Duin", "role": "lead"}],
            "groups": [{"label": "partijen", "size": "3"}],
        },
    )
    other = change(organisation={**DUIN["organisation"], "aliases": ["Het Duin"]})  # type: ignore[dict-item]

    found = read_offer(offer(other, pair), "o.json", desk)

    assert found.problems == ()
    first, second = found.proposals
    assert (first.finder, first.version, first.line) == ("a model", "3", 4)
    assert first.sha256 == desk.hashes["wondzorg"]
    assert (second.line, second.quote) == (3, OPENED)
    assert second.record["members"] == [
        {"org": "ziekenhuis-de-vuurbaak"},
        {"org": "Het Duin", "role": "lead"},
    ]


def test_a_quote_that_was_made_up_is_refused_with_the_nearest_place(desk: Desk) -> None:
    """Another word, other capitals, half a word; and one that is like nothing there."""
    wrong = [
        change(quote="Thuiszorg Het Duin doet sinds maart mee"),
        change(quote="thuiszorg het duin doet sinds januari mee"),
        change(quote="Thuiszorg Het Duin doet sinds januari me"),
        change(
            quote="Qqqq xxxx Thuiszorg Het Duin"[:9], organisation={"name": "Qqqq", "type": "ggd"}
        ),
    ]

    assert refused(desk, *wrong) == [
        "2 E705 proposals[0].quote: these words do not stand in 'wondzorg'; nearest is line 4: "
        "'Thuiszorg Het Duin doet sinds januari mee.'",
        "3 E705 proposals[1].quote: these words do not stand in 'wondzorg'; nearest is line 4: "
        "'Thuiszorg Het Duin doet sinds januari mee.'",
        "4 E705 proposals[2].quote: these words do not stand in 'wondzorg'; nearest is line 4: "
        "'Thuiszorg Het Duin doet sinds januari mee.'",
        "5 E704 proposals[3].quote: these words stand nowhere in 'wondzorg', copy them from there",
    ]


def test_every_refusal_is_said_at_once(desk: Desk) -> None:
    """Of the form and of the words, also several in one proposal."""
    found = refused(
        desk,
        change(document="wondzorgen"),
        change(organisation={"name": "Thuiszorg De Duin", "type": "ouderenzorgen"}),
        change(organisation=None),
        change(organisation=None, alias={"organisation": "duin", "text": "Vuurbaak"}),
        change(line=0),
        change(
            organisation=None,
            partnership={"name": "P", "kind": "project", "members": ["Ziekenhuis De Vuurtoren"]},
        ),
        change(organisation=None, partnership={"name": "P", "kind": "project", "members": []}),
    )

    assert [line.split(":")[0] for line in found] == [
        "2 E213 proposals[0].document",
        "3 E707 proposals[1].organisation.name",
        "3 E213 proposals[1].organisation.type",
        "4 E702 proposals[2]",
        "5 E213 proposals[3].alias.organisation",
        "5 E707 proposals[3].alias.text",
        "6 E208 proposals[4].line",
        "7 E709 proposals[5].partnership.members[0]",
        "8 E708 proposals[6].partnership.members",
    ]
    assert found[0].endswith("did you mean 'wondzorg'?")
    assert found[7].endswith("did you mean 'Ziekenhuis De Vuurbaak'?")


def test_a_line_chooses_among_several_places(tmp_path: Path) -> None:
    """One where it stands is taken; another is put right where there is just one place."""
    place = make_project(tmp_path)
    page = tmp_path / "documents" / "wondzorg.md"
    page.write_text(
        "Elaa doet mee.\n\nOok Lister.\n\nElaa doet mee.\n\nZiekenhuis De Vuurbaak.\n",
        encoding="utf-8",
    )
    desk = open_desk(place)
    elaa = change(quote="Elaa doet mee", organisation={"name": "Elaa", "type": "ggd"})
    lister = change(quote="Ook Lister", organisation={"name": "Lister", "type": "ggd"}, line=9)

    assert refused(desk, elaa | {"line": 3}) == [
        "2 E706 proposals[0].line: the quote stands in several places, none on this line: "
        "give line 1 or 5"
    ]
    found = read_offer(offer(elaa | {"line": 5}, elaa, lister), "o.json", desk)
    assert [one.line for one in found.proposals] == [5, 1, 3]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[]", ["E201"]),
        ("{}", ["E204", "E204", "E204"]),
        ('{"finder": "x", "version": "1", "proposals": {}}', ["E201"]),
        ('{"finder": "x", "version": "1", "proposals": [3, null]}', ["E201", "E201"]),
        ('{"finder": "x", "version": "1", "proposals": []}', []),
        ('{"finder": "x", "version": "1", "proposals": [], "model": 1}', ["E205"]),
    ],
)
def test_another_form_is_said(text: str, codes: list[str], desk: Desk) -> None:
    """With the codes of the data file."""
    found = read_offer(text.encode(), "o.json", desk)

    assert [one.code for one in found.problems] == codes
    assert found.proposals == ()


def test_the_example_of_the_documentation_comes_in(desk: Desk) -> None:
    """As it stands there, and it is of the form that the schema describes."""
    page = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    example = re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0]
    schema = json.loads((ROOT / "proposals.schema.json").read_text(encoding="utf-8"))

    assert list(Draft202012Validator(schema).iter_errors(json.loads(example))) == []
    found = read_offer(example.encode(), "o.json", desk)
    assert ([one.what for one in found.proposals], found.problems) == (
        ["organisation", "organisation", "partnership"],
        (),
    )


def test_the_schema_refuses_what_the_gate_refuses() -> None:
    """A proposal of nothing, of two things, with a field too many."""
    schema = json.loads((ROOT / "proposals.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    assert validator.is_valid(json.loads(offer(DUIN)))
    for wrong in (
        change(organisation=None),
        change(alias={"organisation": "a", "text": "b"}),
        change(confidence=3),
    ):
        assert not validator.is_valid(json.loads(offer(wrong)))


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a project, in which commands run."""
    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_is_written_where_something_is_refused(run: Run, project: Path) -> None:
    """Unless one asks for the rest."""
    (project / "o.json").write_bytes(offer(DUIN, change(quote="Thuiszorg Het Duin doet niet mee")))

    done = run("propose", "o.json")

    assert done.exit_code == 1
    assert done.stderr.startswith("o.json:3: error E705: proposals[1].quote: these words do not")
    assert not (project / "proposals.yaml").exists()
    rest = run("propose", "o.json", "--skip-refused")
    assert rest.exit_code == 0
    assert rest.stderr == done.stderr
    assert rest.stdout.startswith("1 new proposal in proposals.yaml; 0 stood there before")
    (found,) = load_proposals(project / "proposals.yaml", load_document("entities.yaml"))
    assert found.name == "Thuiszorg Het Duin"
    assert run("propose", "o.json", "--skip-refused").stdout.startswith("0 new proposals")


def test_a_file_is_needed(run: Run) -> None:
    """Or its form is asked for."""
    assert run("propose").exit_code == 2
    assert run("propose", "--schema").stdout == (ROOT / "proposals.schema.json").read_text(
        encoding="utf-8"
    )
