"""JSON with lines: the same values as Python's own reader, and a place for every mistake."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.errors import SourceError
from graph.read.document import Map, Seq
from graph.read.json import parse_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def as_text(value: Any) -> Any:
    """What Python's reader gives, with every word and number as it is written."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    return [as_text(item) for item in value] if isinstance(value, list) else value


@given(VALUES, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_it_reads_what_python_reads(value: Any, indent: Any, ascii_only: bool) -> None:
    """Whatever the blanks and the escapes."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    constants = {True: "true", False: "false"}
    expected = json.loads(text, parse_int=str, parse_float=str)

    found, problems = parse_json(text, "o.json")

    def plain(one: Any) -> Any:
        if isinstance(one, dict):
            return {key: plain(item) for key, item in one.items()}
        if isinstance(one, list):
            return [plain(item) for item in one]
        return constants[one] if isinstance(one, bool) else one

    assert (found, problems) == (plain(expected), [])


def test_it_knows_lines() -> None:
    """Of each map, key and item."""
    root, _ = parse_json('\n{"a": [1,\n 2], "b":\n {"c": null}}\n', "o.json")

    assert isinstance(root, Map)
    assert (root.line, root.lines) == (2, {"a": 2, "b": 3})
    assert isinstance(root["a"], Seq)
    assert (root["a"], root["a"].lines) == (["1", "2"], [2, 3])
    assert (root["b"].line, root["b"].lines) == (4, {"c": 4})


def test_a_repeated_key_is_a_problem() -> None:
    """The first is read, as in a data file."""
    root, problems = parse_json('{"a": 1,\n"a": 2}', "o.json")

    assert root == {"a": "1"}
    assert [(one.line, one.code) for one in problems] == [(2, "E103")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "o.json:1: not JSON: a value is missing"),
        ("```json\n{}\n```", "o.json:1: not JSON: ``` is no part of it"),
        ("{}\n```", "o.json:2: not JSON: ``` is no part of it"),
        ("{}\nHope this helps!", "o.json:2: not JSON: something follows behind the end"),
        ('{"a": 1,\n}', "o.json:1: not JSON: no comma may stand before a closing bracket"),
        ("[1,\n2,]", "o.json:2: not JSON: no comma may stand"),
        ('{"a": 1\n"b": 2}', "o.json:2: not JSON: a comma or a closing bracket is missing"),
        ('{"a" 1}', "o.json:1: not JSON: a colon has to follow"),
        ("{'a': 1}", "o.json:1: not JSON: a field has to be named"),
        ('{"a": b}', "o.json:1: not JSON: a value is missing here"),
        ('{"a": NaN}', "o.json:1: not JSON: a value is missing here"),
        ('{"a": 01}', "o.json:1: not JSON: a comma or a closing bracket is missing"),
        ('{"a":\n"x\ny"}', "o.json:2: not JSON: this text is not closed on its line"),
        ('{"a": "x', "o.json:1: not JSON: this text is not closed"),
        ('{"a": "\\q"}', "o.json:1: not JSON: this text"),
        ('{"a": "\\ud800"}', "o.json:1: not JSON: this text"),
        ('{"a": [', "o.json:1: not JSON: a value is missing here"),
        ("[" * 100_000, "o.json:1: not JSON: too many levels"),
    ],
)
def test_a_mistake_has_a_place_and_a_fix(text: str, said: str) -> None:
    """What models and hands get wrong: fences, talk, commas, quotes, numbers, depth."""
    with pytest.raises(SourceError) as caught:
        parse_json(text, "o.json")

    assert str(caught.value).startswith(said)
