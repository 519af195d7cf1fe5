"""`collabgraph list`."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, get_args

import click

from graph.cli.command import Command
from graph.cli.listed import add_columns, leave_out, sort_records
from graph.cli.options import Asked, question_options, table_options
from graph.cli.printing import print_answer
from graph.cli.refusal import Refusal
from graph.cli.types import Between, Choice, ColumnType, WordType
from graph.model.message import Message
from graph.model.records import Registry
from graph.network.barriers import find_barriers
from graph.network.incidence import Incidence
from graph.query import listing
from graph.query.terms import Terms, list_terms
from graph.read.digest import Digest
from graph.reading import read_counted, read_with_digests
from graph.registers import is_large_register
from graph.scan.mentions import find_mentions
from graph.select.selection import find_emptier, select_registry
from graph.words.store import LANGUAGES
from graph.write.answers.listing import answer_list
from graph.write.answers.wanted import Wanted

COLUMNS: Mapping[str, Sequence[str]] = {
    "organisations": (
        *("id", "name", "type", "region"),
        *("partnerships", "undertakings", "with_others", "partners"),
    ),
    "partnerships": ("id", "name", "kind", "members", "members_known", "regions", "period"),
    "sources": ("id", "title", "publisher", "date", "partnerships", "placed", "mentioned"),
    "ties": (
        *("left_name", "right_name", "weight", "newman", "certainty"),
        *("partnerships", "sources"),
    ),
    "relations": ("from_name", "kind", "to_name", "period", "certainty", "sources"),
    "barriers": ("label", "hampers", "name", "certainty", "sources"),
    **{
        terms: ("id", *(f"label_{one}" for one in LANGUAGES), *counted)
        for terms, counted in {
            "types": ("organisations",),
            "kinds": ("partnerships",),
            "roles": ("memberships",),
            "themes": ("partnerships",),
            "regions": ("within", "partnerships", "organisations"),
        }.items()
    },
}
"""Which keys of the records the table of each list shows."""

_SIMPLE: Mapping[str, Callable[[Registry], list[listing.Record]]] = {
    "partnerships": listing.list_partnerships,
    "ties": listing.list_ties,
    "relations": listing.list_relations,
    "barriers": listing.list_barriers,
    **{terms: partial(list_terms, terms=terms) for terms in get_args(Terms)},
}
"""The lists that need nothing beside what is selected."""


def _refuse_regions(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        regions = " ".join(f"--region {id}" for id in value.split(",") if id)
        raise Refusal(Message("usage.regions", regions=regions), ctx)


@click.command(
    "list",
    cls=Command,
    example="collabgraph list partnerships --theme ouderenzorg --without-type gemeente",
)
@click.argument("what", type=Choice(list(COLUMNS)), metavar="WHAT")
@click.option("--sort", metavar="COLUMN", type=ColumnType(COLUMNS))
@click.option("--regions", "gone", hidden=True, expose_value=False, callback=_refuse_regions)
@click.option("--mentioned-only", is_flag=True)
@click.option("--match", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--no-members", is_flag=True)
@click.option("--without-type", metavar="TYPE", type=WordType("types"))
@click.option("--changed", metavar="FROM..TO", type=Between())
@question_options
@table_options(COLUMNS)
def command(
    what: str,
    asked: Asked,
    form: str,
    wanted: Wanted,
    **options: Any,
) -> None:
    """List what passes the filters, or the words that the data can use, with how often they do."""
    _check_options(what, options)
    registry, digests = _read(what, asked.data, cache=asked.cache, match=options["match"])
    selected = select_registry(registry, asked.selection)
    records: list[listing.Record]
    count = None
    if what == "organisations":
        records = listing.list_organisations(selected, whole=registry)
    elif what == "sources":
        records = listing.list_sources(selected, find_mentions(selected, digests))
    elif _wants_strongest(what, asked.data, wanted, options["sort"]):
        records, count = listing.list_strongest_ties(selected, wanted.limit or 0)
    else:
        records = _SIMPLE[what](selected)
    emptied_by = None
    if not records:
        emptied_by = find_emptier(
            asked.selection, lambda alone: _is_left(select_registry(registry, alone), what)
        )
    records, flag = leave_out(registry, records, options)
    if flag and not emptied_by:
        emptied_by = Message("select.emptied_by_option", option=flag)
    records, columns = add_columns(selected, records, COLUMNS[what], options)
    if options["sort"] is not None and records:
        records = sort_records(records, columns, options["sort"], selected, whole=registry)
    answer = answer_list(
        selected,
        what,
        records,
        columns=columns,
        speaker=asked.choose_speaker(registry),
        emptied_by=emptied_by,
        wanted=wanted,
        count=count,
    )
    print_answer(answer, form)


def _read(
    what: str, data: str, *, cache: bool, match: Path | None
) -> tuple[Registry, Mapping[str, Digest]]:
    """Read what a list needs: where documents name somebody, and other names, only some."""
    if what == "sources" or match is not None:
        return read_with_digests(data, cache=cache)
    return read_counted(data, cache=cache), {}


def _wants_strongest(what: str, data: str, wanted: Wanted, sort: str | None) -> bool:
    """Tell whether the first ties of a large register are asked for, as they are ordered."""
    if what != "ties" or not wanted.limit or not is_large_register(data):
        return False
    return sort is None or sort == "weight"


def _check_options(what: str, options: dict[str, Any]) -> None:
    belongs = {
        "mentioned_only": ("--mentioned-only", "organisations"),
        "match": ("--match", "organisations"),
        "no_members": ("--no-members", "partnerships"),
        "without_type": ("--without-type", "partnerships"),
        "changed": ("--changed", "partnerships"),
    }
    for name, (flag, list_of) in belongs.items():
        if options[name] and what != list_of:
            raise Refusal(Message("usage.goes_with", flag=flag, what=list_of))


def _is_left(registry: Registry, what: str) -> bool:
    if what == "ties":
        return bool(Incidence(registry).shared)
    if what == "barriers":
        return bool(find_barriers(registry))
    return what in get_args(Terms) or bool(getattr(registry, what))
