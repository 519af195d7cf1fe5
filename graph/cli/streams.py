"""Stdout and stderr: UTF-8, there, and never an answer that is lost unnoticed."""

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

import click

from graph.model.message import Message
from graph.words.speak import Speaker
from graph.write.terminal import show_lines


def prepare_streams() -> None:
    """
    Make both streams UTF-8, and open those that were closed.

    A closed stdout (`>&-`) refuses what is written to it, so that a lost answer is an error; a
    closed stderr swallows it. Neither leaves its number to the next file that is opened.
    """
    sys.stdout = _open(sys.stdout, 1, os.O_RDONLY)
    sys.stderr = _open(sys.stderr, 2, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal() -> bool:
    """Tell whether somebody can be asked: in a pipe nobody is."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def guard_answer(run: Callable[[], Any], speaker: Speaker) -> Any:
    """
    Run a command, and end with exit code 1 where what it prints cannot be written.

    Files are read and written by functions that turn an `OSError` into a `GraphError`; so one
    that comes here is of a stream. A reader that stops reading (`| head`) is told nothing.
    """
    try:
        try:
            return run()
        finally:
            sys.stdout.flush()
    except OSError as error:
        _silence(1)
        if error.errno != errno.EPIPE:
            _complain(error, speaker)
        sys.exit(1)


def _complain(error: OSError, speaker: Speaker) -> None:
    why = show_lines(error.strerror or str(error))
    said = Message("error", said=Message("write.lost", why=why)).say(speaker)
    try:
        click.echo(said, err=True)
    except OSError:  # stderr is lost as well: the exit code is all that is left
        _silence(2)


def _open(stream: TextIO | None, number: int, mode: int) -> TextIO:
    if stream is not None:
        return stream
    _take(number, mode)
    return io.TextIOWrapper(io.FileIO(number, "w", closefd=False), write_through=True)


def _silence(number: int) -> None:
    """Let what is still to be written to a stream go nowhere, also when Python ends."""
    _take(number, os.O_WRONLY)


def _take(number: int, mode: int) -> None:
    nowhere = os.open(os.devnull, mode)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
