"""How far long work is: one line on a terminal, which is wiped out when the work is done."""

import sys
from time import monotonic
from typing import Self, TextIO

from graph.cli.loudness import get_loudness

_PATIENCE, _PAUSE = 0.5, 0.1  # seconds: work that is done sooner shows no bar
_WIDTH = 30


class Progress:
    """One line that is drawn over; nothing in a pipe, and nothing where it is `--quiet`."""

    def __init__(self) -> None:
        shown = sys.stderr.isatty() and get_loudness() != "quiet"
        self._stream: TextIO | None = sys.stderr if shown else None
        self._drawn = 0  # columns

    def __enter__(self) -> Self:
        """Begin; nothing is drawn yet."""
        return self

    def __exit__(self, *error: object) -> None:
        """Take away what was drawn, also where the work was broken off."""
        if self._drawn:
            self._draw("")
            self._write("\r")

    def _draw(self, line: str) -> None:
        self._write(f"\r{line:<{self._drawn}}")
        self._drawn = len(line)

    def _write(self, text: str) -> None:
        if self._stream:
            print(text, end="", file=self._stream, flush=True)


class Steps(Progress):
    """Names the step that the work is at."""

    def __call__(self, step: str) -> None:
        """Say that a step begins."""
        if self._stream:
            self._draw(f"{step} ...")


class Bar(Progress):
    """Shows how much of the work is done, once it takes longer than a moment."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what
        self._due = monotonic() + _PATIENCE

    def __call__(self, done: int, of: int) -> None:
        """Draw how much is done, unless that was just drawn."""
        now = monotonic()
        if not self._stream or now < self._due:
            return
        self._due = now + _PAUSE
        self._draw(f"{self.what} [{'#' * (_WIDTH * done // of):<{_WIDTH}}] {100 * done // of:3}%")
