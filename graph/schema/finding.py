"""What a rule finds, before its place in the file is known."""

from typing import NamedTuple

from graph.model.message import Message
from graph.read.document import Trail


class Finding(NamedTuple):
    """A broken rule: the way to the value, and what is wrong; `file` and `line` only elsewhere."""

    trail: Trail
    said: Message
    file: str = ""
    line: int = 0
