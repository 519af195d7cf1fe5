"""Dates as people write them -> dates of the format."""

import re
from functools import cache

from graph.model.period import PeriodError, read_period
from graph.words.store import LANGUAGES, find_words

_SPOKEN = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]+)\s+(\d{4})")
_NUMBERS = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})(?:[ T][\d:.]+)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEARS = re.compile(r"(\d{4})\s*(?:-|–|/|tot|t/m|to)\s*(\d{4})")


def rewrite_moment(text: str) -> str:
    """
    Write a date or a period as the format has it; empty where it means none for certain.

    A day stands before its month, as it does in the Netherlands, unless that cannot be.

    >>> rewrite_moment("14-03-2025"), rewrite_moment("3 maart 2025"), rewrite_moment("2018-2020")
    ('2025-03-14', '2025-03-03', '2018/2020')
    >>> rewrite_moment("03/14/2025"), rewrite_moment("31-02-2025"), rewrite_moment("herfst 2025")
    ('2025-03-14', '', '')
    """
    text = text.strip()
    better = ""
    if found := _NUMBERS.fullmatch(text):
        better = _write(found[3], found[2], found[1])
        if found[1] and int(found[2]) > 12:
            better = _write(found[3], found[1], found[2])
    elif found := _YEAR_FIRST.fullmatch(text):
        better = _write(*found.groups())
    elif found := _YEARS.fullmatch(text):
        better = f"{found[1]}/{found[2]}"
    elif (found := _SPOKEN.fullmatch(text)) and found[2].casefold() in _number_months():
        better = _write(found[3], _number_months()[found[2].casefold()], found[1])
    try:
        return read_period(better).text if better else ""
    except PeriodError:
        return ""


@cache
def _number_months() -> dict[str, str]:
    return {
        month.casefold(): str(number)
        for language in LANGUAGES
        for number, month in enumerate(find_words("grammar.months", language), 1)
    }


def _write(year: str, month: str, day: str | None) -> str:
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
