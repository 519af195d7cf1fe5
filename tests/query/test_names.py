"""Two ways of writing a name that are the same name."""

import pytest

from graph.model.names import simplify


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
