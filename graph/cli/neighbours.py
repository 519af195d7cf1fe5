"""`collabgraph neighbours`."""

import click

from graph.cli.command import Command
from graph.cli.options import Asked, question_options, table_options
from graph.cli.printing import print_answer
from graph.cli.types import NAME, Number
from graph.pipeline import select_incidence
from graph.query.groups import find_group_partners
from graph.query.names import find_organisation
from graph.query.neighbours import neighbours
from graph.reading import read_asked
from graph.registers import Question
from graph.write.answers.ties import FIELDS, answer_neighbours
from graph.write.answers.wanted import Wanted


@click.command(
    "neighbours",
    cls=Command,
    example='collabgraph neighbours "gemeente utrecht" --without-role facilitator',
)
@click.argument("name", type=NAME)
@click.option("--hops", type=Number(), default=1, metavar="N")
@question_options
@table_options(FIELDS)
def command(
    name: str,
    hops: int,
    asked: Asked,
    form: str,
    wanted: Wanted,
) -> None:
    """Say with whom an organisation shares a partnership, and which document says so."""
    question = Question("near", (name,), hops)
    everything, _ = read_asked(asked.data, question, asked.selection, cache=asked.cache)
    registry = everything.registry
    organisation = find_organisation(registry, name, folded=asked.selection.fold)
    incidence = select_incidence(everything, asked.selection, keep=[organisation.id])
    found = neighbours(incidence, organisation.id, hops=hops)
    groups = find_group_partners(incidence, organisation.id)
    speaker = asked.choose_speaker(registry)
    answer = answer_neighbours(
        incidence.registry, organisation, found, groups, speaker=speaker, wanted=wanted
    )
    print_answer(answer, form)
