"""What the report says of relations, of what hampers, and of who speaks."""

from dataclasses import replace

from findings.test_voices import told
from registries import kustland, make_registry, organisation, partnership, with_relations
from write.reports.test_report import rows, section, sentences

from graph.model.records import Registry
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
