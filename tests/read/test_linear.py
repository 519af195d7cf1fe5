"""Hostile sizes: what once took time by the square of its length ends at once.

That no pattern goes back again and again is held for all of them in `tests/test_patterns.py`, and
what the check of a whole file takes in `tests/validate/test_steps.py`.
"""

from pathlib import Path

import pytest
from steps import count_lines

from graph.model.errors import SourceError
from graph.read.digest import read_digest
from graph.read.yaml import parse_yaml

LONG = 400_000  # by the square this would take the better part of an hour


def test_a_run_of_blanks() -> None:
    """Blanks in a value are read once, however many they are."""
    root, problems = parse_yaml(f"a: b{' ' * LONG}c\n", "a.yaml")

    assert problems == []
    assert len(root["a"]) in (3, LONG + 2)


def test_blanks_before_a_comment_that_is_none() -> None:
    """What is cut off behind many blanks is still told, once."""
    _, problems = parse_yaml(f"a: b{' ' * LONG}#c\n", "a.yaml")

    assert [problem.message[:6] for problem in problems] == ["'#c' i"]


def test_many_markers_in_a_paragraph(tmp_path: Path) -> None:
    """Each of many markers in one paragraph is told with its own line."""
    count = 60_000

    digest = read_digest("d.md", "[r. 1] a\n" + "[r. 2] b\n" * count)

    assert len(digest.passages) == count + 1
    assert [at for at, _ in digest.problems] == list(range(2, count + 2))


def test_the_steps_of_markers() -> None:
    """Four times as many markers in a paragraph take four times the steps."""
    few, many = (
        count_lines(lambda: read_digest("d.md", "[r. 1] a\n" + "[r. 2] b\n" * count))  # noqa: B023
        for count in (100, 400)
    )

    assert many < 5 * few


@pytest.mark.parametrize("line", ['a: "b', "a: 'b", '["', "- - 'b"])
def test_many_quotes_that_open(line: str) -> None:
    """The place of an unclosed quote is looked for once, however many open."""
    with pytest.raises(SourceError, match="not YAML"):
        parse_yaml(f"{line}\n" * 50_000, "a.yaml")
