"""More items in a list of an entry: they are there, and every other byte is as it was."""

import pytest

from graph.model.errors import SourceError
from graph.read.append import append_items

NEW = ["Zorg, samen", {"text": "duin", "in": "s1"}]
LINES = "      - Zorg, samen\n      - text: duin\n        in: s1\n"
INSIDE = '"Zorg, samen", {text: duin, in: s1}'


def append(text: str) -> str:
    """Add the two aliases to the organisation `x`."""
    return append_items(text.encode(), "e.yaml", ("o", "x", "aliases"), NEW).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("o:\n  x:\n    name: a # why\n", "\n# behind\nz: 1\n"),
        ("o:\n  x:\n    note: >-\n      lang\n      verhaal\n", "\n\n  y: {}\n"),
        ("o:\n  x:\n    ids: {kvk: '1'}\n", "  y:\n    name: b\n"),
    ],
)
def test_a_list_is_made_behind_the_last_field(before: str, after: str) -> None:
    """Behind a comment on its line, a folded text, a map in braces."""
    assert append(before + after) == f"{before}    aliases:\n{LINES}{after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("o:\n  x:\n    aliases:\n      - a # why\n", "    name: b\n"),
        ("o:\n  x:\n    aliases:\n      - {text: a, in: s}\n", "\n  # next\n  y: {}\n"),
        ("o:\n  x:\n    aliases:\n      - text: a\n        lines:\n          - 3\n", "z: 1\n"),
    ],
)
def test_items_stand_behind_the_last(before: str, after: str) -> None:
    """Whatever the last one is, and whatever follows."""
    assert append(before + after) == before + LINES + after


def test_the_indent_is_that_of_the_others() -> None:
    """Also where the items stand right under their field."""
    assert append("o:\n  x:\n    aliases:\n    - a\n") == (
        "o:\n  x:\n    aliases:\n    - a\n    - Zorg, samen\n    - text: duin\n      in: s1\n"
    )


def test_brackets_and_braces_stay_what_they_are() -> None:
    """A list in brackets grows there, an empty one too; an entry in braces gets a list in them."""
    assert append("o:\n  x:\n    aliases: [a, b ] # c\n") == (
        f"o:\n  x:\n    aliases: [a, b, {INSIDE} ] # c\n"
    )
    assert append("o:\n  x:\n    aliases: []\n") == f"o:\n  x:\n    aliases: [{INSIDE}]\n"
    assert append("o:\n  x: {name: a} # c\n") == f"o:\n  x: {{name: a, aliases: [{INSIDE}]}} # c\n"


def test_line_ends_and_a_missing_last_one_stay() -> None:
    """A file of another system keeps its line ends."""
    assert append("o:\r\n  x:\r\n    name: a\r\n") == (
        "o:\n  x:\n    name: a\n    aliases:\n" + LINES
    ).replace("\n", "\r\n")
    assert append("o:\n  x:\n    name: a") == f"o:\n  x:\n    name: a\n    aliases:\n{LINES}"[:-1]


@pytest.mark.parametrize(
    "text",
    [
        "o:\n  x:\n    aliases: ~\n",
        "o:\n  x:\n    aliases: a\n",
        "o:\n  x:\n    aliases: [a # c\n      ]\n",
        "o:\n  x: a\n",
        "o:\n  y:\n    name: a\n",
    ],
)
def test_where_there_is_no_place_nothing_is_done(text: str) -> None:
    """A value that is no list, a comment before the bracket, no entry: it is said."""
    with pytest.raises(SourceError, match=r"e\.yaml: 'o' leaves no place"):
        append(text)
