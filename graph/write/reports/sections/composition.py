"""Which types of organisation sit at a table, and which are missing where that can be known."""

from collections.abc import Iterator

from graph.model.records import Partnership
from graph.write.reports.context import Ground, by_name, certainty_of
from graph.write.reports.value import Cell, Named, Section, Sentence, Table


def list_present(ground: Ground, partnership: Partnership) -> dict[str, bool]:
    """List the types at a table, each with whether one stated member (not inferred) has it."""
    present: dict[str, bool] = {}
    for membership in partnership.memberships:
        type = ground.registry.organisations[membership.organisation].type
        stated = certainty_of(partnership, membership) == "high"
        present[type] = present.get(type, False) or stated
    return dict(sorted(present.items()))


def list_missing(ground: Ground, partnership: Partnership) -> tuple[str, ...] | None:
    """
    List the types that sit at some table of these data, and not at this one.

    None where that is not known: the list of members is not complete, or part of the table is
    a group without names, which can hold any type.
    """
    if partnership.members_known != "all" or partnership.groups:
        return None
    return tuple(sorted(find_seated_types(ground) - set(list_present(ground, partnership))))


def find_seated_types(ground: Ground) -> set[str]:
    """Find the types of the organisations that sit at a table: the check list."""
    return {ground.registry.organisations[id].type for id, seats in ground.seats.items() if seats}


def tell_composition(ground: Ground) -> Section:
    """Tell who is there by type, and who is not, in three values: present, missing, not known."""
    partnerships = sorted(
        ground.registry.partnerships.values(),
        key=lambda p: (list_missing(ground, p) is None, by_name(p)),
    )
    known = sum(list_missing(ground, p) is not None for p in partnerships)
    named = [partnership for partnership in partnerships if partnership.memberships]
    parts: list[Sentence | Table] = []
    if partnerships:
        parts.append(ground.finding("composition", n=known, of=len(partnerships)))
    else:
        parts.append(ground.finding("no_partnerships"))
    if len(named) < len(partnerships):
        parts.append(ground.finding("composition_none", n=len(partnerships) - len(named)))
    columns = "partnership present missing"
    parts.append(ground.table("composition", columns, _list_rows(ground, named)))
    if known:
        parts.append(
            ground.caveat(
                "check_list", types=ground.names(_name(ground, find_seated_types(ground)))
            )
        )
    return ground.section(
        "composition",
        parts,
        figures={"complete": known, "not_known": len(partnerships) - known},
    )


def _list_rows(ground: Ground, named: list[Partnership]) -> Iterator[tuple[Cell, ...]]:
    for partnership in named:
        missing = list_missing(ground, partnership)
        absent: Cell = ground.answer("not_known")
        if missing is not None:
            absent = _name(ground, missing) or ground.answer("none_of_the_list")
        present = (
            Named(
                kind="types",
                id=id,
                name=name
                if stated
                else f"{name} ({ground.speaker.say('common.certainty_medium')})",
            )
            for id, stated in list_present(ground, partnership).items()
            for name in [ground.term("types", id).name]
        )
        yield (ground.partnership(partnership), tuple(sorted(present, key=by_name)), absent)


def _name(ground: Ground, types: set[str] | tuple[str, ...]) -> tuple[Named, ...]:
    return tuple(sorted((ground.term("types", id) for id in types), key=by_name))
