"""What is known about one partnership: what came before it, what followed, what is part of it."""

from dataclasses import replace

from registries import make_registry, organisation, partnership

from graph.query.card import show_partnership


def test_stages_and_parts_of_a_partnership() -> None:
    """A stage that is not in the data is left out; the others stand in their own places."""
    registry = make_registry(
        [organisation("a")],
        [
            partnership("eerst", "a"),
            partnership("dan", "a", follows=("eerst", "elders")),
            partnership("later", "a", follows=("dan",)),
            partnership("deel", "a", part_of="dan"),
        ],
    )

    card = show_partnership(registry, registry.partnerships["dan"])

    assert [one.id for one in card.before] == ["eerst"]
    assert [one.id for one in card.after] == ["later"]
    assert [one.id for one in card.parts] == ["deel"]


def test_a_partnership_by_itself() -> None:
    """Without stages and parts there are none."""
    registry = make_registry([organisation("a")], [partnership("p", "a"), partnership("q", "a")])

    card = show_partnership(replace(registry), registry.partnerships["p"])

    assert (card.before, card.after, card.parts) == ((), (), ())
