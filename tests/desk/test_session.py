"""A review: what a decision puts into which file, and what it leaves alone."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from desk.made import DATA, make_project, organisation, partnership

from graph.desk.card import Card
from graph.desk.desk import open_desk
from graph.desk.judgements import load_judgements
from graph.desk.proposal import Proposal
from graph.desk.proposals import write_proposals
from graph.desk.session import Session
from graph.model.errors import DataError, SourceError
from graph.read.load import load_document

Start = Callable[..., Session]

GROUP = """\
  huisartsengroep-zandmeer:
    name: Huisartsengroep Zandmeer
    type: eerstelijn
"""
WONDPOLI = """\
partnerships:
  wondpoli:
    name: Wondpoli
    kind: hulpverlening
    period: 2023/..
    members_known: some
    members:
      - huisartsengroep-zandmeer
      - ziekenhuis-de-vuurbaak
    certainty: low
    evidence:
      - source: wondzorg
        line: 3
        quote: In Zandmeer opende Huisartsengroep Zandmeer in 2023 een wondpoli, samen met \
Ziekenhuis De Vuurbaak
        after: ". Thuiszorg Het Duin doet sinds januari"
"""
ACCEPTED = DATA.replace("    type: ziekenhuis\n", f"    type: ziekenhuis\n{GROUP}")
BOTH = ACCEPTED.replace("partnerships: {}\n", WONDPOLI)


def keep(make: Callable[[], Mapping[Path, bytes]]) -> None:
    """Write files one after the other: nobody else is there."""
    for path, content in make().items():
        path.write_bytes(content)


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start a review of some proposals."""
    place = make_project(tmp_path)

    def start_review(*proposals: Proposal, **more: Any) -> Session:
        if proposals:
            (tmp_path / "proposals.yaml").write_bytes(write_proposals(proposals))
        blind = "Ada" if more.get("blind") else ""
        desk = open_desk(place, blind=blind)
        return Session(desk, by="Ada", date="2026-03-01", keep=keep, **more)

    return start_review


def draw(session: Session) -> Card:
    """The next card, which is there."""
    card = session.next_card()
    assert card is not None
    return card


def data(folder: Path) -> str:
    """What the data file holds."""
    return (folder / "entities.yaml").read_text(encoding="utf-8")


def verdicts(folder: Path) -> list[tuple[str, ...]]:
    """What was decided, of what."""
    document = load_document(folder / "entities.yaml")
    return [
        (one.verdict, *(one.names or (one.name,)))
        for one in load_judgements(folder / "judgements.yaml", document)
    ]


def names(session: Session) -> list[str]:
    """What is asked, each card left for another time."""
    found = []
    while card := session.next_card():
        found.append(f"{card.proposal.what}: {card.proposal.name}")
        session.skip()
    return found


def test_the_most_useful_comes_first(start: Start) -> None:
    """A partnership behind the organisations it needs; who needs nobody later; unsure last."""
    iza = organisation(what="not_organisation", record={"name": "IZA", "class": "agreement"})
    likely = organisation("Gemeente Zandmeer", score=9)
    unlikely, doubted = organisation("Thuiszorg Het Duin", score=2), organisation("Duin", score=8)
    alias = organisation(
        what="alias", record={"organisation": "ziekenhuis-de-vuurbaak", "text": "Vuurbaak"}
    )
    more = (iza, unlikely, partnership(), likely, organisation(), doubted, alias)
    session = start(*more)
    while draw(session).proposal != doubted:
        session.skip()
    session.judge(draw(session), "unsure")

    assert names(start(*more)) == [
        "organisation: Huisartsengroep Zandmeer",
        "partnership: Wondpoli",
        "alias: Vuurbaak",
        "organisation: Gemeente Zandmeer",
        "organisation: Thuiszorg Het Duin",
        "not_organisation: IZA",
        "organisation: Duin",
    ]


def test_what_is_accepted_stands_in_the_data_and_nothing_else_changes(
    start: Start, tmp_path: Path
) -> None:
    """An organisation, then the partnership that names it; comments and quotes stay."""
    session = start(organisation(), partnership())

    session.accept(draw(session))
    assert data(tmp_path) == ACCEPTED
    session.accept(draw(session))

    assert data(tmp_path) == BOTH
    assert session.next_card() is None
    assert verdicts(tmp_path) == [("accept", "Huisartsengroep Zandmeer"), ("accept", "Wondpoli")]


def test_a_partnership_brings_the_organisations_that_were_skipped(
    start: Start, tmp_path: Path
) -> None:
    """Both are accepted together, and undone together."""
    session = start(organisation(), partnership())
    session.skip()
    card = draw(session)
    assert [one.name for _, one in card.outcome.brought] == ["Huisartsengroep Zandmeer"]

    session.accept(card)

    assert data(tmp_path) == BOTH
    assert [verdict for verdict, _ in verdicts(tmp_path)] == ["accept", "accept"]
    assert session.undo()
    assert data(tmp_path) == DATA
    assert names(session) == ["organisation: Huisartsengroep Zandmeer", "partnership: Wondpoli"]


def test_a_partnership_leaves_out_who_was_rejected(start: Start, tmp_path: Path) -> None:
    """What is no organisation takes part in nothing; the card says so."""
    session = start(organisation(), partnership())
    session.judge(draw(session), "reject")
    card = draw(session)

    assert card.outcome.left_out == ("Huisartsengroep Zandmeer",)
    session.accept(card)
    members = "    members:\n      - huisartsengroep-zandmeer\n      - ziekenhuis-de-vuurbaak\n"
    alone = WONDPOLI.replace(members, "    members:\n      - ziekenhuis-de-vuurbaak\n")
    assert data(tmp_path) == DATA.replace("partnerships: {}\n", alone)


def test_another_proposal_of_a_rejected_name_is_still_brought(start: Start, tmp_path: Path) -> None:
    """Two finders propose it: who rejects the one has not rejected the other."""
    other = organisation(finder="a colleague", record={"name": "HZ", "type": ["overig"]})
    again = organisation("Huisartsengroep Zandmeer", finder="a colleague", score=5)
    session = start(organisation(score=9), again, other, partnership(score=1))
    session.judge(draw(session), "reject")
    while draw(session).proposal.what != "partnership":
        session.skip()

    assert [one.finder for _, one in draw(session).outcome.brought] == ["a colleague"]


@pytest.mark.parametrize(
    ("here", "written"),
    [("yes", "      - text: wondpoli\n        in: wondzorg\n"), ("no", "      - wondpoli\n")],
)
def test_a_form_of_a_known_name_becomes_an_alias(
    here: str, written: str, start: Start, tmp_path: Path
) -> None:
    """In its document alone where the proposal says so."""
    record = {"organisation": "ziekenhuis-de-vuurbaak", "text": "wondpoli", "here": here}
    session = start(organisation(what="alias", record=record))
    session.accept(draw(session))

    assert data(tmp_path) == DATA.replace(
        "    type: ziekenhuis\n", f"    type: ziekenhuis\n    aliases:\n{written}"
    )
    assert session.next_card() is None


def test_a_name_can_be_taken_for_one_that_is_known(start: Start, tmp_path: Path) -> None:
    """Then it becomes an alias there, the partnership names that one, and the pair is noted."""
    near = organisation("Ziekenhuis Vuurtoren", near=("ziekenhuis-de-vuurbaak",))
    session = start(near)
    card = draw(session)
    assert card.near == (("ziekenhuis-de-vuurbaak", "Ziekenhuis De Vuurbaak"),)

    session.accept_as(draw(session), "ziekenhuis-de-vuurbaak")

    assert data(tmp_path) == DATA.replace(
        "    type: ziekenhuis\n",
        "    type: ziekenhuis\n    aliases:\n      - Ziekenhuis Vuurtoren\n",
    )
    assert verdicts(tmp_path) == [
        ("accept", "Ziekenhuis Vuurtoren"),
        ("same", "Ziekenhuis Vuurtoren", "Ziekenhuis De Vuurbaak"),
    ]


def test_two_names_that_differ_are_asked_once(start: Start, tmp_path: Path) -> None:
    """Who accepts a name that looks like a known one says that they are not the same."""
    session = start(organisation(near=("ziekenhuis-de-vuurbaak",)))
    session.accept(draw(session))

    assert verdicts(tmp_path)[1] == (
        "not same",
        "Huisartsengroep Zandmeer",
        "Ziekenhuis De Vuurbaak",
    )
    session.undo()
    again = organisation(near=("ziekenhuis-de-vuurbaak",), version="2")
    session = start(again)
    session.accept(draw(session))
    session.undo()
    assert draw(session).near == (("ziekenhuis-de-vuurbaak", "Ziekenhuis De Vuurbaak"),)


@pytest.mark.parametrize("verdict", ["reject", "unsure"])
def test_what_is_not_accepted_leaves_the_data_alone(
    verdict: str, start: Start, tmp_path: Path
) -> None:
    """Only the judgement is written; undo takes it away, and the file is as empty as before."""
    session = start(organisation(), organisation("Thuiszorg Het Duin"))
    first = draw(session)
    session.judge(first, verdict)

    assert verdicts(tmp_path) == [(verdict, first.proposal.name)]
    assert data(tmp_path) == DATA
    assert session.undo()
    assert verdicts(tmp_path) == []
    assert draw(session) == first
    assert not session.undo()


def test_what_breaks_a_rule_is_not_written(start: Start, tmp_path: Path) -> None:
    """A word that the vocabulary lacks since: every file stays as it is, the card stays."""
    session = start(partnership())
    card = draw(session)
    entry = card.outcome.entries[-1]
    wrong = entry._replace(fields={**entry.fields, "members": ["nobody"]})
    changed = card._replace(outcome=card.outcome._replace(entries=(wrong,)))

    with pytest.raises(DataError, match="no organisation 'nobody'"):
        session.accept(changed)
    assert data(tmp_path) == DATA
    assert not (tmp_path / "judgements.yaml").exists()
    assert draw(session) == card


@pytest.mark.parametrize(
    ("section", "id"),
    [("organisations", "ziekenhuis-de-vuurbaak"), ("partnerships", "wondpoli")],
)
def test_an_id_that_is_taken_is_refused(
    section: str, id: str, start: Start, tmp_path: Path
) -> None:
    """Whoever gives another id in the editor writes over nothing."""
    (tmp_path / "entities.yaml").write_text(BOTH, encoding="utf-8")
    session = start(organisation("Thuiszorg Het Duin"))
    card = draw(session)
    entry = card.outcome.entries[0]._replace(section=section, id=id)
    changed = card._replace(outcome=card.outcome._replace(entries=(entry,)))

    with pytest.raises(SourceError, match=f"the id '{id}' is taken under '{section}'"):
        session.accept(changed)
    assert data(tmp_path) == BOTH


def test_two_curators_lose_nothing(start: Start, tmp_path: Path) -> None:
    """A file that changed since the card was drawn is not written over; the card comes again."""
    session = start(organisation(), partnership())
    card = draw(session)
    other = DATA.replace("# stond er al", "# van een ander")
    (tmp_path / "entities.yaml").write_text(other, encoding="utf-8")

    with pytest.raises(SourceError, match="was changed by somebody else; here is the card again"):
        session.accept(card)
    assert data(tmp_path) == other
    session.accept(draw(session))
    assert data(tmp_path) == ACCEPTED.replace("# stond er al", "# van een ander")


def test_judgements_of_two_curators_stand_beside_each_other(start: Start, tmp_path: Path) -> None:
    """What the other decided meanwhile is not asked, and undo takes back only one's own."""
    proposals = (organisation(), organisation("Thuiszorg Het Duin"), organisation("Zilt"))
    ada, ben = start(*proposals), start()
    first = draw(ada)
    draw(ben)
    ada.judge(first, "reject")

    second = draw(ben)
    assert second.proposal != first.proposal
    ben.judge(second, "reject")
    third = draw(ada)
    assert third.proposal not in (first.proposal, second.proposal)
    ada.judge(third, "reject")
    assert ben.undo()

    judged = [name for _, name in verdicts(tmp_path)]
    assert judged == [first.proposal.name, third.proposal.name]


def test_undo_stops_where_somebody_else_went_on(start: Start, tmp_path: Path) -> None:
    """What was written after the decision is worth more than taking it back."""
    session = start(organisation())
    session.accept(draw(session))
    (tmp_path / "entities.yaml").write_text(ACCEPTED + "# verder\n", encoding="utf-8")

    with pytest.raises(SourceError, match="changed by somebody else since"):
        session.undo()
    assert data(tmp_path) == ACCEPTED + "# verder\n"
    assert verdicts(tmp_path) == [("accept", "Huisartsengroep Zandmeer")]


def test_a_quote_that_is_gone_is_said(start: Start, tmp_path: Path) -> None:
    """And a partnership that rests on it is refused by the check."""
    session = start(partnership(quote="Zij openden samen een wondpoli"), organisation())
    session.accept(draw(session))
    card = draw(session)

    assert card.place is None
    with pytest.raises(DataError, match="quote"):
        session.accept(card)
    assert data(tmp_path) == ACCEPTED


def test_a_quote_that_moved_is_cited_where_it_stands(start: Start, tmp_path: Path) -> None:
    """Lines were put before it since it was proposed."""
    page = tmp_path / "documents" / "wondzorg.md"
    page.write_text("Voorpagina\n\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
    session = start(organisation(), partnership())
    session.accept(draw(session))
    session.accept(draw(session))

    assert data(tmp_path) == BOTH.replace("        line: 3\n", "        line: 5\n")


def test_members_that_the_quote_does_not_name_are_said(start: Start) -> None:
    """By name or by an alias; the curator may know better."""
    session = start(partnership(quote="Thuiszorg Het Duin doet sinds januari mee", line=4))

    assert draw(session).unnamed == ("Huisartsengroep Zandmeer", "Ziekenhuis De Vuurbaak")


def test_groups_become_entries_of_their_own(start: Start, tmp_path: Path) -> None:
    """In the section that the file did not have yet; in version 1 they stay where they are."""
    record = {
        "name": "Wondpoli",
        "kind": "hulpverlening",
        "members": [{"org": "ziekenhuis-de-vuurbaak"}],
        "groups": [{"label": "zes gemeenten", "type": ["gemeente"], "size": "6", "role": "funder"}],
    }
    session = start(partnership(record=record))
    session.accept(draw(session))

    assert data(tmp_path).endswith(
        '\ngroups:\n  zes-gemeenten:\n    label: zes gemeenten\n    type: gemeente\n    size: "6"\n'
    )
    assert "    groups:\n      - group: zes-gemeenten\n        role: funder\n" in data(tmp_path)

    (tmp_path / "judgements.yaml").unlink()
    (tmp_path / "entities.yaml").write_text(DATA.replace("schema: 2", "schema: 1"))
    session = start(partnership(record=record))
    session.accept(draw(session))
    assert (
        "    groups:\n      - label: zes gemeenten\n        size: 6\n        role: funder\n"
        in data(tmp_path)
    )


def test_who_reads_blind_sees_what_is_proposed_alone(start: Start, tmp_path: Path) -> None:
    """Neither the data nor what others decided; nothing but their own file is written."""
    session = start(organisation(), partnership())
    session.accept(draw(session))
    session.accept(draw(session))
    before = data(tmp_path), (tmp_path / "judgements.yaml").read_bytes()

    blind = start(blind=True)
    blind.accept(draw(blind))
    card = draw(blind)
    (entry,) = card.outcome.entries
    blind.judge(card, "reject")

    assert entry.fields["members"] == ["Huisartsengroep Zandmeer", "ziekenhuis-de-vuurbaak"]
    assert (data(tmp_path), (tmp_path / "judgements.yaml").read_bytes()) == before
    found = load_judgements(
        tmp_path / "judgements-ada.yaml", load_document(tmp_path / "entities.yaml")
    )
    assert [one.verdict for one in found] == ["accept", "reject"]
