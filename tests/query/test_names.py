"""Two ways of writing a name that are the same name."""

from difflib import SequenceMatcher

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from registries import make_registry, organisation, partnership

from graph.model.errors import AmbiguousNameError, UnknownIdError
from graph.model.names import simplify
from graph.query.names import find_organisation, find_record, suggest_names

NAMES = st.lists(st.text("aAé &-dehstz ", max_size=8), unique=True, max_size=8)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Stichting De Tussenvoorziening", "tussenvoorziening"),
        ("GEMEENTE  Utrecht", "gemeente utrecht"),
        ("Flevolandse Patiëntenfederatie", "flevolandse patientenfederatie"),
        ("Patie\u0308ntenfederatie", "patientenfederatie"),
        ("ROS-netwerk", "ros netwerk"),
        ("Zilt & Zoon", "zilt zoon"),
        ("ROS’en", "ros en"),
        ("Straße", "strasse"),
        ("Het Huis van de Buurt", "huis van buurt"),
        ("De Stichting", "de stichting"),
        ("een", "een"),
        ("&", "&"),
        ("🙂", "🙂"),
        ("", ""),
    ],
)
def test_a_name_is_reduced_to_what_people_remember(name: str, plain: str) -> None:
    """Case, accents, signs and small words go; a name of nothing else keeps them."""
    assert simplify(name) == plain


@pytest.mark.parametrize("name", ["Stichting Café Één", "de ROS'en", "İstanbul", "ﬁlm", "Ⅷ"])
def test_what_is_simple_stays_as_it_is(name: str) -> None:
    """Simplifying twice changes nothing."""
    once = simplify(name)

    assert simplify(once) == once


@given(NAMES, st.text("aAé &-dehstz ", max_size=8))
@example(["Straße", "STRASSE"], "strasse")
@example(["&", "& "], "&")
def test_who_is_meant(names: list[str], typed: str) -> None:
    """Who is found by a name is everyone with that name, or else with it but for the spaces."""
    registry = make_registry(
        [organisation(f"o{number}", name=name) for number, name in enumerate(names)], []
    )
    fits = [f"o{n}" for n, name in enumerate(names) if simplify(name) == simplify(typed)]
    bare = [simplify(one).replace(" ", "") for one in (typed, *names)]
    if not fits and len(bare[0]) >= 4:
        fits = [f"o{n}" for n, name in enumerate(bare[1:]) if name == bare[0]]

    try:
        found = [find_organisation(registry, typed).id]
    except AmbiguousNameError as error:
        found = list(error.ids)
    except UnknownIdError:
        found = []

    assert found == fits


@given(NAMES, st.text("aAé &-dehstz ", max_size=8))
def test_the_nearest_names(names: list[str], typed: str) -> None:
    """The names that are suggested are the three that look most like what was typed."""
    registry = make_registry(
        [organisation(f"x{number}", name=name) for number, name in enumerate(names)], []
    )

    def look(form: str) -> float:
        wanted, key = simplify(typed), simplify(form)
        ratio = SequenceMatcher(None, wanted, key, autojunk=False).ratio()
        begins = wanted and (f" {wanted}" in f" {key}" or f" {key} " in f" {wanted} ")
        holds = 0.8 if len(wanted) >= 4 and wanted in key else 0.0
        return max(ratio, 0.9 if begins else holds)

    likeness = {name: max(look(name), look(f"x{number}")) for number, name in enumerate(names)}
    nearest = sorted(likeness, key=lambda name: (-likeness[name], name))

    suggested = suggest_names(registry.organisations.values(), typed)
    assert suggested == [name for name in nearest[:3] if likeness[name] >= 0.6]


def test_names_that_are_equally_like_go_by_letter() -> None:
    """Of four that look the same, the three first by name are suggested, wherever they stand."""
    registry = make_registry(
        [
            organisation(f"o{number}", name=f"Vliet {letter}")
            for number, letter in enumerate("dcba")
        ],
        [],
    )

    suggested = suggest_names(registry.organisations.values(), "vliet")

    assert suggested == ["Vliet a", "Vliet b", "Vliet c"]


def test_what_a_name_holds_is_suggested() -> None:
    """A word of the name of any thing leads to it, also a part of a long Dutch word."""
    registry = make_registry(
        [organisation("o", name="Vliet")],
        [
            partnership("p", "o", name="Stedelijke regiegroep"),
            partnership("q", "o", name="Zorgagenda"),
        ],
    )

    with pytest.raises(UnknownIdError, match="did you mean 'Stedelijke regiegroep'"):
        find_record(registry, "regiegroep")
    with pytest.raises(UnknownIdError, match="did you mean 'Zorgagenda'"):
        find_record(registry, "agenda")


def test_a_name_of_two_kinds_of_things() -> None:
    """A name that an organisation and a partnership both have asks for the id of one of them."""
    registry = make_registry(
        [organisation("o", name="Vliet")], [partnership("p", "o", name="Vliet")]
    )

    with pytest.raises(AmbiguousNameError) as caught:
        find_record(registry, "vliet")

    assert caught.value.ids == ("o", "p")
    assert find_record(registry, "p") is registry.partnerships["p"]
