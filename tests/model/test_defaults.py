"""What records and their tables say where nothing is said."""

from registries import make_registry

from graph.model.errors import MOST_HINTS, Hints, nearest
from graph.model.listing import write_table


def test_a_source_is_a_summary() -> None:
    """Until its digest is read, a document is taken to be told in words of our own."""
    assert make_registry([], []).sources["s1"].is_summary


def test_a_table_says_nothing_of_more() -> None:
    """How many rows there are in all stands below a table that leaves some out, and no other."""
    assert "<p>" not in write_table([])
    assert write_table([{"a": 1}], more=2).endswith("<p>1 of 2</p>")


def test_of_two_that_differ_in_capitals_the_first_is_meant() -> None:
    """Capitals come before small letters, and always the same one is offered."""
    assert nearest("elaax", ["elaa", "Elaa"]) == nearest("elaax", ["Elaa", "elaa"]) == ["Elaa"]


def test_hints_are_given_so_many_times() -> None:
    """The nearest word is looked for so many times, whichever way it is asked for."""
    hints = Hints()

    given = [hints.nearest("elaas", ["elaa"]) for _ in range(MOST_HINTS - 1)]

    assert given == [["elaa"]] * (MOST_HINTS - 1)
    assert str(hints.say("elaas", ["elaa"])) == ", did you mean 'elaa'?"
    assert hints.say("elaas", ["elaa"]) == ""
    assert hints.nearest("elaas", ["elaa"]) == []
