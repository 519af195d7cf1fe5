"""The page in Dutch and English, at a switch."""

from collections.abc import Callable
from dataclasses import replace

from page.watched import Watched
from registries import kustland

Visit = Callable[..., Watched]


def test_switch(visit: Visit) -> None:
    """The switch puts words, terms, dates and the address into English, and keeps the choice."""
    page = visit(hash="#organisation=c")

    page.page.get_by_role("button", name="English").click()

    assert page.page.locator("html").get_attribute("lang") == "en"
    assert page.page.title() == "Samenwerking in Kustland – collaboration network"
    assert "8 organisations" in page.text(".stamp")
    assert page.page.get_by_role("combobox", name="Which organisation are you?").count() == 1
    assert page.page.get_by_role("application", name="Network map of organisations").count() == 1
    assert "from March 2019, end not known" in page.text("#panel .card >> nth=0")
    assert "Role funder stated" in page.text("#panel .card >> nth=0")
    assert "municipality" in page.text(".legend")
    assert page.page.url.endswith("#organisation=c&lang=en")
    assert page.page.locator(".quotes bdi").first.get_attribute("lang") == "nl"


def test_there_and_back(visit: Visit) -> None:
    """After a switch to English and back, every word is as the file had it."""
    page = visit()
    read = "document.body.innerText"
    before = page.page.evaluate(read)

    page.page.get_by_role("button", name="English").click()
    assert page.page.evaluate(read) != before
    page.page.get_by_role("button", name="Nederlands").click()

    assert page.page.evaluate(read) == before
    assert "#" not in page.page.url


def test_language_of_the_data_is_the_default(visit: Visit) -> None:
    """Data in English make an English page, and a link can still ask for Dutch."""
    registry = replace(kustland(), language="en")

    assert "No line does not mean" in visit(registry).text("#panel")
    assert "Geen lijn betekent niet" in visit(registry, hash="#lang=nl").text("#panel")


def test_back_restores_the_language(visit: Visit) -> None:
    """The language is part of the view that the back button restores."""
    page = visit()
    page.page.get_by_role("button", name="English").click()

    page.page.go_back()

    assert page.page.locator("html").get_attribute("lang") == "nl"
    assert "8 organisaties" in page.text(".stamp")


def test_long_numbers(visit: Visit) -> None:
    """Numbers take the separator of the language."""
    page = visit()

    page.page.evaluate("document.querySelector('.stamp [data-t]').dataset.n = '1200'")
    page.page.get_by_role("button", name="English").click()
    assert "1,200 organisations" in page.text(".stamp")
    page.page.get_by_role("button", name="Nederlands").click()

    assert "1.200 organisaties" in page.text(".stamp")
