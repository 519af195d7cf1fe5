"""Who takes part in regions that lie apart, or in themes that have nothing in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.findings.membership import MembershipId, identify
from graph.model.records import Partnership, Term
from graph.model.regions import are_related, list_around
from graph.network.incidence import Incidence, Participation

Side = Literal["regions", "themes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """
    An organisation in two partnerships that are far apart: none of their labels are related.

    `partnerships`: each is far apart from another of them; sorted. `connects`: another named
    member takes part on either side; then only partnerships with others are looked at.
    `decisive`: those of them without which it is no broker. `rests_on`: its memberships in these
    that are less than stated.
    """

    organisation: str
    partnerships: tuple[str, ...]
    connects: bool
    decisive: tuple[str, ...]
    rests_on: tuple[MembershipId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brokers:
    """
    The brokers by one kind of label, by id.

    `spanning`: partnerships that themselves cover regions that lie apart, which makes no broker:
    then the partnership is the link. `unlabelled`: partnerships without such a label. Sorted.
    """

    side: Side
    brokers: tuple[Broker, ...]
    spanning: tuple[str, ...]
    unlabelled: tuple[str, ...]

    @property
    def connecting(self) -> tuple[Broker, ...]:
        """Those that link named others to named others."""
        return tuple(broker for broker in self.brokers if broker.connects)

    @property
    def alone(self) -> tuple[Broker, ...]:
        """Those that on one side are the only named member."""
        return tuple(broker for broker in self.brokers if not broker.connects)


def find_brokers(incidence: Incidence, side: Side) -> Brokers:
    """
    Find the organisations in partnerships with no related region (or theme).

    A region is related to itself, to those within it and to those around it; a theme to itself.

    Args:
        incidence: Who takes part in what.
        side: Which labels of the partnerships to go by.

    Reference: Jasny and Lubell 2015, Social Networks 41:36-47.
    """
    vocabulary = incidence.registry.vocabulary
    terms = vocabulary.regions if side == "regions" else vocabulary.themes
    labels = {
        id: _list_labels(incidence.registry.partnerships[id], side) for id in incidence.partnerships
    }
    masks = _mark_related(terms, labels.values())
    brokers = (
        _find_broker(incidence.memberships_of(id), incidence, labels, masks)
        for id in incidence.organisations
    )
    return Brokers(
        side=side,
        brokers=tuple(broker for broker in brokers if broker),
        # a partnership has several themes as a rule, which says nothing
        spanning=tuple(
            id
            for id, own in labels.items()
            if side == "regions"
            and any(not are_related(terms, *pair) for pair in combinations(own, 2))
        ),
        unlabelled=tuple(id for id, own in labels.items() if not own),
    )


_Labels = tuple[str, ...]
_Masks = Mapping[_Labels, tuple[int, int]]


def _list_labels(partnership: Partnership, side: Side) -> _Labels:
    return partnership.regions if side == "regions" else partnership.themes


def _mark_related(terms: Mapping[str, Term], every: Iterable[_Labels]) -> _Masks:
    """
    Give each list of labels two sets of bits: its own labels, and all that are related to one.

    Two lists are far apart where the one has no bit that is related to the other: one step,
    where a hub has thousands of pairs.
    """
    lists = dict.fromkeys(every)
    around = {id: list_around(terms, id) for labels in lists for id in labels}
    bits = {id: 1 << place for place, id in enumerate(around)}
    related = dict(bits)
    for id, wider in around.items():
        for other in wider:
            if other in bits:
                related[id] |= bits[other]
                related[other] |= bits[id]
    return {
        labels: (_unite(bits[id] for id in labels), _unite(related[id] for id in labels))
        for labels in lists
    }


def _unite(sets: Iterable[int]) -> int:
    united = 0
    for bits in sets:
        united |= bits
    return united


def _find_broker(
    memberships: Sequence[Participation],
    incidence: Incidence,
    labels: Mapping[str, _Labels],
    masks: _Masks,
) -> Broker | None:
    labelled = [one for one in memberships if labels[one.partnership.id]]
    with_others = [one for one in labelled if incidence.size(one.partnership.id) > 1]
    for considered in (with_others, labelled):
        far, total = _count_far(considered, labels, masks)
        if total:
            inside = [one for one in considered if far[labels[one.partnership.id]]]
            decisive = [one for one in inside if far[labels[one.partnership.id]] == total]
            return Broker(
                organisation=memberships[0].membership.organisation,
                partnerships=tuple(one.partnership.id for one in inside),
                connects=considered is with_others,
                decisive=tuple(one.partnership.id for one in decisive),
                rests_on=tuple(identify(one) for one in decisive if one.is_inferred),
            )
    return None


def _count_far(
    memberships: Sequence[Participation], labels: Mapping[str, _Labels], masks: _Masks
) -> tuple[dict[_Labels, int], int]:
    """Count for each list of labels how many partnerships are far apart, and all such pairs."""
    counts: dict[_Labels, int] = {}
    for one in memberships:
        own = labels[one.partnership.id]
        counts[own] = counts.get(own, 0) + 1
    far = dict.fromkeys(counts, 0)
    total = 0
    for one_list, other_list in combinations(counts, 2):
        if not masks[one_list][0] & masks[other_list][1]:
            far[one_list] += counts[other_list]
            far[other_list] += counts[one_list]
            total += counts[one_list] * counts[other_list]
    return far, total
