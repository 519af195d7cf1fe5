"""Without whom a part falls apart, and what that rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graph.model.records import Registry
from graph.write.reports.context import Ground, Seat, is_inferred
from graph.write.reports.sections.brokers import say_rest
from graph.write.reports.value import Cell, Section, Sentence, Table

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """
    What is left when one seat is left out.

    `cuts`: the cut vertices of the whole. `parts`: the sizes of the parts into which the
    component of that seat then falls, largest first; one part where it still hangs together.
    """

    seat: Seat
    cuts: tuple[str, ...]
    parts: tuple[int, ...]


def leave_out(registry: Registry, seats: Iterable[Seat]) -> list[Without]:
    """
    Leave each seat out in turn, and find the cut vertices that are then left.

    Works on the two-mode graph, whose organisations cut just where those of the network do
    as long as tables with one named member are out of it; it has d edges a table where the
    network has d(d-1)/2.

    Reference: after Kossinets 2006, Social Networks 28:247-268.
    """
    import networkx as nx  # here, so that a question that needs no graph does not pay for it

    tables = nx.Graph()
    for partnership in registry.partnerships.values():
        if partnership.size > 1:
            tables.add_edges_from(
                ((1, partnership.id), (0, m.organisation)) for m in partnership.memberships
            )
    return [_leave_out(tables, seat) for seat in seats if seat[0].size > 1]


def tell_cuts(ground: Ground, inferred: Sequence[Without]) -> Section:
    """
    Tell each cut vertex: what falls apart, on which seats that rests, and without each.

    Args:
        ground: From `lay_ground`.
        inferred: What is left without each seat that is not stated, from `leave_out`.
    """
    cuts = ground.measures.cut_vertices
    own = {id: leave_out(ground.registry, ground.seats[id]) for id in sorted(cuts)}
    resting = {
        id: tuple(w.seat for w in found if is_inferred(w.seat) and id not in w.cuts)
        for id, found in own.items()
    }
    sentences = [
        f"{_say_cut(ground, id, parts)} {say_rest(ground, resting[id])}".strip()
        for id, parts in cuts.items()
    ]
    changing = [without for without in inferred if set(without.cuts) != set(cuts)]
    return ground.section(
        "cuts",
        [
            *(Sentence(text=text) for text in sentences or [ground.say("no_cuts")]),
            ground.table(
                "parts", "cut part size organisations", _list_splits(ground, cuts), "part size"
            ),
            ground.table(
                "rests",
                "cut partnership role certainty lines without",
                (row for id, found in own.items() for row in _list_rests(ground, id, found)),
            ),
            *_tell_changing(ground, len(inferred), changing),
            ground.caveat("cut_caveat"),
        ],
        brief=sentences[:3],
        figures={
            "cut_vertices": len(cuts),
            "cut_vertices_resting_on_one_inferred_membership": sum(map(bool, resting.values())),
            "inferred_memberships_left_out": len(inferred),
            "inferred_memberships_that_change_the_cut_vertices": len(changing),
        },
        methods=[
            ground.method("cut", "Hopcroft & Tarjan 1973, CACM 16:372–378"),
            ground.method("leave_one_out", "Kossinets 2006, Social Networks 28:247–268"),
        ],
    )


def _leave_out(tables: "nx.Graph", seat: Seat) -> Without:
    import networkx as nx

    table, place = (1, seat[0].id), (0, seat[1].organisation)
    before = nx.node_connected_component(tables, place)
    gone = [(table, place)]
    if tables.degree(table) == 2:  # one member is left, and a table of one would look like a side
        gone = list(tables.edges(table))
    tables.remove_edges_from(gone)
    cuts = sorted(id for side, id in nx.articulation_points(tables) if side == 0)
    parts = [
        _count_organisations(part) for part in nx.connected_components(tables.subgraph(before))
    ]
    tables.add_edges_from(gone)
    return Without(
        seat=seat, cuts=tuple(cuts), parts=tuple(sorted(filter(None, parts), reverse=True))
    )


def _count_organisations(nodes: Iterable[Node]) -> int:
    return sum(side == 0 for side, _ in nodes)


def _say_cut(ground: Ground, id: str, parts: tuple[tuple[str, ...], ...]) -> str:
    return ground.say(
        "cut",
        name=ground.organisation(id).name,
        others=sum(map(len, parts)),
        sizes=ground.speaker.join([str(len(part)) for part in parts]),
        pairs=sum(len(one) * len(other) for one, other in combinations(parts, 2)),
    )


def _list_splits(
    ground: Ground, cuts: Mapping[str, tuple[tuple[str, ...], ...]]
) -> Iterator[tuple[Cell, ...]]:
    for id, parts in cuts.items():
        for number, part in enumerate(parts, 1):
            yield (ground.organisation(id), number, len(part), ground.organisations(part))


def _list_rests(ground: Ground, id: str, found: list[Without]) -> Iterator[tuple[Cell, ...]]:
    for without in found:
        partnership, membership = without.seat
        yield (
            ground.organisation(id),
            ground.partnership(partnership),
            ground.term("roles", membership.role),
            ground.certainty(partnership, membership),
            ground.basis(partnership, membership),
            _say_without(ground, id, without),
        )


def _say_without(ground: Ground, id: str, without: Without) -> str:
    still = ground.say("still_cut" if id in without.cuts else "no_cut")
    if len(without.parts) == 1:
        return f"{still}; {ground.say('hangs_together')}"
    sizes = ground.speaker.join([str(size) for size in without.parts])
    return f"{still}; {ground.say('falls_apart', sizes=sizes)}"


def _tell_changing(
    ground: Ground, inferred: int, changing: list[Without]
) -> Iterator[Sentence | Table]:
    if not inferred:
        return
    yield ground.finding("changing", n=inferred, changing=len(changing))
    cuts = set(ground.measures.cut_vertices)
    yield ground.table(
        "changing",
        "organisation partnership certainty gone new",
        (
            (
                ground.organisation(without.seat[1].organisation),
                ground.partnership(without.seat[0]),
                ground.certainty(*without.seat),
                ground.organisations(cuts - set(without.cuts)),
                ground.organisations(set(without.cuts) - cuts),
            )
            for without in changing
        ),
    )
