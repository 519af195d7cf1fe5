"""No pattern of the package looks at a text again and again: its steps grow with the length."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from matching import Matcher, count_matching, list_hostile

import graph

TIMES = (12, 48)
AT_MOST = 7  # times as many steps for four times the length; by the square it would be 16
SEARCHES = r"(?:\[\w+\])?\.(?:search|finditer|findall|subn?|split)\b"


def list_patterns() -> Iterator[tuple[str, "re.Pattern[Any]", bool]]:
    """Give each pattern that a module holds, its name, and whether it is searched for."""
    for module in pkgutil.walk_packages(graph.__path__, "graph."):
        if "spark" in module.name or module.name.endswith("__main__"):
            continue
        loaded = import_module(module.name)
        text = Path(str(loaded.__file__)).read_text(encoding="utf-8")
        for name, value in vars(loaded).items():
            for pattern in _find_patterns(value):
                is_searched = bool(re.search(rf"\b{name}{SEARCHES}", text))
                yield f"{module.name}.{name}", pattern, is_searched


def _find_patterns(value: object) -> Iterator["re.Pattern[Any]"]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(found := getattr(value, "__self__", None), re.Pattern):
        yield found  # `re.compile(...).fullmatch`
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_find_patterns, value.values()))
    elif isinstance(value, tuple | list):
        yield from chain.from_iterable(map(_find_patterns, value))


def is_quadratic(pattern: "re.Pattern[Any]", *, search: bool) -> str:
    """Give a piece of a text at which a pattern takes steps by the square; nothing where none."""
    few_times, many_times = (list_hostile(pattern, times) for times in TIMES)
    for short, long in zip(few_times, many_times, strict=True):
        few = count_matching(pattern, short, search=search)
        if few > 2 * len(short) and (count_matching(pattern, long, search=search) > AT_MOST * few):
            return long[:60]
    return ""


def test_no_pattern_is_quadratic() -> None:
    """However hostile a text is, a pattern looks at each of its characters a few times."""
    found = {
        f"{name} {pattern.pattern!r}": text
        for name, pattern, search in list_patterns()
        if (text := is_quadratic(pattern, search=search))
    }

    assert found == {}


@pytest.mark.parametrize(
    ("pattern", "search"),
    [
        (r"[ \t]+(#\w[^\n]*)", True),  # a comment behind blanks, before it looked behind itself
        (r"\[\s*r[^\]]*\]", True),  # many that open and do not close
        (r"\[r\.\s*([^\]]*)\]", False),  # two in a row that take blanks
        (r"\(([\w&]*[A-Z][\w&]*[A-Z][\w&]*)\)", True),  # this one by the third power
        (r"\S*(?:www\.|@)\S*", True),
    ],
)
def test_what_is_quadratic_is_seen(pattern: str, search: bool) -> None:
    """Patterns as the package once had them are found, each by a piece of its own."""
    assert is_quadratic(re.compile(pattern), search=search)


@pytest.mark.parametrize("flags", [0, re.ASCII, re.IGNORECASE | re.MULTILINE, re.DOTALL])
@pytest.mark.parametrize(
    "pattern",
    [
        r"(a|ab)(c|bcd)(d*)",
        r"^a+?b$",
        r"(?<!a)b(?=a|$)\b",
        r"(\w)\1{1,2}\B",
        r"a*+b|(?>a|ab)c",
        r"[^\W\d_]{2,}.[^a-c]?",
        r"(?:ab?)*?c|(?!b)\s\S",
    ],
)
def test_steps_are_those_of_the_library(pattern: str, flags: int) -> None:
    """Step by step a pattern finds what the library finds, whatever the text."""
    compiled = re.compile(pattern, flags)
    for text in map("".join, product("abcA é\n1", repeat=3)):
        found = compiled.match(text)
        assert Matcher(compiled, text).match(0) == (found.end() if found else None), text
