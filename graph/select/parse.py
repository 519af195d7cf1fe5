"""A selection written in one line, as `Selection.describe` writes it -> Selection."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graph.model.certainty import CERTAINTIES
from graph.model.errors import SelectionError, did_you_mean
from graph.model.message import Message
from graph.select.filter import Filter
from graph.select.filters import EVERYTHING, FILTERS, Selection

_ALL = "all"
_NAMES = {
    name: one for one in FILTERS for name in (one.flag.removeprefix("--"), one.name, one.key)
} | {one.name.replace("_", "-"): one for one in FILTERS}


def parse_selection(text: str, base: Selection = EVERYTHING) -> Selection:
    """
    Read filters with their values: `region=almere,twente; without-role=facilitator; fold`.

    A filter is called as its option is, or as in what an answer says of its selection. `all`
    asks for nothing.

    Args:
        text: The filters, with `;` between them and `,` between the values of one.
        base: What holds where the text does not say otherwise.

    Raises:
        SelectionError: A part is no filter, or has no value or one that it cannot have.

    >>> parse_selection("regions=almere; fold").describe()
    'regions=almere; fold=true'
    >>> parse_selection("all", Selection(themes=("jeugd",))).describe()
    'themes=jeugd'
    """
    if text.strip() == _ALL:
        return base
    given: dict[str, Any] = {}
    for part in _split(text):
        name, value = _read_part(part)
        if name in given:
            raise SelectionError(Message("select.twice", name=part.partition("=")[0].strip()))
        given[name] = value
    return replace(base, **given)


def _split(text: str) -> Iterator[str]:
    for part in text.split(";"):
        if not part.strip():
            raise SelectionError(Message("select.no_part", text=repr(text)))
        yield part.strip()


def _read_part(part: str) -> tuple[str, Any]:
    name, _, value = (piece.strip() for piece in part.partition("="))
    one = _NAMES.get(name.removeprefix("--"))
    if one is None:
        hint = did_you_mean(name, [filter.flag.removeprefix("--") for filter in FILTERS])
        raise SelectionError(Message("select.no_filter", name=repr(name), hint=hint))
    if one.value == "flag":
        if value not in ("", "true", one.on):
            raise SelectionError(Message("select.no_flag", name=name, value=repr(value)))
        return one.name, True
    if not value.strip(" ,"):
        raise SelectionError(Message("select.no_value", name=name))
    return one.name, _read_value(one, name, value)


def _read_value(one: Filter, name: str, value: str) -> Any:
    if one.takes_ids:
        return tuple(dict.fromkeys(id.strip() for id in value.split(",") if id.strip()))
    if one.value == "number":
        if not (value.isascii() and value.isdigit()):
            raise SelectionError(Message("select.no_number", name=name, value=repr(value)))
        return int(value)
    if one.value == "certainty" and value not in CERTAINTIES:
        words = ", ".join(CERTAINTIES)
        raise SelectionError(
            Message("select.no_certainty", name=name, value=repr(value), words=words)
        )
    return value
