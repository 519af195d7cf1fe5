"""The report: every figure checked by hand or by another library, every form safe to open."""

import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from conftest import ROOT
from registries import REGIONS, chain, group, kustland, make_registry, organisation, partnership

from graph.findings.leave_one_out import leave_one_out
from graph.findings.omitted import OMITTED
from graph.findings.overlaps import find_overlaps
from graph.model.records import Evidence, Membership, Partnership, Registry, Term
from graph.reading import read_registry
from graph.select.filters import Selection
from graph.select.selection import select_registry
from graph.words.store import read_words
from graph.write.markdown import escape_markdown
from graph.write.reports.formats import FORMATS
from graph.write.reports.make import make_report
from graph.write.reports.text import write_text
from graph.write.reports.value import Named, Passages, Report, Section

HOSTILE = (
    "</td><script>alert('x')</script> & \"q\" | *b* [l](javascript:x) `c`\n# kop \x1b[2J\u202e"
)


GONE = "geen onmisbare schakel meer; dit deel valt dan uiteen in groepen van {} en {}"


def section(report: Report, id: str) -> Section:
    """Find a section by id."""
    return next(section for section in report.sections if section.id == id)


def sentences(report: Report, id: str) -> list[str]:
    """Every sentence of a section that says what was found."""
    return [s.text for s in section(report, id).sentences if s.kind == "finding"]


def rows(report: Report, id: str, table: str) -> list[list[Any]]:
    """Every row of a table: names and lists of names as ids, passages as they are said."""
    found = next(t for t in section(report, id).tables if t.id == table)
    return [
        [
            cell.id
            if isinstance(cell, Named)
            else [n.id for n in cell]
            if isinstance(cell, tuple)
            else cell.text
            if isinstance(cell, Passages)
            else cell
            for cell in row
        ]
        for row in found.rows
    ]


def regional() -> Registry:
    """
    Two regions east and west, brook within east; a sits in brook and west, by inference in west.

    p: a b (brook)   q: a c (west), a by inference   r: b d (east)   s: e (east, west)   t: e (west)
    """
    terms = {
        "east": Term(id="east", labels={"nl": "Oost", "en": "East"}),
        "brook": Term(id="brook", labels={"nl": "Beek", "en": "Brook"}, within="east"),
        "west": Term(id="west", labels={"nl": "West", "en": "West"}),
    }
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b", regions=("brook",), themes=("jeugd",)),
            partnership(
                "q",
                [
                    Membership(organisation="a", role="invited", certainty="medium"),
                    Membership(organisation="c"),
                ],
                regions=("west",),
                themes=("jeugd", "corona"),
            ),
            partnership("r", "b d", regions=("east",), themes=("iza",)),
            partnership("s", "e", regions=("east", "west")),
            partnership("t", "e", regions=("brook",)),
        ],
    )
    return replace(registry, vocabulary=replace(registry.vocabulary, regions=terms))


def women() -> Registry:
    """Davis's Southern women: 18 organisations, 14 partnerships; type by the two classic groups."""
    graph = nx.davis_southern_women_graph()
    names = sorted(graph.graph["top"])
    ids = {name: f"w{number}" for number, name in enumerate(names)}
    first = {"Evelyn Jefferson", "Laura Mandeville", "Theresa Anderson", "Brenda Rogers"}
    return make_registry(
        [organisation(ids[n], name=n, type="ggz" if n in first else "gemeente") for n in names],
        [
            partnership(event.lower(), " ".join(ids[name] for name in graph[event]))
            for event in graph.graph["bottom"]
        ],
    )


def test_boundary() -> None:
    """The size of the data is counted, and the largest table named with the ties it makes."""
    report = make_report(kustland())

    assert sentences(report, "boundary") == [
        "Gelezen: 2 documenten, met daarin 8 organisaties, 5 samenwerkingen, 8 deelnames en "
        "4 verbindingen.",
        "De documenten dateren van april 2011 tot en met april 2012. 3 van de 4 verbindingen "
        "steunen op één document: Bron 1 (april 2011).",
        "Bij 3 samenwerkingen zijn twee of meer deelnemers bij naam genoemd, bij 1 precies één en "
        "bij 1 niemand.",
        "Bij 3 van de 5 samenwerkingen is de periode niet bekend.",
        "Organisaties zijn verbonden als zij in dezelfde samenwerking genoemd worden. Dat geeft 4 "
        "verbindingen. Zo'n verbinding zegt dat twee organisaties aan dezelfde samenwerking "
        "deelnamen, niet dat zij onderling samenwerken.",
        "Wondpoli Zandmeer levert alleen al 3 verbindingen op, met 3 genoemde deelnemers; "
        "een grote samenwerking weegt in het netwerk vanzelf zwaar.",
        "Er is 1 groep van organisaties die, direct of via anderen, met elkaar verbonden zijn; de "
        "grootste telt 4 organisaties.",
        "Van 4 organisaties noemen deze documenten geen partner; dat betekent niet dat zij alleen "
        "werken. Het gaat om De Kustkrant, GGD Kustland, Polikliniek De Vuurbaak en Stichting Café "
        "Één.",
    ]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([None], "1 document is ongedateerd."),
        (["2019", None], "Gedateerd: 2019; 1 document is ongedateerd."),
        (
            ["2022?", "2020-05-13"],
            "De documenten dateren van 13 mei 2020 tot en met 2022 (onzeker).",
        ),
        (["herfst"], "1 document is ongedateerd."),
    ],
)
def test_dates_of_documents(dates: list[str | None], said: str) -> None:
    """The range of dates is said in words, with how many documents have none."""
    registry = make_registry([], [], sources=len(dates))
    sources = {
        id: replace(source, date=date)
        for (id, source), date in zip(registry.sources.items(), dates, strict=True)
    }

    report = make_report(replace(registry, sources=sources))

    assert sentences(report, "boundary")[1] == said


def test_phases_are_counted_apart() -> None:
    """Phases of one undertaking count as one table, and one-party tables stand apart."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [
            partnership("p1", "a b"),
            partnership("p2", "a b", follows=("p1",)),
            partnership("p3", "a", follows=("p2",)),
            partnership("q", "c b"),
            partnership("r", "d"),
            partnership("s", "d"),
        ],
    )
    report = make_report(registry)

    assert sentences(report, "participation") == [
        "B neemt het vaakst deel aan samenwerkingen met andere genoemde deelnemers: aan 2. Fasen "
        "van één traject tellen als één.",
        "Wie elke fase apart telt, krijgt B bovenaan, met 3 samenwerkingen; geteld naar "
        "traject: 2.",
        "D is bij 2 samenwerkingen de enige genoemde deelnemer; de andere partijen staan daar niet "
        "bij naam.",
        "1 organisatie neemt deel aan precies één samenwerking en staat niet in de tabel.",
    ]
    assert [row[:4] for row in rows(report, "participation", "participation")] == [
        ["b", 2, 3, 0],
        ["a", 1, 2, 1],
        ["d", 0, 0, 2],
    ]


def test_an_undertaking_outlives_a_filter() -> None:
    """A phase that a filter leaves out still chains the phases around it."""
    whole = make_registry(
        [organisation(id) for id in "ab"],
        [
            partnership("p1", "a b"),
            partnership("p2", "a b", follows=("p1",)),
            partnership("p3", "a b", follows=("p2",)),
        ],
    )
    selected = replace(
        whole, partnerships={id: p for id, p in whole.partnerships.items() if id != "p2"}
    )

    report = make_report(selected, whole=whole)

    assert section(report, "participation").figures["most_undertakings"] == 1
    assert rows(report, "overlap", "overlap")[0][5] == "same_undertaking"


def test_an_invitation_is_no_seat() -> None:
    """Where one of the most tables is only an invitation, the sentence says so."""
    report = make_report(regional(), language="en")

    assert sentences(report, "participation")[0] == (
        "A and B take part in the most partnerships with other named members: 2 each. The stages "
        "of one undertaking count as one. In 1 of these A was only invited; whether it "
        "takes part is not told."
    )


def test_brokers_between_regions() -> None:
    """A region and one within it are related; a broker shows the membership it hangs on."""
    report = make_report(regional())

    assert sentences(report, "brokers_regions") == [
        "A wordt genoemd bij samenwerkingen in regio's die elkaar niet overlappen: Tafel p "
        "(Beek) en Tafel q (West; benaderd). Dat steunt op één deelname die niet letterlijk in de "
        "tekst staat: Tafel q (benaderd, afgeleid).",
        "Eén samenwerking beslaat zelf regio's die elkaar niet overlappen: Tafel s (Oost en West).",
    ]
    assert rows(report, "brokers_regions", "brokers_regions") == [
        ["a", "p", ["brook"], "member", "high", 1, "s1, samenvatting van regel 4", "no_broker"],
        ["a", "q", ["west"], "invited", "medium", 1, "s1, samenvatting van regel 4", "no_broker"],
    ]


def test_brokers_between_themes() -> None:
    """Tables that share a theme are related; a table without a theme is not known."""
    report = make_report(regional())

    assert sentences(report, "brokers_themes") == [
        "B wordt genoemd bij samenwerkingen die geen thema delen: Tafel p en Tafel r."
    ]
    assert section(report, "brokers_themes").sentences[1].text == (
        "van 2 samenwerkingen is het thema niet bekend; die tellen hier niet mee."
    )


def test_a_broker_without_named_others() -> None:
    """Who is alone at its tables links nobody who is named, and is said apart."""
    registry = make_registry(
        [organisation("a")],
        [
            partnership("p", "a", themes=("jeugd",)),
            partnership("q", "a", themes=("iza",)),
            partnership("r", "a", themes=("corona",)),
        ],
    )
    report = make_report(registry)

    assert sentences(report, "brokers_themes")[1] == (
        "A wordt wel genoemd bij samenwerkingen die geen thema delen, maar aan ten minste "
        "één kant is daar verder niemand genoemd."
    )
    assert [row[-1] for row in rows(report, "brokers_themes", "brokers_themes")] == [
        "still_broker"
    ] * 3


def test_cut_vertices() -> None:
    """A cut vertex comes with its parts, its memberships and what is left without each."""
    report = make_report(kustland())

    assert sentences(report, "cuts") == [
        "Zonder Gemeente Zandmeer vallen de 3 andere organisaties in dit deel van het netwerk "
        "uiteen in groepen van 2 en 1; tussen die groepen (2 paren organisaties) is er in deze "
        "gegevens geen andere verbinding. Dat steunt op één deelname die niet letterlijk in de "
        "tekst staat: Regietafel Kustland (deelname van Zorgverzekeraar Zilt & Zoon, afgeleid).",
        "1 deelname aan samenwerkingen met anderen staat niet letterlijk in de tekst. Laat men "
        "die weg, dan veranderen de onmisbare schakels in 1 geval.",
    ]
    assert rows(report, "cuts", "parts") == [["c", 1, 2, ["b", "a"]], ["c", 2, 1, ["d"]]]
    assert [[row[0], row[1], row[3], row[5]] for row in rows(report, "cuts", "rests")] == [
        ["c", "p", "high", GONE.format(2, 2)],
        ["c", "r", "high", GONE.format(3, 1)],
    ]
    assert rows(report, "cuts", "changing") == [["d", "r", "medium", ["c"], []]]
    assert section(report, "cuts").figures == {
        "cut_vertices": 1,
        "cut_vertices_resting_on_one_inferred_membership": 1,
        "inferred_memberships_left_out": 1,
        "inferred_memberships_tried": 1,
        "inferred_memberships_that_change_the_cut_vertices": 1,
    }


def test_a_cut_vertex_on_one_inferred_membership() -> None:
    """A cut vertex that goes when one inferred membership goes says which."""
    report = make_report(regional(), language="en")

    assert sentences(report, "cuts")[0] == (
        "Without A the 3 other organisations in this part of the network fall apart into groups of "
        "2 and 1; between those groups (2 pairs of organisations) this data has no other "
        "connection. That depends on one membership that is not in the text itself: Tafel q "
        "(invited, inferred)."
    )


def test_a_cut_vertex_can_outlive_a_membership() -> None:
    """A cut vertex with three sides is still one when one side goes."""
    registry = make_registry(
        [organisation(id) for id in "abcd"],
        [partnership("p", "a b"), partnership("q", "a c"), partnership("r", "a d"),
         partnership("s", "a b")],
    )  # fmt: skip
    report = make_report(registry)

    assert [row[5] for row in rows(report, "cuts", "rests")] == [
        "nog steeds een onmisbare schakel; dit deel blijft verbonden",
        "nog steeds een onmisbare schakel; dit deel valt dan uiteen in groepen van 3 en 1",
        "nog steeds een onmisbare schakel; dit deel valt dan uiteen in groepen van 3 en 1",
        "nog steeds een onmisbare schakel; dit deel blijft verbonden",
    ]


def random_registry(seed: int) -> Registry:
    """A random registry of 9 organisations and 8 tables of 0 to 4 members."""
    chance = random.Random(seed)
    ids = [f"o{number}" for number in range(9)]
    return make_registry(
        [organisation(id, region=chance.choice([None, *REGIONS])) for id in ids],
        [
            partnership(
                f"p{number}",
                [
                    Membership(organisation=id, certainty=chance.choice(["high", "medium"]))
                    for id in chance.sample(ids, chance.randint(0, 4))
                ],
            )
            for number in range(8)
        ],
    )


def test_the_only_link() -> None:
    """Who is the only one at both its tables is the only link; one-party tables do not count."""
    report = make_report(kustland())

    assert sentences(report, "redundancy") == [
        "Gemeente Zandmeer is in deze gegevens de enige gemeenschappelijke deelnemer van "
        "Wondpoli Zandmeer en Regietafel Kustland."
    ]
    assert rows(report, "redundancy", "redundancy") == [
        ["c", 2, 1, 0, 0.0],
        ["a", 2, 1, 1, 1.0],
        ["b", 2, 1, 1, 1.0],
    ]


def test_overlap_by_hand() -> None:
    """Overlap is shared members over all members; consecutive phases are marked."""
    registry = make_registry(
        [organisation(id) for id in "abcde"],
        [
            partnership("p", "a b c", members_known="all"),
            partnership("q", "b c d", members_known="all", follows=("p",)),
            partnership("r", "d e"),
            partnership("s", "e"),
        ],
    )
    report = make_report(registry)

    assert rows(report, "overlap", "overlap") == [
        ["p", "q", 2, 4, 0.5, "consecutive", "both_complete"],
        ["q", "r", 1, 4, 0.25, "no", "as_far_as_stated"],
    ]
    assert sentences(report, "overlap") == [
        "Van de samenwerkingen die geen fasen van één traject zijn, overlappen Tafel q en Tafel r "
        "het meest: 1 van de 4 organisaties neemt aan beide deel (D).",
        "1 paar bestaat uit fasen van één traject; daar ligt overlap voor de hand.",
    ]


def test_overlap_of_phases_alone() -> None:
    """Where only phases overlap, that is what is said."""
    registry = make_registry(
        [organisation(id) for id in "ab"],
        [partnership("p", "a b"), partnership("q", "a b", follows=("p",))],
    )

    assert sentences(make_report(registry), "overlap")[0] == (
        "Samenwerkingen overlappen alleen waar zij fasen van één traject zijn."
    )


def test_who_is_passed_over_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an organisation in very many partnerships is passed over, the report says so."""
    monkeypatch.setattr("graph.findings.facts.find_overlaps", partial(find_overlaps, most=1))
    registry = make_registry(
        [organisation(id) for id in "abc"], [partnership("p", "a b"), partnership("q", "a c")]
    )

    (caveat,) = section(make_report(registry), "overlap").sentences[1:]

    assert caveat.text == (
        "samenwerkingen die alleen A delen, staan er niet bij: deze organisatie neemt deel aan "
        "meer dan 1 samenwerking met anderen."
    )


def test_types_present_and_missing() -> None:
    """What is missing is said where the list is complete, and is not known elsewhere."""
    report = make_report(kustland())

    assert rows(report, "composition", "composition") == [
        ["q", ["eerstelijn", "ziekenhuis"], ["gemeente"]],
        ["t", ["welzijn"], "not_known"],
        ["r", ["gemeente", "zorgverzekeraar"], "not_known"],
        ["p", ["eerstelijn", "gemeente", "ziekenhuis"], "not_known"],
    ]
    assert sentences(report, "composition") == [
        "Van 1 van de 5 samenwerkingen geldt de ledenlijst als volledig. Alleen bij een volledige "
        "lijst is te zeggen wie ontbreekt; anders is dat niet bekend.",
        "Bij 1 samenwerking is niemand bij naam genoemd; welke organisaties er zitten, is niet "
        "bekend.",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "Bij 2 samenwerkingen is niemand bij naam genoemd; welke organisaties er zitten, is "
            "niet bekend, bij 1 daarvan wel welk soort.",
        ),
        (
            "en",
            "2 partnerships name nobody; which organisations take part is not known, but for 1 of "
            "these it is known which types do.",
        ),
    ],
)
def test_a_group_may_tell_the_type(language: str, said: str) -> None:
    """Where nobody is named, a group can still say which type of organisation is there."""
    doctors = group(label="huisartsen", types=("eerstelijn",))
    registry = make_registry(
        [], [partnership("p", "", groups=(doctors,)), partnership("q", "", groups=(group("men"),))]
    )
    report = make_report(registry, language=language)

    assert sentences(report, "composition")[1] == said
    assert rows(report, "composition", "composition") == [["p", ["eerstelijn"], "not_known"]]


def table(roles: str, **fields: Any) -> Partnership:
    """A table with one member for each role."""
    names = enumerate(roles.split())
    return partnership("p", [Membership(organisation=f"o{n}", role=r) for n, r in names], **fields)


def test_governance_with_a_group() -> None:
    """A group without names makes a list incomplete, and the form only as far as is told."""
    unnamed = (group(label="zes gemeenten", size=6),)
    registry = make_registry(
        [organisation(f"o{n}") for n in range(4)],
        [table("lead member member facilitator", members_known="all", groups=unnamed)],
    )
    report = make_report(registry, language="en")

    assert rows(report, "governance", "governance") == [
        [
            "p",
            "form_lead",
            "one lead: O0; guided by O3; as far as is told",
            "lead: O0; facilitator: O3; member: O1, O2",
        ]
    ]


def test_the_e_i_index_by_hand() -> None:
    """Ties with an unknown end are not counted; the range shows on whom the index hangs."""
    registry = make_registry(
        [
            organisation("a", type="ggz", region="zandmeer"),
            organisation("b", type="ggz", region="kustland"),
            organisation("c", type="gemeente", region="zandmeer"),
            organisation("d", type="gemeente"),
        ],
        [partnership("p", "a b"), partnership("q", "a c"), partnership("r", "a d")],
    )
    report = make_report(registry)

    assert rows(report, "mixing", "mixing") == [
        ["by_type", 2, 1, 1 / 3, "0,00 (zonder C en D)", "1,00 (zonder B)", 0],
        ["by_region", 0, 2, -1.0, "−1,00, wie er ook wegvalt", "−1,00, wie er ook wegvalt", 1],
        ["by_region_label", 1, 1, 0.0, "−1,00 (zonder B)", "1,00 (zonder C)", 1],
    ]


def test_confirmation() -> None:
    """A partnership or tie with passages in two documents is confirmed."""
    passages = tuple(Evidence(source=f"s{n}", line=1, quote="x") for n in (1, 2))
    registry = make_registry(
        [organisation(id) for id in "abc"],
        [partnership("p", "a b", evidence=passages), partnership("q", "b c")],
        sources=2,
    )
    report = make_report(registry)

    assert sentences(report, "confirmation") == [
        "In twee of meer documenten staat 1 van de 2 samenwerkingen en 1 van de 2 verbindingen."
    ]
    assert rows(report, "confirmation", "confirmation") == [[1, 1, 1], [2, 1, 1]]


def test_gaps() -> None:
    """Gaps are counted, and the inferred membership that carries a finding comes first."""
    report = make_report(kustland())

    assert section(report, "gaps").figures == {
        "without_named_members": 1,
        "members_partly_known": 3,
        "without_period": 3,
        "inferred_memberships": 1,
        "only_mentioned": 3,
        "without_region": 3,
        "undated_documents": 0,
    }
    assert rows(report, "gaps", "inferred") == [
        [
            *("d", "r", "member", "medium", "deelname: afgeleid"),
            *("s2, samenvatting van regel 2", "onmisbare schakel Gemeente Zandmeer"),
        ]
    ]
    assert rows(report, "gaps", "gaps") == [
        ["u", "", 0, "zes kustgemeenten (6)", "members_none", "not_known"],
        ["t", "", 1, "buurtbewoners", "members_some", "not_known"],
        ["r", "", 2, "", "members_some", "not_known"],
        [
            *("p", "", 3, "zes kustgemeenten (6)", "members_some"),
            "vanaf maart 2019, einde niet bekend",
        ],
    ]


def test_a_selection_claims_nothing_about_the_documents() -> None:
    """What a filter took away is not said to be missing from the documents."""
    whole = kustland()
    selected = select_registry(whole, Selection(types=("gemeente", "welzijn")))
    report = make_report(selected, whole=whole)

    told = [s.text for s in section(report, "brief").sentences]
    assert told[0] == (
        "Dit is een selectie uit de gegevens (soort organisatie gemeente of welzijn); wat "
        "daarbuiten valt, telt niet mee."
    )
    assert told[2] == (
        "2 organisaties hebben binnen deze selectie geen genoemde partner; dat betekent niet dat "
        "zij alleen werken."
    )
    assert sentences(report, "participation")[1] == (
        "Gemeente Zandmeer is binnen deze selectie bij 2 samenwerkingen de enige genoemde "
        "deelnemer."
    )
    assert section(report, "gaps").sentences[1].kind == "caveat"


TINY = make_registry(
    [
        organisation("a", name="Altra", type="ggz"),
        organisation("b", name="Bij", type="gemeente"),
        organisation("c", name="Cent"),
    ],
    [
        partnership(
            "p",
            [
                Membership(organisation="a", role="lead"),
                Membership(organisation="b", certainty="medium"),
            ],
        )
    ],
)


def test_a_whole_report() -> None:
    """The whole text of a tiny report, but for the list of what is left out."""
    report = make_report(TINY, language="en")
    sections = tuple(s for s in report.sections if s.id != "omitted")

    text = write_text(replace(report, sections=sections))

    assert text == (ROOT / "tests" / "data" / "report" / "tiny.txt").read_text(encoding="utf-8")


def many() -> Registry:
    """One partnership of sixty organisations."""
    ids = [f"o{number:02}" for number in range(60)]
    return make_registry(
        [organisation(id) for id in ids], [partnership("p", " ".join(ids), certainty="low")]
    )


EDGES: dict[str, Callable[[], Registry]] = {
    "empty": lambda: make_registry([], [], sources=0),
    "one": lambda: make_registry([organisation("a")], []),
    "isolates": lambda: make_registry([organisation(id) for id in "abc"], [partnership("p", "a")]),
    "nobody": lambda: make_registry([], [partnership("p", ""), partnership("q", "")]),
    "sixty": many,
    "women": women,
    "kustland": kustland,
    "regional": regional,
    "tiny": lambda: TINY,
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("edge", EDGES)
def test_every_form_of_every_size(edge: str, language: str, form: str) -> None:
    """A report can be made of any registry, with no gap unfilled, no NaN and no None."""
    text = FORMATS[form](make_report(EDGES[edge](), language=language))

    assert text.endswith("\n")
    assert not re.search(r"\bnan\b|\bNone\b|\{\w*[:}]|\binf\b", text.replace('": {', ""))


@pytest.mark.parametrize("edge", EDGES)
def test_the_page_is_well_formed(edge: str) -> None:
    """The page is one well-formed document with a language and a title, which fetches nothing."""
    page = FORMATS["html"](make_report(EDGES[edge]()))

    root = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    links = [element.get("href") for element in root.iter("a")]
    assert page.startswith("<!DOCTYPE html>\n")
    assert root.get("lang") == "nl"
    assert root.findtext("head/title") == "Samenwerking in Kustland: wie werkt met wie samen"
    assert len(ids) == len(set(ids))
    assert links == [f"#{id}" for id in ids]
    assert {element.tag for element in root.iter()} & {"script", "img", "link", "iframe"} == set()
    assert "//" not in page
    for row in root.iter("tr"):
        assert len(row) > 0


def hostile() -> Registry:
    """A registry in which every text tries to leave its place."""
    return replace(
        make_registry(
            [organisation("a", name=HOSTILE), organisation("b", name=f"1. {HOSTILE}")],
            [
                partnership("p", "a b", name=HOSTILE, groups=(group(label=HOSTILE),)),
                partnership("q", "a", name=f"- {HOSTILE}{{n}}{{0}}"),
            ],
        ),
        title=HOSTILE,
        selection=HOSTILE,
    )


def test_hostile_names_in_html() -> None:
    """A name with markup stands in the page as text, and control characters are shown."""
    page = FORMATS["html"](make_report(hostile()))

    root = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    assert "script" not in {element.tag for element in root.iter()}
    assert any("<script>alert('x')</script>" in (cell.text or "") for cell in root.iter("th"))
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_hostile_names_in_markdown() -> None:
    """A name with markup is escaped, and never adds a cell or a line to a table."""
    text = FORMATS["markdown"](make_report(hostile()))

    tables = [block for block in text.strip().split("\n\n") if block.startswith("| ")]
    assert tables
    for block in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.split("\n")}) == 1
    for sign in ("<", ">", "[", "]", "`", "*b"):
        bare = re.findall(rf"(?<!\\){re.escape(sign)}", text.replace("\n> **", "\n"))
        assert bare == []
    assert "\x1b" not in text


def test_hostile_names_in_text() -> None:
    """A name with control characters is shown, not obeyed."""
    text = FORMATS["text"](make_report(hostile()))

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert r"\x1b[2J\u202e" in text
    assert "{n}{0}" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("1. een", r"1\. een"),
        ("- een", r"\- een"),
        ("# kop", r"\# kop"),
        ("https://x.nl", r"https\://x.nl"),
        ("A & B", r"A \& B"),
        ("gewoon", "gewoon"),
    ],
)
def test_escaping_markdown(text: str, escaped: str) -> None:
    """What Markdown would read as markup gets a backslash."""
    assert escape_markdown(text) == escaped


def test_json() -> None:
    """The JSON has a version and every figure, names with their ids, and null for undefined."""
    data = json.loads(FORMATS["json"](make_report(TINY)))

    assert list(data) == [
        "version", "title", "language", "content_hash", "selection", "sections",
    ]  # fmt: skip
    assert data["version"] == 1
    by_id = {section["id"]: section for section in data["sections"]}
    assert list(by_id)[:3] == ["brief", "boundary", "participation"]
    assert by_id["mixing"]["figures"] == {
        "ei_by_type": 1.0,
        "ei_by_region": None,
        "ei_by_region_label": None,
    }
    assert by_id["composition"]["tables"][0]["rows"] == [
        {
            "partnership": {"kind": "partnership", "id": "p", "name": "Tafel p"},
            "present": [
                {"kind": "types", "id": "ggz", "name": "geestelijke gezondheidszorg"},
                {"kind": "types", "id": "gemeente", "name": "gemeente (afgeleid)"},
            ],
            "missing": {"kind": "answer", "id": "not_known", "name": "niet bekend"},
        }
    ]


def test_facts_are_the_same_in_every_language() -> None:
    """What a section says in ids and numbers alone does not depend on the language."""
    dutch, english = (
        json.loads(FORMATS["json"](make_report(kustland(), language=language)))
        for language in ("nl", "en")
    )

    facts = {section["id"]: section["facts"] for section in dutch["sections"]}
    assert facts == {section["id"]: section["facts"] for section in english["sections"]}
    assert facts["brief"] == {}
    assert facts["participation"]["counts"][0] == {
        "organisation": "c",
        "undertakings": 2,
        "with_others": 2,
        "inferred": 0,
        "invited": 0,
        "alone": 0,
        "roles": [["funder", 1], ["lead", 1]],
    }
    assert facts["cuts"]["cuts"][0]["rests_on"] == [{"organisation": "d", "partnership": "r"}]
    assert facts["boundary"]["documents"]["supported"]["s2"] == ["r"]


def test_many_cut_vertices_are_not_all_sentences() -> None:
    """A dozen have a sentence, the others are counted; the table has every one."""
    report = make_report(chain(22))

    said = sentences(report, "cuts")
    assert [text.startswith("Zonder") for text in said] == [True] * 12 + [False]
    assert said[-1] == "Voor nog 8 organisaties geldt hetzelfde; zie de tabel."
    assert len({row[0] for row in rows(report, "cuts", "parts")}) == 20


def test_a_large_part_is_not_listed() -> None:
    """Of a part with more than a hundred organisations the table gives the number alone."""
    report = make_report(chain(104))

    found = {tuple(row[:2]): row[2:] for row in rows(report, "cuts", "parts")}
    assert found["o001", 1] == [102, "not_listed"]
    assert found["o001", 2] == [1, ["o000"]]


def test_what_was_not_tried_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the budget it is said of how many memberships it is known what they change."""
    monkeypatch.setattr("graph.findings.facts.leave_one_out", partial(leave_one_out, budget=0))
    registry = make_registry(
        [organisation(id) for id in "abc"],
        [partnership("p", "a b", certainty="low"), partnership("q", "b c")],
    )

    report = make_report(registry)

    assert sentences(report, "cuts")[1:] == [
        "2 deelnames aan samenwerkingen met anderen staan niet letterlijk in de tekst. Laat men ze "
        "om de beurt weg, dan veranderen de onmisbare schakels in ten minste 2 gevallen.",
        "Of er dan een onmisbare schakel bijkomt, is voor 1 daarvan nagegaan en voor 1 niet.",
    ]
    assert section(report, "cuts").figures["inferred_memberships_tried"] == 1


def test_long_tables_are_cut_for_people_only() -> None:
    """People see the first rows and how many there are more; JSON has every row."""
    organisations = [organisation(f"o{n:03}") for n in range(50)]
    registry = make_registry(
        organisations, [partnership(f"p{n:03}", f"o{n:03}") for n in range(50)]
    )
    report = make_report(registry)

    assert "en nog 10 rijen; de JSON-vorm van dit rapport geeft alle rijen" in FORMATS["text"](
        report
    )
    assert "en nog 10 rijen" in FORMATS["html"](report)
    assert "en nog 10 rijen" in FORMATS["markdown"](report)
    assert len(rows(report, "gaps", "gaps")) == 50


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_file_does_not_matter(seed: int) -> None:
    """The same data in another order make the same report."""
    registry = random_registry(seed)
    chance = random.Random(seed)
    shuffled = replace(
        registry,
        organisations=dict(chance.sample(sorted(registry.organisations.items()), 9)),
        partnerships=dict(chance.sample(sorted(registry.partnerships.items()), 8)),
    )

    assert make_report(shuffled) == make_report(registry)


def test_no_string_is_left_over() -> None:
    """Every string is asked for somewhere."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for place in ("findings", "write/reports")
        for suffix in ("*.py", "*.j2")
        for path in (ROOT / "graph" / place).rglob(suffix)
    )
    words = set(re.findall(r"\w+", code))
    families = (
        "section_", "table_", "column_", "method_", "certainty_", "members_", "form_", "omitted_",
        "reason_", "carries_", "relation_", "barriers_", "doubts_", "doubt_",
    )  # fmt: skip

    def is_asked(key: str) -> bool:
        stem = next((key.removeprefix(f) for f in families if key.startswith(f)), key)
        for tail in ("_name", "_formula", "_unit", "_why"):
            stem = stem.removesuffix(tail) if key.startswith(("method_", "omitted_")) else stem
        side = re.sub(r"_(regions|themes)$", "_{side}", stem)
        return stem in words or key in words or side in code

    assert [key for key in read_words("nl")["report"] if not is_asked(key)] == []
    assert len(OMITTED) == len(set(OMITTED))


def test_language() -> None:
    """The language is that of the data unless asked for; another is a mistake."""
    english = replace(TINY, language="en")

    assert make_report(english).language == "en"
    assert make_report(english, language="nl").sections[0].title == "In het kort"
    with pytest.raises(ValueError, match="no language 'fr', use nl or en"):
        make_report(TINY, language="fr")


def test_the_real_report() -> None:
    """The findings of the real data are those that were checked by hand."""
    report = make_report(read_registry(ROOT / "entities.yaml"))

    figures = {s.id: s.figures for s in report.sections}
    boundary = figures["boundary"]
    counts = ("organisations", "partnerships", "ties", "isolates", "largest_component")
    assert [boundary[name] for name in counts] == [26, 32, 41, 9, 15]
    assert {row[0] for row in rows(report, "cuts", "rests")} == {
        "gemeente-utrecht",
        "zilveren-kruis",
    }
    assert figures["cuts"]["cut_vertices_resting_on_one_inferred_membership"] == 2
    assert figures["brokers_regions"] == {
        "brokers": 1,
        "brokers_between_named_others": 1,
        "brokers_resting_on_one_inferred_membership": 1,
    }
    assert figures["redundancy"]["only_links"] == 2
    assert figures["overlap"] == {
        "pairs": 5,
        "pairs_that_are_not_stages": 2,
        "organisations_passed_over": 0,
    }
    assert figures["relations"] == {
        **{"relations": 5, "inferred_relations": 2},
        **{"contracts": 1, "funds": 0, "commissions": 2, "supervises": 1, "advises": 1},
    }
    assert figures["barriers"] == {
        **{"barriers": 10, "of_partnerships": 3, "of_regions": 5, "of_documents": 2}
    }
    assert figures["voices"] == {
        "ties_on_one_document": 41,
        "most_ties_on_one_document": 34,
        "most_ties_of_one_perspective": 34,
        "documents_without_perspective": 1,
    }
    assert figures["composition"] == {
        "complete": 3,
        "not_known": 29,
        "without_names_of_known_type": 3,
    }
    assert figures["confirmation"] == {"partnerships_confirmed": 0, "ties_confirmed": 0}
    assert figures["gaps"]["inferred_memberships"] == 15
