"""The real output of the command, under the lines that show how it is called."""

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from documentation.blocks import Block, PageError
from graph.cli import main as collabgraph

ROOT = Path(__file__).resolve().parent.parent.parent
_ENGLISH = {"LC_ALL": "C.UTF-8", "COLLABGRAPH_LANGUAGE": "en"}
_BUILD, _COMMAND = "$ make build", "$ collabgraph "


class CommandError(Exception):
    """A command in the documentation fails; the message is what it prints."""


def fill_console(block: Block) -> Sequence[str]:
    """
    Put the real output under every `$ collabgraph` line, and under `$ make build`.

    A block with another command is left as it is.

    Raises:
        PageError: A command fails.
    """
    calls = [line for line in block.lines if line.startswith("$ ")]
    if not calls or not all(_is_ours(call) for call in calls):
        return block.lines
    return [line for call in calls for line in _show(block, call)]


def run(arguments: str) -> str:
    """
    Run `collabgraph` in the root of the checkout; what it prints.

    Raises:
        CommandError: It ends with another exit code than 0.
    """
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        result = CliRunner(env=_ENGLISH).invoke(
            collabgraph, shlex.split(arguments), prog_name="collabgraph"
        )
    finally:
        os.chdir(here)
    if result.exit_code:
        raise CommandError(f"'collabgraph {arguments}' fails: {result.output.strip()}")
    return result.output


def _is_ours(call: str) -> bool:
    return call == _BUILD or call.startswith(_COMMAND)


def _show(block: Block, call: str) -> Iterator[str]:
    try:
        output = _run_build() if call == _BUILD else run(call.removeprefix(_COMMAND))
    except CommandError as error:
        line = block.line + 1 + block.lines.index(call)
        raise PageError(block.file, line, str(error)) from error
    yield call
    yield from output.removesuffix("\n").split("\n")


def _run_build() -> str:
    # What `make build` prints, without touching output/.
    with TemporaryDirectory() as folder:
        return run(f"build --output {folder}").replace(folder, "output")
