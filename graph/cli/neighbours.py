"""`collabgraph neighbours`."""

import click

from graph.cli.command import Command
from graph.cli.options import (
    choose_speaker,
    language_option,
    read_options,
    selection_options,
    table_options,
)
from graph.cli.printing import print_answer
from graph.cli.types import NAME, Number
from graph.pipeline import read_asked, select_incidence
from graph.query.groups import find_group_partners
from graph.query.names import find_organisation
from graph.query.neighbours import neighbours
from graph.registers import Question
from graph.select.filters import Selection
from graph.write.answers.ties import FIELDS, answer_neighbours
from graph.write.answers.wanted import Wanted


@click.command(
    "neighbours",
    cls=Command,
    example='collabgraph neighbours "gemeente utrecht" --without-role facilitator',
)
@click.argument("name", type=NAME)
@click.option("--hops", type=Number(), default=1, metavar="N")
@read_options
@selection_options
@language_option
@table_options(FIELDS)
def command(
    name: str,
    hops: int,
    data: str,
    cache: bool,
    selection: Selection,
    language: str | None,
    form: str,
    wanted: Wanted,
) -> None:
    """Say with whom an organisation shares a partnership, and which document says so."""
    question = Question("near", (name,), hops)
    everything, _ = read_asked(data, question, selection, cache=cache)
    registry = everything.registry
    organisation = find_organisation(registry, name, folded=selection.fold)
    incidence = select_incidence(everything, selection, keep=[organisation.id])
    found = neighbours(incidence, organisation.id, hops=hops)
    groups = find_group_partners(incidence, organisation.id)
    speaker = choose_speaker(language, registry.language)
    answer = answer_neighbours(
        incidence.registry, organisation, found, groups, speaker=speaker, wanted=wanted
    )
    print_answer(answer, form)
