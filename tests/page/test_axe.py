"""axe-core finds nothing, in either language, light or dark, with the panel open or closed."""

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from page.watched import Watched
from registries import kustland_in_full

from graph.model.records import Step

Visit = Callable[..., Watched]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Watched) -> list[object]:
    """Run all rules, of WCAG and of good practice; evaluated by the debugger, which may."""
    if not page.page.evaluate("'axe' in window"):
        page.page.evaluate(AXE)
    found = page.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        (rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe(visit: Visit, scheme: str, language: str) -> None:
    """No rule is broken, with the panel closed, open, and with search results under the box."""
    page = visit(hash=f"#lang={language}", color_scheme=scheme)

    assert violations(page) == []
    page.click("c")
    page.page.locator("#search").fill("zand")

    assert violations(page) == []


STATES = {
    "organisation": "organisation=c",
    "tie": "organisation=a&with=b",
    "partnership": "partnership=p",
    "document": "document=s1",
    "doubts": "partnership=p",
    "group": "group=aanbieders",
    "two-mode group": "view=two-mode&group=aanbieders",
    "relation": "relation=inkoop",
    "arrows": "view=two-mode&arrows=1&organisation=c",
    "hampers": "document=s2",
    "group outside": "group=aanbieders&region=zandmeer",
    "outside": "organisation=e&region=zandmeer",
    "grid": "view=grid&organisation=c",
    "regions": "view=regions&region=zandmeer",
    "time": "view=time&partnership=p",
    "years": "view=time&years=2018..2020",
    "two-mode": "view=two-mode&organisation=c&width=newman",
    "two-mode partnership": "view=two-mode&partnership=p&period=2019/2020",
    "filters": "region=zandmeer&without-role=funder",
    "narrowed": "role=member&certainty=high&theme=eerste-lijn&rest=hide",
    "hidden": "type=gemeente&rest=hide&view=two-mode",
    "nothing": "region=zandmeer&source=s2",
    "without": "organisation=c&without=1",
    "chain": "from=a&to=d",
    "no chain": "from=a&to=h&width=newman",
    "sides": "a.region=zandmeer&b.region=kustland",
    "what if": "b.without-organisation=c",
    "sides in years": "view=two-mode&a.period=2018&b.period=2020",
    "steps": "organisation=d&steps=2&width=newman",
    "moved": "at=0,0,1&put=10,10,c",
    "several": "organisations=a,b,d&view=two-mode",
    "by home": "colour=region",
    "by certainty": "colour=certainty&organisation=c",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_in_every_state(visit: Visit, language: str) -> None:
    """No rule is broken in any panel, view, filter or focus, with all that folds unfolded."""
    page = visit(kustland_in_full())
    page.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    found = {}
    for name, state in STATES.items():
        page.page.evaluate(f"location.hash = '#{state}&lang={language}'")
        page.wait(f"document.documentElement.lang === '{language}'")
        page.page.wait_for_timeout(30)
        for scheme in ("light", "dark"):
            page.page.emulate_media(color_scheme=scheme)
            found[name, scheme] = violations(page)

    assert found == {(name, scheme): [] for name in STATES for scheme in ("light", "dark")}


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_in_tables(visit: Visit, width: int) -> None:
    """No rule is broken in the tables, all open, on a phone or a desk."""
    page = visit(kustland_in_full(), viewport={"width": width, "height": 900})

    page.page.evaluate("document.querySelectorAll('.sheet').forEach((one) => (one.hidden = false))")

    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_in_the_story(visit: Visit, scheme: str) -> None:
    """No rule is broken before the story begins, in it, and at its end."""
    step = Step(title={"nl": "Een stap"}, text={"nl": "Zie de tijd."}, view="view=time")
    page = visit(replace(kustland_in_full(), story=(step, step)), color_scheme=scheme)
    found = [violations(page)]
    for _ in range(2):
        page.page.locator("[data-story='1']").click()
        found.append(violations(page))

    assert found == [[], [], []]
