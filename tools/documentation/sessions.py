"""What Python answers, under the lines that ask it: the sessions of a page, one after the other."""

import os
from collections.abc import Sequence
from contextlib import redirect_stdout
from doctest import DocTestParser, Example
from io import StringIO
from pathlib import Path
from typing import Any

from documentation.blocks import Block, PageError

ROOT = Path(__file__).resolve().parent.parent.parent


class Sessions:
    """Runs the `pycon` blocks of one page in the root of the checkout; names stay from one on."""

    def __init__(self) -> None:
        self._names: dict[str, Any] = {"__name__": "__main__"}

    def fill(self, block: Block) -> Sequence[str]:
        """
        Put under every statement of a block what it prints.

        Raises:
            PageError: A statement fails, or the block holds none.
        """
        examples = DocTestParser().get_examples("\n".join([*block.lines, ""]))
        if not examples:
            raise block.error("this session asks nothing, begin a line with >>>")
        here = Path.cwd()
        os.chdir(ROOT)
        try:
            return [line for example in examples for line in self._answer(block, example)]
        finally:
            os.chdir(here)

    def _answer(self, block: Block, example: Example) -> list[str]:
        first, *rest = example.source.removesuffix("\n").split("\n")
        printed = StringIO()
        try:
            with redirect_stdout(printed):
                exec(compile(example.source, block.file, "single"), self._names)
        except Exception as error:
            line = block.line + 1 + example.lineno
            raise PageError(block.file, line, f"{first!r} fails: {error!r}") from error
        return [f">>> {first}", *(f"... {line}" for line in rest), *printed.getvalue().splitlines()]
