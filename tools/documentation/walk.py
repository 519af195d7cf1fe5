"""A page that is walked through: its commands and files, one after the other in a new folder."""

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from click.testing import CliRunner

from documentation.blocks import Block, PageError, split_page
from graph.cli import main as collabgraph
from graph.cli import review

_COMMAND, _CHANGE = "$ collabgraph ", "$ cd "
_DATA = "entities.yaml"
_TERMINAL = {"COLUMNS": "80"}


def walk_page(file: str, text: str) -> str:
    """
    Do what a page says, from its first block to its last, and put in it what the commands print.

    A block `console` holds calls of `collabgraph`, and `cd`. With letters behind that word
    (`console aaq`) its calls run on a terminal, on which those keys are pressed. One that opens
    with a language and the name of a file (`markdown notes.md`) is what that file holds from
    there on. One that opens with `yaml` and a section of the data file is pasted at the beginning
    of that section.

    Args:
        file: What the page is called in messages.
        text: The whole page.

    Raises:
        PageError: A command fails, or there is no such section.
    """
    here = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return "\n".join(_walk(file, text))
        finally:
            os.chdir(here)


def _walk(file: str, text: str) -> Iterator[str]:
    for part in split_page(file, text):
        if isinstance(part, str):
            yield part
            continue
        lines: Sequence[str] = part.lines
        language, _, target = part.key.partition(" ")
        if language == "console":
            lines = [line for call in _list_calls(part) for line in _show(part, call, target)]
        elif language == "yaml" and target:
            _paste(part, target)
        elif target:
            Path(target).write_text("\n".join([*part.lines, ""]), encoding="utf-8")
        yield from (part.opening, *lines, part.closing)


def _list_calls(block: Block) -> list[str]:
    return [line for line in block.lines if line.startswith((_COMMAND, _CHANGE))]


def _show(block: Block, call: str, keys: str) -> Iterator[str]:
    yield call
    if call.startswith(_CHANGE):
        os.chdir(call.removeprefix(_CHANGE))
        return
    arguments = shlex.split(call.removeprefix(_COMMAND))
    with patch.object(review, "is_terminal", lambda: bool(keys)):
        result = CliRunner(env=_TERMINAL).invoke(
            collabgraph, arguments, input=keys, prog_name="collabgraph"
        )
    if result.exit_code:
        raise PageError(block.file, block.line, f"{call!r} fails: {result.output.strip()}")
    yield from result.output.removesuffix("\n").split("\n")


def _paste(block: Block, section: str) -> None:
    data = Path(_DATA)
    before, found, after = data.read_text(encoding="utf-8").partition(f"\n{section}:\n")
    if not found:
        raise PageError(block.file, block.line, f"{_DATA} has no section {section!r}")
    data.write_text(before + found + "\n".join([*block.lines, after]), encoding="utf-8")
