"""What text is written on: a terminal of some width with its colours and links, or a pipe."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from graph.model.record import record
from graph.write.table import layout_table

Look = Literal["error", "warning", "advice", "mark", "heading"]
"""What a piece of text is, which decides how it looks."""

_LOOKS = {"error": "31;1", "warning": "33;1", "advice": "34;1", "mark": "36", "heading": "1"}
"""Each look as ECMA-48 numbers it."""


@record(frozen=True, slots=True, kw_only=True)
class Screen:
    """
    Where an answer is read.

    `width`: its columns; None where lines are as long as they are. `colours` and `links`: whether
    it knows those.
    """

    width: int | None = None
    colours: bool = False
    links: bool = False

    def paint(self, text: str, look: Look) -> str:
        r"""
        Give text its look, where there are colours.

        >>> Screen(colours=True).paint("E112", "error"), Screen().paint("E112", "error")
        ('\x1b[31;1mE112\x1b[0m', 'E112')
        """
        return f"\x1b[{_LOOKS[look]}m{text}\x1b[0m" if self.colours and text else text

    def link(self, text: str, address: str) -> str:
        r"""
        Let text open an address, where the terminal has links (OSC 8).

        >>> Screen(links=True).link("row 5", "https://example.org")
        '\x1b]8;;https://example.org\x1b\\row 5\x1b]8;;\x1b\\'
        """
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if self.links else text

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[str] = ()
    ) -> str:
        """Lay out rows under headings, as `layout_table` does, so that they fit."""
        return layout_table(
            headings,
            rows,
            numbers=numbers,
            width=self.width,
            emphasise=partial(self.paint, look="heading"),
        )


PLAIN = Screen()
"""A pipe or a file."""
