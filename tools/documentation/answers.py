"""The headings of every answer in CSV, as a table in Markdown, and the fields of those in JSON."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from documentation.blocks import Fill
from documentation.consoles import run
from graph.query.terms import Terms

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "check": ("check --data docs/example/entities.yaml",),
    "scan": ("scan",),
    "import": ("import docs/example/registers/deelnames.csv",),
    "neighbours": ("neighbours elaa", "neighbours lister --hops 2"),
    "why": ('why elaa "zilveren kruis"', 'why klm "zilveren kruis"'),
    "show": ("show elaa",),
    "show, a partnership": ("show regiegroep-utrecht", "show opvang-daklozen-utrecht"),
    "show, a source": ("show ros-transformaties",),
    "show, a group": ("show bewoners-almere", "show twentse-gemeenten"),
    "show, a region or theme": ("show almere", "show corona"),
    "show, no organisation": ("show health-care-governance",),
    "show, a name that is not in the data": ("show 'informele zorg'",),
    "path": ("path lister flevoziekenhuis", "path klm flevoziekenhuis"),
    "list organisations": ("list organisations",),
    "list partnerships": ("list partnerships",),
    "list sources": ("list sources",),
    "list ties": ("list ties",),
    "list relations": ("list relations",),
    "list barriers": ("list barriers",),
    **{f"list {terms}": (f"list {terms}",) for terms in get_args(Terms)},
    "metrics": ("metrics",),
    "diff": ("diff docs/example/entities.yaml entities.yaml",),
}
"""What is asked to see the shape of every answer."""


def answer_fills() -> dict[str, Fill]:
    """List how to fill `<!-- answers csv -->`, from answers on the data of this repository."""
    return {"answers csv": lambda _: list(_write_rows())}


def list_fields(name: str) -> set[str]:
    """
    List the names of all fields in the JSON answers to some questions, at any depth.

    What `diff` says was there and is there now is in the words of the data format.
    """
    answers = [json.loads(run(f"{question} --format json")) for question in QUESTIONS[name]]
    return set(_walk(answers))


def _write_rows() -> Iterator[str]:
    yield "| command | columns |"
    yield "| --- | --- |"
    for name, (question, *_) in QUESTIONS.items():
        text = run(f"{question} --format csv").removeprefix("\ufeff")
        columns = ", ".join(f"`{column}`" for column in next(csv.reader(io.StringIO(text))))
        command, comma, what = name.partition(",")
        yield f"| `{command}`{comma}{what} | {columns} |"


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _walk(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            if key not in ("old", "new"):
                yield from _walk(item)
