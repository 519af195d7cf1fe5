"""Tables that fit a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.write.table import layout_table
from graph.write.width import width_of

ROWS = [
    ["elaa", "Bestuurlijke peiling in Almere", "5", "Almere"],
    ["", "Actieonderzoek", "12", ""],
]
HEADINGS = ["id", "name", "members known", "regions"]

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


def layout(width: int | None) -> list[str]:
    """The rows above, as wide."""
    return layout_table(HEADINGS, ROWS, numbers=["members known"], width=width).split("\n")


def test_columns_line_up() -> None:
    """Wide and combining characters are counted as the columns that they take."""
    table = layout_table(
        ["naam", "aantal"], [["東京", "1"], ["cafe\u0301", "12"]], numbers=["aantal"]
    )

    assert table == "naam  aantal\n東京       1\ncafe\u0301      12"


@pytest.mark.parametrize("width", [None, 63, 200])
def test_a_table_that_fits_stays_as_it_is(width: int | None) -> None:
    """A pipe has no width."""
    assert layout(width) == [
        "id    name                            members known  regions",
        "elaa  Bestuurlijke peiling in Almere              5  Almere",
        "      Actieonderzoek                             12",
    ]


def test_the_widest_column_is_folded() -> None:
    """Within its column; headings of numbers are folded between words."""
    assert layout(40) == [
        "id    name              members  regions",
        "                          known",
        "elaa  Bestuurlijke            5  Almere",
        "      peiling in",
        "      Almere",
        "      Actieonderzoek         12",
    ]


def test_rows_become_lines_where_there_is_no_room() -> None:
    """An empty cell says nothing; a row without a first cell goes on with the one before."""
    assert layout(30) == [
        "id: elaa",
        "name: Bestuurlijke peiling",
        "  in Almere",
        "members known: 5",
        "regions: Almere",
        "name: Actieonderzoek",
        "members known: 12",
    ]


def test_a_table_without_rows_and_one_without_columns() -> None:
    """Headings alone, also where they are too wide; and nothing."""
    assert layout_table(["id", "name"], [], width=80) == "id  name"
    assert layout_table([], [], width=80) == ""
    assert layout_table(["a" * 30, "b" * 30], [], width=10) == ""


@given(st.lists(st.tuples(cells, cells, cells), max_size=4), st.integers(40, 200))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, ...]], width: int) -> None:
    """Whatever the cells hold; and all of it is there."""
    table = layout_table(["id", "naam van de partij", "n"], rows, numbers=["n"], width=width)

    assert all(width_of(line) <= width for line in table.split("\n"))
