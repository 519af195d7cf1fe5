"""A crowded map: groups from afar, organisations from nearby, and nothing folded in silence."""

from collections.abc import Callable
from typing import Any

from page.test_axe import violations
from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Registry
from graph.network.incidence import as_incidence
from graph.page.communities import list_communities

Visit = Callable[..., Watched]

SIZE = 60  # organisations in each of three groups


def crowd() -> Registry:
    """Three rings of sixty, the first two at home in one region; a wide partnership of one ring."""
    people = [
        organisation(
            f"{ring}{n:02}",
            name=f"{ring.upper()} {n:02}",
            region={"a": "kustland", "b": "zandmeer"}.get(ring),
            type="ggd" if ring == "b" else "overig",
        )
        for ring in "abc"
        for n in range(SIZE)
    ]
    tables = [
        partnership(f"{ring}{n:02}-{step}", f"{ring}{n:02} {ring}{(n + step) % SIZE:02}")
        for ring in "abc"
        for n in range(SIZE)
        for step in (1, 2, 3)
    ]
    tables.append(partnership("wide", " ".join(f"a{n:02}" for n in range(30))))
    tables.append(partnership("between", "a00 b00"))
    tables.append(partnership("across", "b00 c00"))
    return make_registry([*people, organisation("z", name="Alleen")], tables)


def far_names(page: Watched) -> list[str]:
    """What is written on the map, each name in one line."""
    names: list[list[str]] = page.page.evaluate("collabgraph.names()")
    return sorted(" ".join(rows) for rows in names)


def drawn(page: Watched, what: str) -> Any:
    """What stands on the map."""
    return page.page.evaluate(f"collabgraph.{what}()")


def test_small_maps_fold_nothing(visit: Visit) -> None:
    """The map of a small network has no groups, from however far."""
    page = visit()
    for _ in range(8):
        page.page.get_by_role("button", name="Uitzoomen").click()

    assert page.page.locator("#far").count() == 0
    assert len(drawn(page, "lines")) == 4
    assert not any("organisaties" in name for name in far_names(page))


def test_groups_from_afar(visit: Visit) -> None:
    """From afar stand groups, with how many they hold; the list says what is folded."""
    page = visit(crowd())
    page.page.get_by_role("button", name="Uitzoomen").click()

    groups = [name for name in far_names(page) if "organisaties" in name]
    assert len(groups) >= 3
    assert any(name.startswith("Kustland") for name in groups)
    assert any(name.startswith("Zandmeer") for name in groups)
    assert not any(name == "A 07" for name in far_names(page))
    note = page.page.locator("#far")
    note.locator("summary").click()
    said = " ".join(note.inner_text().split())
    assert "180 organisaties" in said  # all but the one that shares nothing
    assert "De indeling is berekend, en staat in geen document." in said
    assert "100 % is er thuis in Kustland" in said
    assert "uit verschillende regio’s" in said  # of the third ring nobody says where it is


def test_a_group_is_entered_by_list_and_by_click(visit: Visit) -> None:
    """A group is chosen in the list with the keyboard, or on the map: its members stand there."""
    page = visit(crowd())
    page.page.locator("#far summary").click()
    page.page.locator("#far button", has_text="Zandmeer").first.focus()
    page.page.keyboard.press("Enter")

    assert page.text("#status").startswith("Zandmeer: ")
    assert any(name.startswith("B ") for name in far_names(page))
    assert page.page.evaluate("document.activeElement.id") == "map"


def test_a_group_without_room_says_how_many_it_holds(visit: Visit) -> None:
    """Where its name finds no place a disc holds its number, and no name leaves the frame."""
    page = visit(crowd(), viewport={"width": 320, "height": 700})
    for _ in range(4):
        page.page.get_by_role("button", name="Uitzoomen").click()

    names = far_names(page)
    boxes = page.page.evaluate("collabgraph.nameBoxes()")
    frame = page.page.locator("#map").bounding_box()
    assert frame is not None
    assert any(name.isdecimal() for name in names), names
    assert all(left >= 0 and right <= frame["width"] for left, _, right, _ in boxes)


def test_dragging_from_afar_moves_the_map(visit: Visit) -> None:
    """What a group stands for cannot be dragged out of it."""
    page = visit(crowd())
    page.page.get_by_role("button", name="Uitzoomen").click()
    places = "['a00', 'b00', 'c00'].map((key) => collabgraph.placeOf(key))"
    before = page.page.evaluate(places)
    frame = page.page.locator("#map").bounding_box()
    assert frame is not None
    x, y = frame["x"] + before[0]["x"], frame["y"] + before[0]["y"]

    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 30, y + 20, steps=4)
    page.page.mouse.up()

    after = page.page.evaluate(places)
    moved = [
        (round(two["x"] - one["x"]), round(two["y"] - one["y"]))
        for one, two in zip(before, after, strict=True)
    ]
    assert len(set(moved)) == 1
    assert moved[0] != (0, 0)


def test_what_is_chosen_is_never_folded(visit: Visit) -> None:
    """Around a choice the organisations stand there, however far."""
    page = visit(crowd(), hash="#organisation=c05")
    for _ in range(6):
        page.page.get_by_role("button", name="Uitzoomen").click()

    assert "C 05" in far_names(page)


def test_a_wide_partnership_is_a_mark_with_spokes(visit: Visit) -> None:
    """Thirty members are thirty lines to one mark, not 435 ties; a click leads to it."""
    page = visit(crowd())

    lines = [frozenset(line["ends"]) for line in drawn(page, "lines")]

    assert sum("wide" in ends for ends in lines) == 30
    assert frozenset(("a00", "a01")) in lines  # they share another partnership
    assert frozenset(("a00", "a10")) not in lines
    assert [mark["key"] for mark in drawn(page, "marks") if mark["key"] == "wide"] == ["wide"]


def test_filters_count_in_groups(visit: Visit) -> None:
    """What the filters hide is in no group."""
    page = visit(crowd(), hash="#type=ggd&rest=hide")
    page.page.locator("#far summary").click()

    said = " ".join(page.page.locator("#far").inner_text().split())

    assert "60 organisaties" in said
    assert "Kustland" not in said


def test_axe_and_language(visit: Visit) -> None:
    """The list of groups breaks no rule, and speaks either language."""
    page = visit(crowd())
    page.page.locator("#far summary").click()
    page.page.get_by_role("button", name="English").click()

    assert "This division is computed" in page.page.locator("#far").inner_text()
    assert violations(page) == []


def test_small_page_holds_no_communities() -> None:
    """The data of a small page say nothing of groups; of a crowded one, of who shares something."""
    found = list_communities(as_incidence(crowd()))

    assert list_communities(as_incidence(kustland())) == []
    assert len(found) == 181
    assert [id for id, group in enumerate(found) if group < 0] == [180]
