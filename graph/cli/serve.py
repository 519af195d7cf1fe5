"""`collabgraph serve`."""

import gc
import webbrowser
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from graph.cli.command import Command
from graph.cli.language import get_speaker
from graph.cli.options import data_option, selection_options
from graph.cli.types import AnyFolder, Number
from graph.select.filters import Selection
from graph.words.speak import Speaker
from graph.write.answers.wording import count
from graph.write.terminal import show_lines

if TYPE_CHECKING:
    from graph.serve.build import Built

_PAUSE = 0.3
"""Seconds between two looks at the files."""


@click.command("serve", cls=Command, example="collabgraph serve")
@data_option
@click.option("--port", type=Number(), metavar="N")
@click.option("--no-open", "opens", is_flag=True, flag_value=False, default=True)
@click.option("--output", metavar="DIR", type=AnyFolder())
@click.option("--without-quotes", is_flag=True)
@selection_options
def command(
    data: str,
    port: int | None,
    opens: bool,
    output: Path | None,
    without_quotes: bool,
    selection: Selection,
) -> None:
    """Build the page, show it in the browser, and build it again whenever the data change."""
    from graph.outputs import Wishes
    from graph.read.load import load_document
    from graph.serve.build import build
    from graph.serve.live import keep_serving, open_server

    path, speaker = Path(data), get_speaker()
    wishes = Wishes(quotes=not without_quotes)
    if not path.is_file():
        load_document(data)  # says what is wrong with the name
    gc.enable()  # it runs for hours
    with open_server(port or 0) as server:
        welcome = [speaker.say("serve.address", address=server.address)]

        def tell(built: "Built") -> None:
            click.echo("\n".join([*_describe(built, speaker), *welcome]))
            if welcome and opens:
                webbrowser.open(server.address)
            welcome.clear()

        try:
            keep_serving(
                server.site,
                path,
                lambda: build(path, selection, wishes, speaker, output),
                speaker=speaker,
                pause=lambda: sleep(_PAUSE),
                told=tell,
            )
        except KeyboardInterrupt:
            click.echo(speaker.say("serve.stopped"))


def _describe(built: "Built", speaker: Speaker) -> list[str]:
    """Say what came of a build: each problem, and how many there are."""
    numbers = {"problems": len(built.errors), "warnings": len(built.warnings)}
    counts = ", ".join(count(speaker, n, what) for what, n in numbers.items())
    key = "serve.built" if built.outputs else "serve.failed"
    lines = [show_lines(line) for line in (*built.errors, *built.warnings)]
    return [*lines, speaker.say(key, counts=counts)]
