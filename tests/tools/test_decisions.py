"""The index of decisions follows from their titles, and a wrong number is said."""

from pathlib import Path

import pytest
from documentation.blocks import PageError
from documentation.decisions import list_decisions


def write(folder: Path, **titles: str) -> Path:
    """Write decisions into `docs/decisions`; each is named by a key like `d0001_why`."""
    home = folder / "docs" / "decisions"
    home.mkdir(parents=True)
    (home / "README.md").write_text("# Why\n", encoding="utf-8")
    for key, title in titles.items():
        name = key.removeprefix("d").replace("_", "-")
        (home / f"{name}.md").write_text(f"{title}\n\nText.\n", encoding="utf-8")
    return home


def test_each_decision_has_a_row(tmp_path: Path) -> None:
    """The index links every decision under its title, in the order of the numbers."""
    folder = write(tmp_path, d0002_two="# 2. Two is better", d0001_one="# 1. One comes first")

    assert list_decisions(folder)[2:] == [
        "| 1 | [One comes first](0001-one.md) |",
        "| 2 | [Two is better](0002-two.md) |",
    ]


@pytest.mark.parametrize(
    ("titles", "message"),
    [
        (
            {"d0001_one": "# 1. One", "d0001_two": "# 1. Two"},
            "docs/decisions/0001-two.md:1: the name is not that of decision 2, "
            "rename it to 0002-…, the next free number",
        ),
        (
            {"d0001_one": "# 1. One", "d0003_three": "# 3. Three"},
            "docs/decisions/0003-three.md:1: the name is not that of decision 2, "
            "rename it to 0002-…, the next free number",
        ),
        (
            {"d0001_one": "# 2. One"},
            "docs/decisions/0001-one.md:1: the title must begin with '# 1. '",
        ),
    ],
    ids=["twice", "gap", "title"],
)
def test_a_wrong_number_is_said(tmp_path: Path, titles: dict[str, str], message: str) -> None:
    """A number that is taken, leaves a gap or differs from the title is an error with its file."""
    with pytest.raises(PageError) as caught:
        list_decisions(write(tmp_path, **titles))

    assert str(caught.value) == message
