"""Which column is meant by what was typed."""

import pytest

from graph.model.errors import UnknownIdError
from graph.write.answers.headings import find_column

SHOWN = ("id", "left_name", "right_name", "with_others", "without_gemeente", "in_2021")


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("id", "id"),
        ("name", "left_name"),
        ("NAAM", "left_name"),
        ("and", "right_name"),
        ("with others", "with_others"),
        ("With-Others", "with_others"),
        ("met  anderen", "with_others"),
        ("in 2021", "in_2021"),
        ("first_year", "first_year"),
        ("first year", "first_year"),
    ],
)
def test_names_and_headings(typed: str, column: str) -> None:
    """A heading in any language, whatever its case; the first column that has it."""
    assert find_column(typed, SHOWN, ["first_year"]) == column


def test_a_column_that_is_none() -> None:
    """The nearest are told by their names, else all there are."""
    with pytest.raises(UnknownIdError, match="did you mean 'with_others'"):
        find_column("with other", SHOWN)
    with pytest.raises(UnknownIdError, match="use one of id, in_2021"):
        find_column("xyz", SHOWN)
