"""The page of the library: every public name of `graph`, from its docstring."""

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

import graph
from documentation.docstrings import list_methods, summarise, write_docstring, write_signature

_INTRO = (
    "This page is what the docstrings say; `make docs` writes it. "
    "Every name here is imported from `collabgraph`, but for the records, which the functions "
    "return. `graph` is the same package by the name of its folder: what stands deeper in it is "
    "imported by that name (`graph.words.speak`), after `collabgraph` where a file of your own is "
    "called graph.py. Python would take such a file for the package; `import collabgraph` finds "
    "the real one, and warns."
)


def write_library() -> str:
    """Write a section for every public name, then for every record that they take or return."""
    public = [getattr(graph, name) for name in graph.__all__]
    groups: dict[str, list[Any]] = {
        "Functions": [thing for thing in public if inspect.isfunction(thing)],
        "Values": [thing for thing in public if inspect.isclass(thing) and not _is_error(thing)],
        "Errors": [thing for thing in public if _is_error(thing)],
    }
    groups["Records"] = sorted(
        list_records(public) - set(public), key=lambda one: (one.__name__, one.__module__)
    )
    lines = ["# The library", "", _INTRO, "", *write_docstring(graph.__doc__ or "")]
    for title, things in groups.items():
        lines += ["", f"## {title}", "", *_write_index(things)]
        lines += [line for thing in things for line in _write_section(thing)]
    return "\n".join([*lines, ""])


def list_records(things: list[Any]) -> set[type]:
    """List the records of the package that some things take, return or hold, those inside along."""
    found: set[type] = set()
    todo = list(things)
    while todo:
        thing = todo.pop()
        new = {one for one in _find_named(thing) if _is_record(one)} - found
        found |= new
        todo += new
    return found


def _is_record(thing: Any) -> bool:
    return is_dataclass(thing) or (inspect.isclass(thing) and hasattr(thing, "_fields"))


def _is_error(thing: Any) -> bool:
    return inspect.isclass(thing) and issubclass(thing, Exception)


def _find_named(thing: Any) -> Iterator[type]:
    # The classes of the package that a signature names, as its module knows them.
    known = vars(sys.modules[thing.__module__])
    for name in re.findall(r"\b[A-Z]\w+", "\n".join(write_signature(thing))):
        found = known.get(name)
        if inspect.isclass(found) and found.__module__.startswith("graph."):
            yield found


def _write_index(things: list[Any]) -> Iterator[str]:
    yield "| name | what it is |"
    yield "| --- | --- |"
    for thing in things:
        yield f"| [{thing.__name__}](#{thing.__name__.lower()}) | {summarise(thing.__doc__)} |"


def _write_section(thing: Any) -> Iterator[str]:
    yield from ("", f"### {thing.__name__}", "")
    yield from ("```python", *write_signature(thing), "```", "")
    yield from write_docstring(thing.__doc__)
    methods = list(list_methods(thing)) if inspect.isclass(thing) else []
    if methods:
        yield ""
    yield from (f"- `{call}`: {summary}" for call, summary in methods)
