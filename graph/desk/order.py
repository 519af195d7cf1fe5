"""In which order proposals are asked: the most useful first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.desk.proposal import Proposal
from graph.model.names import simplify

_RANKS = {"alias": 0, "organisation": 1, "not_organisation": 2, "partnership": 3}


class Providers:
    """Which proposals, if accepted, give a name its organisation."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self._found: dict[str, list[Proposal]] = {}
        for one in proposals:
            for form in _list_forms(one):
                self._found.setdefault(simplify(form), []).append(one)

    def find(
        self, name: str, document: str, is_open: Callable[[Proposal], bool] = lambda one: True
    ) -> Proposal | None:
        """Find the proposal of a name that is open: of the same document before one of another."""
        found = [one for one in self._found.get(simplify(name), ()) if is_open(one)]
        return next((one for one in found if one.document == document), next(iter(found), None))


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
    likely = sorted(proposals, key=lambda one: (-one.score, one.document, one.line, one.id))
    providers = Providers(likely)
    told: set[str] = set()
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
