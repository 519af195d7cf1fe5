"""What a scan says of texts: known, ambiguous, new, near; and the same as a naive matcher."""

import re

from hypothesis import given
from hypothesis import strategies as st
from registries import make_registry, organisation
from scan.test_mentions import with_judged

from graph.model.records import Alias, NotOrganisation, Registry
from graph.read.digest import Passage, normalise, read_digest
from graph.scan.candidates import Text
from graph.scan.mentions import WORD, Finder, Form
from graph.scan.near import Neighbourhood
from graph.scan.survey import Survey, survey_texts

WIJK = (Alias(text="de wijkzorg", source="s1", lines=(2,)),)
KNOWN = (
    organisation("altrecht", name="Altrecht"),
    organisation("ggd", name="GGD", aliases=WIJK),
    organisation("zg", name="Zorggroep Almere", aliases=(Alias(text="De Groep"),)),
    organisation("zg-2", name="Zorggroep Zuid", aliases=(Alias(text="De Groep"),)),
)


def survey(text: str, *, source: str = "s1", registry: Registry | None = None) -> Survey:
    """Scan one page as a source."""
    known = registry or make_registry(list(KNOWN), [])
    return survey_texts(known, [Text(source, read_digest("p", text).passages)])


def new(found: Survey) -> list[str]:
    """The new names."""
    return [one.candidate.name for one in found.new]


def test_known_names_are_told_with_their_forms() -> None:
    """An organisation counts once, under all its forms."""
    found = survey("Altrecht en Zorggroep Almere.\nDaar is Altrecht weer.")

    assert [(one.owners, len(one.sightings), one.forms) for one in found.known] == [
        (("altrecht",), 2, ("Altrecht",)),
        (("zg",), 1, ("Zorggroep Almere",)),
    ]
    assert new(found) == []


def test_an_alias_holds_where_its_scope_says() -> None:
    """In its source and on its lines, and nowhere else."""
    text = "Hier is de wijkzorg.\nHier is de wijkzorg ook."

    assert [len(one.sightings) for one in survey(text).known] == [1]
    assert survey(text).known[0].sightings[0].line == 2
    assert survey(text, source="another.md").known == ()


def test_a_form_of_two_is_ambiguous() -> None:
    """It is said once, with both."""
    found = survey("Dat deed De Groep.")

    assert [(one.owners, one.forms) for one in found.ambiguous] == [(("zg", "zg-2"), ("De Groep",))]
    assert found.known == ()
    assert new(found) == []


def test_the_word_of_a_type_cuts_no_name() -> None:
    """Neither a known short name nor the label of a type takes a part out of a longer name."""
    assert new(survey("Dat doet de GGD Hoge Veld.")) == ["GGD Hoge Veld"]
    alone = make_registry([organisation("elaa", name="Elaa")], [])
    assert new(survey("Dat doet de GGD Hoge Veld.", registry=alone)) == ["GGD Hoge Veld"]


def test_a_known_name_with_its_kind_is_not_new() -> None:
    """'Zorggroep Altrecht' and 'stichting Altrecht' are Altrecht."""
    assert new(survey("Daar is Zorginstelling Altrecht, en stichting Altrecht.")) == []


def test_what_was_judged_is_not_new() -> None:
    """An entry of `not_organisations`, a region and a partnership are left out."""
    akkoord = NotOrganisation(id="ka", name="Kustraad Beraad", kind="agreement")
    registry = with_judged(make_registry(list(KNOWN), []), (akkoord,))
    found = survey("In Kustland is Kustraad Beraad. Hij zag Zandmeer.", registry=registry)

    assert new(found) == []
    assert [one.owners for one in found.judged] == [("ka",)]


def test_near_names_are_told_and_never_merged() -> None:
    """A slip of the keyboard, another order of words, an acronym of a known name."""
    found = survey("Daar is Zorggroep Almeer. En Almere Zorggroep. En de ZA. En Xyntha.")
    near = {one.candidate.name: [each.organisation for each in one.near] for one in found.new}

    assert near == {
        "Zorggroep Almeer": ["zg"],
        "Almere Zorggroep": ["zg"],
        "ZA": ["zg"],
        "Xyntha": [],
    }


def test_the_likest_is_first() -> None:
    """At most three, by how much they look alike."""
    many = [organisation(f"o{n}", name=f"Woonzorg Zilt{'x' * n}") for n in range(5)]
    found = Neighbourhood(many).find("Woonzorg Zilt")

    assert [one.organisation for one in found] == ["o0", "o1", "o2"]
    assert found[0].likeness == 100


LETTERS = st.text(alphabet="aAbB. -'é", min_size=1, max_size=12)


def match_naively(forms: list[str], text: str) -> list[tuple[int, int]]:
    """Every form at every place as a whole word, then the longest first, without overlap."""
    places = [
        (found.start(), found.start() + len(form))
        for form in forms
        for found in re.finditer(f"(?={re.escape(form)})", text)
    ]
    whole = [
        (start, end)
        for start, end in set(places)
        if not (start and re.match(r"\w\w", text[start - 1 : start + 1]))
        and not re.match(r"\w\w", text[end - 1 : end + 1])
    ]
    taken: list[tuple[int, int]] = []
    for start, end in sorted(whole, key=lambda span: (span[0] - span[1], span)):
        if all(end <= other[0] or other[1] <= start for other in taken):
            taken.append((start, end))
    return sorted(taken)


@given(st.lists(LETTERS, max_size=6), st.lists(LETTERS, max_size=12))
def test_the_finder_is_equal_to_a_naive_matcher(forms: list[str], parts: list[str]) -> None:
    """On random texts it finds the same stretches, whatever the names are."""
    text = normalise(" ".join([*parts, *forms, *parts]))
    written = [form for form in map(normalise, forms) if WORD.search(form)]
    finder = Finder(Form(form, "o") for form in written)
    passage = Passage(text, 1, (1,))

    found = finder.find("s", text, passage, WORD.finditer(text))

    assert [(one.start, one.end) for one in found] == match_naively(written, text)
