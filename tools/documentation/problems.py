"""The codes of the rules: what each means, and what to do."""

import re
from collections.abc import Sequence

from documentation.blocks import Block, Fill
from graph.model.codes import RULES
from graph.words.store import find_words


def problem_fills() -> dict[str, Fill]:
    """Say how to fill the table of codes in `docs/problems.md`."""
    return {"problems": _write_rules}


def _write_rules(block: Block) -> Sequence[str]:
    rows = ["| code | message | what is wrong | what to do |", "| --- | --- | --- | --- |"]
    for rule in RULES:
        text = re.sub(r"\{\w+\}", "…", find_words(f"messages.{rule.key}", "en"))
        rows.append(f"| {rule.code} | {text} | {rule.cause} | {rule.remedy} |")
    return rows
