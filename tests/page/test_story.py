"""The story: steps that lead through views of the page."""

from collections.abc import Callable
from dataclasses import replace

from page.watched import Watched
from registries import kustland

from graph.model.records import Registry, Step
from graph.select.filters import Selection
from graph.select.selection import select_registry

Visit = Callable[..., Watched]

STEPS = (
    ("Een", "One", "organisation=c"),
    ("Twee", "Two", "view=time"),
    ("<b>Drie", "3", "view=grid"),
)


def told() -> Registry:
    """The small registry with three steps."""
    return replace(
        kustland(),
        story=tuple(
            Step(title={"nl": nl, "en": en}, text={"nl": f"Tekst {nl}.", "en": en}, view=view)
            for nl, en, view in STEPS
        ),
    )


def shown(page: Watched) -> list[str]:
    """The titles of the steps that can be read."""
    titles = page.page.locator("#story h3").all()
    return [one.inner_text() for one in titles if one.is_visible()]


def test_by_buttons(visit: Visit) -> None:
    """One step at a time, each with its view; at the end of it nothing goes on."""
    page = visit(told())
    assert shown(page) == []
    page.page.get_by_role("button", name="Of volg het verhaal in 3 stappen").click()

    assert shown(page) == ["Een"]
    assert page.text("#panel-title") == "Gemeente Zandmeer"
    assert page.text("#story nav span") == "stap 1 van 3"
    assert page.text("#status") == "Een. Tekst Een."
    page.page.get_by_role("button", name="Volgende").click()
    assert page.page.url.endswith("#view=time")
    assert page.page.locator("#timeline").is_visible()
    page.page.get_by_role("button", name="Volgende").click()
    assert shown(page) == ["<b>Drie"]
    assert page.page.get_by_role("button", name="Volgende").is_hidden()
    page.page.locator("[data-story='0']").click()
    assert shown(page) == []
    assert page.page.url.endswith("#view=grid")


def test_by_keys_alone(visit: Visit) -> None:
    """Arrows lead forth and back, Escape ends it, and the keyboard is never lost."""
    page = visit(told())
    page.page.locator("[data-story='1']").focus()
    within = "document.querySelector('#story nav').contains(document.activeElement)"
    seen = []
    for key in ("Right", "Right", "Right", "Right", "Left"):
        page.page.keyboard.press(f"Arrow{key}")
        seen.append(shown(page))
        assert page.page.evaluate(within)

    assert seen == [["Een"], ["Twee"], ["<b>Drie"], ["<b>Drie"], ["Twee"]]
    page.page.keyboard.press("Escape")
    assert shown(page) == []
    assert page.page.evaluate(within)


def test_in_the_other_language(visit: Visit) -> None:
    """The step stays where it is, and the next view keeps the language."""
    page = visit(told())
    page.page.locator("[data-story='1']").click()
    page.page.get_by_role("button", name="English").click()

    assert shown(page) == ["One"]
    page.page.get_by_role("button", name="Next").click()
    assert shown(page) == ["Two"]
    assert page.page.url.endswith("#view=time&lang=en")


def test_without_a_script(visit: Visit) -> None:
    """All steps are sections, in their order."""
    page = visit(told(), java_script_enabled=False)

    assert shown(page) == ["Een", "Twee", "<b>Drie"]
    assert page.page.locator("#story button").first.is_hidden()


def test_no_story(visit: Visit) -> None:
    """Data without one have no place for it; nor has a selection, of which it does not speak."""
    assert visit().page.locator("#story").count() == 0
    narrowed = select_registry(told(), Selection(regions=("zandmeer",)))
    assert visit(narrowed).page.locator("#story").count() == 0
