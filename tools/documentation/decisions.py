"""The index of the decisions: one line a page, from its title."""

import re
from pathlib import Path

from documentation.blocks import Fill, PageError

_NAME = re.compile(r"([0-9]{4})-[a-z0-9-]+\.md")


def index_fills(folder: Path) -> dict[str, Fill]:
    """List how to fill `<!-- decisions -->`, from the pages in a folder."""
    return {"decisions": lambda _: list_decisions(folder)}


def list_decisions(folder: Path) -> list[str]:
    """
    Write a table with a row for every decision, in the order of their numbers.

    Raises:
        PageError: A page does not have its next number in its name and its title.
    """
    rows = ["| | decision |", "| --- | --- |"]
    pages = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    for number, path in enumerate(pages, 1):
        file = f"{folder.parent.name}/{folder.name}/{path.name}"
        name = _NAME.fullmatch(path.name)
        if not name or int(name[1]) != number:
            hint = f"rename it to {number:04}-…, the next free number"
            raise PageError(file, 1, f"the name is not that of decision {number}, {hint}")
        title = path.read_text(encoding="utf-8").partition("\n")[0]
        if not title.startswith(f"# {number}. "):
            raise PageError(file, 1, f"the title must begin with '# {number}. '")
        rows.append(f"| {number} | [{title.removeprefix(f'# {number}. ')}]({path.name}) |")
    return rows
