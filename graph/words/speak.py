"""The grammar of the words for readers: numbers, plurals, lists, dates and periods."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from graph.words.store import find_words

N = TypeVar("N")

_CHOICE = re.compile(r"\{(\w+):((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}")
_GAP = re.compile(r"\{(\w+)\}")
_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?([?~]?)").fullmatch


class Speaker(NamedTuple):
    """
    Somebody who says things in one language.

    In a text `{name}` is filled in and `{n:one|more}` chooses by number: what stands before the
    bar is for exactly one. A choice may hold gaps and other choices. Values are never read as a
    text with gaps themselves.

    The page's script has the same grammar; `tests/words` holds the two equal.

    >>> Speaker("nl").say("report.isolates", n=1, documents=5)
    'Van 1 organisatie noemen deze documenten geen partner; dat betekent niet dat zij alleen werkt.'
    """

    language: str

    def say(self, key: str, **values: int | float | str) -> str:
        """
        Say one thing.

        Args:
            key: Where its text stands in the store, such as `report.isolates`.
            values: What fills its gaps; numbers are written as the language does.

        Raises:
            KeyError: There is no such text, or a gap without a value.
        """
        return "".join(self.weave(key, **values))

    def weave(
        self, key: str, **values: int | float | str | N | tuple[str | N, ...]
    ) -> tuple[str | N, ...]:
        """
        Say one thing as pieces, in which a value that is no text or number stays as it is.

        So a name in a sentence can become a link. A tuple is taken as pieces said before.
        """
        said: list[str | N] = []
        for place, piece in enumerate(_GAP.split(_choose(find_words(key, self.language), values))):
            value = values[piece] if place % 2 else piece
            if isinstance(value, tuple):
                said.extend(value)
            elif isinstance(value, int | float):
                said.append(self.number(value))
            else:
                said.append(value)
        return tuple(piece for piece in said if piece != "")

    def number(self, value: int | float) -> str:
        """
        Write a whole number, or a fraction with two decimals, as the language does.

        >>> Speaker("nl").number(1200), Speaker("en").number(1200), Speaker("nl").number(-0.5)
        ('1.200', '1,200', '−0,50')
        """
        if isinstance(value, float):
            whole, hundredths = divmod(_count_hundredths(abs(value)), 100)
            rest = f"{self._grammar('decimal')}{hundredths:02}"
            is_negative = value < 0 < whole + hundredths
        else:
            whole, rest, is_negative = abs(value), "", value < 0
        separated = f"{whole:,}".replace(",", self._grammar("thousands"))
        return f"{'−' if is_negative else ''}{separated}{rest}"

    def join(
        self, texts: Sequence[str], limit: int | None = None, last: Literal["and", "or"] = "and"
    ) -> str:
        """
        Put texts in a row, with 'and' or 'or' before the last.

        Args:
            texts: What to put in a row.
            limit: After how many it is said how many more there are; one more is still named.
            last: The word before the last.

        >>> Speaker("nl").join(["a", "b", "c"]), Speaker("en").join(list("abcdef"), 3)
        ('a, b en c', 'a, b, c and 3 others')
        """
        return "".join(self.weave_list([(text,) for text in texts], limit, last))

    def weave_list(
        self,
        items: Sequence[tuple[str | N, ...]],
        limit: int | None = None,
        last: Literal["and", "or"] = "and",
    ) -> tuple[str | N, ...]:
        """Put pieces in a row as `join` does with texts."""
        shown = items if limit is None or len(items) <= limit + 1 else items[:limit]
        row = list(shown)
        if len(items) > len(shown):
            row.append(self.weave("grammar.more", n=len(items) - len(shown)))
        *first, end = row or [()]
        if not first:
            return end
        before = tuple(
            piece for place, item in enumerate(first) for piece in ((", ",) if place else ()) + item
        )
        return self.weave(f"grammar.{last}", before=before, last=end)

    def date(self, text: str) -> str:
        """
        Say a date or a period (the EDTF subset of the data format) in words, and how sure it is.

        An open end is not known. A text of another form stays as it is.

        >>> Speaker("nl").date("2020-05-13"), Speaker("en").date("2022?")
        ('13 mei 2020', '2022 (uncertain)')
        >>> Speaker("nl").date("2020-03~/..")
        'vanaf circa maart 2020, einde niet bekend'
        """
        first, slash, last = text.partition("/")
        if not slash:
            return self._moment(text)
        if last in ("", ".."):
            return self.say("grammar.from", first=self._moment(first))
        if not first:
            return self.say("grammar.until", last=self._moment(last))
        return self.say("grammar.from_until", first=self._moment(first), last=self._moment(last))

    def _moment(self, text: str) -> str:
        found = _DATE(text)
        if not found:
            return text
        year, month, day, doubt = found.groups()
        said: str = year
        if month:
            name = find_words("grammar.months", self.language)[int(month) - 1]
            said = self.say("grammar.month", month=name, year=year)
            if day:
                said = self.say("grammar.day", day=str(int(day)), month=name, year=year)
        if doubt:
            said = self.say("grammar.about" if doubt == "~" else "grammar.uncertain", date=said)
        return said

    def _grammar(self, key: str) -> str:
        return str(find_words(f"grammar.{key}", self.language))


def _count_hundredths(value: float) -> int:
    """Round as people do, half up, by the exact value: 0.125 to 13, 1.005 (a bit less) to 100."""
    over, under = value.as_integer_ratio()
    return (200 * over + under) // (2 * under)


def _choose(text: str, values: Mapping[str, object]) -> str:
    """Make every choice by number, the innermost first; no value is in the text yet."""
    before = ""
    while before != text:
        before = text
        text = _CHOICE.sub(lambda found: found[2 if values[found[1]] == 1 else 3], before)
    return text
