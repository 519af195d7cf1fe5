"""In which order proposals are asked: the most useful first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.desk.proposal import Proposal
from graph.model.names import simplify

_RANKS = {"alias": 0, "organisation": 1, "not_organisation": 2, "partnership": 3}


class Providers:
    """Which proposal, if accepted, gives a name its organisation."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self._here: dict[tuple[str, str], Proposal] = {}
        self._anywhere: dict[str, Proposal] = {}
        for one in proposals:
            for form in _list_forms(one):
                self._here.setdefault((simplify(form), one.document), one)
                self._anywhere.setdefault(simplify(form), one)

    def find(self, name: str, document: str) -> Proposal | None:
        """Find the proposal of a name: one of the same document before one of another."""
        key = simplify(name)
        return self._here.get((key, document)) or self._anywhere.get(key)


def order_proposals(
    proposals: Sequence[Proposal], verdicts: Mapping[str, str]
) -> tuple[Proposal, ...]:
    """
    Order proposals for a curator.

    First come partnerships, the likeliest first, each right behind the organisations that it
    needs: they stand in the same passage. Then what no partnership needs: forms of known names,
    new names, names that are none. What somebody was unsure of comes last, in the same order.
    """
    fresh = [one for one in proposals if one.id not in verdicts]
    unsure = [one for one in proposals if one.id in verdicts]
    return (*_order(fresh), *_order(unsure))


def _order(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    providers = Providers(proposals)
    told: set[str] = set()
    likely = sorted(proposals, key=lambda one: (-one.score, one.document, one.line, one.id))
    for one in likely:
        if one.what == "partnership":
            needed = (
                providers.find(member["org"], one.document) for member in one.record["members"]
            )
            for card in (*needed, one):
                if card and card.id not in told:
                    told.add(card.id)
                    yield card
    rest = (one for one in likely if one.id not in told)
    yield from sorted(rest, key=lambda one: _RANKS[one.what])


def _list_forms(one: Proposal) -> Sequence[str]:
    if one.what == "alias":
        return (one.name,)
    return (one.name, *one.record.get("aliases", ())) if one.what == "organisation" else ()
