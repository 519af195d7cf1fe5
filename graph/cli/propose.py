"""`collabgraph propose`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.options import data_option
from graph.cli.refusal import Refusal
from graph.model.message import Message


@click.command("propose", cls=Command, example="collabgraph propose --schema")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@data_option
@click.option("--skip-refused", is_flag=True)
@click.option("--schema", is_flag=True)
def command(file: Path | None, data: str, skip_refused: bool, schema: bool) -> None:
    """Take in proposals that anyone made, each with words that stand in its document."""
    if schema:
        from graph.schema.json_schema import write_offer_schema

        click.echo(write_offer_schema(), nl=False)
        return
    if not file:
        raise Refusal(Message("usage.no_file_of_proposals"))
    from graph.cli.proposing import add_proposals
    from graph.desk.desk import open_desk
    from graph.desk.gate import read_offer
    from graph.model.errors import DataError
    from graph.read.bytes import read_bytes
    from graph.write.answers.problems import say_problem
    from graph.write.terminal import show

    name = str(file)
    desk = open_desk(data)
    offered = read_offer(read_bytes(file, name), name, desk)
    if offered.problems and not skip_refused:
        raise DataError(name, offered.problems)
    for problem in offered.problems:
        click.echo(show(say_problem(problem, name, get_speaker())), err=True)
    add_proposals(desk, offered.proposals)
