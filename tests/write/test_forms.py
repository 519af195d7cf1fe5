"""An answer in each of its forms."""

import csv
import io
import json

import pytest

from graph.write.answers.answer import Answer
from graph.write.answers.forms import FORMS, format_answer

ROWS: tuple[tuple[object, ...], ...] = (
    ("name", "weight", "ids", "parts", "cut", "note"),
    ("Één | *kust*", 3, ["a", "b"], (("a", "b"), ("c",)), True, "twee\n\tregels"),
    ("=1+1", 0.5, [], (), False, None),
    ("\t@SUM(A1)", None, ("a",), None, None, 'zegt "ja"'),
)
ANSWER = Answer(text=lambda screen: "tekst", rows=lambda: ROWS, data=lambda: {"count": 3})
EMPTY = Answer(text=lambda screen: "niets", rows=lambda: ROWS[:1], data=lambda: {"count": 0})


def test_the_forms() -> None:
    """For people first, then for programs."""
    assert FORMS == ("table", "json", "jsonl", "csv", "tsv", "markdown")


def test_text_and_data() -> None:
    """What the answer says itself."""
    assert format_answer(ANSWER, "table") == "tekst\n"
    assert json.loads(format_answer(ANSWER, "json")) == {"version": 1, "count": 3}


def test_jsonl() -> None:
    """A row an object; nothing is joined, left out or put behind an apostrophe."""
    lines = format_answer(ANSWER, "jsonl").splitlines()

    assert [json.loads(line) for line in lines] == [
        {
            "name": "Één | *kust*",
            "weight": 3,
            "ids": ["a", "b"],
            "parts": [["a", "b"], ["c"]],
            "cut": True,
            "note": "twee\n\tregels",
        },
        {"name": "=1+1", "weight": 0.5, "ids": [], "parts": [], "cut": False, "note": None},
        {
            "name": "\t@SUM(A1)",
            "weight": None,
            "ids": ["a"],
            "parts": None,
            "cut": None,
            "note": 'zegt "ja"',
        },
    ]
    assert "Één" in lines[0]


def test_csv() -> None:
    """What it holds is read back, but for the apostrophe before a formula."""
    assert list(csv.reader(io.StringIO(format_answer(ANSWER, "csv"), newline=""))) == [
        ["name", "weight", "ids", "parts", "cut", "note"],
        ["Één | *kust*", "3", "a;b", "a;b | c", "yes", "twee\n\tregels"],
        ["'=1+1", "0.5", "", "", "no", ""],
        ["'\t@SUM(A1)", "", "a", "", "", 'zegt "ja"'],
    ]


def test_tsv() -> None:
    """Every line has as many tabs, and quotes are text."""
    assert format_answer(ANSWER, "tsv").split("\n") == [
        "name\tweight\tids\tparts\tcut\tnote",
        "Één | *kust*\t3\ta;b\ta;b | c\tyes\ttwee regels",
        "'=1+1\t0.5\t\t\tno\t",
        '\' @SUM(A1)\t\ta\t\t\tzegt "ja"',
        "",
    ]


def test_markdown() -> None:
    """Numbers are set to the right, and no sign of a cell is obeyed."""
    assert format_answer(ANSWER, "markdown").split("\n") == [
        "| name | weight | ids | parts | cut | note |",
        "| --- | ---: | --- | --- | --- | --- |",
        "| Één \\| \\*kust\\* | 3 | a;b | a;b \\| c | yes | twee regels |",
        "| '=1+1 | 0.5 |  |  | no |  |",
        '| \' @SUM(A1) |  | a |  |  | zegt "ja" |',
        "",
    ]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("jsonl", ""),
        ("csv", "name,weight,ids,parts,cut,note\n"),
        ("tsv", "name\tweight\tids\tparts\tcut\tnote\n"),
        (
            "markdown",
            "| name | weight | ids | parts | cut | note |\n| --- | --- | --- | --- | --- | --- |\n",
        ),
    ],
)
def test_nothing(form: str, text: str) -> None:
    """Headings alone."""
    assert format_answer(EMPTY, form) == text


def test_a_form_that_is_none() -> None:
    """It says which there are."""
    with pytest.raises(ValueError, match="no form 'xml', use table, json, jsonl, csv, tsv, mark"):
        format_answer(ANSWER, "xml")
