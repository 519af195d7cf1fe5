"""What is known about one partnership: what came before it, what followed, what is part of it."""

from dataclasses import replace

from registries import make_registry, organisation, partnership

from graph.query.card import list_forms, show_partnership
from graph.read.digest import Passage
from graph.scan.mentions import Form, Mention


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


def test_forms_stand_by_text_source_and_line() -> None:
    """Whatever the order of the mentions, forms stand by text, then source, and lines in order."""

    def mention(text: str, source: str, line: int) -> Mention:
        return Mention(source, Passage(text, line, (line,)), 0, len(text), (Form(text, "a"),))

    found = list_forms(
        [
            mention("Z", "s1", 3),
            mention("A", "s2", 9),
            mention("A", "s1", 8),
            mention("A", "s1", 2),
        ],
        "a",
    )

    assert [(one.text, one.source, one.passages) for one in found] == [
        ("A", "s1", ((2,), (8,))),
        ("A", "s2", ((9,),)),
        ("Z", "s1", ((3,),)),
    ]
