"""Names found in digests: whole words, the longest first, each where it holds."""

from dataclasses import replace

import pytest
from registries import make_registry, organisation, partnership

from graph.model.records import Alias, Evidence, NotOrganisation, Organisation, Registry
from graph.read.digest import read_digest
from graph.scan.mentions import find_mentions, find_named, find_unjudged


def find(
    text: str, *organisations: Organisation, judged: tuple[NotOrganisation, ...] = ()
) -> list[tuple[str, list[str]]]:
    """Find who is named in a digest of source s1: the words, and the owners that claim them."""
    registry = with_judged(make_registry(list(organisations), []), judged)
    digests = {"seeds/s1.md": read_digest("seeds/s1.md", text)}
    return [
        (mention.passage.text[mention.start : mention.end], [form.owner for form in mention.forms])
        for mention in find_mentions(registry, digests)
    ]


def with_judged(registry: Registry, judged: tuple[NotOrganisation, ...]) -> Registry:
    """Add entries of `not_organisations` to a registry."""
    return replace(registry, not_organisations={entry.id: entry for entry in judged})


GGD = organisation("ggd", name="GGD", aliases=(Alias(text="dienst", source="s1", lines=(3, 4)),))
REGIO = organisation("regio", name="GGD Kustland")
ROS = organisation("ros", name="Raedelijn", aliases=(Alias(text="de ROS"), Alias(text="ROS'en")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De GGD helpt.", ["GGD"]),
        ("De GGDs en OGGD helpen.", []),
        ("GGD-arts, (GGD) en GGD's", ["GGD", "GGD", "GGD"]),
        ("De ggd helpt, Ggd ook.", []),
        ("GGD", ["GGD"]),
        ("", []),
    ],
    ids=["a word", "part of a word", "next to a sign", "other case", "all there is", "nothing"],
)
def test_a_name_is_found_as_a_whole_word(text: str, found: list[str]) -> None:
    """Names are case-sensitive."""
    assert [words for words, _ in find(f"[r. 1] {text}", GGD)] == found


def test_a_name_without_a_letter_is_nowhere() -> None:
    """A name that holds nothing, which only code can make, stands in no text."""
    assert find("[r. 1] GGD en meer.", organisation("leeg", name=" "), GGD) == [("GGD", ["ggd"])]


def test_the_longest_name_wins() -> None:
    """A shorter name is found where it stands alone."""
    found = find("[r. 1] GGD Kustland en de GGD.", GGD, REGIO)

    assert found == [("GGD Kustland", ["regio"]), ("GGD", ["ggd"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[r. 3] De dienst helpt.", ["dienst"]),
        ("[r. 3] Dienst en DIENST.", ["Dienst", "DIENST"]),
        ("[r. 2-3] De dienst helpt.", ["dienst"]),
        ("[r. 5] De dienst helpt.", []),
        ("Een\n\nDe dienst\nhelpt.\n\nDe dienst.", ["dienst"]),
    ],
    ids=["on its line", "any case", "range", "another line", "plain document"],
)
def test_a_scoped_alias_holds_on_its_lines_in_any_case(text: str, found: list[str]) -> None:
    """A common noun has a capital at the start of a sentence."""
    assert [words for words, _ in find(text, GGD)] == found


def test_a_scoped_alias_holds_in_its_source_only() -> None:
    """The same word in another source is nobody's."""
    elsewhere = organisation("x", aliases=(Alias(text="dienst", source="s2"),))

    assert find("[r. 3] De dienst helpt.", elsewhere) == []


@pytest.mark.parametrize("text", ["De ROS’en helpen.", "De ROS'en helpen.", "ROS’en\n\n"])
def test_an_apostrophe_may_be_typographic(text: str) -> None:
    """Both kinds are one sign, in names as in quotes."""
    assert find(f"[r. 1] {text}", ROS) == [("ROS'en", ["ros"])]


def test_two_equal_claims_are_one_mention_with_two_owners() -> None:
    """Who is meant is not guessed."""
    other = organisation("other", name="Ander", aliases=(Alias(text="GGD"),))

    assert find("[r. 1] De GGD.", GGD, other) == [("GGD", ["ggd", "other"])]


def test_what_is_no_organisation_is_found_too() -> None:
    """A longer name of a programme keeps the organisation inside it from being found."""
    programme = NotOrganisation(id="p", name="GGD Thuis", kind="programme", aliases=("Thuis",))

    found = find("[r. 1] GGD Thuis, of Thuis, van de GGD.", GGD, judged=(programme,))

    assert found == [("GGD Thuis", ["p"]), ("Thuis", ["p"]), ("GGD", ["ggd"])]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("C&A", "Bij C&A thuis."),
        ("'t Huis", "In ’t Huis."),
        ("Één", "De Één."),
        ("+", "Een + hier."),
        ("東京", "In 東京 nu."),
        ("Zorg (oost)", "De Zorg (oost) nu."),
    ],
)
def test_a_name_may_hold_signs(name: str, text: str) -> None:
    """Signs before, inside and after the words belong to the name."""
    found = find(f"[r. 1] {text}", organisation("x", name=name))

    assert len(found) == 1


def test_a_passage_whose_lines_are_not_known_holds_no_alias_of_a_line() -> None:
    """A wrong marker is a problem of its own; names are found there all the same."""
    assert find("[r. 1] Een.\n\n[r. x] De dienst en de GGD.", GGD) == [("GGD", ["ggd"])]


@pytest.mark.parametrize(
    ("line", "quote", "named"),
    [
        (3, "de dienst helpt", True),
        (9, "de dienst helpt", False),
        (9, "de GGD helpt", True),
        (9, "de GGDs helpen", False),
    ],
)
def test_a_quote_names_who_stands_in_it(line: int, quote: str, named: bool) -> None:
    """By name, or by an alias that holds on that line."""
    evidence = Evidence(source="s1", line=line, quote=quote)

    assert find_named([GGD], [evidence]) == ({"ggd"} if named else set())


def test_members_of_one_quote_hide_each_other_nowhere() -> None:
    """A name inside a longer one of another member counts, as it would for that member alone."""
    evidence = Evidence(source="s1", line=9, quote="GGD Kustland en Raedelijn komen.")

    assert find_named([GGD, REGIO, ROS], [evidence]) == {"ggd", "regio", "ros"}


UNJUDGED = {
    "a name": ("[r. 1] Hij zag Duin en Zee.", ["Duin", "Zee"]),
    "several words": ("[r. 1] Hij zag Stichting Duin.", ["Stichting Duin"]),
    "with a hyphen": ("[r. 1] Hij zag Duin-Noord.", ["Duin-Noord"]),
    "start of a sentence": ("[r. 1] Hij zag. Duin sliep: 'Nee'. (Wel.)", []),
    "capitals at the start": ("[r. 1] RABO betaalt.", ["RABO"]),
    "capital inside": ("[r. 1] iZorg en McZorg.", ["McZorg"]),
    "an organisation": ("[r. 1] Hij zag de GGD.", []),
    "a label": ("[r. 1] Hij zag Kustland en Tafel t.", []),
    "twice": ("[r. 1] Hij zag Duin.\n\n[r. 2] Hij zag Duin.", ["Duin"]),
    "a label in a name": ("[r. 1] Hij zag Kustland Duin.", ["Kustland Duin"]),
    "labels alone": ("[r. 1] Hij zag Kustland en Zandmeer.", []),
    "a heading": ("# Samen verder\n\nHij zag Duin.", ["Duin"]),
    "a number": ("[r. 1] Hij zag 14 van 2020.", []),
}


@pytest.mark.parametrize(("text", "names"), UNJUDGED.values(), ids=list(UNJUDGED))
def test_a_capital_that_nobody_judged_is_a_name(text: str, names: list[str]) -> None:
    """The first word of a sentence counts only with a capital inside it."""
    registry = make_registry([GGD], [partnership("t", "ggd")])
    digests = {"seeds/s1.md": read_digest("seeds/s1.md", text)}
    mentions = find_mentions(registry, digests)

    found = [name for _, _, name in find_unjudged(registry, digests, mentions)]

    assert found == names
