"""The answer of `check`."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graph.model.errors import Problem, merge_places
from graph.model.message import Message
from graph.model.records import MOST_SHOWN, Tally
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.wording import count
from graph.write.screen import Screen
from graph.write.terminal import show


def say_problem(problem: Problem, source: str, speaker: Speaker) -> str:
    """
    Say a problem with its code, as compilers do: `file:line: error E204: path: message`.

    Args:
        problem: What is wrong.
        source: The data file; used where the problem names no file of its own.
        speaker: Who says it.

    >>> missing = Problem(31, "organisations.wijk", Message("shape.missing", field="'name'"))
    >>> say_problem(missing, "entities.yaml", Speaker("en"))
    "entities.yaml:31: error E204: organisations.wijk: 'name' is missing"
    """
    severity = Message(f"severity.{problem.severity}").say(speaker)
    path = f"{problem.path}: " if problem.path else ""
    where = f"{problem.file or source}:{problem.line}"
    return f"{where}: {severity} {problem.code}: {path}{problem.said.say(speaker)}"


def answer_problems(
    path: str,
    problems: Sequence[Problem],
    speaker: Speaker,
    tallies: Sequence[Tally] = (),
    *,
    judged: int = 0,
    excerpt: Callable[[Problem, Screen], str] = lambda problem, screen: "",
) -> Answer:
    """
    Answer what is wrong with a data file.

    Args:
        path: The data file.
        problems: What is wrong, sorted, with the first rejected rows of each table.
        speaker: Who says the text; rows and data are in English, for programs.
        tallies: What became of the rows of each table.
        judged: How many warnings were judged, and are not among the problems.
        excerpt: Gives the line of a problem to show below it on a screen, or nothing.
    """
    errors = sum(problem.severity == "error" for problem in problems)

    def text(screen: Screen) -> str:
        lines = [
            line
            for problem in merge_places(problems)
            for line in (paint_problem(problem, path, speaker, screen), excerpt(problem, screen))
            if line
        ]
        lines += [_say_tally(tally, speaker) for tally in tallies]
        numbers = {"problems": errors, "warnings": len(problems) - errors}
        counts = [count(speaker, n, what) for what, n in numbers.items()]
        if judged:
            counts.append(speaker.say("desk.judged_before", n=judged))
        return "\n".join([*lines, f"{show(path)}: {', '.join(counts)}"])

    def rows() -> Iterable[Sequence[object]]:
        yield ("file", "line", "severity", "code", "path", "message")
        for problem in problems:
            yield (
                problem.file or path,
                problem.line,
                problem.severity,
                problem.code,
                problem.path,
                problem.message,
            )

    def data() -> Any:
        return {
            "file": path,
            "errors": errors,
            "warnings": len(problems) - errors,
            "judged": judged,
            "tables": [
                {
                    "table": tally.table,
                    "file": tally.file,
                    "read": tally.read,
                    "used": tally.used,
                    "rejected": len(tally.rejected),
                }
                for tally in tallies
            ],
            "problems": [
                {
                    "file": problem.file or path,
                    "line": problem.line,
                    "severity": problem.severity,
                    "code": problem.code,
                    "path": problem.path,
                    "message": problem.message,
                }
                for problem in problems
            ],
        }

    return Answer(text=text, rows=rows, data=data)


def paint_problem(problem: Problem, path: str, speaker: Speaker, screen: Screen) -> str:
    """Say a problem as `say_problem` does, for a terminal: its severity and code in a colour."""
    said = show(say_problem(problem, path, speaker))
    severity = Message(f"severity.{problem.severity}").say(speaker)
    head = f"{severity} {problem.code}:"
    return said.replace(head, screen.paint(head, problem.severity), 1)


def _say_tally(tally: Tally, speaker: Speaker) -> str:
    rejected = len(tally.rejected)
    said = speaker.say(
        "answers.tally",
        file=show(tally.file),
        table=speaker.say(f"answers.tables.{tally.table}"),
        read=tally.read,
        used=tally.used,
        rejected=rejected,
    )
    hidden = rejected - MOST_SHOWN
    more = speaker.say("answers.more_rejected", n=hidden) if hidden > 0 else ""
    return "; ".join(filter(None, [said, more]))


def list_rejected(tallies: Sequence[Tally]) -> Answer:
    """Answer which rows of tables were rejected, each with its cells under a number."""

    def rows() -> Iterable[Sequence[object]]:
        widest = max((len(tally.header) for tally in tallies), default=0)
        yield ("file", "row", "table", "message", *(f"cell_{n}" for n in range(1, widest + 1)))
        for tally in tallies:
            for row in tally.rejected:
                yield (row.file, row.line, tally.table, str(row.message), *row.cells)

    return Answer(text=lambda screen: "", rows=rows, data=list)
