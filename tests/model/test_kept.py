"""Maps whose values are made when somebody asks for them."""

import pytest

from graph.model.kept import OnDemand


def test_each_value_is_made_once() -> None:
    """A value is made at the first question, and kept; keys and their number cost nothing."""
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    values = OnDemand({"b": None, "a": None}, make)

    assert (list(values), len(values), made) == (["b", "a"], 2, [])
    assert (values["a"], values["a"], made) == ("A", "A", ["a"])


def test_nothing_is_made_for_what_is_not_there() -> None:
    """Another key is missing, as in any map, and is never asked to be made."""
    values = OnDemand({"a": None}, lambda key: pytest.fail(f"made {key}"))

    with pytest.raises(KeyError, match="x"):
        values["x"]
    assert "x" not in values
