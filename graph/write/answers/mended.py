"""What `check --fix` mends, as text and as data."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.mend.mend import Mend
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.terminal import show


def say_mends(mends: Sequence[Mend], path: str, speaker: Speaker) -> str:
    """
    Say each thing that is mended, a line each, with its place before it is mended.

    Args:
        mends: What is mended, sorted.
        path: The data file.
        speaker: Who says it.
    """
    return "\n".join(show(_say(mend, path, speaker)) for mend in mends)


def add_mends(answer: Answer, mends: Sequence[Mend], difference: str, *, written: bool) -> Answer:
    """
    Add what is mended to the answer of `check`, for programs.

    Args:
        answer: What is wrong with the file as it is now.
        mends: What is mended, or would be.
        difference: The lines that change.
        written: Whether the file was written.
    """

    def rows() -> Iterable[Sequence[object]]:
        yield from answer.rows()
        for mend in mends:
            yield (None, mend.line, "fix", mend.code, mend.path, str(mend.said))

    def data() -> Any:
        return {
            **answer.data(),
            "fixes": [
                {
                    "line": mend.line,
                    "code": mend.code or None,
                    "path": mend.path,
                    "message": str(mend.said),
                }
                for mend in mends
            ],
            "difference": difference,
            "written": written,
        }

    return Answer(text=answer.text, rows=rows, data=data)


def _say(mend: Mend, path: str, speaker: Speaker) -> str:
    where = f"{mend.path}: " if mend.path else ""
    return f"{path}:{mend.line}: {where}{mend.said.say(speaker)}"
