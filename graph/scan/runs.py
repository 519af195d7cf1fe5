"""A passage -> the stretches in it that are written as names."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from graph.scan.lexicon import LEGAL, NOT_BEFORE, OPENERS, PLACE_BEFORE
from graph.scan.links import Gap, joins
from graph.scan.tokens import ITEM, Token, is_domain, is_head

_JOINING = frozenset({" ", " & ", " + "})
_ROW = frozenset({", ", " en ", ", en ", " and ", ", and ", " of ", " / "})
_QUOTED = frozenset({" ", " '", ' "', " “", " „", " ("})
_FARTHEST = 3  # words without capital between two parts of a name
_OF = frozenset({"ministerie", "universiteit", "ministry", "university"})


class Run(NamedTuple):
    """
    A stretch of a text that is written as a name.

    `opens` where its capital may be that of a sentence; `before` is the word before it, or that
    before the row in which it stands; `after` the word behind it; `row` whether it stands in a row
    with the run before it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    opens: bool
    before: str
    after: str
    row: bool


def find_runs(text: str, tokens: Sequence[Token], seen: Container[str]) -> Iterator[Run]:
    """
    Find every run of words with capitals, with the words between them that belong there.

    Args:
        text: A passage, from `mask`.
        tokens: Its words.
        seen: Words that stand somewhere without a capital: at the beginning of a sentence such a
            word is no name.
    """
    place = 0
    last: Run | None = None
    while place < len(tokens):
        if not _starts(text, tokens, place):
            place += 1
            continue
        end = _extend(text, tokens, place)
        run = _cut(text, tokens, place, end, seen)
        if run:
            row = last is not None and text[last.end : run.start] in _ROW
            if row and last and _is_place(last.before):
                run = run._replace(before=last.before)
            last = run._replace(row=row)
            yield last
        place = end + 1


def _is_place(before: str) -> bool:
    return before in PLACE_BEFORE or NOT_BEFORE.get(before) == "place"


def _starts(text: str, tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.capital:
        return True
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if not following or text[token.end : following.start] != " ":
        return False
    if token.lower in _OF and following.text == "van" and place + 2 < len(tokens):
        return tokens[place + 2].capital
    return following.capital and (token.text in ("'s", "'t") or token.lower in LEGAL)


def _extend(text: str, tokens: Sequence[Token], first: int) -> int:
    """Find the last word of a run that begins at a place."""
    before = _word_before(text, tokens, first)
    loose = NOT_BEFORE.get(before) in ("programme", "plan") or tokens[first].lower == "stichting"
    last = first
    while True:
        step = _step(text, tokens, first, last, loose=loose)
        if step is None:
            return last
        last = step


def _step(text: str, tokens: Sequence[Token], first: int, last: int, *, loose: bool) -> int | None:
    if last + 1 >= len(tokens):
        return None
    between = text[tokens[last].end : tokens[last + 1].start]
    if tokens[last + 1].capital:
        if between in _JOINING or (
            between == ", " and _joins_domains(tokens, first, last, last + 1)
        ):
            return last + 1
        return None
    if _ends_low(text, tokens, last):
        return last + 2
    if text.startswith(("- en ", "- and "), tokens[last].end) and last + 2 < len(tokens):
        return last + 2 if tokens[last + 2].capital else None
    links: list[str] = []
    at = last + 1
    while at < len(tokens) and len(links) < _FARTHEST and not tokens[at].capital:
        if text[tokens[at - 1].end : tokens[at].start] != " ":
            return None
        links.append(tokens[at].text)
        at += 1
    if at == len(tokens) or not tokens[at].capital or not links:
        return None
    if text[tokens[at - 1].end : tokens[at].start] != " ":
        return None
    gap = Gap(tuple(links), tokens[first], tokens[last], tokens[at])
    return at if joins(gap, loose=loose) else None


def _ends_low(text: str, tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a name goes on in two words without capitals: 'Waardigheid en trots'."""
    rest = tokens[last + 1 : last + 3]
    return (
        len(rest) == 2
        and tokens[last].opens != 2
        and is_domain(tokens[last].text)
        and rest[0].text == "en"
        and is_domain(rest[1].text)
        and text[tokens[last].end : rest[1].end] == f" {rest[0].text} {rest[1].text}"
    )


def _joins_domains(tokens: Sequence[Token], first: int, last: int, next_: int) -> bool:
    """Tell whether a comma stands inside a name: 'Volksgezondheid, Welzijn en Sport'."""
    return (
        tokens[first].lower in ("ministerie", "inspectie", "directie", "dienst", "ministry")
        and is_domain(tokens[last].text)
        and is_domain(tokens[next_].text)
        and next_ + 2 < len(tokens)
        and tokens[next_ + 1].text in ("en", "and")
    )


def _cut(
    text: str, tokens: Sequence[Token], first: int, last: int, seen: Container[str]
) -> Run | None:
    """Take off what opens the sentence, and look at the words around what is left."""
    opens = bool(tokens[first].opens)
    while first <= last and _is_opener(tokens[first], first == last, seen):
        opens = False
        first += 1
        while first <= last and not _starts(text, tokens, first):
            first += 1
    if first > last:
        return None
    before = _word_before(text, tokens, first)
    start = tokens[first].start
    words = tuple(token.text for token in tokens[first : last + 1])
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    gap = text[tokens[last].end : following.start] if following else ""
    pair = tokens[last + 1 : last + 3]
    if gap == ", " or (len(pair) == 2 and pair[0].text in ("en", "and") and pair[1].capital):
        gap = ","  # a row
    before_it = text[tokens[first - 1].end if first else 0 : tokens[first].start]
    behind = text[tokens[last].end : following.start if following else len(text)].lstrip()
    ends = behind.startswith(ITEM) or not (behind or following)
    if ends and before_it.rstrip().endswith(ITEM):
        gap = ","  # all of an item
    after = "," if gap == "," else following.text if following and gap == " " else ""
    end = tokens[last].end
    if text[end - 2 : end] == "'s":  # 'Elaa's adviseurs'
        end, words = end - 2, (*words[:-1], words[-1][:-2])
    return Run(start, end, words, opens and tokens[first].opens == 2, before, after, False)


def _is_opener(token: Token, alone: bool, seen: Container[str]) -> bool:
    if token.is_acronym and not alone:
        return False
    if token.lower in OPENERS:
        return bool(token.opens) or alone
    if token.opens != 2 or alone or is_head(token.text):
        return False
    return token.lower in seen


def _word_before(text: str, tokens: Sequence[Token], place: int) -> str:
    if not place:
        return ""
    previous = tokens[place - 1]
    return previous.lower if text[previous.end : tokens[place].start] in _QUOTED else ""
