"""Which types of organisation take part, and which are missing where that can be known."""

from collections.abc import Iterable, Iterator

from graph.findings.composition import Composition
from graph.write.reports.context import Context, by_name
from graph.write.reports.value import Cell, Named, Row, Section, Sentence, Table


def write_composition(context: Context) -> Section:
    """Write who is there by type, and who is not, in three values: present, missing, not known."""
    found = context.facts.composition
    known = sum(one.missing is not None for one in found)
    return context.section(
        "composition",
        _list_parts(context, known),
        figures={
            "complete": known,
            "not_known": len(found) - known,
            "without_names_of_known_type": len(context.facts.unknowns.typed),
        },
        facts={"composition": found},
        methods=[context.method("composition", "")],
    )


def _list_parts(context: Context, known: int) -> Iterator[Sentence | Table]:
    found = context.facts.composition
    unknowns = context.facts.unknowns
    if found:
        yield context.finding("composition", n=known, of=len(found))
    else:
        yield context.finding("no_partnerships")
    if unknowns.memberless:
        n = len(unknowns.typed)
        typed = context.say("composition_typed", n=n) if n else ""
        yield context.finding("composition_none", n=len(unknowns.memberless), typed=typed)
    yield context.table(
        "composition",
        "partnership present missing",
        sorted(
            (one for one in found if one.stated or one.inferred),
            key=lambda one: (one.missing is None, by_name(context.partnership(one.partnership))),
        ),
        lambda one: _write_row(context, one),
    )
    if known:
        yield context.caveat("check_list")


def _write_row(context: Context, one: Composition) -> Row:
    missing: Cell = context.answer("not_known")
    if one.missing is not None:
        missing = _name(context, one.missing) or context.answer("none_of_the_list")
    present = (
        *_name(context, one.stated),
        *(_mark_inferred(context, named) for named in _name(context, one.inferred)),
    )
    return (
        context.partnership(one.partnership),
        tuple(sorted(present, key=by_name)),
        missing,
    )


def _mark_inferred(context: Context, named: Named) -> Named:
    inferred = context.certainty("medium").name
    return Named(kind=named.kind, id=named.id, name=f"{named.name} ({inferred})")


def _name(context: Context, types: Iterable[str]) -> tuple[Named, ...]:
    return tuple(sorted((context.term("types", id) for id in types), key=by_name))
