"""Who sits at tables of unrelated regions, or of themes that have nothing in common."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.model.records import Partnership, Term
from graph.model.regions import are_related
from graph.write.reports.context import Ground, Seat, is_inferred
from graph.write.reports.value import Cell, Section, Sentence, Table

Side = Literal["regions", "themes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """
    An organisation at tables that are far apart.

    `pairs`: every two of its seats whose tables have no related region (or theme), by id.
    `connects`: at least one of these pairs has another named member at both tables.
    `rests_on`: the one seat that is in every pair, where there is just one and it is inferred.
    """

    id: str
    seats: tuple[Seat, ...]
    pairs: tuple[tuple[Seat, Seat], ...]

    @property
    def connects(self) -> bool:
        """Whether it links named others to named others."""
        return any(left[0].size > 1 and right[0].size > 1 for left, right in self.pairs)

    def without(self, seat: Seat) -> bool:
        """Tell whether it is still a broker when one seat is left out."""
        return any(seat not in pair for pair in self.pairs)

    @property
    def rests_on(self) -> tuple[Seat, ...]:
        """The inferred seats without each of which it is no broker."""
        return tuple(seat for seat in self.seats if is_inferred(seat) and not self.without(seat))


def find_brokers(ground: Ground, side: Side) -> list[Broker]:
    """
    Find the organisations that sit at tables with no related region (or theme), by id.

    A table that itself covers two regions makes no brokers: then the table is the link.
    """
    terms = _list_terms(ground, side)
    found = []
    for id, seats in ground.seats.items():
        pairs = [pair for pair in combinations(seats, 2) if _are_apart(terms, side, *pair)]
        inside = {seat[0].id for pair in pairs for seat in pair}
        if pairs:
            found.append(
                Broker(
                    id=id,
                    seats=tuple(seat for seat in seats if seat[0].id in inside),
                    pairs=tuple(pairs),
                )
            )
    return found


def tell_brokers(ground: Ground, side: Side) -> Section:
    """Tell who links tables that are far apart, and what each rests on."""
    brokers = find_brokers(ground, side)
    linking = [broker for broker in brokers if broker.connects]
    only = [broker for broker in brokers if not broker.connects]
    sentences = [_say_broker(ground, side, broker) for broker in linking]
    unlabelled = sum(not _labels(p, side) for p in ground.registry.partnerships.values())
    reference = "Jasny & Lubell 2015, Social Networks 41:36–47"
    parts: list[Sentence | Table] = [Sentence(text=text) for text in sentences]
    if not linking:
        parts.append(ground.finding(f"no_brokers_{side}"))
    if only:
        names = ground.names(ground.organisations(broker.id for broker in only))
        parts.append(ground.finding(f"brokers_alone_{side}", n=len(only), names=names))
    parts += _tell_spanning(ground, side)
    columns = f"organisation partnership {side} role certainty others lines without"
    rows = (row for broker in (*linking, *only) for row in _list_rows(ground, side, broker))
    parts.append(ground.table(f"brokers_{side}", columns, rows, "others"))
    if unlabelled:
        parts.append(ground.caveat(f"unlabelled_{side}", n=unlabelled))
    parts.append(ground.caveat(f"related_{side}"))
    return ground.section(
        f"brokers_{side}",
        parts,
        brief=sentences[:3],
        figures={
            "brokers": len(brokers),
            "brokers_between_named_others": len(linking),
            "brokers_resting_on_one_inferred_membership": sum(
                bool(broker.rests_on) for broker in brokers
            ),
        },
        methods=[ground.method(f"broker_{side}", reference)],
    )


def _say_broker(ground: Ground, side: Side, broker: Broker) -> str:
    tables = [_say_table(ground, side, seat) for seat in broker.seats if seat[0].size > 1]
    name = ground.organisation(broker.id).name
    text = ground.say(f"broker_{side}", name=name, tables=ground.speaker.join(tables))
    return f"{text} {say_rest(ground, broker.rests_on)}".strip()


def _say_table(ground: Ground, side: Side, seat: Seat) -> str:
    partnership, membership = seat
    said = [] if side == "themes" else [_say_labels(ground, side, partnership)]
    if membership.role == "invited":
        said.append(ground.term("roles", membership.role).name)
    return f"{partnership.name} ({'; '.join(said)})" if said else partnership.name


def say_rest(ground: Ground, seats: tuple[Seat, ...]) -> str:
    """Say that a finding rests on an inferred membership; nothing where it does not."""
    said = [
        ground.say(
            "seat",
            name=partnership.name,
            role=ground.term("roles", membership.role).name,
            certainty=ground.certainty(partnership, membership).name,
        )
        for partnership, membership in seats
    ]
    return ground.say("rests_on", n=len(said), seats=ground.speaker.join(said)) if said else ""


def _tell_spanning(ground: Ground, side: Side) -> Iterator[Sentence]:
    if side == "themes":
        return  # a table has several themes as a rule; that says nothing
    terms = _list_terms(ground, side)
    spanning = [
        partnership
        for _, partnership in sorted(ground.registry.partnerships.items())
        if any(not are_related(terms, *pair) for pair in combinations(partnership.regions, 2))
    ]
    if spanning:
        names = ground.speaker.join(
            [f"{p.name} ({_say_labels(ground, side, p)})" for p in spanning]
        )
        yield ground.finding("spanning", n=len(spanning), names=names)


def _list_rows(ground: Ground, side: Side, broker: Broker) -> Iterator[tuple[Cell, ...]]:
    for seat in broker.seats:
        partnership, membership = seat
        still = "still_broker" if broker.without(seat) else "no_broker"
        yield (
            ground.organisation(broker.id),
            ground.partnership(partnership),
            tuple(ground.term(side, id) for id in _labels(partnership, side)),
            ground.term("roles", membership.role),
            ground.certainty(partnership, membership),
            partnership.size - 1,
            ground.basis(partnership, membership),
            ground.answer(still),
        )


def _say_labels(ground: Ground, side: Side, partnership: Partnership) -> str:
    return ground.names(ground.term(side, id) for id in _labels(partnership, side))


def _labels(partnership: Partnership, side: Side) -> tuple[str, ...]:
    return partnership.regions if side == "regions" else partnership.themes


def _list_terms(ground: Ground, side: Side) -> Mapping[str, Term]:
    vocabulary = ground.registry.vocabulary
    return vocabulary.regions if side == "regions" else vocabulary.themes


def _are_apart(terms: Mapping[str, Term], side: Side, left: Seat, right: Seat) -> bool:
    ours, theirs = _labels(left[0], side), _labels(right[0], side)
    return bool(ours and theirs) and not any(
        are_related(terms, one, other) for one in ours for other in theirs
    )
