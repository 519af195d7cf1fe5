"""The grammar of the words for readers, by examples written by hand."""

from dataclasses import dataclass

import pytest

from graph.words.speak import Speaker
from graph.words.store import LANGUAGES


@dataclass(frozen=True, slots=True)
class Name:
    """Something that stays what it is in a woven sentence."""

    text: str


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("2018", "2018", "2018"),
        ("2019-04", "april 2019", "April 2019"),
        ("2016-05-02", "2 mei 2016", "2 May 2016"),
        ("2016?", "2016 (onzeker)", "2016 (uncertain)"),
        ("2014-09~", "circa september 2014", "about September 2014"),
        ("2015-01/2017-10", "januari 2015 tot en met oktober 2017", "January 2015 to October 2017"),
        ("2015~/2017?", "circa 2015 tot en met 2017 (onzeker)", "about 2015 to 2017 (uncertain)"),
        ("/2012", "tot en met 2012, begin niet bekend", "until 2012, start not known"),
        ("2019-03/..", "vanaf maart 2019, einde niet bekend", "from March 2019, end not known"),
        ("herfst", "herfst", "herfst"),
        ("2019-13", "2019-13", "2019-13"),
        ("{first}", "{first}", "{first}"),
    ],
)
def test_dates_and_periods(text: str, dutch: str, english: str) -> None:
    """Each form of date and period is said as each language does; an open end is not known."""
    assert Speaker("nl").date(text) == dutch
    assert Speaker("en").date(text) == english


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (1234567, "1.234.567", "1,234,567"),
        (-12, "−12", "−12"),
        (0.5, "0,50", "0.50"),
        (1.0, "1,00", "1.00"),
        (-0.001, "0,00", "0.00"),
        (0.125, "0,13", "0.13"),
        (-0.125, "−0,13", "−0.13"),
        (2.675, "2,67", "2.67"),  # just below, as a binary fraction
        (1234.5, "1.234,50", "1,234.50"),
    ],
)
def test_numbers(value: float, dutch: str, english: str) -> None:
    """Whole numbers have separators, fractions two decimals and a real minus sign."""
    assert Speaker("nl").number(value) == dutch
    assert Speaker("en").number(value) == english


@pytest.mark.parametrize(
    ("key", "values", "dutch", "english"),
    [
        ("common.n_ties", {"n": 1}, "1 verbinding", "1 tie"),
        ("common.n_ties", {"n": 0}, "0 verbindingen", "0 ties"),
        ("common.n_ties", {"n": 1200}, "1.200 verbindingen", "1,200 ties"),
        (
            "findings.with_one",
            {"n": 1},
            "1 samenwerking heeft één genoemde deelnemer en geeft dus geen lijn "
            "tussen organisaties.",
            "1 partnership has one named member, and so gives no tie in this data.",
        ),
        (
            "report.isolates",
            {"n": 2, "documents": 1},
            "Van 2 organisaties noemt dit document geen partner; dat betekent niet dat zij "
            "alleen werken.",
            "This document names no partner of 2 organisations; that does not mean that they "
            "work alone.",
        ),
        (
            "report.periods",
            {"of": 1, "n": 1},
            "De periode van de ene samenwerking is niet bekend.",
            "The period of the one partnership is not known.",
        ),
        (
            "report.periods",
            {"of": 3, "n": 1},
            "Bij 1 van de 3 samenwerkingen is de periode niet bekend.",
            "The period is not known for 1 of 3 partnerships.",
        ),
    ],
)
def test_plurals(key: str, values: dict[str, int], dutch: str, english: str) -> None:
    """A text chooses by each of its numbers, also inside a choice."""
    assert Speaker("nl").say(key, **values) == dutch
    assert Speaker("en").say(key, **values) == english


@pytest.mark.parametrize(
    ("count", "limit", "dutch", "english"),
    [
        (0, None, "", ""),
        (1, None, "a", "a"),
        (2, None, "a en b", "a and b"),
        (4, None, "a, b, c en d", "a, b, c and d"),
        (4, 3, "a, b, c en d", "a, b, c and d"),
        (5, 3, "a, b, c en nog 2 andere", "a, b, c and 2 others"),
    ],
)
def test_lists(count: int, limit: int | None, dutch: str, english: str) -> None:
    """Texts in a row have 'and' before the last; beyond a limit it is said how many more."""
    texts = list("abcde")[:count]

    assert Speaker("nl").join(texts, limit) == dutch
    assert Speaker("en").join(texts, limit) == english


HOSTILE = ("{n}", "{n:a|b}", "{", "}", "|", "{table}", "$1", "\\1", "%s", "")


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_no_patterns(language: str, value: str) -> None:
    """A name that looks like a gap or a choice stays as it is."""
    speaker = Speaker(language)

    assert speaker.say("findings.membership", table=value, certainty="x") == f"{value} (x)"
    assert speaker.join([value]) == value
    assert speaker.join([value, value]).startswith(value)
    assert speaker.say("findings.membership", table=speaker.join([value]), certainty="{table}") == (
        f"{value} ({{table}})"
    )


def test_weaving_keeps_what_is_no_text() -> None:
    """A value that is no text or number stays a piece of its own, also in a list in a sentence."""
    speaker, one, two = Speaker("nl"), Name("{n}"), Name("b")

    row = speaker.weave_list([(one,), (two, "!")])
    said: tuple[str | Name, ...] = speaker.weave("findings.unused", n=1200, names=row)

    assert row == (one, " en ", two, "!")
    assert said == (
        *("1.200", " documenten onderbouwen geen enkele samenwerking: "),
        *(one, " en ", two, "!", "."),
    )


def test_a_missing_value_is_a_mistake() -> None:
    """A gap without a value, or a key without a text, is not passed over."""
    with pytest.raises(KeyError, match="n"):
        Speaker("nl").say("common.n_ties")
    with pytest.raises(KeyError, match=r"common\.nonsense"):
        Speaker("nl").say("common.nonsense")
