"""`proposals.yaml`: what is written reads back, ids stay, and nothing is lost in a merge."""

from dataclasses import replace
from pathlib import Path

import pytest
from desk.made import OPENED, make_project, organisation, partnership
from hypothesis import given
from hypothesis import strategies as st

from graph.desk.proposal import Proposal
from graph.desk.proposals import merge_proposals, read_proposals, write_proposals
from graph.model.errors import DataError
from graph.read.document import Document
from graph.read.load import load_document


@pytest.fixture
def data(tmp_path: Path) -> Document:
    """A data file that proposals can name."""
    return load_document(make_project(tmp_path))


def test_it_is_written_for_readers() -> None:
    """A field a line, a type without a list, a member that is only a name without its key."""
    one = partnership(reason="let op 'niet'", score=5, near=("ziekenhuis-de-vuurbaak",))

    assert write_proposals([one]).decode() == (
        "# Made by 'collabgraph scan --propose' and 'collabgraph propose', for 'review'.\n"
        "proposals:\n"
        f"  {one.id}:\n"
        "    finder: scan\n"
        '    version: "1"\n'
        "    document: wondzorg\n"
        "    sha256: bcfb545ba359cf035abc4556050ebd687368ac2df8e9eeedb35986957427519b\n"
        "    line: 3\n"
        f"    quote: {OPENED}\n"
        "    reason: let op 'niet'\n"
        "    score: 5\n"
        "    near:\n"
        "      - ziekenhuis-de-vuurbaak\n"
        "    partnership:\n"
        "      name: Wondpoli\n"
        "      kind: hulpverlening\n"
        "      members:\n"
        "        - Huisartsengroep Zandmeer\n"
        "        - ziekenhuis-de-vuurbaak\n"
        "      period: 2023/..\n"
        "      certainty: low\n"
    )
    assert write_proposals([]).decode().endswith("\nproposals: {}\n")


@pytest.mark.parametrize(
    "one",
    [
        organisation(),
        organisation('GGD: \'s "Hoge" Veld # 1', quote="één\\n: 'x' # y", reason="- a", score=3),
        partnership(near=("ziekenhuis-de-vuurbaak",)),
        organisation(
            what="alias", record={"organisation": "ziekenhuis-de-vuurbaak", "text": "De Baak"}
        ),
        organisation(what="not_organisation", record={"name": "IZA", "class": "agreement"}),
    ],
    ids=lambda one: one.what,
)
def test_what_is_written_reads_back(one: Proposal, data: Document) -> None:
    """Every kind, and text that YAML would read as something else."""
    (found,) = read_proposals(write_proposals([one]), "p.yaml", data)

    assert (found, found.id) == (one, one.id)


@given(st.text(min_size=1).filter(lambda text: text.strip() and text == text.strip()))
def test_any_text_reads_back(text: str) -> None:
    """Whatever a document holds, control characters and line ends in it too."""
    one = organisation(quote=text, reason=text)
    data = Document("e.yaml", None, {})

    (found,) = read_proposals(write_proposals([one]), "p.yaml", data)

    assert (found.quote, found.reason) == (text, text)


def test_the_id_follows_from_what_it_is() -> None:
    """The same of the same finder and passage; another where one of these is another."""
    one = organisation()

    assert organisation(line=9, score=7, sha256="0" * 64, reason="anders").id == one.id
    assert organisation(quote=OPENED.replace("samen  met", "samen met")).id == one.id
    assert len(one.id) == 12
    others = [
        organisation("Huisartsen Zandmeer"),
        organisation(finder="colleague"),
        organisation(version="2"),
        organisation(quote="Huisartsengroep Zandmeer"),
        partnership(),
        partnership(record={**partnership().record, "members": []}),
    ]
    assert len({one.id, *(other.id for other in others)}) == 7
    named = partnership(record={**partnership().record, "name": "Wound clinic"})
    assert named.id == partnership().id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("proposals: [a]\n", "p.yaml:1: error E201: proposals: must be a map, not a list"),
        ("- a\n", "p.yaml:1: error E201: must be a map with 'proposals', not a list"),
        (
            "proposals:\n  a1:\n    finder: x\n",
            "p.yaml:2: error E204: proposals.a1: 'version' is missing",
        ),
        ("proposals:\n  a1: {}\n  a1: {}\n", "p.yaml:3: error E103: "),
    ],
)
def test_what_is_broken_is_said_with_its_line(text: str, said: str, data: Document) -> None:
    """Every problem at once, as those of the data file."""
    from graph.words.speak import Speaker
    from graph.write.answers.problems import say_problem

    with pytest.raises(DataError) as caught:
        read_proposals(text.encode(), "p.yaml", data)

    lines = [say_problem(one, "p.yaml", Speaker("en")) for one in caught.value.problems]
    assert any(line.startswith(said) for line in lines), lines


def test_a_proposal_is_of_one_thing(data: Document) -> None:
    """Of none and of two is said, both at once."""
    text = write_proposals([organisation()]).decode()
    both = text + "    not_organisation:\n      name: IZA\n      class: agreement\n"
    none = text[: text.index("    organisation:")]

    for wrong in (both, none):
        with pytest.raises(DataError, match="just one of 'organisation' and 'alias'"):
            read_proposals(wrong.encode(), "p.yaml", data)


def test_merging_loses_nothing() -> None:
    """What is there stays as somebody edited it, at the line of today; new ones come beside it."""
    old = replace(organisation(), record={"name": "Mended", "type": ["ggd"]}, id=organisation().id)
    other, new = organisation("Thuiszorg Het Duin"), organisation("Gemeente Zandmeer")

    merged = merge_proposals([old, other], [organisation(line=8, sha256="1" * 64), new])

    assert [one.id for one in merged] == [old.id, other.id, new.id]
    assert (merged[0].record["name"], merged[0].line, merged[0].sha256) == ("Mended", 8, "1" * 64)


def test_a_new_version_takes_the_place_of_an_open_proposal_alone() -> None:
    """What was judged stays beside it; a quote that is gone gives way, one that stands does not."""
    old, new = organisation(), organisation(version="2")
    moved = organisation(quote="Huisartsengroep Zandmeer")

    assert merge_proposals([old], [new]) == (new,)
    assert merge_proposals([old], [new], judged=lambda id: True) == (old, new)
    assert merge_proposals([old], [moved]) == (old, moved)
    assert merge_proposals([old], [moved], stands=lambda one: one is not old) == (moved,)
