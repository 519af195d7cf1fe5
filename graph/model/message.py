"""What is said to the user of the program, before it is known in which language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NoReturn, Self, TypeAlias

from graph.words.speak import Speaker

Value: TypeAlias = "str | int | Message"
"""What fills a gap: text as it is, a number in digits, a message in the language around it."""

ENGLISH = Speaker("en")


@dataclass(slots=True, init=False, repr=False, eq=False)  # compiles nothing: all commands load it
class Message:
    """
    A text under `messages` in the store of words, by its key, and what fills its gaps.

    It has no language: `say` chooses one, last; `str` gives English.

    >>> message = Message("shape.missing", field="'name'")
    >>> str(message), message.say(Speaker("nl"))
    ("'name' is missing", "'name' ontbreekt")
    """

    key: str
    values: tuple[tuple[str, Value], ...]

    def __init__(self, key: str, /, **values: Value) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "values", tuple(values.items()))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot change {name!r} of a message")

    def replace(self, **values: Value) -> Self:
        """Give the same message with other values in some of its gaps."""
        return type(self)(self.key, **{**dict(self.values), **values})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        return hash((self.key, self.values))

    def __repr__(self) -> str:
        values = "".join(f", {name}={value!r}" for name, value in self.values)
        return f"Message({self.key!r}{values})"

    def __str__(self) -> str:
        return self.say(ENGLISH)

    def with_texts(self, change: Callable[[str], str]) -> "Message":
        """Change every text that fills a gap, also in the messages that do."""

        def change_one(value: Value) -> Value:
            if isinstance(value, Message):
                return value.with_texts(change)
            return change(value) if isinstance(value, str) else value

        return type(self)(self.key, **{name: change_one(value) for name, value in self.values})

    def say(self, speaker: Speaker) -> str:
        """Say it in the language of a speaker, and so every message in it."""
        said = {name: _say(value, speaker) for name, value in self.values}
        return speaker.say(f"messages.{self.key}", **said)


def either(options: Sequence[Value]) -> Value:
    """
    Put options in a row with 'or' between every two; the only one stays as it is.

    >>> str(either(["a", "b", "c"]))
    'a or b or c'
    """
    return reduce(lambda left, right: Message("or", left=left, right=right), options)


def both(parts: Sequence[Value]) -> Value:
    """Put parts in a row with 'and' between every two; the only one stays as it is."""
    return reduce(lambda left, right: Message("and", left=left, right=right), parts)


def _say(value: Value, speaker: Speaker) -> str:
    return value.say(speaker) if isinstance(value, Message) else str(value)
