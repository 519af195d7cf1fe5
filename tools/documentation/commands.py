"""The page of commands: what `--help` prints."""

from documentation.consoles import run
from graph.cli import COMMANDS


def write_commands() -> str:
    """Write the page of commands: the help of the whole, then of each."""
    parts = ["# Commands\n", "This page is what `--help` prints; `make docs` writes it.\n"]
    parts += [f"```\n{run('--help')}```\n"]
    parts += [f"## {name}\n\n```\n{run(f'{name} --help')}```\n" for name in COMMANDS]
    return "\n".join(parts)
