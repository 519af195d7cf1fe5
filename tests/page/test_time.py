"""The timeline: what ran when, and what became of it between two years."""

from collections.abc import Callable

import pytest
from conftest import ROOT
from page.watched import Watched
from registries import make_registry, organisation, partnership

from graph.model.period import read_period
from graph.model.records import Evidence, Registry
from graph.reading import read_registry

Visit = Callable[..., Watched]


def register(**whens: str | None) -> Registry:
    """Partnerships by name, each with its period; a document of April 2011 tells of them."""
    return make_registry(
        [organisation(id) for id in ("left", "right")],
        [
            partnership(
                name,
                "left right",
                name=name,
                period=read_period(when.split()[0]) if when and when[0] in "/12" else None,
                status=when.split()[-1] if when and when[-1].isalpha() else "unknown",
                evidence=(Evidence(source="s1", line=1, quote="A en B"),),
            )
            for name, when in whens.items()
        ],
    )


def rows(page: Watched) -> list[str]:
    """The names of the rows and the headings above them, in their order."""
    return page.page.locator(
        "#timeline :is(.time-head, .stop > text:first-of-type)"
    ).all_text_contents()


def marks(page: Watched, name: str) -> list[str]:
    """What is drawn in a row, by its classes and in its order."""
    found: list[str] = page.page.evaluate(
        """(name) => [...document.querySelectorAll("#timeline .stop")]
            .find((one) => one.textContent.includes(name))
            .querySelectorAll("[class^=time]").values().map((one) => one.getAttribute("class"))
            .toArray()""",
        name,
    )
    return found


def test_in_the_order_of_time(visit: Visit) -> None:
    """By when it began or else ended; those without a period follow, what is unknown is counted."""
    page = visit(
        register(late="2021/..", early="2018", told="active", until="/2019-06", x=None, y=None),
        hash="#view=time",
    )

    assert [text.removeprefix("▸ ") for text in rows(page)] == [
        *("Met een periode (3)", "early", "until", "late"),
        *("Zonder periode (3)", "told", "wanneer is niet bekend (2)"),
    ]
    assert page.page.locator("#map").is_hidden()


def test_unknown_rows_unfold(visit: Visit) -> None:
    """Those of which nothing is known stand in one row until it is opened."""
    page = visit(register(known="2018", x=None, y=None), hash="#view=time")
    page.page.locator("#timeline .stop").last.click()

    assert rows(page)[-2:] == ["x", "y"]
    assert page.page.evaluate("document.activeElement.textContent").startswith("⁨x⁩")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2015/2019", ["time-may", "time-core"]),
        ("2015-03-01", ["time-may", "time-core"]),
        ("2015", ["time-may", "time-core time-some"]),
        ("2015/..", ["time-may", "time-line", "time-core time-some"]),
        ("/2015", ["time-may", "time-line", "time-core time-some"]),
        ("2010/.. active", ["time-may", "time-line", "time-core"]),
        ("2010/.. planned", ["time-may time-planned", "time-line"]),
        ("active", ["time-may", "time-line", "time-line", "time-core time-some"]),
        ("ended", ["time-may", "time-line"]),
    ],
)
def test_certain_and_possible(visit: Visit, when: str, expected: list[str]) -> None:
    """A full bar for all days, an open one for some day, a dashed line and arrows for the rest."""
    page = visit(register(other="2000/2020", it=when), hash="#view=time")

    assert marks(page, "it") == expected


def test_uncertain_dates_have_a_sign(visit: Visit) -> None:
    """About (~) and uncertain (?) stand beside the bar, and are explained below."""
    page = visit(register(it="2015~/2018?", other="2010"), hash="#view=time")
    row = page.page.locator("#timeline .stop", has_text="it").last

    assert row.locator("text").all_text_contents() == ["it", "~", "?"]
    assert "~ ongeveer, ? onzeker" in page.text("#timeline .grid-notes")
    assert row.get_attribute("aria-label") == (
        "⁨it⁩: circa 2015 tot en met 2018 (onzeker), status niet bekend."
    )


def test_a_bar_stands_at_its_years(visit: Visit) -> None:
    """From the first day of its year to the last one, on the scale above it."""
    page = visit(register(it="2011-01-01/2012-12-31", other="2010/2014"), hash="#view=time")
    bar = page.page.locator("#timeline .stop", has_text="it").locator(".time-core").first
    ticks = page.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#timeline .grid-head")]
            .map((one) => [one.textContent, one.getAttribute("x") - 4]))"""
    )

    x, width = (float(bar.get_attribute(name) or 0) for name in ("x", "width"))
    assert (x, x + width) == pytest.approx((ticks["2011"], ticks["2013"]), abs=0.1)


def test_between_two_years(visit: Visit) -> None:
    """The years are in the address; every partnership is in the section of what became of it."""
    page = visit(
        register(
            **{"new": "2020/..", "ended": "2015/2019-05", "on": "2015/2025", "between": "2020"},
            **{"outside": "/2018", "open": "2015/..", "undated": None},
        ),
        hash="#view=time&years=2019..2021",
    )

    assert rows(page) == [
        *("Nieuw (1)", "new", "Geëindigd (1)", "ended", "Doorgegaan (1)", "on"),
        *("Begonnen en geëindigd (1)", "between"),
        *("Niet bekend (2; 1 zonder periode)", "open", "undated"),
        *("Ervoor of erna (1)", "outside"),
    ]
    assert page.text("#timeline .time-says b") == (
        "Tussen 2019 en 2021: 1 nieuw; 1 geëindigd; 1 doorgegaan; 1 begonnen en geëindigd; "
        "2 niet bekend; 1 ervoor of erna."
    )
    first = page.page.locator("#timeline .stop").first.get_attribute("aria-label") or ""
    assert first.endswith("In 2019: nee; in 2021: niet bekend.")


def test_years_are_chosen(visit: Visit) -> None:
    """The other year follows where it must, the address follows both, and so does a step back."""
    page = visit(register(a="2015/2019", b="2017/2020"), hash="#view=time")
    before, after = page.page.locator("#years-before"), page.page.locator("#years-after")

    before.select_option("2017")
    assert after.input_value() == "2020"
    assert "years=2017..2020" in page.page.url
    after.select_option("2016")
    assert before.input_value() == "2015"
    assert "Tussen 2015 en 2016" in page.text("#status")
    page.page.go_back()
    assert (before.input_value(), after.input_value()) == ("2017", "2020")
    before.select_option("0")
    assert after.input_value() == "0"
    assert "years" not in page.page.url


@pytest.mark.parametrize("years", ["2021..2019", "2019..2019", "2019", "0000..2019", "x..y", ".."])
def test_no_two_years(visit: Visit, years: str) -> None:
    """What is no two years in their order is passed over."""
    page = visit(register(a="2015/2019"), hash=f"#view=time&years={years}")

    assert page.page.locator("#timeline .time-says").count() == 0
    assert rows(page) == ["Met een periode (1)", "a"]


def test_one_year_or_none(visit: Visit) -> None:
    """Where there are no two years there is nothing to compare, and no choice of years."""
    page = visit(register(a="2015", b=None), hash="#view=time")

    assert page.page.locator("#years").count() == 0
    assert len(rows(page)) == 4
    assert rows(visit(register(a=None), hash="#view=time")) == ["Zonder periode (1)", "a"]


def test_by_keyboard_alone(visit: Visit) -> None:
    """One stop of Tab; arrows go from row to row, Enter opens what stands there."""
    page = visit(register(a="2015/2019", b="2017/2020"), hash="#view=time")
    stop = page.page.locator("#timeline .stop[tabindex='0']")
    stop.focus()
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")

    assert stop.count() == 1
    assert page.text("#panel-title") == "b"
    assert page.page.locator("#timeline .stop.chosen").count() == 1
    assert "partnership=b" in page.page.url


def test_filters_narrow_it(visit: Visit) -> None:
    """What they leave out has no row; the years of the scale follow."""
    page = visit(register(a="2011/2013", b="2017/2020"), hash="#view=time&period=2012")

    assert rows(page) == ["Met een periode (1)", "a"]
    years = page.page.locator("#timeline .grid-head").all_text_contents()
    assert years == ["2011", "2012", "2013"]


def test_many_rows_are_folded(visit: Visit) -> None:
    """Above sixty by year, with a bar each; far years get a scale that has room for its names."""
    page = visit(
        register(**{f"p{n}": f"{1000 + n // 8 * 100}/2020" for n in range(80)}), hash="#view=time"
    )

    assert rows(page)[:2] == ["Met een periode (80)", "▸ 1000 (8)"]
    assert page.page.locator("#timeline .grid-head").all_text_contents() == (
        [str(year) for year in range(1000, 2001, 100)]
    )
    page.page.locator("#timeline .stop").first.click()
    assert rows(page)[1:9] == [f"p{n}" for n in range(8)]


def test_the_legend_is_its_own(visit: Visit) -> None:
    """What marks and lines of the map mean is said where they stand."""
    page = visit(hash="#view=time")
    legend = page.page.locator("section.legend")

    assert legend.is_hidden()
    page.page.locator("[data-view='grid']").click()
    assert legend.is_visible()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_real_timeline_is_whole(visit: Visit, width: int) -> None:
    """It takes the width that there is, and the counts are those of the command line."""
    page = visit(
        read_registry(ROOT / "entities.yaml"),
        hash="#view=time&years=2019..2021",
        viewport={"width": width, "height": 900},
    )

    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    scroll = "(one) => one.scrollWidth - one.clientWidth"
    assert page.page.locator("#timeline .flat-scroll").evaluate(scroll) <= 0
    assert page.text("#timeline .time-says b") == (
        "Tussen 2019 en 2021: 6 nieuw; 1 begonnen en geëindigd; 24 niet bekend; 1 ervoor of erna."
    )
