"""
What can go wrong, and how it is said.

    GraphError               base; error.say(speaker) is ready to show a user    .message
    ├── SourceError          a file cannot be read, or is not YAML
    ├── DataError            the file breaks rules                      .source, .problems
    ├── UnknownIdError       a name or id that is not there             .id, .suggestions
    │   └── NotOrganisationError  a name that is known, and is no organisation
    ├── AmbiguousNameError   a name that fits two things or more        .name, .ids
    ├── SelectionError       a filter that cannot be read
    ├── SettingsError        a file of settings is not right            .wrong
    ├── ExportError          a file cannot be written
    └── ServeError           a page cannot be served

A class names the culprit, not the module that found it. What is said has no language until it
is said; `str(error)` and `problem.message` are English.
A developer's mistake is Python's own `TypeError` or `ValueError`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from graph.model.message import ENGLISH, Message, Value, either
from graph.words.speak import Speaker

Severity = Literal["error", "warning", "advice"]

MOST_HINTS = 25
"""Unknown words of which the nearest is looked for: with more, something else is wrong."""

_SHORT_LIST = 12  # of known words: a longer list hides the message


class Problem(NamedTuple):
    """One broken rule: where it is broken (`line` is 1-based), and what to do about it."""

    line: int
    path: str
    said: Message
    file: str = ""

    @property
    def code(self) -> str:
        """The code of the rule, which stays: `docs/problems.md` explains each."""
        from graph.model.codes import CODES  # only where something is wrong

        return CODES[self.said.key]

    @property
    def severity(self) -> Severity:
        """Whether it is an error, with which nothing can be done, a warning, or an advice."""
        severities: dict[str, Severity] = {"W": "warning", "A": "advice"}
        return severities.get(self.code[0], "error")

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.said)

    def describe(self, source: str, speaker: Speaker = ENGLISH) -> str:
        """
        Say the problem as `file:line: path: message`, a form that editors turn into a link.

        Args:
            source: The data file; used where the problem names no file of its own.
            speaker: Who says it.

        >>> missing = Problem(31, "organisations.wijk", Message("shape.missing", field="'name'"))
        >>> missing.describe("entities.yaml")
        "entities.yaml:31: organisations.wijk: 'name' is missing"
        >>> missing.describe("entities.yaml", Speaker("nl"))
        "entities.yaml:31: organisations.wijk: 'name' ontbreekt"
        """
        severity = Message(f"severity.{self.severity}").say(speaker)
        warning = f"{severity}: " if self.severity == "warning" else ""
        path = f"{self.path}: " if self.path else ""
        return f"{self.file or source}:{self.line}: {warning}{path}{self.said.say(speaker)}"


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, line and path; what is said twice stays once."""
    return tuple(
        sorted(
            set(problems),
            key=lambda one: (one.file, one.line, one.path, one.message),
        )
    )


def merge_places(problems: Iterable[Problem]) -> list[Problem]:
    """
    Say once what is one mistake: an id that is not there, however often it is named.

    Args:
        problems: Sorted.

    Returns:
        Each problem, but of an unknown id only the first, which says in how many places of that
        file it stands.

    >>> said = Message("unknown", noun="theme", id="'a'", hint="")
    >>> [problem] = merge_places([Problem(3, "", said), Problem(9, "", said)])
    >>> problem.line, problem.message
    (3, "no theme 'a' (the first of 2 places)")
    """
    every = list(problems)
    counts = Counter((one.file, one.said) for one in every if one.said.key == "unknown")
    merged = []
    for one in every:
        count = counts.get((one.file, one.said), 1)
        if count > 1:
            counts[one.file, one.said] = 0
            hint = Message("hint.places", hint=dict(one.said.values)["hint"], n=count)
            merged.append(one._replace(said=one.said.replace(hint=hint)))
        elif count:
            merged.append(one)
    return merged


class GraphError(Exception):
    """Anything a user can mend: `say` says what and how, `str` does so in English."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def say(self, speaker: Speaker) -> str:
        """Say it in the language of a speaker."""
        return self.message.say(speaker)

    def __str__(self) -> str:
        return self.say(ENGLISH)


class SourceError(GraphError):
    """A file that cannot be read, or is not YAML."""


def as_problem(error: SourceError) -> Problem:
    """
    Make a problem of what keeps a file from being read, for who wants problems and no words.

    >>> as_problem(SourceError(Message("source.not_utf8", file="a.yaml", line=3))).line
    3
    """
    values = dict(error.message.values)
    line = values.get("line", 1)
    why = values.get("why", error.message)
    return Problem(line if isinstance(line, int) else 1, "", Message("source.stopped", why=why))


class DataError(GraphError):
    """A data file that breaks rules: all its `problems`, sorted by file and line."""

    def __init__(self, source: str, problems: Iterable[Problem]) -> None:
        super().__init__(Message("broken", file=source))
        self.source = source
        self.problems = sort_problems(problems)

    def say(self, speaker: Speaker) -> str:
        """Say every problem, a line each; one id that is not there in many places once."""
        problems = merge_places(self.problems)
        return "\n".join(problem.describe(self.source, speaker) for problem in problems)


class UnknownIdError(GraphError):
    """
    A name or id that the data does not hold, with the nearest ones that it does.

    `kind` is what it should be: a key under `messages.noun` in the store of words.
    """

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
        super().__init__(Message("unknown", noun=name_noun(kind), id=repr(id), hint=hint))


class NotOrganisationError(UnknownIdError):
    """The name of something known that is no organisation, and so has no partners of its own."""

    def __init__(self, name: str, id: str, section: str, suggestions: Sequence[str] = ()) -> None:
        """
        Args:
            name: What was typed.
            id: Of what it names.
            section: Where that stands: `partnerships`, `groups`, `regions`, `themes` or
                `not_organisations`.
            suggestions: Names of organisations that are like it.
        """
        self.id = name
        self.suggestions = tuple(suggestions)
        hint = suggest(self.suggestions)
        GraphError.__init__(self, Message(f"other.{section}", name=repr(name), id=id, hint=hint))


class AmbiguousNameError(GraphError):
    """A name that fits more than one thing; `ids` are those it fits."""

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], noun: str = "organisations"
    ) -> None:
        self.name = name
        self.ids = tuple(id for id, _ in choices)
        lines = "".join(f"\n  {id}  ({text})" for id, text in choices)
        super().__init__(
            Message(
                "ambiguous", name=repr(name), n=len(choices), noun=name_noun(noun), choices=lines
            )
        )


class SelectionError(GraphError):
    """A filter that cannot be read, such as a period in another form."""


class SettingsError(GraphError):
    """A file of settings that is not right; everything that is wrong with it."""

    def __init__(self, wrong: Sequence[Message]) -> None:
        self.wrong = tuple(wrong)
        super().__init__(self.wrong[0])

    def say(self, speaker: Speaker) -> str:
        """Say what is wrong, a line each."""
        return "\n".join(one.say(speaker) for one in self.wrong)


class ExportError(GraphError):
    """A file that cannot be written; what stood there before still stands there."""


class ServeError(GraphError):
    """A page that cannot be served: its port is taken, or there is no such port."""


def name_noun(kind: str) -> Message:
    """
    Name a kind of thing.

    >>> str(name_noun("end"))
    'organisation, group or partnership'
    """
    return Message(f"noun.{kind}")


def suggest(names: Sequence[str]) -> Value:
    """
    Turn the nearest names into the tail of a message; nothing where there are none.

    >>> str(suggest(["raedelijn"]))
    ", did you mean 'raedelijn'?"
    >>> str(suggest(["a", "b"]))
    ", did you mean 'a' or 'b'?"
    """
    return Message("hint.did_you_mean", names=either([*map(repr, names)])) if names else ""


def say_known(known: Iterable[str]) -> Value:
    """
    Turn the known words into the tail of a message, a dozen of them at the most.

    >>> str(say_known(["b", "a"]))
    ', use one of a, b'
    """
    words = sorted(known)
    more = ", …" if len(words) > _SHORT_LIST else ""
    named = f"{', '.join(words[:_SHORT_LIST])}{more}"
    return Message("hint.use_one_of", names=named) if words else ""


def nearest(word: str, known: Iterable[str], *, count: int = 1) -> list[str]:
    """
    Find the `known` words that look most like `word`, best first; none where none is near.

    >>> nearest("raedelyn", ["raedelijn", "altrecht"])
    ['raedelijn']
    """
    from difflib import get_close_matches  # only where something is wrong: it costs start-up time

    by_case = {name.casefold(): name for name in sorted(known, reverse=True)}
    return [by_case[name] for name in get_close_matches(word.casefold(), by_case, count, 0.6)]


class Hints:
    """Finds what looks most like a word, for the first so many: each time looks at every word."""

    def __init__(self) -> None:
        self._left = MOST_HINTS

    def nearest(self, word: str, known: Iterable[str]) -> list[str]:
        """Find as `nearest` does; none once too many have been asked for."""
        return nearest(word, known) if self._take() else []

    def say(self, word: str, known: Iterable[str]) -> Value:
        """Say the nearest known word, or else which there are; nothing once too many are asked."""
        return (did_you_mean(word, known) or say_known(known)) if self._take() else ""

    def _take(self) -> bool:
        self._left -= 1
        return self._left >= 0


def did_you_mean(word: str, known: Iterable[str]) -> Value:
    """Say the nearest known word as the tail of a message; nothing where none is near."""
    return suggest(nearest(word, known))
