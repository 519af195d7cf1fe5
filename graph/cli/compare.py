"""`collabgraph compare`."""

import click

from graph.cli.command import Command
from graph.cli.options import (
    choose_speaker,
    format_option,
    language_option,
    read_options,
    selection_options,
)
from graph.cli.printing import print_answer
from graph.cli.types import FiltersType
from graph.pipeline import read_registry
from graph.select.filters import Selection


@click.command(
    "compare", cls=Command, example="collabgraph compare region=utrecht-stad region=almere"
)
@click.argument("left", metavar="FILTERS", type=FiltersType())
@click.argument("right", metavar="FILTERS", type=FiltersType())
@read_options
@selection_options
@language_option
@format_option
def command(
    left: str,
    right: str,
    data: str,
    cache: bool,
    selection: Selection,
    language: str | None,
    form: str,
) -> None:
    """Compare two selections: what is in one alone, in both, and of what that is not known."""
    from graph.query.sides import compare_selections
    from graph.select.parse import parse_selection
    from graph.write.answers.sides import answer_comparison

    sides = [parse_selection(text, selection) for text in (left, right)]
    registry = read_registry(data, cache=cache)
    comparison = compare_selections(registry, *sides)
    speaker = choose_speaker(language, registry.language)
    print_answer(answer_comparison(registry, comparison, speaker), form)
