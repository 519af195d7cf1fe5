"""The parts of a note in Markdown, as Obsidian reads it: properties, links and quoted passages."""

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.read.scalars import quote_scalar
from graph.write.graphs.flat import Attribute, Value, Values
from graph.write.markdown import escape_markdown
from graph.write.terminal import show

_DOUBLED = re.compile(r"(?<=([=%]))\1")
"""What Obsidian takes for the start of a highlight or a comment."""

_IN_LINK = str.maketrans({"[": "\uff3b", "]": "\uff3d", "|": "\uff5c"})
"""What would end a link; each looks the same to a reader."""


def escape_note(text: str) -> str:
    r"""
    Write text on one line so that a note shows it as it is.

    >>> print(escape_note("==a== %%b%% [[c]]"))
    \=\=a=\= %\%b%\% \[\[c\]\]
    """
    return _DOUBLED.sub(r"\\\1", escape_markdown(" ".join(text.split())))


def write_link(path: str, name: str) -> str:
    """
    Write a link to a note under the name of what it is about.

    >>> write_link("Bronnen/Nota 1", "Nota [1]")
    '[[Bronnen/Nota 1|Nota ［1］]]'
    """
    return f"[[{path}|{show(' '.join(name.split())).translate(_IN_LINK)}]]"


def write_properties(
    attributes: Iterable[Attribute], values: Values, links: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """
    Write the properties of a note as YAML front matter.

    Args:
        attributes: Which there are, in their order.
        values: Of one row.
        links: Attribute that holds ids -> id -> the link to its note.
    """
    yield "---"
    for one in attributes:
        if one.name in values:
            key = quote_scalar(one.name) if one.label else one.name
            yield f"{key}: {_write_value(values[one.name], links.get(one.name, {}))}"
    yield "---"


def quote_passage(values: Values, caption: str) -> Iterator[str]:
    """
    Write a passage as a block quote: its words, in bold between those around them where known.

    Args:
        values: A row of the table of evidence.
        caption: Where it stands, in Markdown.
    """
    quote = escape_note(str(values["quote"]))
    before, after = str(values.get("before", "")), str(values.get("after", ""))
    if before or after:
        left = f"… {escape_note(before)}{' ' * before[-1:].isspace()}" if before else ""
        right = f"{' ' * after[:1].isspace()}{escape_note(after)} …" if after else ""
        quote = f"{left}**{quote}**{right}"
    yield f"> {quote}"
    yield ">"
    yield f"> — {caption}"


def _write_value(value: Value, links: Mapping[str, str]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_write_text(item, links) for item in value)}]"
    return _write_text(value, links) if isinstance(value, str) else repr(value)


def _write_text(text: str, links: Mapping[str, str]) -> str:
    return quote_scalar(links.get(text, text))
