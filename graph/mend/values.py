"""Single values: curly quotes around them go, and a name in place of an id becomes that id."""

import json
import re
from collections.abc import Iterator
from typing import Any

from graph.mend.mend import Draft, Mend
from graph.model.curly import bare
from graph.model.errors import Problem
from graph.model.message import Message
from graph.model.slug import make_id
from graph.read.document import read_path
from graph.read.edits import find_value, replace_value
from graph.read.nodes import is_scalar

_FORMS = frozenset({"E206", "E207", "E208", "E213", "W406"})
_PLAIN = re.compile(r"[a-z][a-z0-9-]*").fullmatch


def mend_values(draft: Draft) -> Iterator[Mend]:
    """
    Mend values that are wrong as they stand, and right without their curly quotes or as an id.

    Curly quotes are taken away where they stand around the whole value. Where the id of something
    belongs, its letters in capitals, with blanks or accents become that id; a word of a short list
    loses its capitals.
    """
    for problem in draft.problems:
        if problem.file:
            continue
        path = read_path(problem.path)
        if problem.code == "E403":
            path = (*path, "name")
        elif problem.code == "W406":
            node = find_value(draft.root, (*path, "text"))
            path = (*path, "text") if node is not None else path
        elif problem.code not in _FORMS:
            continue
        node = find_value(draft.root, path)
        if node is None or not is_scalar(node):
            continue
        new = _correct(node.value, problem.code)
        if new and new != node.value:
            yield _replace(draft, problem, node, new)


def write_text(text: str) -> str:
    """Write a text as YAML: an id as it is, all else between double quotes."""
    return text if _PLAIN(text) and text != "null" else json.dumps(text, ensure_ascii=False)


def _correct(text: str, code: str) -> str:
    inner = bare(text)
    if code == "E213":
        return make_id(inner)
    return inner.casefold() if code == "E207" else inner


def _replace(draft: Draft, problem: Problem, node: Any, new: str) -> Mend:
    is_id = problem.code == "E213"
    said = Message("mend.id" if is_id else "mend.value", old=repr(node.value), new=repr(new))
    edit = replace_value(draft.text, node, write_text(new))
    return Mend(node.start_mark.line + 1, problem.path, said, (edit,), problem.code)
