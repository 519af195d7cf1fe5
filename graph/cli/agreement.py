"""`collabgraph agreement`."""

from pathlib import Path

import click

from graph.cli.command import Command
from graph.cli.options import choose_speaker, data_option, format_option, language_option
from graph.cli.printing import print_answer


@click.command("agreement", cls=Command, example="collabgraph agreement")
@data_option
@language_option
@format_option
def command(data: str, language: str | None, form: str) -> None:
    """Compare what two readers judged apart: how often they agree, and where they differ."""
    from graph.desk.agreement import compare_readings, load_readings
    from graph.desk.desk import open_desk
    from graph.write.answers.agreement import answer_agreement

    desk = open_desk(data)
    readings = load_readings(Path(data), desk.document)
    agreements = tuple(compare_readings(readings, desk.proposals))
    speaker = choose_speaker(language, desk.registry.language)
    print_answer(answer_agreement(agreements, speaker), form)
