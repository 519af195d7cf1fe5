"""What `schema: 2` holds, in panel, tables and search: groups, doubts, wishes, cross links."""

from collections.abc import Callable

import pytest
from page.watched import Watched
from registries import kustland_in_full

Visit = Callable[..., Watched]


def visit_in_full(visit: Visit, hash: str, **options: object) -> Watched:
    """The page of the small registry with all that the format can hold."""
    return visit(kustland_in_full(), hash=hash, **options)


def test_doubts_stand_apart(visit: Visit) -> None:
    """Whether it takes part, who is meant and the role are three doubts, each said by its name."""
    page = visit_in_full(visit, "#partnership=p&lang=en")

    members = [" ".join(one.split()) for one in page.page.locator(".people li").all_inner_texts()]

    assert members[:2] == ["Ziekenhuis De Vuurbaak member", "Huisartsengroep Zandmeer convener"]
    assert members[2].startswith("Gemeente Zandmeer funder who is meant: inferred role: ")
    page.lead("#organisation=c")
    assert "Rol financier vermeld wie bedoeld is: afgeleid rol: " in page.text(".card >> nth=0")


def test_a_sure_membership_bears_no_doubts(visit: Visit) -> None:
    """Where nothing is doubted, no tag stands at a member."""
    page = visit_in_full(visit, "#partnership=q")

    assert page.page.locator(".people .tag").count() == 0


def test_group(visit: Visit) -> None:
    """A group says about how many it is, of what type and where, what says so, and its role."""
    page = visit_in_full(visit, "#group=aanbieders")

    text = page.text("#panel")

    assert page.text("#panel-title") == "zo'n 350 aanbieders van jeugdhulp"
    assert "Aantal circa 350 partijen Soort jeugdhulp Regio Zandmeer" in text
    assert "Toelichting: ook van buiten de regio" in text
    assert "Samenvatting van regel 7: Er zijn zo'n 350 aanbieders." in text
    assert "Rol deelnemer afgeleid" in page.text("#panel .card >> nth=0")
    assert "Samenvatting van regel 8: De aanbieders praten mee." in text
    assert page.read_address() == "#group=aanbieders"
    page.lead("#group=aanbieders&lang=en")
    assert "Number about 350 parties" in page.text("#panel")


def test_group_of_a_known_size(visit: Visit) -> None:
    """A size that the text states is said without 'about'."""
    page = visit_in_full(visit, "#group=zes-kustgemeenten-6")

    text = page.text("#panel")

    assert "Aantal 6 partijen Soort soort niet bekend Regio regio niet bekend" in text
    assert "2 samenwerkingen" in text


def test_wished(visit: Visit) -> None:
    """Who is wanted stands apart from the members, and takes part in nothing."""
    page = visit_in_full(visit, "#partnership=p")

    text = page.text("#panel")

    assert "3 genoemde deelnemers" in text
    assert "Gewenst, nog niet gevraagd De Kustkrant" in text
    assert "Samenvatting van regel 12: De krant hoort erbij." in text
    page.lead("#organisation=h")
    assert "Gewenst bij Wondpoli Zandmeer" in page.text("#panel")
    assert "Geen genoemde partner in deze 2 documenten." in page.text("#panel")
    page.lead("#group=buurtbewoners&lang=en")
    assert "Wanted at Regietafel Kustland" in page.text("#panel")
    assert "1 partnership" in page.text("#panel")


def test_cross_links(visit: Visit) -> None:
    """A part and its whole, a partnership and its body, lead to each other."""
    page = visit_in_full(visit, "#partnership=q")

    page.panel().get_by_role("link", name="Wondpoli Zandmeer").click()
    assert "Onderdelen Voorbereiding wondpoli" in page.text("#panel .about >> nth=0")
    page.lead("#partnership=r")
    page.panel().locator(".about a", has_text="De Kustkrant").click()

    assert page.text("#panel-title") == "De Kustkrant"
    assert "Is ook de samenwerking Regietafel Kustland" in page.text("#panel .about")


def test_who_tells(visit: Visit) -> None:
    """A document says whose people tell it, and these in what they speak."""
    page = visit_in_full(visit, "#document=s1")

    told = page.text("#panel .about")
    assert "Aan het woord Gemeente Zandmeer, Zorgverzekeraar Zilt & Zoon" in told
    page.panel().get_by_role("link", name="Zorgverzekeraar Zilt & Zoon").click()

    assert "Aan het woord in Bron 1" in page.text("#panel .about")


@pytest.mark.parametrize(
    ("hash", "heading", "barrier"),
    [
        (
            "#partnership=p",
            "Wat hindert",
            "te weinig geld afgeleid Samenvatting van regel 20: Het geld is op. "
            "Bron 1 · De Kustkrant, april 2011",
        ),
        (
            "#partnership=p",
            "Wat hindert in Zandmeer",
            "grote afstanden Samenvatting van regel 41: Het is ver. "
            "Bron 2 · De Kustkrant, april 2012",
        ),
        (
            "#region=zandmeer",
            "Wat hindert in Zandmeer",
            "grote afstanden Samenvatting van regel 41: Het is ver. "
            "Bron 2 · De Kustkrant, april 2012",
        ),
        (
            "#document=s2&lang=en",
            "What hampers",
            "geen tijd Summary of line 40: Niemand heeft tijd. Bron 2 · De Kustkrant, April 2012",
        ),
    ],
)
def test_barriers(visit: Visit, hash: str, heading: str, barrier: str) -> None:
    """What hampers a partnership, a region or what a document tells stands with its passage."""
    page = visit_in_full(visit, hash)

    found = page.page.locator(f"#panel h3:text-is('{heading}') + .card").inner_text()

    assert " ".join(found.split()) == barrier


def test_what_hampers_is_a_finding(visit: Visit) -> None:
    """Among the findings stands what hampers, in both languages, each name a link."""
    page = visit_in_full(visit, "")
    found = "#findings .found-in:not([hidden]) .finding:has(h3:text-is('{}'))"

    text = page.text(found.format("Wat hindert"))
    page.page.locator(found.format("Wat hindert")).get_by_role("link", name="Bron 2").first.click()

    assert "Te weinig geld⁩ (afgeleid): bij Wondpoli Zandmeer." in text
    assert page.text("#panel-title") == "Bron 2"
    page.page.get_by_role("button", name="English").click()
    assert "⁨Geen tijd⁩: in general, according to Bron 2." in page.text(found.format("What hampers"))


def test_barriers_follow_the_filters(visit: Visit) -> None:
    """What is less sure than asked for, or told by another document, is not shown."""
    page = visit_in_full(visit, "#partnership=p")
    assert "te weinig geld" in page.text("#panel")

    page.lead("#partnership=p&certainty=high")

    assert "te weinig geld" not in page.text("#panel")


def test_relations(visit: Visit) -> None:
    """Who does what to whom stands at both ends with certainty, period and passage, as no tie."""
    page = visit_in_full(visit, "#organisation=d")

    card = page.text("#panel .what:has(h3:text-is('Relaties')) ~ .card")

    assert card.startswith(
        "Zorgverzekeraar Zilt & Zoon heeft een contract met zo'n 350 aanbieders van jeugdhulp "
        "vanaf maart 2019, einde niet bekend "
    )
    assert card.endswith(
        "Toelichting: de tekst zegt 'wij' Samenvatting van regel 7: Wij sluiten contracten. "
        "Bron 2 · De Kustkrant, april 2012"
    )
    assert "1 genoemde partner" in page.text("#panel")  # the group is none
    page.lead("#partnership=p&lang=en")
    assert "GGD Kustland supervises Wondpoli Zandmeer" in page.text("#panel")
    page.lead("#organisation=c&with=a&lang=en")
    assert "Gemeente Zandmeer funds Ziekenhuis De Vuurbaak" in page.text("#panel")
    page.lead("#organisation=c&with=b")
    assert "Relaties" not in page.text("#panel")


def test_a_relation_has_an_address(visit: Visit) -> None:
    """A relation can be chosen, from its row too, and leads to both ends."""
    page = visit_in_full(visit, "")
    page.open_sheet("relations")

    page.page.locator("#row-r1").get_by_role("link", name="heeft een contract met").click()

    assert page.text("#panel-title") == (
        "⁨Zorgverzekeraar Zilt & Zoon⁩ heeft een contract met ⁨zo'n 350 aanbieders van jeugdhulp⁩"
    )
    assert page.read_address() == "#relation=inkoop"
    page.panel().get_by_role("link", name="zo'n 350 aanbieders").click()
    assert page.read_address() == "#group=aanbieders"


def test_relations_follow_the_filters(visit: Visit) -> None:
    """A relation goes with an end that the filters leave out, or as less sure than asked for."""
    page = visit_in_full(visit, "#certainty=medium")
    page.open_sheet("relations")

    rows = "[...document.querySelectorAll('#sheet-relations tbody tr')]"
    shown = f"{rows}.filter((row) => !row.hidden).map((row) => row.id)"

    assert page.page.evaluate(shown) == ["row-r0"]  # r2 is by an organisation without a membership
    page.lead("")
    assert page.page.evaluate(shown) == ["row-r0", "row-r2", "row-r1"]
    page.lead("#type=gemeente")
    assert page.page.evaluate(shown) == []


def test_groups_follow_the_filters(visit: Visit) -> None:
    """A group stays in its table where a partnership of it, or a relation to it, is left."""
    page = visit_in_full(visit, "#region=zandmeer")
    page.open_sheet("groups")

    rows = "[...document.querySelectorAll('#sheet-groups tbody tr')]"
    shown = f"{rows}.filter((row) => !row.hidden).map((row) => row.querySelector('a').innerText)"

    assert page.page.evaluate(shown) == ["zes kustgemeenten"]
    assert "Dit valt buiten de filters." not in page.text("#panel")
    page.lead("#region=zandmeer&group=aanbieders")
    assert "Dit valt buiten de filters." in page.text("#panel")


def test_search_finds_groups(visit: Visit) -> None:
    """A group is found by a word of its label, under what it is."""
    page = visit_in_full(visit, "")
    box = page.page.get_by_role("combobox", name="Welke organisatie bent u?")

    box.fill("aanbieders")
    assert page.text("#results") == "zo'n 350 aanbieders van jeugdhulp groep"
    box.press("Enter")

    assert page.read_address() == "#group=aanbieders"


def test_tables_without_script(visit: Visit) -> None:
    """Without a script the tables tell the same: size, doubts, wishes, cross links, barriers."""
    page = visit_in_full(visit, "", java_script_enabled=False)

    partnerships = page.text("#sheet-partnerships")
    assert "Gemeente Zandmeer (financier) wie bedoeld is: afgeleid rol: " in partnerships
    assert "De Kustkrant (gewenst, nog niet gevraagd)" in partnerships
    assert "zo'n 350 aanbieders van jeugdhulp (deelnemer; circa 350 partijen) afgeleid" in (
        partnerships
    )
    assert "Onderdelen: Voorbereiding wondpoli" in partnerships
    assert "Wat hindert: te weinig geld afgeleid Samenvatting van regel 20: Het geld is op." in (
        partnerships
    )
    organisations = page.text("#sheet-organisations")
    assert "Is ook de samenwerking: Regietafel Kustland" in organisations
    groups = page.text("#sheet-groups")
    assert "Samenvatting van regel 7: Er zijn zo'n 350 aanbieders. Bron 2 jeugdhulp" in groups
    assert "Regietafel Kustland (gewenst, nog niet gevraagd)" in groups
    relations = page.text("#sheet-relations")
    assert "GGD Kustland houdt toezicht op Wondpoli Zandmeer periode niet bekend" in relations
    documents = page.text("#sheet-documents")
    assert "Aan het woord: Gemeente Zandmeer, Zorgverzekeraar Zilt & Zoon" in documents
    assert "Wat hindert: geen tijd Samenvatting van regel 40: Niemand heeft tijd." in documents
    page.page.locator("#sheet-relations").get_by_role("link", name="zo'n 350").click()
    assert "circa 350 partijen" in page.text("tr:target")


@pytest.mark.parametrize("script", [True, False])
def test_not_by_name(visit: Visit, script: bool) -> None:
    """With whom an organisation takes part without a name stands in its row."""
    page = visit_in_full(visit, "", java_script_enabled=script)

    cell = page.page.locator("#row-o2 td").last

    assert " ".join(cell.inner_text().split()) == (
        "3 genoemde partners Niet bij naam genoemd: zes kustgemeenten (1 samenwerking), "
        "zo'n 350 aanbieders van jeugdhulp (1 samenwerking)"
    )


def test_not_by_name_in_the_panel(visit: Visit) -> None:
    """The panel names the groups too, also of who has no partner with a name."""
    page = visit_in_full(visit, "#organisation=e&lang=en")

    assert "No named partner in these 2 documents." in page.text("#panel")
    assert "Not by name buurtbewoners 1 partnership" in page.text("#panel")
    page.panel().get_by_role("link", name="buurtbewoners").first.click()
    assert page.text("#panel-title") == "buurtbewoners"


def test_not_by_name_follows_the_filters(visit: Visit) -> None:
    """What filters leave of an organisation is all that its groups are taken from."""
    page = visit_in_full(visit, "#region=zandmeer")
    cell = page.page.locator("#row-o2 td").last

    assert " ".join(cell.inner_text().split()) == (
        "2 genoemde partners Niet bij naam genoemd: zes kustgemeenten (1 samenwerking)"
    )
    page.page.get_by_role("button", name="English").click()
    assert "Not by name: zes kustgemeenten (1 partnership)" in " ".join(cell.inner_text().split())


def test_ties_are_as_without(visit: Visit) -> None:
    """Groups, wishes and relations add no tie and no organisation."""
    page = visit_in_full(visit, "")

    assert "8 organisaties" in page.text(".stamp")
    assert "4 verbindingen" in page.text(".stamp")
    lines = page.page.evaluate("collabgraph.lines().map(({ ends }) => ends.join('-')).sort()")
    assert lines == ["a-b", "a-c", "b-c", "c-d"]


def test_words_of_passages_can_be_left_out(visit: Visit) -> None:
    """A page without quotes holds the words of no passage, wherever these would stand."""
    from graph.network.networkx import build_bipartite, project_network
    from graph.page.build import render_page

    bipartite = build_bipartite(kustland_in_full())
    page = render_page(bipartite, project_network(bipartite), quotes=False)

    for words in (
        "praten mee",
        "hoort erbij",
        "is op",
        "sluiten contracten",
        "heeft tijd",
        "Het is ver",
    ):
        assert words not in page
