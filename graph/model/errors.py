"""
What can go wrong, and how it is said.

    GraphError               base; str(error) is ready to show a user
    ├── SourceError          a file cannot be read, or is not YAML
    ├── DataError            the file breaks rules                      .source, .problems
    ├── UnknownIdError       a name or id that is not there             .id, .suggestions
    ├── AmbiguousNameError   a name that fits two things or more        .name, .ids
    ├── SelectionError       a filter that cannot be read
    └── ExportError          a file cannot be written

A class names the culprit, not the module that found it.
A developer's mistake is Python's own `TypeError` or `ValueError`.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]

_SHORT_LIST = 12  # of known words: a longer list hides the message


class Problem(NamedTuple):
    """One broken rule: where it is broken (`line` is 1-based), and what to do about it."""

    line: int
    path: str
    message: str
    severity: Severity = "error"
    file: str = ""

    def describe(self, source: str) -> str:
        """
        Say the problem as `file:line: path: message`, a form that editors turn into a link.

        Args:
            source: The data file; used where the problem names no file of its own.

        >>> Problem(31, "organisations.wijkzorg", "'name' is missing").describe("entities.yaml")
        "entities.yaml:31: organisations.wijkzorg: 'name' is missing"
        """
        warning = "warning: " if self.severity == "warning" else ""
        path = f"{self.path}: " if self.path else ""
        return f"{self.file or source}:{self.line}: {warning}{path}{self.message}"


class GraphError(Exception):
    """Anything a user can mend; `str(error)` says what and how."""


class SourceError(GraphError):
    """A file that cannot be read, or is not YAML."""


class DataError(GraphError):
    """A data file that breaks rules: all its `problems`, sorted by file and line."""

    def __init__(self, source: str, problems: Iterable[Problem]) -> None:
        self.source = source
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.file, problem)))
        super().__init__("\n".join(problem.describe(source) for problem in self.problems))


class UnknownIdError(GraphError):
    """A name or id that the data does not hold, with the nearest ones that it does."""

    def __init__(
        self,
        id: str,
        kind: str,
        suggestions: Sequence[str] = (),
        known: Iterable[str] = (),
    ) -> None:
        self.id = id
        self.suggestions = tuple(suggestions)
        hint = suggest(self.suggestions) or say_known(known)
        super().__init__(f"no {kind} {id!r}{hint}")


class AmbiguousNameError(GraphError):
    """A name that fits more than one thing; `ids` are those it fits."""

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], noun: str = "organisations"
    ) -> None:
        self.name = name
        self.ids = tuple(id for id, _ in choices)
        lines = "".join(f"\n  {id}  ({text})" for id, text in choices)
        super().__init__(f"{name!r} fits {len(choices)} {noun}, use an id:{lines}")


class SelectionError(GraphError):
    """A filter that cannot be read, such as a period in another form."""


class ExportError(GraphError):
    """A file that cannot be written; what stood there before still stands there."""


def suggest(names: Sequence[str]) -> str:
    """
    Turn the nearest names into the tail of a message; nothing where there are none.

    >>> suggest(["raedelijn"])
    ", did you mean 'raedelijn'?"
    >>> suggest(["a", "b"])
    ", did you mean 'a' or 'b'?"
    """
    return f", did you mean {' or '.join(repr(name) for name in names)}?" if names else ""


def say_known(known: Iterable[str]) -> str:
    """
    Turn the known words into the tail of a message, a dozen of them at the most.

    >>> say_known(["b", "a"])
    ', use one of a, b'
    """
    words = sorted(known)
    more = ", …" if len(words) > _SHORT_LIST else ""
    return f", use one of {', '.join(words[:_SHORT_LIST])}{more}" if words else ""


def nearest(word: str, known: Iterable[str], *, count: int = 1) -> list[str]:
    """
    Find the `known` words that look most like `word`, best first; none where none is near.

    >>> nearest("raedelyn", ["raedelijn", "altrecht"])
    ['raedelijn']
    """
    from difflib import get_close_matches  # only where something is wrong: it costs start-up time

    by_case = {name.casefold(): name for name in sorted(known, reverse=True)}
    return [by_case[name] for name in get_close_matches(word.casefold(), by_case, count, 0.6)]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Say the nearest known word as the tail of a message; nothing where none is near."""
    return suggest(nearest(word, known))
