"""Answers -> what is printed: the one place that knows in which forms."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from graph.write.answers.answer import Answer
from graph.write.screen import PLAIN, Screen

_PLAIN = frozenset({str, int, float})
"""What is one cell as it is; most values are."""

_BREAKS = re.compile(r"[\t\r\n]+")


def format_answer(answer: Answer, form: str, screen: Screen = PLAIN) -> str:
    """
    Write an answer in one of the `FORMS`.

    Args:
        answer: What is answered.
        form: Its name.
        screen: What a `table` is laid out for; the others are the same everywhere.

    Raises:
        ValueError: There is no such form.
    """
    if form == "table":
        return answer.text(screen) + "\n"
    if form not in _WRITERS:
        raise ValueError(f"no form {form!r}, use {', '.join(FORMS)}")
    return _WRITERS[form](answer)


def _write_json(answer: Answer) -> str:
    return _dump({"version": 1, **answer.data()}, indent=2)


def _write_jsonl(answer: Answer) -> str:
    rows = iter(answer.rows())
    headings = [str(heading) for heading in next(rows)]
    return "".join(_dump(dict(zip(headings, row, strict=True))) for row in rows)


def _write_csv(answer: Answer) -> str:
    import csv  # where no table is asked for, a question from cold does without
    import io

    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(map(_list_cells, answer.rows()))
    return buffer.getvalue()


def _write_tsv(answer: Answer) -> str:
    """Write it as `text/tab-separated-values`, which has no quotes: no cell holds a tab or line."""
    return "".join(
        "\t".join(_BREAKS.sub(" ", str(cell)) for cell in _list_cells(row)) + "\n"
        for row in answer.rows()
    )


def _write_markdown(answer: Answer) -> str:
    from graph.write.markdown import write_table

    rows = list(answer.rows())
    columns = list(zip(*islice(rows, 1, None), strict=True))
    headings, *cells = map(_list_cells, rows)
    numbers = [_is_number(column) for column in columns] or [False] * len(headings)
    return write_table(headings, cells, numbers)


_WRITERS: Mapping[str, Callable[[Answer], str]] = {
    "json": _write_json,
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "tsv": _write_tsv,
    "markdown": _write_markdown,
}

FORMS = ("table", *_WRITERS)
"""What every answer can be written as."""


def _dump(value: Any, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _list_cells(row: Iterable[object]) -> Sequence[object]:
    """Make each value one cell: a number, or text that no spreadsheet takes for a formula."""
    from graph.write.graphs.csv import make_inert

    cells = [value if type(value) in _PLAIN else _flatten(value) for value in row]
    return [make_inert(cell) if isinstance(cell, str) else cell for cell in cells]


def _flatten(value: object) -> object:
    """Join what a list holds by `;`, and lists in a list by a bar."""
    if isinstance(value, list | tuple):
        nested = any(isinstance(one, list | tuple) for one in value)
        return (" | " if nested else ";").join(str(_flatten(one)) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value


def _is_number(column: Sequence[object]) -> bool:
    known = [value for value in column if value is not None]
    return bool(known) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in known
    )
