"""Text on a terminal: what the data hold is shown there, never obeyed."""

import re

from graph.model.lookalikes import INVISIBLE

_UNSAFE = re.compile(
    f"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff{INVISIBLE}]"
)


def show(text: str) -> str:
    r"""
    Make control and invisible characters, marks of direction and lone surrogates visible.

    >>> show("GGD\x1b[2J\u202e")
    'GGD\\x1b[2J\\u202e'
    """
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def show_lines(text: str) -> str:
    """Do what `show` does, but keep the ends of lines."""
    return "\n".join(show(line) for line in text.split("\n"))


def _escape(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
