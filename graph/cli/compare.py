"""`collabgraph compare`."""

import click

from graph.cli.command import Command
from graph.cli.options import Asked, format_option, question_options
from graph.cli.printing import print_answer
from graph.cli.types import FiltersType
from graph.reading import read_registry


@click.command(
    "compare", cls=Command, example="collabgraph compare region=utrecht-stad region=almere"
)
@click.argument("left", metavar="FILTERS", type=FiltersType())
@click.argument("right", metavar="FILTERS", type=FiltersType())
@question_options
@format_option
def command(
    left: str,
    right: str,
    asked: Asked,
    form: str,
) -> None:
    """Compare two selections: what is in one alone, in both, and of what that is not known."""
    from graph.query.sides import compare_selections
    from graph.select.parse import parse_selection
    from graph.write.answers.sides import answer_comparison

    sides = [parse_selection(text, asked.selection) for text in (left, right)]
    registry = read_registry(asked.data, cache=asked.cache)
    comparison = compare_selections(registry, *sides)
    speaker = asked.choose_speaker(registry)
    print_answer(answer_comparison(registry, comparison, speaker), form)
