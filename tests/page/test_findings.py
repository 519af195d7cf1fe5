"""What the page finds, in plain sentences: the numbers of the measures, each with its caveat."""

from collections.abc import Mapping
from dataclasses import replace

from registries import kustland, kustland_in_full, make_registry, organisation, partnership

from graph.findings.facts import Facts
from graph.model.records import Membership, Registry
from graph.page.findings import Section, write_findings
from graph.page.sentences import NAMES, Name, Sentence
from graph.page.start import list_leaders, list_unknown


def read(sentence: Sentence) -> str:
    """A sentence as it is read."""
    return "".join(part.text if isinstance(part, Name) else part for part in sentence)


def tell(registry: Registry, language: str = "nl") -> dict[str, list[str]]:
    """The sentences by heading; what stands below a sentence follows it, after a dash."""
    told: Mapping[str, Section] = {
        one.heading: one for one in write_findings(Facts(registry), language)
    }
    return {
        heading: [
            text
            for finding in section.findings
            for text in (
                read(finding.sentence),
                *(f"- {read(detail)}" for detail in finding.details),
            )
        ]
        for heading, section in told.items()
    }


def test_kustland() -> None:
    """Every sentence about the small registry, as counted by hand."""
    assert tell(kustland()) == {
        "Wat er is": [
            "Deze gegevens noemen 8 organisaties en 5 samenwerkingen.",
            "3 samenwerkingen hebben twee of meer genoemde deelnemers; daaruit volgen "
            "4 verbindingen.",
            "1 samenwerking heeft één genoemde deelnemer en geeft dus geen lijn tussen "
            "organisaties.",
            "Alles komt uit 2 documenten. Uitgegeven door \u2068De Kustkrant\u2069. Gedateerd van "
            "april 2011 tot en met april 2012. 3 van de 4 verbindingen steunen op één document: "
            "Bron 1. Andere documenten kunnen een ander beeld geven.",
        ],
        "Wie aan de meeste samenwerkingen deelneemt": [
            "Gemeente Zandmeer: 2 samenwerkingen met anderen",
            "Huisartsengroep Zandmeer: 2 samenwerkingen met anderen",
            "Ziekenhuis De Vuurbaak: 2 samenwerkingen met anderen",
        ],
        "Waar het van één organisatie afhangt": [
            "Zonder Gemeente Zandmeer valt het verbonden deel waarin deze organisatie zit uiteen "
            "in 2 delen, van 2 en 1 organisaties.",
            "- Huisartsengroep Zandmeer en Ziekenhuis De Vuurbaak – alleen verbonden via "
            "Wondpoli Zandmeer (vermeld).",
            "- Zorgverzekeraar Zilt & Zoon – alleen verbonden via Regietafel Kustland (deelname "
            "van Zorgverzekeraar Zilt & Zoon: afgeleid). Dit steunt op één deelname die niet "
            "letterlijk zo in de tekst staat; zonder die deelname is dit deel hier niet verbonden.",
        ],
        "Wat niet verbonden is": [
            "Alle organisaties met een genoemde partner zijn in deze documenten met elkaar "
            "verbonden, in één deel van 4.",
            "4 organisaties hebben geen genoemde partner in deze 2 documenten: De Kustkrant, GGD "
            "Kustland, Polikliniek De Vuurbaak en Stichting Café Één. Dat zegt iets over deze "
            "documenten, niet over de organisaties.",
            "Bij 1 samenwerking staat geen deelnemer bij naam: Netwerk Kustzorg.",
        ],
        "Wat niet bekend is": [
            "Van 3 samenwerkingen is de ledenlijst onvolledig.",
            "Van 3 samenwerkingen is de periode niet bekend.",
            "Van 2 groepen staan de deelnemers niet bij naam; zij tellen dus niet mee als "
            "organisatie.",
            "1 deelname is afgeleid of onzeker, niet vermeld.",
            "5 samenwerkingen steunen elk op één document; een tweede bron ontbreekt.",
            "Van 3 organisaties is de regio niet bekend.",
        ],
    }


def test_english() -> None:
    """The same findings in English, with the same names."""
    told = tell(kustland(), "en")

    assert list(told) == [
        "What there is",
        "Who takes part in the most partnerships",
        "Where it depends on one organisation",
        "What is not connected",
        "What is not known",
    ]
    assert told["What is not connected"][1].startswith(
        "4 organisations have no named partner in these 2 documents: De Kustkrant, GGD Kustland, "
        "Polikliniek De Vuurbaak and Stichting Café Één."
    )


def test_a_cut_names_who_may_not_be_meant() -> None:
    """A component may hang on a membership of which it is not sure that the text means that one."""
    registry = kustland_in_full()

    assert (
        "- Huisartsengroep Zandmeer en Ziekenhuis De Vuurbaak – alleen verbonden via Wondpoli "
        "Zandmeer (deelname van Gemeente Zandmeer: afgeleid). Dit steunt op één deelname die niet "
        "letterlijk zo in de tekst staat; zonder die deelname is dit deel hier niet verbonden."
    ) in tell(registry)["Waar het van één organisatie afhangt"]


def test_what_hampers() -> None:
    """What hampers stands with whom or where, how sure it is where not stated, and who says so."""
    registry = kustland_in_full()
    assert tell(registry)["Wat hindert"] == [
        "\u2068Te weinig geld\u2069 (afgeleid): bij Wondpoli Zandmeer.",
        "- Bron 1, samenvatting van regel 20: \u2068Het geld is op.\u2069",
        "\u2068Grote afstanden\u2069: in Zandmeer.",
        "- Bron 2, samenvatting van regel 41: \u2068Het is ver.\u2069",
        "\u2068Geen tijd\u2069: in het algemeen, volgens Bron 2.",
        "- Bron 2, samenvatting van regel 40: \u2068Niemand heeft tijd.\u2069",
    ]
    itself = replace(registry.sources["s2"], is_summary=False)
    told = tell(replace(registry, sources={**registry.sources, "s2": itself}), "en")
    assert told["What hampers"][3] == "- Bron 2, line 41: “\u2068Het is ver.\u2069”"


def test_what_hampers_without_words() -> None:
    """Where passages are left out, document and line still say where it stands."""
    sections = write_findings(Facts(kustland_in_full()), "en", quotes=False)
    [told] = [one for one in sections if one.heading == "What hampers"]

    assert [read(sentence) for one in told.findings for sentence in one.details] == [
        "Bron 1, line 20.",
        "Bron 2, line 41.",
        "Bron 2, line 40.",
    ]


def test_every_name_is_a_link_to_its_row() -> None:
    """A name in a sentence leads to the row of what it names."""
    registry = kustland()
    rows = {
        **{f"o{n}": one.name for n, one in enumerate(registry.organisations.values())},
        **{f"p{n}": one.name for n, one in enumerate(registry.partnerships.values())},
        **{f"s{n}": one.title for n, one in enumerate(registry.sources.values())},
    }

    found = [
        part
        for section in write_findings(Facts(registry), "nl")
        for finding in section.findings
        for sentence in (finding.sentence, *finding.details)
        for part in sentence
        if isinstance(part, Name)
    ]

    assert found
    assert all(rows[name.ref] == name.text for name in found)


def test_what_rests_on_an_undated_document() -> None:
    """Beside the dates it is said that most ties rest on a document without one."""
    registry = kustland()
    undated = replace(registry.sources["s1"], date=None)
    registry = replace(registry, sources={**registry.sources, "s1": undated})

    said = tell(registry)["Wat er is"][-1]

    assert "3 van de 4 verbindingen steunen op één document zonder datum: Bron 1." in said


def test_stages_are_not_extra_tables() -> None:
    """Partnerships that follow each other count as one undertaking, and that is said."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b"),
            partnership("q", "a b", follows=("p",)),
            partnership("r", "a c"),
            partnership("s", "a"),
            partnership("t", "c d", certainty="medium"),
            partnership("u", "e"),
            partnership("v", "e"),
        ],
    )

    assert tell(registry)["Wie aan de meeste samenwerkingen deelneemt"] == [
        "A: 2 samenwerkingen met anderen, 3 als elke fase apart telt; en 1 zonder andere "
        "genoemde deelnemer",
        "C: 2 samenwerkingen met anderen; 1 deelname daaraan is afgeleid of onzeker",
        "B: 1 samenwerking met anderen, 2 als elke fase apart telt",
    ]
    assert list_leaders(Facts(registry)) == [(0, 2, 3), (2, 2, 2), (1, 1, 2), (3, 1, 1)]


def test_stages_are_read_from_the_whole() -> None:
    """A stage that a filter leaves out still makes one undertaking of those around it."""
    whole = make_registry(
        [organisation("a"), organisation("b")],
        [
            partnership("p", "a b"),
            partnership("q", "a b", follows=("p",)),
            partnership("r", "a b", follows=("q",)),
        ],
    )
    partnerships = {id: one for id, one in whole.partnerships.items() if id != "q"}
    selected = replace(whole, partnerships=partnerships)

    assert list_leaders(Facts(selected, whole=whole)) == [(0, 1, 2), (1, 1, 2)]


def test_the_start_panel_counts_what_is_open() -> None:
    """The panel counts what the documents do not tell; what is none is left out."""
    assert list_unknown(Facts(kustland())) == [
        ("start_incomplete", 3),
        ("start_memberless", 1),
        ("start_undated", 3),
        ("start_alone", 4),
    ]
    assert list_unknown(Facts(make_registry([], []))) == []


def test_a_part_that_rests_on_both_memberships() -> None:
    """Where both memberships of a tie are inferred, it is said that each can undo it."""
    unsure = [Membership(organisation=id, certainty="low") for id in "bc"]
    registry = make_registry(
        [organisation(id) for id in "abc"], [partnership("p", "a b"), partnership("q", unsure)]
    )

    told = tell(registry)["Waar het van één organisatie afhangt"]

    assert told[2] == (
        "- C – alleen verbonden via Tafel q (deelname van B en C: onzeker). Dit steunt op "
        "twee deelnames die niet letterlijk zo in de tekst staan; vervalt een van beide, dan is "
        "dit deel hier niet verbonden."
    )


def test_one_document_says_so_in_the_singular() -> None:
    """What one document names is said of one document."""
    registry = make_registry(
        [organisation(id) for id in "abcde"], [partnership("p", "a b"), partnership("q", "c d")]
    )

    assert tell(registry)["Wat niet verbonden is"] == [
        "De organisaties met een genoemde partner vormen 2 losse delen, van 2 en 2 organisaties; "
        "dit ene document noemt geen samenwerking die ze verbindt.",
        "1 organisatie heeft geen genoemde partner in dit ene document: E. Dat zegt iets over dit "
        "document, niet over de organisatie.",
    ]


def test_a_large_part_is_counted() -> None:
    """Of a part that is not listed the number stands."""
    many = [f"o{n:03}" for n in range(101)]
    registry = make_registry(
        [organisation(id) for id in ("a", "b", *many)],
        [partnership("p", " ".join(["a", *many])), partnership("q", "a b")],
    )

    told = tell(registry)["Waar het van één organisatie afhangt"]

    assert told[1] == "- 101 organisaties – alleen verbonden via Tafel p (vermeld)."


def test_two_ways_do_not_rest_on_one() -> None:
    """A piece that is tied by two tables rests on neither alone; one inferred table is said."""
    unsure = [Membership(organisation="b", certainty="low"), Membership(organisation="c")]
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p", "a b"),
            partnership("q", "a b"),
            partnership("r", unsure),
            partnership("s", "c d", certainty="medium"),
        ],
    )

    told = tell(registry)["Waar het van één organisatie afhangt"]

    assert "- A – alleen verbonden via Tafel p (vermeld) en Tafel q (vermeld)." in told
    assert any(text.startswith("- D – alleen verbonden via Tafel s (afgeleid). Dit steunt op een "
                               "samenwerking die") for text in told)  # fmt: skip
    assert any("Tafel r (deelname van B: onzeker). Dit steunt op één" in t for t in told)


def test_nothing_to_find() -> None:
    """Without organisations there is next to nothing to say, and it is said."""
    assert tell(make_registry([], [], sources=0)) == {
        "Wat er is": ["Deze gegevens noemen 0 organisaties en 0 samenwerkingen."]
    }


def test_many_names_are_not_all_listed() -> None:
    """A sentence names a dozen and counts the others."""
    registry = make_registry([organisation(f"o{n:02}") for n in range(30)], [])

    sentence = tell(registry)["Wat niet verbonden is"][0]

    assert sentence.count("O") == NAMES
    assert "en nog 18 andere." in sentence


def test_selection_is_said() -> None:
    """What was left out of the data is said, and its braces are no place to fill."""
    told = tell(replace(kustland(), selection="thema {n}"))

    assert "Dit is een selectie: thema {n}." in told["Wat er is"]


def test_what_documents_do_not_say() -> None:
    """Of documents without a publisher or a date it is said that these are not known."""
    registry = kustland()
    first, second = registry.sources.values()
    known = replace(first, publisher="De Kustkrant", date="2011-04")
    bare = replace(second, publisher=None, date=None)
    sources = {known.id: known, bare.id: bare}

    said = tell(replace(registry, sources=sources))["Wat er is"][-1]

    assert said == (
        "Alles komt uit 2 documenten. Uitgegeven door \u2068De Kustkrant\u2069; van 1 document is "
        "de uitgever niet bekend. Gedateerd april 2011; 1 document heeft geen datum. 3 van de 4 "
        "verbindingen steunen op één document: Bron 1. Andere documenten kunnen een ander beeld "
        "geven."
    )
