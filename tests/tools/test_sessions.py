"""Sessions in Python on a page: run one after the other, answered anew, and stopped by an error."""

import pytest
from documentation.blocks import Block, PageError, fill_page
from documentation.sessions import Sessions


def fill(text: str) -> str:
    """Fill the sessions of a page."""
    return fill_page("page.md", text, {}, {"pycon": Sessions().fill})


def block(*lines: str) -> str:
    """A session of some lines, as it stands on a page."""
    return "\n".join(["```pycon", *lines, "```", ""])


def test_what_is_printed_stands_under_what_asks() -> None:
    """Values and prints; what stood there before is gone, and text around it stays."""
    page = f"# A\n\n{block('>>> 1 + 1', '3', '>>> print(1); 2', '>>> x = 4')}\nText.\n"

    expected = block(">>> 1 + 1", "2", ">>> print(1); 2", "1", "2", ">>> x = 4")
    assert fill(page) == f"# A\n\n{expected}\nText.\n"
    assert fill(fill(page)) == fill(page)


def test_a_statement_may_have_several_lines() -> None:
    """A loop keeps its lines, also where nothing was printed yet."""
    loop = (">>> for n in range(2):", "...     print(n)")

    assert fill(block(*loop)) == block(*loop, "0", "1")


def test_names_stay_from_one_session_on_the_page_to_the_next() -> None:
    """And no further: another page begins anew."""
    assert fill(block(">>> x = 4") + block(">>> x")) == block(">>> x = 4") + block(">>> x", "4")
    with pytest.raises(PageError, match="NameError"):
        fill(block(">>> x"))


def test_it_runs_in_the_root_of_the_checkout() -> None:
    """A page names the data file as a reader would there."""
    assert fill(block(">>> import os; os.path.isfile('entities.yaml')")).endswith("True\n```\n")


def test_a_statement_that_fails_stops_the_page() -> None:
    """The error names file and line, and no output is lost to it."""
    with pytest.raises(PageError) as caught:
        fill("Text.\n" + block(">>> x = 1", ">>> x / 0", "1"))

    assert str(caught.value).startswith("page.md:4: 'x / 0' fails: ZeroDivisionError")


def test_a_session_without_a_question_is_an_error() -> None:
    """Text by hand in such a block would be lost."""
    with pytest.raises(PageError, match="this session asks nothing, begin a line with >>>"):
        Sessions().fill(Block("page.md", 3, "pycon", "```pycon", ("2",), "```"))
