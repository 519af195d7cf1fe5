"""What is said to the user of the program: each message has its text, and each text its message."""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest
from conftest import ROOT

from graph.model.errors import AmbiguousNameError, DataError, Problem, UnknownIdError
from graph.model.message import Message, both, either
from graph.words.speak import Speaker
from graph.words.store import read_words


def list_texts(words: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Each text with its key."""
    for key, found in words.items():
        if isinstance(found, str):
            yield f"{place}{key}", found
        else:
            yield from list_texts(found, f"{place}{key}.")


TEXTS = dict(list_texts(read_words("nl")["messages"]))
NL, EN = Speaker("nl"), Speaker("en")


class Made(NamedTuple):
    """Where the code makes a message: of which keys it can be, and what it fills in."""

    where: str
    keys: frozenset[str]
    gaps: frozenset[str]


def find_keys(node: ast.expr) -> Iterator[str]:
    """Each key that an expression can be; those of a family, where its last step is computed."""
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp(body=one, orelse=other):
            yield from find_keys(one)
            yield from find_keys(other)
        case ast.JoinedStr(values=[ast.Constant(value=str(family)), _]):
            yield from (key for key in TEXTS if key.startswith(family))
        case _:
            raise AssertionError(f"a key that cannot be read: {ast.unparse(node)}")


def find_made() -> Iterator[Made]:
    """Every place in the code that makes a message."""
    for path in sorted((ROOT / "graph").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Message":
                yield Made(
                    f"{path.name}:{node.lineno}",
                    frozenset(find_keys(node.args[0])),
                    frozenset(str(value.arg) for value in node.keywords),
                )


MADE = list(find_made())


def test_every_message_has_its_text_and_fills_its_gaps() -> None:
    """What the code fills in is what the text asks for, no more and no less."""
    wrong = [
        (made.where, key)
        for made in MADE
        for key in made.keys or {"none"}
        if key not in TEXTS or {*re.findall(r"\{(\w+)\}", TEXTS[key])} != made.gaps
    ]

    assert len(MADE) > 100
    assert wrong == []


def test_every_text_is_said() -> None:
    """No text is left over."""
    assert sorted(TEXTS.keys() - {key for made in MADE for key in made.keys}) == []


def test_no_message_chooses_by_number() -> None:
    """A number in a message is a line or a limit, written as the file writes it."""
    assert [key for key, text in TEXTS.items() if ":" in text and "|" in text] == []
    assert Message("quote.no_line", line=12345).say(NL) == ", en niets daar geeft regel 12345 weer"


def test_what_stands_in_a_message_is_said_in_its_language() -> None:
    """A hint, a noun and an 'or' follow the message that they are part of."""
    error = UnknownIdError("raedelyn", "organisation", ["raedelijn", "radelijn"])

    assert str(error) == "no organisation 'raedelyn', did you mean 'raedelijn' or 'radelijn'?"
    assert error.say(NL) == "geen organisatie 'raedelyn', bedoelt u 'raedelijn' of 'radelijn'?"
    assert UnknownIdError("x", "theme", (), ["b", "a"]).say(NL) == "geen thema 'x', kies uit a, b"
    assert either(["a"]) == "a"
    assert [str(both(["a", "b"])), str(both(["a", "b", "c"]))] == ["a and b", "a and b and c"]


def test_an_error_is_said_in_a_language() -> None:
    """Every class of errors speaks Dutch; a problem keeps its place, and a choice its lines."""
    problems = [
        Problem(7, "groups.g", Message("rule.group_unused")),
        Problem(3, "", Message("shape.missing", field="'title'")),
        Problem(3, "", Message("shape.missing", field="'title'")),
    ]
    error = DataError("e.yaml", problems)
    ambiguous = AmbiguousNameError("lister", [("a", "A"), ("b", "B")])

    assert str(error) == (
        "e.yaml:3: 'title' is missing\n"
        "e.yaml:7: warning: groups.g: in no partnership and no relation"
    )
    assert error.say(NL) == (
        "e.yaml:3: 'title' ontbreekt\n"
        "e.yaml:7: waarschuwing: groups.g: in geen samenwerking en geen relatie"
    )
    assert (
        ambiguous.say(NL) == "'lister' past bij 2 organisaties, gebruik een id:\n  a  (A)\n  b  (B)"
    )
    assert ambiguous.say(EN) == str(ambiguous)


@pytest.mark.parametrize("text", ["{noun}", "{n:a|b}", "{", "%s"])
def test_what_a_user_typed_is_no_pattern(text: str) -> None:
    """A name that looks like a gap stays as it is."""
    assert UnknownIdError(text, "region").say(NL) == f"geen regio {text!r}"


def test_a_message_is_frozen() -> None:
    """Two of the same words are equal and count once; nothing in one can be changed."""
    message = Message("shape.missing", field="'title'")

    assert {message, Message("shape.missing", field="'title'")} == {message}
    with pytest.raises(AttributeError):
        message.key = "other"
