"""What a sentence says of a partnership: when, of what kind, which parties without a name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.scan.lexicon import ABOUT, BEGINS, COLLECTIVES, KINDS, MONTHS, NUMBERS, SAID_BEFORE
from graph.scan.tokens import split_tokens

_YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join(sorted(MONTHS))


def _date(number: int) -> str:
    month = rf"(?:(?:(?P<day{number}>\d\d?) )?(?P<month{number}>{_MONTH}) )?"
    return rf"{month}(?P<year{number}>{_YEAR})"


_SPAN = re.compile(
    rf"(?<![\w.-]){_date(1)} ?(?:-|–|tot en met|tot|t/m|to|until) ?{_date(2)}(?!\w)",
    re.IGNORECASE,
)
_MOMENT = re.compile(rf"(?<![\w.-]){_date(1)}(?!\w|[.-]\d)", re.IGNORECASE)
_SINCE = re.compile(r"(?:sinds|vanaf|since|from)(?: \w+)? ?$", re.IGNORECASE)
_WHEN = re.compile(_YEAR)
_FARTHEST = 3  # words between a number and what is counted


class Collective(NamedTuple):
    """Parties without a name: what the text calls them, their type ('' if any), their size."""

    label: str
    type: str
    size: str


def find_period(text: str) -> str:
    """
    Find when something is said to be, in the form of the data.

    >>> find_period("Sinds maart 2022 werken zij samen."), find_period("Van 2015 tot 2018.")
    ('2022-03/..', '2015/2018')
    >>> find_period("In 2023 openden zij een poli."), find_period("Dat was op 3 mei 2020.")
    ('2023/..', '2020-05-03')
    >>> find_period("Ooit.")
    ''
    """
    span = _SPAN.search(text)
    if span:
        return f"{_write_date(span, 1)}/{_write_date(span, 2)}"
    moment = _MOMENT.search(text)
    if not moment:
        return ""
    date = _write_date(moment, 1)
    return f"{date}/.." if BEGINS.search(text) or _SINCE.search(text[: moment.start()]) else date


def find_kind(text: str) -> str:
    """
    Find what kind of partnership a sentence tells of.

    >>> find_kind("De partijen vormden een stuurgroep."), find_kind("Zij werken samen.")
    ('regiegroep', 'verband')
    """
    return next((kind for kind, words in KINDS.items() if words.search(text)), "verband")


def find_collectives(text: str) -> Iterator[Collective]:
    """
    Find parties that are not named one by one.

    >>> list(find_collectives("Zo'n 350 aanbieders en zeven Twentse gemeenten doen mee."))
    [Collective(label="zo'n 350 aanbieders", type='', size='350~'), \
Collective(label='zeven Twentse gemeenten', type='gemeente', size='7')]
    >>> list(find_collectives("De huisartsen, en de gemeenten Zilt en Zout."))
    [Collective(label='huisartsen', type='eerstelijn', size='')]
    """
    tokens = split_tokens(text)
    for place, token in enumerate(tokens):
        if token.lower not in COLLECTIVES:
            continue
        if place and tokens[place - 1].lower in SAID_BEFORE:
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following and following.capital and text[token.end : following.start] == " ":
            continue  # they are named after all
        start, size = token.start, ""
        for before in range(place - 1, max(-1, place - _FARTHEST - 1), -1):
            number = tokens[before].text if tokens[before].text.isdigit() else ""
            number = number or NUMBERS.get(tokens[before].lower, "")
            if any(sign in text[tokens[before].end : token.start] for sign in ".,;:()"):
                break
            if _WHEN.fullmatch(number) and before + 1 < place:
                break  # 'in 2023 met gemeenten' counts nobody
            if number and int(number) > 1:
                about = before > 0 and tokens[before - 1].lower in ABOUT
                start = tokens[before - about].start
                size = f"{int(number)}{'~' * about}"
                break
        label = text[start : token.end]
        yield Collective(label[0].lower() + label[1:], COLLECTIVES[token.lower], size)


def _write_date(found: re.Match[str], number: int) -> str:
    day, month, year = (found[f"{name}{number}"] for name in ("day", "month", "year"))
    parts = [year, MONTHS[month.lower()] if month else "", day.zfill(2) if day else ""]
    return "-".join(filter(None, parts))
