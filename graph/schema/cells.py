"""Cells of a register -> values of the format, or what is wrong with one."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.model.errors import Hints, name_noun, suggest
from graph.model.identifiers import CHECKS
from graph.model.message import Message
from graph.model.period import DATE, PeriodError, read_period
from graph.model.slug import make_id
from graph.read.document import say_text
from graph.schema.fields import IDENTIFIERS, Text

_IS_ID = re.compile(r"[\w:-]+").fullmatch
_IS_DATE = re.compile(DATE).fullmatch
_HAS_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*").fullmatch
_IS_WHOLE = re.compile(r"[+-]?[0-9]{1,18}").fullmatch


class CellError(ValueError):
    """A cell that breaks a rule; the message names its column."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def read_id(text: str, column: str, prefix: str, *, made: bool) -> str:
    """
    Read an id.

    Args:
        text: The cell.
        column: Its column.
        prefix: What to put before it.
        made: The cell is a name, of which an id is made.

    Raises:
        CellError: There is none, or it holds what no id can hold.
    """
    if not text:
        raise CellError(Message("row.nothing", column=repr(column)))
    if made:
        id = make_id(text)
        if not id:
            raise CellError(Message("row.no_id", text=say_text(text), column=repr(column)))
        return prefix + id
    if re.search(r"\s", text):
        raise CellError(Message("row.blank", id=say_text(text), column=repr(column)))
    if not _IS_ID(text):
        form = Message("form.row_id")
        raise CellError(Message("row.id", id=say_text(text), column=repr(column), form=form))
    return prefix + text


class Words:
    """
    The words of one list that cells may hold: ids, labels, and what a table calls them.

    With `grows` a word that is not known becomes a new one, with the cell as its label.
    """

    def __init__(
        self,
        noun: str,
        labels: Mapping[str, Iterable[str]],
        named: Mapping[str, str],
        *,
        grows: bool = False,
    ) -> None:
        """
        Take the words.

        Args:
            noun: What one of them is called in a message.
            labels: Every id with its labels.
            named: What a table calls them, and the ids.
            grows: Whether a new word is taken up.
        """
        self.noun = noun
        self.added: dict[str, str] = {}
        self._ids = {label.casefold(): id for id, known in labels.items() for label in known}
        self._ids |= {id: id for id in labels} | {word.casefold(): id for word, id in named.items()}
        self._grows = grows
        self._hints = Hints()

    def read(self, text: str, column: str) -> str:
        """
        Read a cell.

        Raises:
            CellError: It is none of the words.
        """
        found = self._ids.get(text.casefold())
        if found is None and self._grows:
            found = make_id(text)
            if found and found not in self._ids:
                self.added[found] = text
            self._ids[text.casefold()] = found
        if not found:
            near = self._hints.nearest(text, self._ids)
            raise CellError(
                Message(
                    "row.word",
                    noun=name_noun(self.noun),
                    word=say_text(text),
                    column=repr(column),
                    hint=suggest(near) or Message("hint.values"),
                )
            )
        return found


def read_dates(period: str, start: str, end: str) -> str:
    """
    Read when something ran, from one cell or from two; empty where all are.

    Raises:
        CellError: That is no period.
    """
    first, last = _cut_time(start), _cut_time(end)
    for text in (first, last):
        if text and not _IS_DATE(text):
            raise CellError(Message("row.date", text=repr(text)))
    text = period or (f"{first}/{last or '..'}" if first else f"/{last}" if last else "")
    if text:
        try:
            read_period(text)
        except PeriodError as error:
            raise CellError(error.message) from None
    return text


def read_attribute(text: str, column: str, kind: str) -> str | int | float:
    """
    Read a value that the table declares.

    Raises:
        CellError: It is not of that kind.
    """
    if kind == "whole":
        if not _IS_WHOLE(text):
            raise CellError(Message("row.whole", text=say_text(text), column=repr(column)))
        return int(text)
    if kind == "number":
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number) or "_" in text:
            raise CellError(Message("row.number", text=say_text(text), column=repr(column)))
        return number
    return text


def read_identifier(text: str, scheme: str) -> str:
    """
    Read a number of a register.

    Raises:
        CellError: It cannot be one of that scheme.
    """
    field = IDENTIFIERS.by_name.get(scheme)
    shape: Any = field.shape if field else Text()
    if shape.pattern and not re.fullmatch(shape.pattern, text):
        number = f"{scheme} {say_text(text)}"
        raise CellError(Message("shape.form", text=number, form=shape.form, hint=""))
    if scheme in CHECKS and not CHECKS[scheme](text):
        raise CellError(Message("rule.check_digits", number=f"{scheme} {say_text(text)}"))
    return text


def _cut_time(text: str) -> str:
    found = _HAS_TIME(text)
    return found[1] if found else text
