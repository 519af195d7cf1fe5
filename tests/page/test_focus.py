"""What stands out: steps around a choice, a way between two, and what is left without one."""

from collections.abc import Callable
from itertools import combinations

from page.watched import Watched
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Membership, Registry
from graph.query.path import count_paths, find_paths, split_without

Visit = Callable[..., Watched]


def focused(page: Watched) -> list[str]:
    """The ids of what is not dimmed on the map."""
    found: list[str] = page.page.evaluate(
        "collabgraph.marks().filter((mark) => mark.focused).map((mark) => mark.key).sort()"
    )
    return found


def lattice() -> Registry:
    """Nine organisations with several ways between most of them, of different certainty."""
    return make_registry(
        [organisation(id, name=f"Stichting {id}") for id in "abcdefghi"],
        [
            partnership("p1", "a b d"),
            partnership("p2", [Membership(organisation="a", certainty="low"), *members("c")]),
            partnership("p3", "b e"),
            partnership("p4", "c e", certainty="medium"),
            partnership("p5", "b e"),
            partnership("p6", "e f"),
            partnership("p7", "d f g"),
            partnership("p8", "h i"),
        ],
    )


def members(ids: str) -> list[Membership]:
    return [Membership(organisation=id) for id in ids.split()]


def test_steps_by_key(visit: Visit) -> None:
    """Plus and minus widen and narrow the surroundings of a choice, zero shows all."""
    page = visit()
    page.click("d")
    assert focused(page) == ["c", "d"]
    keyboard = page.page.keyboard

    keyboard.press("+")
    assert focused(page) == ["a", "b", "c", "d"]
    assert page.text("#status") == "Binnen 2 stappen: 3 organisaties."
    assert page.page.url.endswith("#organisation=d&steps=2")
    keyboard.press("+")
    assert page.text("#status").startswith("Verder is er niets")
    keyboard.press("-")
    assert focused(page) == ["c", "d"]
    keyboard.press("0")

    assert len(focused(page)) == 4
    assert page.page.url.endswith("#organisation=d&steps=0")


def test_steps_by_button(visit: Visit) -> None:
    """The same at buttons in the panel, and the keyboard stays on them."""
    page = visit(hash="#organisation=d")

    page.page.get_by_role("button", name="Een stap verder").click()

    assert focused(page) == ["a", "b", "c", "d"]
    assert page.page.evaluate("document.activeElement.dataset.focus") == "more"
    assert page.text(".steps .now") == "2 stappen"


def ways(page: Watched) -> list[list[str]]:
    """The ways that the panel lists: names of organisations and partnerships in turn."""
    found: list[list[str]] = page.page.evaluate(
        """() => [...document.querySelectorAll("#panel .way")].map((way) =>
            [...way.querySelectorAll("li")].map(
                (stop) => stop.querySelector("a bdi").textContent))"""
    )
    return found


def test_ways(visit: Visit) -> None:
    """Between any two the page gives the paths of `find_paths`, in the same order."""
    registry = lattice()
    names = {id: one.name for id, one in registry.organisations.items()}
    names |= {id: one.name for id, one in registry.partnerships.items()}
    page = visit(registry)

    for left, right in combinations(registry.organisations, 2):
        page.page.evaluate(f"location.hash = 'from={left}&to={right}'")
        page.wait(f"document.getElementById('between-from').value === 'Stichting {left}'")
        page.wait(f"document.getElementById('between-to').value === 'Stichting {right}'")
        paths = find_paths(registry, left, right)
        assert ways(page) == [
            [
                names[stop]
                for place, one in enumerate(path.organisations)
                for stop in (*([path.shared[place - 1].partnership.id] if place else []), one)
            ]
            for path in paths
        ]
        count = count_paths(registry, left, right)
        text = page.text("#panel")
        assert (f"Er zijn {count} even korte routes" in text) == (count > 1)
        assert ("Geen verbinding in dit ene document tussen" in text) == (not count)


def test_paths_by_keyboard(visit: Visit) -> None:
    """From one, to another, Enter: the panel names every table, and the path stands out."""
    page = visit()
    page.page.locator("#between > summary").focus()
    keyboard = page.page.keyboard
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.type("vuurbaak")
    keyboard.press("Tab")
    keyboard.type("zilt zoon")

    keyboard.press("Enter")

    assert page.page.evaluate("document.activeElement.id") == "panel-title"
    assert page.text("#panel-title") == (
        "Van ⁨Ziekenhuis De Vuurbaak⁩ naar ⁨Zorgverzekeraar Zilt & Zoon⁩"
    )
    assert ways(page) == [
        [
            "Ziekenhuis De Vuurbaak",
            "Wondpoli Zandmeer",
            "Gemeente Zandmeer",
            "Regietafel Kustland",
            "Zorgverzekeraar Zilt & Zoon",
        ]
    ]
    assert "afgeleid" in page.text("#panel .way")
    assert focused(page) == ["a", "c", "d"]
    assert page.page.url.endswith("#from=a&to=d")
    keyboard.press("Escape")
    assert page.text("#panel-title") == "Wie werkt met wie samen?"


def test_paths_asks_for_two(visit: Visit) -> None:
    """A name that nobody has, or the same one twice, is said and changes nothing."""
    page = visit()
    page.page.locator("#between > summary").click()
    page.page.locator("#between-from").fill("qqqq")
    page.page.locator("#between-to").fill("Vuurbaak")

    page.page.locator("#between-go").click()
    assert page.text("#between-error") == "Kies in beide velden een organisatie uit de lijst."
    page.page.locator("#between-from").fill("Ziekenhuis De Vuurbaak")
    page.page.locator("#between-go").click()

    assert page.text("#between-error") == "Kies twee verschillende organisaties."
    assert "#" not in page.page.url


def test_paths_under_filters(visit: Visit) -> None:
    """A way is looked for in what the filters keep, and one that falls outside is told so."""
    page = visit(hash="#from=a&to=d&certainty=high")

    assert "Een van beide organisaties valt buiten de filters." in page.text("#panel")


def test_paths_from_here(visit: Visit) -> None:
    """From an organisation's panel one button fills in where the way begins."""
    page = visit(hash="#organisation=a")

    page.page.get_by_role("button", name="Zoek een route van hier naar …").click()

    assert page.page.locator("#between-from").input_value() == "Ziekenhuis De Vuurbaak"
    assert page.page.evaluate("document.activeElement.id") == "between-to"


def test_cut_vertex(visit: Visit) -> None:
    """A cut vertex says what falls apart without it, and on which membership that rests."""
    page = visit(hash="#organisation=c")
    text = page.text("#panel")

    assert "Zonder ⁨Gemeente Zandmeer⁩ valt dit deel van het netwerk uiteen in 2 losse delen." in text
    assert (
        "2 organisaties: Ziekenhuis De Vuurbaak, Huisartsengroep Zandmeer "
        "Steunt op één deelname: Wondpoli Zandmeer (financier) vermeld" in text
    )
    assert (
        "1 organisatie: Zorgverzekeraar Zilt & Zoon "
        "Steunt op één deelname: Regietafel Kustland (trekker) vermeld" in text
    )
    assert "Zo staat het in deze 2 documenten" in text


def test_what_is_left(visit: Visit) -> None:
    """At a button the one that is thought away is dimmed; every part that is left stays in full."""
    page = visit(hash="#organisation=c")

    page.page.get_by_role("button", name="Toon wat er dan overblijft").click()

    assert focused(page) == ["a", "b", "d", "e", "f", "g", "h"]
    lines = "collabgraph.lines().filter((one) => one.focused).map(({ ends }) => ends.join('-'))"
    assert page.page.evaluate(lines) == ["a-b"]
    assert "Een van die delen is zelf verbonden door een deelname die niet" in page.text("#panel")
    assert page.page.url.endswith("#organisation=c&without=1")
    button = page.page.get_by_role("button", name="Toon wat er dan overblijft")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert focused(page) == ["a", "b", "c", "d"]


def test_not_a_cut_vertex(visit: Visit) -> None:
    """One that holds nothing together is said to leave the rest whole."""
    page = visit(hash="#organisation=a")

    assert "Zonder ⁨Ziekenhuis De Vuurbaak⁩ blijft de rest met elkaar verbonden." in page.text(
        "#panel"
    )


def test_parts(visit: Visit) -> None:
    """What falls apart is what `split_without` says."""
    registry = lattice()
    page = visit(registry)

    for id, one in registry.organisations.items():
        page.page.evaluate(f"location.hash = 'organisation={id}'")
        page.wait(f"document.getElementById('panel-title').textContent === '{one.name}'")
        parts = page.page.evaluate(
            """() => [...document.querySelectorAll("#panel .parts > li")].map((part) =>
                [...part.children].filter((child) => child.matches("a")).map(
                    (link) => link.textContent))"""
        )
        expected = split_without(registry, id)
        names = [[registry.organisations[one].name for one in part] for part in expected]
        assert parts == (names if len(expected) > 1 else [])


def test_who_is_not_at_the_table(visit: Visit) -> None:
    """Of types that are not named it is said whether the list of members counts as complete."""
    complete = visit(kustland(), hash="#partnership=q").text("#panel")
    partial = visit(kustland(), hash="#partnership=p").text("#panel")

    assert "Wel genoemd eerstelijnszorg, ziekenhuis" in complete
    assert "Niet genoemd gemeente" in complete
    assert "De ledenlijst geldt als volledig" in complete
    assert "Niet genoemd zorgverzekeraar" in partial
    assert "of deze soorten ontbreken, is niet bekend" in partial


def test_how_sure_is_a_tie(visit: Visit) -> None:
    """A tie tells its certainty, both weights, and how many documents speak of it."""
    text = visit(hash="#organisation=a&with=b").text("#panel")

    assert "Zekerheid vermeld" in text
    assert "Gewicht 2 gedeelde samenwerkingen, Newman-gewicht 1,50" in text
    assert "1 document. Zonder ‘⁨Bron 1⁩’ vervalt deze lijn." in text


def test_what_is_left_needs_something_left(visit: Visit) -> None:
    """Where filters leave nothing about the one thought away, it counts again."""
    page = visit(hash="#organisation=c&without=1")
    assert "1 stap" not in page.text(".steps")

    page.page.get_by_role("button", name="gemeente 1").click()

    assert "without" not in page.page.url
    assert page.text("#panel-title") == "Gemeente Zandmeer"
