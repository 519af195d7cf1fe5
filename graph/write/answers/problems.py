"""The answer of `check`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.errors import Problem
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.wording import count
from graph.write.terminal import show


def answer_problems(path: str, problems: Sequence[Problem], speaker: Speaker) -> Answer:
    """
    Answer what is wrong with a data file.

    Args:
        path: The data file.
        problems: What is wrong, sorted.
        speaker: Who says the text; rows and data are in English, for programs.
    """
    errors = sum(problem.severity == "error" for problem in problems)

    def text() -> str:
        lines = [show(problem.describe(path, speaker)) for problem in problems]
        numbers = {"problems": errors, "warnings": len(problems) - errors}
        counts = ", ".join(count(speaker, n, what) for what, n in numbers.items())
        return "\n".join([*lines, f"{show(path)}: {counts}"])

    def rows() -> Iterable[Sequence[object]]:
        yield ("file", "line", "severity", "path", "message")
        for problem in problems:
            yield (
                problem.file or path,
                problem.line,
                problem.severity,
                problem.path,
                problem.message,
            )

    def data() -> Any:
        return {
            "file": path,
            "errors": errors,
            "warnings": len(problems) - errors,
            "problems": [
                {
                    "file": problem.file or path,
                    "line": problem.line,
                    "severity": problem.severity,
                    "path": problem.path,
                    "message": problem.message,
                }
                for problem in problems
            ],
        }

    return Answer(text=text, rows=rows, data=data)
