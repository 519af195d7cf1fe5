"""`judgements.yaml`: appended to, read back, and the last verdict counts."""

from pathlib import Path

import pytest
from desk.made import make_project, organisation

from graph.desk.judgements import (
    Judgement,
    add_judgement,
    judge,
    list_pairs,
    list_verdicts,
    name_blind_file,
    read_judgements,
    write_judgements,
)
from graph.model.errors import DataError
from graph.read.document import Document
from graph.read.load import load_document

PAIR = Judgement("not same", "Ada", "2026-03-02", names=("Het Duin", "Duinzorg"))


@pytest.fixture
def data(tmp_path: Path) -> Document:
    """A data file that judgements can stand beside."""
    return load_document(make_project(tmp_path))


def test_it_is_written_for_readers() -> None:
    """What was decided, by whom and when, and what it is about."""
    one = judge(organisation(), "accept", by="Ada: #1", date="2026-03-01")

    assert write_judgements([one, PAIR]).decode() == (
        "# Made by 'collabgraph review': what was decided of each proposal, by whom and when.\n"
        "judgements:\n"
        f'  - proposal: "{one.proposal}"\n'
        "    verdict: accept\n"
        '    by: "Ada: #1"\n'
        '    date: "2026-03-01"\n'
        "    name: Huisartsengroep Zandmeer\n"
        "    document: wondzorg\n"
        "  - names:\n"
        "      - Het Duin\n"
        "      - Duinzorg\n"
        "    verdict: not same\n"
        "    by: Ada\n"
        '    date: "2026-03-02"\n'
    )


def test_one_more_keeps_every_byte(data: Document) -> None:
    """A comment of a curator stays; a file without a last line end gets one."""
    first = judge(organisation(), "unsure", by="Ada", date="2026-03-01")
    content = write_judgements([first]) + b"  # nog eens kijken"

    after = add_judgement(content, PAIR)

    assert after.startswith(content + b"\n  - names:\n")
    assert read_judgements(after, "j.yaml", data) == (first, PAIR)
    assert add_judgement(b"", PAIR) == add_judgement(write_judgements([]), PAIR)
    assert add_judgement(b"", PAIR) == write_judgements([PAIR])
    assert read_judgements(write_judgements([]), "j.yaml", data) == ()


def test_the_last_verdict_counts() -> None:
    """Somebody may come back to it."""
    verdicts = [
        judge(organisation(), verdict, by="Ada", date="2026-03-01")
        for verdict in ("unsure", "accept", "reject")
    ]

    assert list_verdicts([*verdicts, PAIR]) == {organisation().id: "reject"}
    assert list_pairs([*verdicts, PAIR]) == {frozenset({"duin", "duinzorg"}): False}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("judgements:\n  - {verdict: accept, by: A, date: '2026'}\n", "'proposal' is missing"),
        ("judgements:\n  - {proposal: a, verdict: yes, by: A, date: '2026'}\n", "not 'yes'"),
        ("judgements:\n  - {proposal: a, verdict: accept, date: x}\n", "'by' is missing"),
    ],
)
def test_what_is_broken_is_said(text: str, said: str, data: Document) -> None:
    """A line that a merge in git broke is no silent loss."""
    with pytest.raises(DataError, match=said):
        read_judgements(text.encode(), "j.yaml", data)


def test_a_second_reader_has_a_file_of_their_own() -> None:
    """Named after them, in letters that any system takes."""
    assert name_blind_file("Zoë Ó Briain") == "judgements-zoe-o-briain.yaml"
    assert name_blind_file("李") == "judgements-reader.yaml"
