"""How much is said by more than one document."""

from collections.abc import Iterator

from graph.write.reports.context import Context
from graph.write.reports.value import Section, Sentence, Table


def write_confirmation(context: Context) -> Section:
    """Write how many partnerships and ties have one source, two, or more."""
    found, size = context.facts.confirmation, context.facts.size
    is_confirmed = bool(found.confirmed or found.confirmed_ties)
    none = context.say("not_confirmed" if len(context.registry.sources) > 1 else "one_document")
    return context.section(
        "confirmation",
        _list_parts(context, none, is_confirmed),
        brief=[none] if size.partnerships and not is_confirmed else [],
        figures={
            "partnerships_confirmed": found.confirmed,
            "ties_confirmed": found.confirmed_ties,
        },
        methods=[context.method("sources", "")],
    )


def _list_parts(context: Context, none: str, is_confirmed: bool) -> Iterator[Sentence | Table]:
    found, size = context.facts.confirmation, context.facts.size
    if not size.partnerships:
        yield context.finding("no_partnerships")
    elif is_confirmed:
        yield context.finding(
            "confirmed",
            n=found.confirmed,
            of=size.partnerships,
            ties=found.confirmed_ties,
            of_ties=size.ties,
        )
    else:
        yield Sentence(text=none)
    partnerships, ties = dict(found.partnerships), dict(found.ties)
    columns = "sources partnerships ties"
    yield context.table(
        "confirmation",
        columns,
        sorted({*partnerships, *ties}),
        lambda number: (number, partnerships.get(number, 0), ties.get(number, 0)),
        columns,
    )
    if size.partnerships:
        yield context.caveat("confirmation_caveat")
