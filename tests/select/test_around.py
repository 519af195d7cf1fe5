"""The part of the data around organisations."""

from registries import kustland

from graph.select.around import keep_around


def test_one_step_around_an_organisation() -> None:
    """Around d that is the regietafel, with all who take part in it, and nothing else."""
    part = keep_around(kustland(), ["d"], 1)

    assert sorted(part.organisations) == ["c", "d"]
    assert sorted(part.partnerships) == ["r"]
    assert part.selection == "around=1:d"


def test_two_steps() -> None:
    """A step farther are the partners of those partners."""
    part = keep_around(kustland(), ["d"], 2)

    assert sorted(part.organisations) == ["a", "b", "c", "d"]
    assert sorted(part.partnerships) == ["p", "r"]


def test_no_step() -> None:
    """Without a step it is the organisation alone."""
    part = keep_around(kustland(), ["d"], 0)

    assert (sorted(part.organisations), sorted(part.partnerships)) == (["d"], [])
