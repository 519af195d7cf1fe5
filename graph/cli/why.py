"""`collabgraph why`."""

import click

from graph.cli.command import Command
from graph.cli.options import Asked, find_two, format_option, question_options
from graph.cli.printing import print_answer
from graph.cli.types import NAME
from graph.pipeline import select_incidence
from graph.query.why import shared_partnerships
from graph.reading import read_asked
from graph.registers import Question
from graph.write.answers.ties import answer_why


@click.command("why", cls=Command, example='collabgraph why "zilveren kruis" elaa')
@click.argument("left", metavar="A", type=NAME)
@click.argument("right", metavar="B", type=NAME)
@question_options
@format_option
def command(
    left: str,
    right: str,
    asked: Asked,
    form: str,
) -> None:
    """Say which partnerships two organisations share, with role, document, line and quote."""
    question = Question("shared", (left, right))
    everything, _ = read_asked(asked.data, question, asked.selection, cache=asked.cache)
    registry = everything.registry
    first, second = find_two(registry, left, right, folded=asked.selection.fold)
    incidence = select_incidence(everything, asked.selection, keep=[first.id, second.id])
    shared = shared_partnerships(incidence, first.id, second.id)
    speaker = asked.choose_speaker(registry)
    print_answer(answer_why(incidence.registry, first, second, shared, speaker=speaker), form)
