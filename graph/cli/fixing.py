"""What `check --fix` shows, asks and writes."""

from pathlib import Path
from typing import NamedTuple

import click

from graph.cli.language import get_speaker
from graph.cli.printing import write
from graph.cli.streams import is_terminal
from graph.mend import Mended, mend_file
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.bytes import read_bytes
from graph.words.speak import Speaker
from graph.write.answers.mended import say_mends
from graph.write.changed import format_difference


class Fixed(NamedTuple):
    """What could be mended, the difference that it makes, and whether it was written."""

    mended: Mended
    difference: str
    written: bool


def fix_file(data: str, originals: Path | None, *, yes: bool, shown: bool) -> Fixed:
    """
    Mend a data file: show the difference, and write it where that is wanted.

    Args:
        data: The data file.
        originals: The folder of original documents, to compare their hashes.
        yes: Write without asking.
        shown: Show the difference and ask; else nothing is written without `yes`.

    Raises:
        SourceError: The file cannot be mended, or changed while the question stood.
        ExportError: It cannot be written.
    """
    place = Path(data)
    before = read_bytes(place, data)
    mended = mend_file(place, data, before, originals)
    difference = format_difference(before, mended.data, data)
    if not mended.mends:
        return Fixed(mended, difference, written=False)
    speaker = get_speaker()
    if shown:
        click.echo(difference, nl=False)
        click.echo(say_mends(mended.mends, data, speaker))
    wanted = yes or (
        shown and is_terminal() and _ask(speaker.say("desk.fix_ask", n=len(mended.mends)), speaker)
    )
    if wanted:
        if read_bytes(place, data) != before:
            raise SourceError(Message("add.changed", file=data))
        write({place: mended.data})
    if shown:
        key = "desk.fix_done" if wanted else "desk.fix_left"
        click.echo(speaker.say(key, n=len(mended.mends), file=data))
    return Fixed(mended, difference, written=wanted)


def _ask(question: str, speaker: Speaker) -> bool:
    """Ask a question of yes or no; in the words of the language, and anything else is no."""
    answer = click.prompt(question, default="", show_default=False, err=True, prompt_suffix=" ")
    return answer.strip().casefold() in speaker.say("desk.yes_words").split()
