"""What the report says of relations, of what hampers, and of who speaks."""

from dataclasses import replace

from conftest import ROOT
from findings.test_voices import told
from registries import (
    group,
    kustland,
    make_registry,
    organisation,
    partnership,
    with_relations,
)
from write.reports.test_report import rows, section, sentences

from graph.findings.membership import Doubts
from graph.model.records import Evidence, Membership, Registry
from graph.reading import read_registry
from graph.select.filters import Selection
from graph.select.selection import select_registry
from graph.write.reports.make import make_report


def quoted() -> Registry:
    """The registry with relations, whose sources are the documents themselves."""
    registry = with_relations()
    sources = {id: replace(one, is_summary=False) for id, one in registry.sources.items()}
    return replace(registry, sources=sources)


def test_relations() -> None:
    """Relations are counted by kind, and each told with its certainty and passage."""
    report = make_report(with_relations())

    assert sentences(report, "relations") == [
        "De documenten noemen 4 relaties waarin de ene partij iets doet voor of bij de andere: "
        "1 financiering, 1 opdracht of verzoek en 2 keer advies of begeleiding.",
        "1 daarvan staat niet letterlijk zo in de tekst.",
    ]
    told = "samenvatting van regel 9: Dat is"
    assert rows(report, "relations", "relations") == [
        ["c", "funds", "p", "vanaf maart 2019, einde niet bekend", "high", ["s1"], f"{told} huur."],
        ["c", "commissions", "a", "not_known", "high", ["s1"], f"{told} opdracht."],
        ["c", "advises", "a", "not_known", "high", ["s1"], f"{told} advies."],
        ["zes-kustgemeenten-6", "advises", "u", "not_known", "low", ["s1"], f"{told} raad."],
    ]
    assert section(report, "relations").figures == {
        **{"relations": 4, "inferred_relations": 1},
        **{"contracts": 0, "funds": 1, "commissions": 1, "supervises": 0, "advises": 2},
    }
    (caveat,) = (s.text for s in section(report, "relations").sentences if s.kind == "caveat")
    assert "gelden niet als verbinding in het netwerk" in caveat


def test_how_it_is_counted() -> None:
    """Each section with figures says how they are made; without any there is nothing to say."""
    for registry, count in ((with_relations(), 1), (kustland(), 0)):
        report = make_report(registry, language="en")
        for id in ("relations", "barriers"):
            methods = section(report, id).methods
            assert len(methods) == count
            assert all("according to a document" in method.formula for method in methods)


def test_relations_make_no_tie() -> None:
    """Every other figure is the same with relations and without."""
    with_them, without = (
        {one.id: one.figures for one in make_report(registry).sections if one.id != "relations"}
        for registry in (with_relations(), replace(with_relations(), relations={}))
    )

    assert with_them == without


def test_a_document_itself_is_quoted() -> None:
    """Where a source is the document itself, its words stand between quotation marks."""
    report = make_report(quoted(), language="en")

    assert rows(report, "relations", "relations")[0][-1] == "line 9: “Dat is huur.”"
    assert rows(report, "barriers", "barriers")[0][-1] == "line 6: “Er is tijdnood.”"


def test_barriers() -> None:
    """What hampers is told by where, with the passage and its line."""
    report = make_report(with_relations())

    assert sentences(report, "barriers") == [
        "De documenten noemen 4 belemmeringen voor samenwerking: 1 bij een samenwerking, 2 in een "
        "regio en 1 in het algemeen."
    ]
    line = "samenvatting van regel 6: Er is"
    assert rows(report, "barriers", "barriers") == [
        ["tijdnood", "p", "high", ["s1"], f"{line} tijdnood."],
        ["mist", "zandmeer", "high", ["s1"], f"{line} mist."],
        ["vloed", "zandmeer", "high", ["s2"], f"{line} vloed."],
        ["geldnood", "s2", "medium", ["s2"], f"{line} geldnood."],
    ]
    assert section(report, "barriers").figures == {
        "barriers": 4,
        "of_partnerships": 1,
        "of_regions": 2,
        "of_documents": 1,
    }
    assert section(report, "boundary").sentences[-1].text == (
        "zulke documenten vertellen vooral over samenwerking die lukt; wat hindert, staat apart "
        "onder ‘Wat hindert’. Stilte staat er zelden in."
    )


def test_nothing_told() -> None:
    """Where no document tells of relations or barriers, that is what is said, in both languages."""
    for language, relations, barriers in (
        ("nl", "In deze documenten staat niet wie", "dat zegt niet dat er niets hindert."),
        ("en", "These documents do not tell who", "that does not say that nothing does."),
    ):
        report = make_report(kustland(), language=language)

        assert sentences(report, "relations")[0].startswith(relations)
        assert sentences(report, "barriers")[0].endswith(barriers)
        assert section(report, "relations").tables == section(report, "barriers").tables == ()


def test_barriers_of_a_selection() -> None:
    """A selection keeps what hampers where a partnership is left, and in its documents."""
    registry = with_relations()
    dry, late = (
        make_report(select_registry(registry, selection), whole=registry)
        for selection in (Selection(kinds=("regiegroep",)), Selection(sources=("s2",)))
    )

    assert [row[0] for row in rows(dry, "barriers", "barriers")] == ["geldnood"]
    assert [row[0] for row in rows(late, "barriers", "barriers")] == ["geldnood"]


def doubtful() -> Registry:
    """
    One table for every doubt, which is a part of another and the body of an organisation.

    p: a, who is meant and the role inferred; b, taking part uncertain; about 350 providers, 14
    municipalities by their label, and of c and of residents it is wished that they join.
    """
    six = [
        group("aanbieders", size="350~"),
        group("14 gemeenten", size=14),
        group("scholen", size=9),
    ]
    return make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership(
                "p",
                [
                    Membership(organisation="a", identity="medium", role_certainty="low"),
                    Membership(organisation="b", certainty="low", role="lead"),
                ],
                certainty="medium",
                groups=tuple(six),
                part_of="q",
                body="d",
                wished=(Membership(organisation="c", role="wished"),),
                wished_groups=(group("inwoners", role="wished"),),
            ),
            partnership("q", ""),
        ],
    )


def test_doubts_are_told_apart() -> None:
    """Of each inferred membership it is told what is in doubt, and how many there are of each."""
    report = make_report(doubtful())

    assert sentences(report, "gaps")[2] == (
        "Niet letterlijk vermeld: bij 1 of de organisatie deelneemt, bij 1 wie bedoeld is, bij 2 "
        "of de samenwerking er is en bij 1 de rol. Bij één deelname kan het om meer dan één punt "
        "gaan."
    )
    assert [row[:5] for row in rows(report, "gaps", "inferred")] == [
        [
            *("a", "p", "member", "medium"),
            "wie bedoeld is: afgeleid; samenwerking: afgeleid; rol: onzeker",
        ],
        ["b", "p", "lead", "low", "deelname: onzeker; samenwerking: afgeleid"],
    ]
    assert section(report, "gaps").facts["unknowns"].doubts == Doubts(
        part=1, identity=1, partnership=2, role=1
    )


def test_groups_with_their_sizes() -> None:
    """A size is said once, an approximate one as such; what it is part of and a body of, too."""
    dutch, english = (make_report(doubtful(), language=language) for language in ("nl", "en"))

    assert rows(dutch, "gaps", "gaps")[1][:4] == [
        "p",
        "onderdeel van Tafel q; is tegelijk de organisatie D",
        2,
        "aanbieders (circa 350); 14 gemeenten; scholen (9)",
    ]
    assert rows(english, "gaps", "gaps")[1][1:4] == [
        "part of Tafel q; is also the organisation D",
        2,
        "aanbieders (about 350); 14 gemeenten; scholen (9)",
    ]


def test_wished_is_a_line_of_its_own() -> None:
    """Who is wanted and was not asked yet is named, and takes part in nothing."""
    report = make_report(doubtful())

    assert (
        "Gewenst als deelnemer, maar nog niet gevraagd: C (bij Tafel p) en inwoners (bij Tafel p)."
    ) in sentences(report, "gaps")
    assert section(report, "boundary").figures["memberships"] == 2


def test_a_source_names_the_member() -> None:
    """Beside a member stand the passages that name it; where none does, all of the partnership."""
    passages = tuple(
        Evidence(source=source, line=line, quote=quote)
        for source, line, quote in (
            ("s1", 4, "Altra en Bij begonnen."),
            ("s1", 9, "Later kwam ook Altra."),
            ("s2", 2, "Het ging goed."),
        )
    )
    table = partnership(
        "p",
        [Membership(organisation=id, certainty="medium") for id in "abc"],
        evidence=passages,
    )
    names = {"a": "Altra", "b": "Bij", "c": "Cent"}
    registry = make_registry(
        [organisation(id, name=name) for id, name in names.items()], [table], sources=2
    )
    sources = {**registry.sources, "s2": replace(registry.sources["s2"], is_summary=False)}
    report = make_report(replace(registry, sources=sources))

    assert [row[5] for row in rows(report, "gaps", "inferred")] == [
        "s1, samenvatting van regels 4, 9",
        "s1, samenvatting van regel 4",
        "s1, samenvatting van regels 4, 9; s2, regel 2",
    ]


def test_a_wide_region_is_no_contradiction() -> None:
    """Beside an index of one circle it is said whose wide region makes it so."""
    report = make_report(read_registry(ROOT / "entities.yaml"))

    assert (
        "De thuisregio van Zilveren Kruis omvat regio's die elkaar niet overlappen; de "
        "verbindingen van deze organisatie gelden daarom als binnen een regio. Wie regio's "
        "verbindt, staat onder ‘Verbinders tussen regio's’."
    ) in sentences(report, "mixing")
    assert not [text for text in sentences(make_report(kustland()), "mixing") if "omvat" in text]


def test_voices() -> None:
    """It is told what rests on one document and on those who tell it, and of which nobody is."""
    report = make_report(told(), language="en")

    assert sentences(report, "voices") == [
        "3 of 6 ties rest on one document: Bron 1 (April 2011).",
        "Only A tells of 5 of 6 ties, in 2 documents.",
        "For 1 document it is not known which organisation speaks: Bron 3.",
    ]
    assert rows(report, "voices", "voices") == [
        ["s1", "Bron 1", "April 2011", ["a"], 1, 3],
        ["s2", "Bron 2", "April 2012", ["a"], 1, 1],
        ["s3", "Bron 3", "April 2013", "not_known", 0, 0],
    ]
    assert section(report, "voices").figures == {
        "ties_on_one_document": 4,
        "most_ties_on_one_document": 3,
        "most_ties_of_one_perspective": 5,
        "documents_without_perspective": 1,
    }
    assert sentences(report, "boundary")[1].endswith(
        "3 of 6 ties rest on one document: Bron 1 (April 2011)."
    )


def test_an_undated_document_is_named_as_such() -> None:
    """That the document is undated stands in the sentence that says how much rests on it."""
    registry = told()
    undated = replace(registry.sources["s1"], date=None)
    report = make_report(replace(registry, sources={**registry.sources, "s1": undated}))

    said = "3 van de 6 verbindingen steunen op één document zonder datum: Bron 1."
    assert said in sentences(report, "voices")
    assert said in sentences(report, "brief")


def test_who_tells_and_is_left_out() -> None:
    """A filter may leave out the organisation that tells: the table still names it."""
    registry = replace(
        make_registry(
            [organisation("a", type="ggd"), organisation("b"), organisation("c")],
            [partnership("p", "a b c")],
            sources=2,
        ),
    )
    sources = {**registry.sources, "s1": replace(registry.sources["s1"], perspective=("a",))}
    registry = replace(registry, sources=sources)
    selected = select_registry(registry, Selection(types=("overig",)))

    assert sentences(make_report(selected, whole=registry), "voices")[1].startswith("Over 1 van de")
    assert rows(make_report(selected, whole=registry), "voices", "voices")[0][3] == ["a"]
    assert rows(make_report(selected), "voices", "voices")[0][3] == "not_known"


def test_every_document_has_a_teller() -> None:
    """Where it is known of each document who speaks, nothing is said to be unknown."""
    registry = told()
    sources = {id: replace(one, perspective=("b",)) for id, one in registry.sources.items()}
    report = make_report(replace(registry, sources=sources))

    assert sentences(report, "voices") == [
        "3 van de 6 verbindingen steunen op één document: Bron 1 (april 2011).",
        "Over 6 van de 6 verbindingen vertelt alleen B, in 3 documenten.",
    ]
