"""Saying things in Dutch or English: the words stand in `words.py`, the grammar here."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

from graph.model.period import read_period
from graph.model.records import Term
from graph.words.report import MONTHS, WORDS


class _Grammar(Formatter):
    def __init__(self, comma: str) -> None:
        self.comma = comma

    def format_field(self, value: Any, format_spec: str) -> str:
        """Choose by number with `{n:one|more}`; write a float with two decimals."""
        if "|" in format_spec:
            one, more = format_spec.split("|")
            return one if value == 1 else more
        return write_number(value, self.comma)


def write_number(value: object, comma: str) -> str:
    """
    Write a number, a fraction with two decimals and a real minus sign.

    >>> write_number(-0.5, ","), write_number(3, ",")
    ('−0,50', '3')
    """
    if not isinstance(value, float):
        return str(value)
    return f"{value:.2f}".replace("-", "−").replace(".", comma)


@dataclass(frozen=True, slots=True)
class Language:
    """
    One language to say things in.

    >>> Language("nl").say("isolates", n=1, documents=5)
    'Van 1 organisatie noemen deze documenten geen partner; dat betekent niet dat zij alleen werkt.'
    """

    id: str

    def say(self, key: str, **values: object) -> str:
        """Say one thing; `values` fill its gaps and are never read as a pattern themselves."""
        return _Grammar(self.comma).vformat(getattr(WORDS[key], self.id), (), values)

    @property
    def comma(self) -> str:
        """What stands between whole and decimals."""
        return "," if self.id == "nl" else "."

    def number(self, value: int | float | None) -> str:
        """Write a number, or say that it is not defined."""
        return self.say("not_defined") if value is None else write_number(value, self.comma)

    def label(self, term: Term) -> str:
        """Take the label of a word of the vocabulary."""
        return term.nl if self.id == "nl" else term.en

    def join(self, texts: Sequence[str]) -> str:
        """
        Put texts in a row, with 'and' before the last.

        >>> Language("nl").join(["a", "b", "c"])
        'a, b en c'
        """
        *first, last = texts or [""]
        return f"{', '.join(first)} {self.say('and')} {last}" if first else last

    def date(self, text: str) -> str:
        """
        Say a date or a period in words, with how sure it is.

        >>> Language("nl").date("2020-05-13"), Language("en").date("2022?")
        ('13 mei 2020', '2022 (uncertain)')
        >>> Language("nl").date("2020-03~/..")
        'vanaf maart 2020 (ongeveer), einde niet bekend'
        """
        try:
            read_period(text)
        except ValueError:
            return text
        if "/" in text:
            first, last = text.split("/")
            if last == "..":
                return self.say("period_from", first=self.date(first))
            if not first:
                return self.say("period_until", last=self.date(last))
            return self.say("period_from_until", first=self.date(first), last=self.date(last))
        plain = text.rstrip("?~")
        parts = plain.split("-")
        months = MONTHS[self.id]
        said = [parts[0], *(months[int(month) - 1] for month in parts[1:2])]
        said += [str(int(day)) for day in parts[2:]]
        doubt = self.say("uncertain") if "?" in text else self.say("about") if "~" in text else ""
        return " ".join([*reversed(said), *([f"({doubt})"] if doubt else [])])
