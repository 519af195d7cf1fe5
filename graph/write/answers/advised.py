"""What `check --advice` says next to what is wrong."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.advice import Advised
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.problems import paint_problem
from graph.write.screen import Screen
from graph.write.terminal import show


def add_advice(
    answer: Answer,
    advised: Advised | None,
    path: str,
    speaker: Speaker,
) -> Answer:
    """
    Add advice to the answer of `check`.

    Args:
        answer: What is wrong with the file.
        advised: What is advised; None where errors stand in the way.
        path: The data file.
        speaker: Who says the text; rows and data are in English, for programs.
    """
    given = advised.given if advised else ()
    judged = advised.judged if advised else 0

    def text(screen: Screen) -> str:
        if advised is None:
            return f"{answer.text(screen)}\n{speaker.say('desk.advice_later')}"
        lines = [paint_problem(one.problem, path, speaker, screen) for one in given]
        counts = [speaker.say("desk.advised", n=len(given))]
        if judged:
            counts.append(speaker.say("desk.judged_before", n=judged))
        lines.append(f"{show(path)}: {', '.join(counts)}")
        if given:
            lines.append(speaker.say("desk.advice_mark", mark=show(given[0].mark)))
        return "\n".join([answer.text(screen), "", *lines])

    def rows() -> Iterable[Sequence[object]]:
        yield from answer.rows()
        for problem in (one.problem for one in given):
            place = (problem.file or path, problem.line)
            yield (*place, problem.severity, problem.code, problem.path, problem.message)

    def data() -> Any:
        whole = answer.data()
        return {
            **whole,
            "advice": [
                {
                    "file": one.problem.file or path,
                    "line": one.problem.line,
                    "code": one.problem.code,
                    "path": one.problem.path,
                    "about": one.about,
                    "message": one.problem.message,
                    "mark": one.mark,
                }
                for one in given
            ]
            if advised
            else None,
            "judged": whole["judged"] + judged,
        }

    return Answer(text=text, rows=rows, data=data)
