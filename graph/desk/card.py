"""What a curator sees of one proposal: the passage, and what would become of it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.desk.desk import Desk
from graph.desk.names import is_named
from graph.desk.outcome import Drawing, Outcome, draw_plain
from graph.desk.proposal import Proposal
from graph.model.names import simplify
from graph.read.places import Place


class Card(NamedTuple):
    """
    One proposal as it is shown.

    `place` is where its quote stands, None where it does so no longer; `near` are organisations
    with a name like it, each with its id; `unnamed` are members that the quote does not name.
    """

    proposal: Proposal
    outcome: Outcome
    place: Place | None
    near: tuple[tuple[str, str], ...] = ()
    unnamed: tuple[str, ...] = ()


def draw_card(
    proposal: Proposal,
    desk: Desk,
    drawing: Drawing | None,
    pairs: Mapping[frozenset[str], bool],
) -> Card:
    """
    Draw the card of a proposal.

    Args:
        proposal: What it is of.
        desk: The data file as it is now.
        drawing: Draws what would become of it; None for who reads blind and sees what is proposed.
        pairs: Which names were found to be the same, or not.
    """
    if drawing is None:
        return Card(proposal, draw_plain(proposal), desk.find_place(proposal))
    known = desk.registry.organisations
    near = [(id, known[id].name) for id in proposal.near if id in known]
    return Card(
        proposal,
        drawing.draw(proposal),
        desk.find_place(proposal),
        tuple(
            (id, name)
            for id, name in near
            if frozenset(map(simplify, (proposal.name, name))) not in pairs
        ),
        tuple(_list_unnamed(proposal, desk)),
    )


def _list_unnamed(proposal: Proposal, desk: Desk) -> Iterable[str]:
    if proposal.what == "partnership":
        for member in proposal.record["members"]:
            known = desk.registry.organisations.get(member["org"])
            forms = [known.name, *(one.text for one in known.aliases)] if known else [member["org"]]
            if not is_named(forms, proposal.quote):
                yield forms[0]
