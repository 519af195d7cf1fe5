"""`collabgraph path`."""

import click

from graph.cli.command import Command
from graph.cli.options import Asked, find_two, format_option, question_options
from graph.cli.printing import print_answer
from graph.cli.types import NAME, Number
from graph.pipeline import select_incidence
from graph.query.path import count_paths, find_paths
from graph.reading import read_asked
from graph.registers import Question
from graph.write.answers.paths import answer_path


@click.command("path", cls=Command, example="collabgraph path lister flevoziekenhuis")
@click.argument("left", metavar="A", type=NAME)
@click.argument("right", metavar="B", type=NAME)
@click.option("--most", type=Number(), metavar="N", default=20, show_default=True)
@question_options
@format_option
def command(
    left: str,
    right: str,
    most: int,
    asked: Asked,
    form: str,
) -> None:
    """Find the shortest chains of partnerships between two organisations."""
    question = Question("between", (left, right))
    everything, _ = read_asked(asked.data, question, asked.selection, cache=asked.cache)
    registry = everything.registry
    first, second = find_two(registry, left, right, folded=asked.selection.fold)
    incidence = select_incidence(everything, asked.selection, keep=[first.id, second.id])
    paths = find_paths(incidence, first.id, second.id, most=most)
    total = count_paths(incidence, first.id, second.id)
    speaker = asked.choose_speaker(registry)
    print_answer(answer_path(incidence, first, second, paths, total, speaker=speaker), form)
