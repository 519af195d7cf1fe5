"""Groups, regions, themes, and names that are no organisation."""

from dataclasses import replace

import pytest
from registries import kustland, with_relations

from graph.model.errors import AmbiguousNameError, NotOrganisationError, UnknownIdError
from graph.model.records import Alias, GroupMembership, NotOrganisation, Registry, Term
from graph.query.around import show_group, show_judged, show_region, show_theme
from graph.query.names import find_organisation, find_record
from graph.select.filters import Selection
from graph.select.selection import select_registry

SIX = "zes-kustgemeenten-6"


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The small registry, with an agreement that was judged, and a group that u wants."""
    small = with_relations()
    wished = replace(
        small.partnerships["t"], wished_groups=(GroupMembership(group=SIX, role="wished"),)
    )
    judged = NotOrganisation(id="pact", name="Kustpact", kind="agreement", aliases=("KP",))
    return replace(
        small,
        partnerships={**small.partnerships, "t": wished},
        not_organisations={"pact": judged},
    )


def test_group(registry: Registry) -> None:
    """A group has its partnerships, those that want it, and its relations."""
    card = show_group(registry, registry.groups[SIX])

    assert [(one.id, membership.role) for one, membership in card.memberships] == [
        ("p", "advisor"),
        ("u", "member"),
    ]
    assert [one.id for one in card.wished_by] == ["t"]
    assert [one.id for one in card.relations] == ["raad"]


def test_region(registry: Registry) -> None:
    """A region has what takes place in it and in those within it, and what hampers there."""
    card = show_region(registry, registry.vocabulary.regions["kustland"])

    assert (card.kind, card.wider, card.inner) == ("region", (), ("zandmeer",))
    assert [one.id for one in card.partnerships] == ["p", "q", "r"]
    assert [one.id for one in card.organisations] == ["a", "b", "c", "d"]
    assert [one.id for one in card.home] == ["a", "b", "c", "e", "g"]
    assert [(one.group.id, one.partnerships) for one in card.groups] == [(SIX, ("p",))]
    assert [(one.kind, one.barrier.label) for one in card.barriers] == [
        ("partnership", "tijdnood"),
        ("region", "mist"),
        ("region", "vloed"),
    ]
    assert show_region(registry, registry.vocabulary.regions["zandmeer"]).wider == ("kustland",)


def test_the_regions_within_are_sorted(registry: Registry) -> None:
    """Whatever the order in which they are told of, those within stand by id."""
    within = {
        id: Term(id=id, labels={"nl": id}, within="kustland") for id in ("zuid", "noord", "midden")
    }
    vocabulary = replace(registry.vocabulary, regions={**registry.vocabulary.regions, **within})

    card = show_region(replace(registry, vocabulary=vocabulary), vocabulary.regions["kustland"])

    assert card.inner == ("midden", "noord", "zandmeer", "zuid")


def test_theme(registry: Registry) -> None:
    """A theme has its partnerships and who takes part; nobody is at home in it."""
    card = show_theme(registry, registry.vocabulary.themes["eerstelijn"])

    assert [one.id for one in card.partnerships] == ["p"]
    assert [one.id for one in card.organisations] == ["a", "b", "c"]
    assert (card.home, card.wider, card.inner) == ((), (), ())
    assert [one.barrier.label for one in card.barriers] == ["tijdnood"]


def test_selection_narrows(registry: Registry) -> None:
    """Of a region it shows what the filters keep."""
    selected = select_registry(registry, Selection(period="2018"))

    card = show_region(selected, registry.vocabulary.regions["kustland"])

    assert [one.id for one in card.partnerships] == ["q"]
    assert [one.id for one in card.organisations] == ["a", "b"]


def test_judged(registry: Registry) -> None:
    """What no digest mentions has no form in use."""
    card = show_judged(registry.not_organisations["pact"], [])

    assert (card.entry.kind, card.forms) == ("agreement", ())


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("ZES kustgemeenten", SIX),
        (SIX, SIX),
        ("Zandmeer", "zandmeer"),
        ("eerste lijn", "eerstelijn"),
        ("primary care", "eerstelijn"),
        ("kustpact", "pact"),
        ("KP", "pact"),
        ("gemeente zandmeer", "c"),
        ("bron 2", "s2"),
    ],
)
def test_names(registry: Registry, name: str, id: str) -> None:
    """Groups, regions, themes and judged names are found by id, label, name and alias."""
    assert find_record(registry, name).id == id


def test_an_organisation_goes_first() -> None:
    """A name of an organisation is its own, whatever else is called so."""
    registry = kustland()
    coast = replace(registry.organisations["e"], name="Kustland")
    named = replace(registry, organisations={**registry.organisations, "e": coast})

    assert find_record(named, "kustland") == registry.vocabulary.regions["kustland"]  # by id
    assert find_record(replace(named, vocabulary=registry.vocabulary), "Kustland").id == "e"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Zes kustgemeenten",
            "'Zes kustgemeenten' is a group that is not named one by one, so it cannot count in "
            f"any tie, 'collabgraph show {SIX}' says in which partnerships it takes part",
        ),
        (
            "Wondpoli Zandmeer",
            "'Wondpoli Zandmeer' is a partnership and no organisation, 'collabgraph show p' says "
            "who takes part",
        ),
        (
            "zandmeer",
            "'zandmeer' is a region and no organisation, 'collabgraph show zandmeer' says which "
            "partnerships and organisations it has, did you mean 'Gemeente Zandmeer' or "
            "'Huisartsengroep Zandmeer'?",
        ),
        (
            "corona",
            "'corona' is a theme and no organisation, 'collabgraph show corona' says which "
            "partnerships and organisations it has",
        ),
        (
            "KP",
            "'KP' was judged to be no organisation, 'collabgraph show pact' says what it is "
            "instead",
        ),
    ],
)
def test_no_organisation(registry: Registry, name: str, said: str) -> None:
    """Who asks for the partners of something else is told what it is and what to ask."""
    with pytest.raises(NotOrganisationError) as caught:
        find_organisation(registry, name)

    assert str(caught.value) == said
    assert isinstance(caught.value, UnknownIdError)


def test_what_fits_nothing(registry: Registry) -> None:
    """A name like that of a group is suggested where no organisation is like it."""
    with pytest.raises(UnknownIdError) as caught:
        find_record(registry, "buurtbewooners")

    assert caught.value.suggestions == ("buurtbewoners",)


def test_two_things_of_one_name(registry: Registry) -> None:
    """A region and a theme of one name are both offered."""
    themes = dict(registry.vocabulary.themes)
    themes["zee"] = replace(themes["jeugd"], id="zee", labels={"nl": "Zandmeer"})
    both = replace(registry, vocabulary=replace(registry.vocabulary, themes=themes))

    with pytest.raises(AmbiguousNameError) as caught:
        find_record(both, "ZANDMEER")

    assert caught.value.ids == ("zandmeer", "zee")


def test_an_alias_is_an_organisation(registry: Registry) -> None:
    """An alias of an organisation that is the label of a group too means the organisation."""
    neighbour = replace(registry.organisations["h"], aliases=(Alias(text="buurtbewoners"),))
    named = replace(registry, organisations={**registry.organisations, "h": neighbour})

    assert find_organisation(named, "Buurtbewoners").id == "h"
