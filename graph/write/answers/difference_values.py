"""What `diff` says of one value: as the curated file has it, with the names of what it names."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from itertools import takewhile
from typing import Any

from graph.model.records import Evidence, Period, Size
from graph.query.compare import KEYS, key_of
from graph.schema.records import list_given

_NAMES_ORGANISATIONS = ("members", "org", "part_of", "succeeded_by")
_LONG = 80  # characters of a text that is said in full
_CONTEXT = 3  # words


def say_value(value: Any, word: str, names: Mapping[str, str]) -> str:
    """
    Say a value in the form of the file; ids of organisations and of earlier stages as names.

    Args:
        value: Of a record, or an item of a list.
        word: The field that it is of.
        names: Of organisations and partnerships, by id.
    """
    if isinstance(value, Period | Size):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(say_value(item, word, names) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {item}" for key, item in value.items())
    if is_dataclass(value):
        (_, key), *rest = sorted(list_given(value), key=lambda said: said[1] != key_of(value))
        named = names.get(key, key) if KEYS.get(type(value)) == "organisation" else key
        head = f"“{named.strip()}”" if isinstance(value, Evidence) else named
        tail = ", ".join(f"{word} {say_value(item, word, names)}" for word, item in rest)
        return f"{head} ({tail})" if tail else head
    return names.get(value, value) if word in (*_NAMES_ORGANISATIONS, "follows") else str(value)


def say_field(word: str, value: Any, names: Mapping[str, str]) -> list[str]:
    """Say a value, or each passage of it apart."""
    if isinstance(value, tuple) and any(isinstance(item, Evidence) for item in value):
        return [say_value(item, word, names) for item in value]
    return [say_value(value, word, names)]


def say_label(field: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    """Say the way to a field, in the words of the file; ids of members as names."""
    steps = []
    for place, step in enumerate(field):
        before = field[place - 1] if place % 2 else ""
        named = names.get(step, step) if before == "members" else step
        steps.append(f"“{named.strip()}”" if before == "evidence" else named)
    return steps


def shorten(old: str, new: str) -> tuple[str, str]:
    """Keep of two long texts only the words that differ, with three before and after them."""
    sides = old.split(" "), new.split(" ")
    if max(map(len, (old, new))) <= _LONG:
        return old, new
    same = _list_common(*sides)
    rest = [side[len(same) :] for side in sides]
    tail = _list_common(*(side[::-1] for side in rest))[::-1]
    before = ["…", *same[-_CONTEXT:]] if len(same) > _CONTEXT else same
    after = [*tail[:_CONTEXT], "…"] if len(tail) > _CONTEXT else tail
    left, right = (" ".join([*before, *side[: len(side) - len(tail)], *after]) for side in rest)
    return left, right


def _list_common(left: list[str], right: list[str]) -> list[str]:
    pairs = zip(left, right, strict=False)  # as far as the shorter goes
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
