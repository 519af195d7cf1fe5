"""One piece of advice, before its place in the file is known."""

from typing import NamedTuple

from graph.model.message import Message
from graph.read.document import Trail


class Advice(NamedTuple):
    """
    What a curator could look at next.

    `trail` leads to the record that it is about, or to a value in it; `about` tells it from other
    advice with the same code there: an id, or words. The greater `weight`, the more rests on it.
    `file` and `line` only where the words stand elsewhere than in the data file.
    """

    trail: Trail
    said: Message
    about: str = ""
    weight: int = 0
    file: str = ""
    line: int = 0

    @property
    def code(self) -> str:
        """The code of its rule, which stays."""
        from graph.model.codes import CODES

        return CODES[self.said.key]
