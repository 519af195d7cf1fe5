"""Two versions of a file -> what changes between them, line by line."""

import re

from graph.write.terminal import show_lines

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"


def format_difference(before: bytes, after: bytes, name: str) -> str:
    r"""
    Write the difference between two versions of a file in the form of `diff -u`.

    It is for reading: every line ends in the same way, and what a terminal would obey is shown.

    Args:
        before: The file as it is; empty where there is none yet.
        after: The file as it becomes.
        name: How it is named.

    Returns:
        The changed lines with three lines around them; empty where no line changes.

    >>> print(format_difference(b"a\nb\n", b"a\nc\n", "e.yaml"), end="")
    --- e.yaml
    +++ e.yaml
    @@ -1,2 +1,2 @@
     a
    -b
    +c
    """
    from difflib import unified_diff  # only where a difference is shown

    lines = unified_diff(_split(before), _split(after), name, name)
    return show_lines("".join(line if line.endswith("\n") else line + _NO_END for line in lines))


def _split(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _LINE.findall(text)
