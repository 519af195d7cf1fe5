"""Who sits at most tables."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.write.reports.context import Ground
from graph.write.reports.value import Cell, Section, Sentence, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """
    At how many tables an organisation sits.

    `shared`: with another named member; `undertakings`: the same, with the phases of one
    undertaking counted once; `alone`: as the only named member.
    """

    id: str
    shared: int
    undertakings: int
    alone: int
    roles: tuple[tuple[str, int], ...]


def count_tables(ground: Ground, id: str) -> Tables:
    """Count the tables of one organisation, phases of one undertaking apart."""
    seats = ground.seats[id]
    shared = [partnership for partnership, _ in seats if partnership.size > 1]
    roles = Counter(membership.role for _, membership in seats)
    return Tables(
        id=id,
        shared=len(shared),
        undertakings=len({ground.undertakings[partnership.id] for partnership in shared}),
        alone=len(seats) - len(shared),
        roles=tuple(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
    )


def tell_seats(ground: Ground) -> Section:
    """Tell who sits at most tables with others, and who is named alone."""
    counted = [count_tables(ground, id) for id in ground.seats]
    most = max((tables.undertakings for tables in counted), default=0)
    alone = max((tables.alone for tables in counted), default=0)
    figures = {
        "most_undertakings": most,
        "most_tables": max((tables.shared for tables in counted), default=0),
        "most_tables_alone": alone,
    }
    first = _say_most(ground, counted, most)
    return ground.section(
        "seats",
        _list_parts(ground, counted, first, alone),
        brief=[first] if most else [],
        figures=figures,
        methods=[ground.method("tables", "Borgatti & Everett 1997, Social Networks 19:243–269")],
    )


def _list_parts(
    ground: Ground, counted: list[Tables], first: str, alone: int
) -> Iterator[Sentence | Table]:
    yield Sentence(text=first)
    phased = [t for t in counted if t.shared > t.undertakings]
    top = max((tables.shared for tables in phased), default=0)
    if phased and top == max(tables.shared for tables in counted):
        leaders = [tables for tables in phased if tables.shared == top]
        yield ground.finding(
            "phases_raise",
            n=len(leaders),
            names=_name(ground, leaders),
            tables=top,
            undertakings=ground.speaker.join(sorted({str(t.undertakings) for t in leaders})),
        )
    if alone > 1:
        leaders = [tables for tables in counted if tables.alone == alone]
        yield ground.finding(
            "alone_selected" if ground.registry.selection else "alone",
            n=len(leaders),
            names=_name(ground, leaders),
            tables=alone,
        )
    listed = [tables for tables in counted if tables.shared + tables.alone > 1]
    once = sum(tables.shared + tables.alone == 1 for tables in counted)
    if once:
        yield ground.finding("once", n=once)
    listed.sort(key=lambda t: (-t.undertakings, -t.shared, -t.alone, t.id))
    columns = "organisation undertakings with_others alone roles"
    rows = (_make_row(ground, tables) for tables in listed)
    yield ground.table("seats", columns, rows, "undertakings with_others alone")
    if any(ground.seats.values()):
        yield ground.caveat("roles_differ")


def _say_most(ground: Ground, counted: list[Tables], most: int) -> str:
    if not most:
        return ground.say("no_shared_tables")
    leaders = [tables for tables in counted if tables.undertakings == most]
    if most == 1:
        return ground.say("most_once", n=len(leaders))
    text = ground.say("most", n=len(leaders), names=_name(ground, leaders), tables=most)
    invited = [tables for tables in leaders if dict(tables.roles).get("invited")]
    if not invited:
        return text
    return f"{text} {ground.say('most_invited', n=len(invited), names=_name(ground, invited))}"


def _name(ground: Ground, counted: list[Tables]) -> str:
    return ground.names(ground.organisations(tables.id for tables in counted))


def _make_row(ground: Ground, tables: Tables) -> tuple[Cell, ...]:
    roles = ", ".join(f"{ground.term('roles', role).name} {n}" for role, n in tables.roles)
    return (ground.organisation(tables.id), tables.undertakings, tables.shared, tables.alone, roles)
