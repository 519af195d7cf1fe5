"""How commands print and write."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TextIO

import click

from graph.write.answers.answer import Answer, format_answer
from graph.write.terminal import show


class Teller:
    """Tells each step on a terminal, a line a step; says nothing in a pipe."""

    def __init__(self) -> None:
        self.stream: TextIO | None = sys.stderr if sys.stderr.isatty() else None

    def __call__(self, step: str) -> None:
        """Say that a step begins."""
        if self.stream:
            print(f"{step} ...", file=self.stream, flush=True)


def print_answer(answer: Answer, form: str) -> None:
    """Print an answer in the form that was asked for."""
    click.echo(format_answer(answer, form), nl=False)


def print_bytes(content: bytes) -> None:
    """Print bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def warn(warnings: Iterable[str]) -> None:
    """Print warnings to stderr."""
    for warning in warnings:
        click.echo(f"warning: {show(warning)}", err=True)


def write(contents: Mapping[Path, bytes], tell: Callable[[str], None] = lambda step: None) -> None:
    """Write every file, or none."""
    from graph.write.files import write_files

    tell("write")
    write_files(contents)
