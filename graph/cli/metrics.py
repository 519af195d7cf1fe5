"""`collabgraph metrics`."""

import click

from graph.cli.command import Command
from graph.cli.options import Asked, question_options, table_options
from graph.cli.printing import print_answer
from graph.cli.progress import Bar
from graph.cli.types import Column
from graph.network.measures import MEASURES
from graph.network.pairs import MOST, count_pairs
from graph.select.selection import find_emptier, select_registry
from graph.write.answers.metrics import COLUMNS, OTHERS, answer_metrics
from graph.write.answers.wanted import Wanted


@click.command(
    "metrics",
    cls=Command,
    example="collabgraph metrics --sort betweenness --without-role facilitator",
)
@click.option(
    "--sort",
    type=Column(COLUMNS),
    default="undertakings",
    show_default=True,
    metavar="COLUMN",
)
@question_options
@table_options((*COLUMNS, *OTHERS))
def command(
    sort: str,
    asked: Asked,
    form: str,
    wanted: Wanted,
) -> None:
    """Measure where each organisation stands, with what each number must not be taken for."""
    from graph.network.positions import measure_positions
    from graph.network.undertakings import find_undertakings
    from graph.pipeline import explore_registry
    from graph.reading import read_counted

    columns = wanted.choose(COLUMNS, OTHERS)
    explored = explore_registry(read_counted(asked.data, cache=asked.cache), asked.selection)
    pairs = count_pairs(explored.incidence)
    is_chosen = bool(wanted.columns) or pairs <= MOST
    left_out = (
        [] if is_chosen else [one.name for one in MEASURES if one.by_ties and one.name != sort]
    )
    columns = tuple(one for one in columns if one not in left_out)
    with Bar("betweenness") as bar:
        positions = measure_positions(
            explored.incidence,
            undertakings=find_undertakings(explored.registry),
            measures={*columns, sort},
            progress=bar,
        )
    emptied_by = None
    if not positions:
        emptied_by = find_emptier(
            asked.selection, lambda alone: select_registry(explored.registry, alone).organisations
        )
    answer = answer_metrics(
        explored.selected,
        positions,
        speaker=asked.choose_speaker(explored.registry),
        sort=sort,
        emptied_by=emptied_by,
        columns=columns,
        wanted=wanted,
        left_out=left_out,
        pairs=pairs,
    )
    print_answer(answer, form)
