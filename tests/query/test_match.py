"""A table of one's own against the data: on what form each row fits, and what is a heading."""

import re
from dataclasses import replace

import pytest
from registries import make_registry, organisation

from graph.model.errors import SourceError
from graph.model.records import Alias, Registry
from graph.query.match import match_table
from graph.read.tables.delimited import read_delimited


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Four organisations: one with a number, two with the same alias, one with a scoped one."""
    return make_registry(
        [
            organisation("a", name="Stichting Één", ids={"kvk": "01234567"}),
            organisation("b", name="Twee", aliases=(Alias(text="Kring"),)),
            organisation("c", name="Drie", aliases=(Alias(text="kring"),)),
            organisation(
                "d-huis", name="Vier", aliases=(Alias(text="gemeente", source="s1", lines=(4,)),)
            ),
        ],
        [],
    )


def test_on_what_form_a_row_fits(registry: Registry) -> None:
    """A number goes before a name, and each row says the form that the data have."""
    rows = match_table(
        registry,
        "KvK;naam\n01234567;Een andere naam\n;een\n\n99999999;de kring\n;vreemd\n;D-huis\n",
    )

    assert [(row.number, row.matches, row.by, row.form) for row in rows] == [
        (2, ("a",), "kvk", "01234567"),
        (3, ("a",), "name", "Stichting Één"),
        (5, ("b", "c"), "alias", "Kring"),
        (6, (), None, None),
        (7, ("d-huis",), "id", "d-huis"),
    ]


def test_a_scoped_form_is_no_match(registry: Registry) -> None:
    """A form that holds in one document alone fits nobody, and whose it is there is told."""
    (row,) = match_table(registry, "De Gemeente\n")

    assert (row.matches, row.by, row.form, row.scoped) == ((), None, None, ("d-huis",))


def test_whose_form_it_is_in_a_document_stands_by_id() -> None:
    """Two that have it in one document are told in the order of their ids."""
    scoped = (Alias(text="kring", source="s1"),)
    last = organisation("z", aliases=scoped)
    first = organisation("b", aliases=scoped)
    registry = replace(make_registry([first, last], []), organisations={"z": last, "b": first})

    assert match_table(registry, "Kring\n")[0].scoped == ("b", "z")


@pytest.mark.parametrize(
    ("table", "numbers"),
    [
        ("Naam\nTwee\n", [2]),
        ("Organisatie\nTwee\n", [2]),
        ("nr,Zorgaanbieder\n1,Twee\n", [2]),
        ("\n\nnaam\nTwee\n", [4]),
        ("inschrijving,plaats\n01234567,Kust\n12345678,Kust\n", [2, 3]),
        ("Vreemd\nTwee\n", [1, 2]),
        ("Vreemd,plaats\nVier,x\n12345678,Kust\n", [1, 2, 3]),
        ("Twee\nnaam\n", [1, 2]),
        ("Vreemd,12345678\nTwee,01234567\n", [1, 2]),
        ("naam\n", []),
        ("", []),
    ],
)
def test_a_heading_is_no_row(registry: Registry, table: str, numbers: list[int]) -> None:
    """A first row with a known heading, or above a column of numbers, is left out."""
    assert [row.number for row in match_table(registry, table)] == numbers


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(registry: Registry, separator: str) -> None:
    """Commas, semicolons and tabs all separate cells."""
    (row,) = match_table(registry, f"x{separator}Twee\n")

    assert (row.cells, row.matches) == (("x", "Twee"), ("b",))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('naam\nTwee\n"Drie\nVier\n', "n.csv:3: not a table: a quote that opens in this row is"),
        (f'naam\nTwee\n"{"a" * 131_073}"\n', "n.csv:3: not a table: a quote that opens in this"),
        ('"Twee" x\n', "n.csv:1: not a table: ',' expected after '\"'"),
    ],
    ids=["open", "long", "behind"],
)
def test_a_table_with_a_wrong_quote(registry: Registry, table: str, said: str) -> None:
    """What would read many rows as one cell is refused with its first line, also after others."""
    read_delimited(b"naam\nEen\n", "register.csv", ",")  # whose cells may be longer

    with pytest.raises(SourceError, match=re.escape(said)):
        match_table(registry, table, "n.csv")
