"""What a question does where nothing is said about it."""

from dataclasses import replace

from registries import kustland, make_registry, organisation, partnership

from graph.query.compare import Change, compare_values
from graph.query.listing import list_partnerships
from graph.query.names import find_organisation
from graph.query.path import count_paths, find_paths


def test_a_unit_is_meant_itself() -> None:
    """Only where units are folded does the parent stand for it."""
    registry = kustland()

    assert find_organisation(registry, "Polikliniek De Vuurbaak").id == "f"
    assert find_organisation(registry, "Polikliniek De Vuurbaak", folded=True).id == "a"


def test_twenty_paths_are_enough() -> None:
    """Of many shortest paths twenty are given, and all are counted."""
    middle = [f"m{number:02}" for number in range(25)]
    tables = [
        partnership(f"{end}-{one}", f"{end} {one}") for one in middle for end in ("begin", "end")
    ]
    registry = make_registry([organisation(id) for id in ("begin", "end", *middle)], tables)

    assert len(find_paths(registry, "begin", "end")) == 20
    assert count_paths(registry, "begin", "end") == 25


def test_partnerships_are_listed_by_id() -> None:
    """Whatever the order in the data, the list has that of ids."""
    registry = make_registry([organisation("a")], [partnership("p", "a"), partnership("q", "a")])
    turned = replace(registry, partnerships={id: registry.partnerships[id] for id in "qp"})

    assert [one["id"] for one in list_partnerships(turned)] == ["p", "q"]


def test_a_map_in_place_of_nothing() -> None:
    """A map that was not there before is one change, as a whole."""
    assert list(compare_values(None, {"a": "b"}, ("x",))) == [
        Change(path=("x",), old=None, new={"a": "b"})
    ]
    assert list(compare_values({"a": "b"}, "c", ("x",))) == [
        Change(path=("x",), old={"a": "b"}, new="c")
    ]
