"""Answers in Dutch, and what decides in which language an answer is."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import Result
from conftest import ROOT

Run = Callable[..., Result]

EXAMPLE = ("--data", str(ROOT / "docs" / "example" / "entities.yaml"))
KUSTLAND = ("--data", str(ROOT / "tests" / "data" / "kustland" / "entities.yaml"))


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command where no variable names a language: the data are in Dutch."""
    monkeypatch.delenv("COLLABGRAPH_LANGUAGE")
    return run


def test_neighbours(run: Run) -> None:
    """A whole answer, with numbers as Dutch writes them."""
    assert run("neighbours", "gemeente zandmeer", *KUSTLAND).stdout == dedent("""\
        Gemeente Zandmeer: 3 genoemde partners in deze 2 documenten
        niet bij naam: zes kustgemeenten (1 samenwerking)

        naam                         gewicht  newman  via                  zekerheid  document
        Zorgverzekeraar Zilt & Zoon        1    1,00  Regietafel Kustland  afgeleid   regietafel
        Huisartsengroep Zandmeer           1    0,50  Wondpoli Zandmeer    afgeleid   wondpoli
        Ziekenhuis De Vuurbaak             1    0,50  Wondpoli Zandmeer    afgeleid   wondpoli

        document    titel
        regietafel  Elke maand aan tafel, 2020
        wondpoli    Samen één poli, De Kustkrant, april 2019 (onzeker)
        """)


def test_neighbours_further_away(run: Run) -> None:
    """Who is two steps away is reached by way of somebody."""
    lines = run("neighbours", "lister", "--hops", "2").stdout.splitlines()

    assert lines[0] == "Lister: 3 genoemde partners en nog 5 verder weg in deze 5 documenten"
    assert lines[6].split("   ")[-1].strip() == "2 stappen verder, via Gemeente Utrecht"


def test_no_neighbours(run: Run) -> None:
    """Unknown is not absent: these documents name nobody, and who takes part without a name."""
    first, second = run("neighbours", "regio twente").stdout.splitlines()

    assert first == "Regio Twente: geen genoemde partner in deze 5 documenten"
    assert second.startswith("niet bij naam: gemeenten in Twente (4 samenwerkingen), ")


def test_why(run: Run) -> None:
    """Words of a digest are a summary; a relation is no tie."""
    source = "ROS’en begeleiden zorgtransformaties in de regio, datum niet bekend, samenvatting van"
    assert run("why", "elaa", "flevoziekenhuis").stdout == dedent(f"""\
        Elaa en Flevoziekenhuis delen 2 samenwerkingen in deze 5 documenten

        Bestuurlijke peiling en gesprek in Almere (vanaf 2021, einde niet bekend; vermeld)
          Elaa (procesbegeleider, vermeld)
          Flevoziekenhuis (initiatiefnemer, vermeld)
          {source} regel 33:
            De vraag was om de gemeente, Zilveren Kruis en partijen uit zorg en welzijn erbij te \
betrekken, en bij de besturen te peilen of zij samen verder wilden.
          {source} regel 33:
            In 2021 legden het Flevoziekenhuis en Zorggroep Almere een vraag neer bij Elaa.
          {source} regel 41:
            Er volgde een bestuurlijk gesprek.

        Programmateam Positief Gezond Almere (periode niet bekend; vermeld)
          Elaa (deelnemer, vermeld): Zit in het team; begeleidt daarnaast de lokale partijen.
          Flevoziekenhuis (deelnemer, vermeld)
          {source} regel 31:
            Als partijen in het programmateam van Positief Gezond Almere noemt het artikel Elaa, \
Zorggroep Almere, het Flevoziekenhuis, de Flevolandse Patiëntenfederatie, de GGD en de gemeente.
          {source} regel 31:
            In Almere begeleidt Elaa, ook een ROS, de lokale partijen bij de zorgtransitie.

        Flevoziekenhuis geeft opdracht aan Elaa (vermeld); een relatie telt niet als verbinding
          {source} regel 33:
            In 2021 legden het Flevoziekenhuis en Zorggroep Almere een vraag neer bij Elaa.
        """)


def test_why_not_known(run: Run) -> None:
    """Where nothing is shared it is these documents that name nothing."""
    assert run("why", "klm", "elaa").stdout == (
        "KLM en Elaa: geen gedeelde samenwerking genoemd in deze 5 documenten\n"
    )


def test_show_an_organisation(run: Run) -> None:
    """A whole card of an organisation."""
    assert run("show", "huisartsengroep-zandmeer", *KUSTLAND).stdout == dedent("""\
        Huisartsengroep Zandmeer (huisartsengroep-zandmeer): eerstelijnszorg, Zandmeer

        genoemd als
          Huisartsengroep Zandmeer: wondpoli, samenvatting van regels 3-5
          huisartsen: wondpoli, samenvatting van regels 7; 9

        samenwerkingen in deze 2 documenten: 2
          in 1 traject met anderen (2 als elke fase apart telt), 0 als enige genoemde deelnemer

        Voorbereiding van de wondpoli (voorbereiding-wondpoli)
          deelnemer, vermeld; 2018; 2 genoemde deelnemers, de lijst geldt als volledig
          Samen één poli, De Kustkrant, april 2019 (onzeker), samenvatting van regel 7:
            De huisartsen en De Vuurbaak deden haar met hun tweeën

        Wondpoli Zandmeer (wondpoli-zandmeer)
          initiatiefnemer, vermeld; vanaf maart 2019, einde niet bekend; 3 genoemde deelnemers, er \
kunnen meer deelnemers zijn
          Samen één poli, De Kustkrant, april 2019 (onzeker), samenvatting van regel 4:
            Op initiatief van Huisartsengroep Zandmeer opende in maart 2019 een wondpoli, samen \
met Ziekenhuis De Vuurbaak.

        2 genoemde partners; direct of indirect verbonden met 3 in deze 2 documenten
        niet bij naam: zes kustgemeenten (1 samenwerking)
        """)


def test_show_what_an_organisation_is_besides(run: Run) -> None:
    """What it is a part of, which body it is, who is meant, and whom it contracts."""
    ozjt = run("show", "ozjt").stdout
    unit = run("show", "erasmus-school-hpm").stdout
    cut = run("show", "zilveren kruis").stdout

    assert ozjt.startswith(
        "Organisatie voor Zorg en Jeugdhulp Twente (ozjt): gemeentelijk samenwerkingsverband, "
        "Twente\n"
        "  is tegelijk de samenwerking Samenwerking van gemeenten in OZJT (verband-ozjt)\n"
        "  toelichting: Zowel een organisatie als een verband"
    )
    assert "  trekker, vermeld, om wie het gaat: onzeker, de rol: afgeleid; vanaf 2019, " in ozjt
    assert (
        "\nOrganisatie voor Zorg en Jeugdhulp Twente heeft een contract met zo'n 350 aanbieders "
        "van WMO-voorzieningen, jeugdhulp en maatregelhulp (onzeker; vanaf 2019, einde niet "
        "bekend); telt niet als verbinding\n" in ozjt
    )
    assert "\n  onderdeel van: Erasmus Universiteit\n" in unit
    assert "\nzonder deze organisatie valt dat uiteen in groepen van 8 en 6:\n" in cut


def test_show_a_partnership(run: Run) -> None:
    """A whole card of a partnership."""
    assert run("show", "wondpoli-zandmeer", *KUSTLAND).stdout == dedent("""\
        Wondpoli Zandmeer (wondpoli-zandmeer): programma
          vanaf maart 2019, einde niet bekend; liep in april 2019 (onzeker); vermeld
          regio’s: Zandmeer
          thema’s: wondzorg

        3 genoemde deelnemers; er kunnen meer deelnemers zijn
          Gemeente Zandmeer (financier, afgeleid)
            toelichting: Betaalt de ruimte; of zij aan tafel zit, is afgeleid.
          Huisartsengroep Zandmeer (initiatiefnemer, vermeld)
          Ziekenhuis De Vuurbaak (deelnemer, vermeld)
          niet bij naam: zes kustgemeenten (adviseur, 6)

        vervolg op: Voorbereiding van de wondpoli (voorbereiding-wondpoli)

        bronnen
          Samen één poli, De Kustkrant, april 2019 (onzeker), samenvatting van regel 4:
            Op initiatief van Huisartsengroep Zandmeer opende in maart 2019 een wondpoli, samen \
met Ziekenhuis De Vuurbaak.
          Samen één poli, De Kustkrant, april 2019 (onzeker), samenvatting van regel 9:
            Gemeente Zandmeer betaalt de ruimte
        """)


def test_show_what_a_partnership_has_besides(run: Run) -> None:
    """Who is wanted, what it has as parts, what hampers it, and what the filters leave out."""
    almere = run("show", "positief-gezond-almere").stdout
    agenda = run("show", "uitvoeringsagenda-utrecht").stdout
    group = run("show", "regiegroep-utrecht", "--theme", "jeugd").stdout

    assert "\n  Gemeente Almere (deelnemer, vermeld, om wie het gaat: afgeleid)\n" in almere
    assert "\n  gewenst, nog niet gevraagd: bewoners van Almere\n" in almere
    assert "\nheeft als onderdeel: Opgave Mentaal Gezond (Utrecht) (opgave-mentaal" in agenda
    assert "\nwordt belemmerd door: belangen van organisaties (vermeld)\n" in group
    assert "\n  buiten de filters (thema jeugd): hier staat wat alle gegevens samen zeggen" in group


def test_show_a_source(run: Run) -> None:
    """A whole card of a document."""
    sha256 = "5f2b8c0d9e1a47364b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f901a2b"
    assert run("show", "wondpoli", *KUSTLAND).stdout == dedent(f"""\
        Samen één poli, De Kustkrant, april 2019 (onzeker) (wondpoli)
          samenvatting: seeds/wondpoli-zandmeer.md
          origineel: kustkrant-2019.txt, sha256 {sha256}
          https://kustkrant.example/2019/samen-een-poli
          toelichting: De datum staat niet in de tekst.

        onderbouwt 2 samenwerkingen
          Voorbereiding van de wondpoli (voorbereiding-wondpoli), 2018
          Wondpoli Zandmeer (wondpoli-zandmeer), vanaf maart 2019, einde niet bekend

        noemt 3 organisaties als deelnemer
          Gemeente Zandmeer (gemeente-zandmeer)
          Huisartsengroep Zandmeer (huisartsengroep-zandmeer)
          Ziekenhuis De Vuurbaak (ziekenhuis-de-vuurbaak)

        noemt 2 andere organisaties zonder deelname
          GGD Kustland (ggd-kustland)
          Polikliniek De Vuurbaak (polikliniek-de-vuurbaak)
        """)


def test_path(run: Run) -> None:
    """A route names its partnerships and the roles in them."""
    assert run("path", "lister", "flevoziekenhuis").stdout == dedent("""\
        Lister naar Flevoziekenhuis: 3 stappen, 1 kortste route in deze 5 documenten

        zekerheid: afgeleid
          Lister
            Opvang en noodvoorziening voor dak- en thuislozen in Utrecht (deelnemer en deelnemer, \
afgeleid; bestuurstafel-2020)
          Gemeente Utrecht
            Stedelijke regiegroep Utrecht (deelnemer en deelnemer, vermeld; ros-transformaties)
          Zilveren Kruis
            Bestuurlijke peiling en gesprek in Almere (benaderd en initiatiefnemer, afgeleid; \
ros-transformaties)
          Flevoziekenhuis
        """)


def test_paths_of_which_some_are_shown(run: Run) -> None:
    """Of several equally short routes it is said how many there are and how many stand there."""
    text = run("path", "sterkzorg", "elaa", "--most", "1").stdout
    many = run("path", "gemeente utrecht", "elaa").stdout

    assert text.startswith("Sterkzorg naar Elaa: 2 stappen, 1 kortste route in deze 5 documenten\n")
    assert many.startswith("Gemeente Utrecht naar Elaa: 2 stappen, 1 kortste route in deze 5 ")


def test_no_path(run: Run) -> None:
    """Without a route it is said with whom each of the two is connected."""
    assert run("path", "ggd kustland", "de vuurbaak", *KUSTLAND).stdout == (
        "GGD Kustland naar Ziekenhuis De Vuurbaak: geen route via samenwerkingen genoemd in deze 2 "
        "documenten\n"
        "  GGD Kustland: geen genoemde partner\n"
        "  Ziekenhuis De Vuurbaak is direct of indirect verbonden met 3: Gemeente Zandmeer, "
        "Huisartsengroep Zandmeer, Zorgverzekeraar Zilt & Zoon\n"
    )


def test_lists_of_schema_2(run: Run) -> None:
    """Relations and what hampers are lists, and an empty one says which filter left nothing."""
    header, row, *closing = run("list", "relations", *EXAMPLE).stdout.splitlines()
    assert header.split() == ["van", "vorm", "naar", "periode", "zekerheid", "bronnen"]
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == [
        *("Gemeente Zandmeer", "financiert", "Wondpoli Zandmeer"),
        *("vanaf maart 2019, einde niet bekend", "vermeld", "wondpoli"),
    ]
    assert closing == ["", "1 relatie in deze 5 bronnen"]
    assert run("list", "barriers", *EXAMPLE).stdout == dedent("""\
        wat belemmert           waar          naam                  zekerheid  bronnen
        verschillende systemen  samenwerking  Wondpoli Zandmeer     vermeld    wondpoli
        lange reistijden        regio         Zandmeer              vermeld    regietafel
        te weinig tijd          document      Elke maand aan tafel  afgeleid   regietafel

        3 belemmeringen in deze 5 bronnen
        """)
    assert run("list", "relations", "--source", "regietafel", *EXAMPLE).stdout == (
        "geen relaties in dit ene document (selectie: alleen uit Elke maand aan tafel); "
        "het filter op document laat niets over\n"
    )


@pytest.mark.parametrize("what", ["organisations", "partnerships", "sources", "ties"])
def test_lists(run: Run, what: str) -> None:
    """A whole list of each kind: words for people, ids where they are the handle of a record."""
    expected = (ROOT / "tests" / "data" / "dutch" / f"list-{what}.txt").read_text(encoding="utf-8")

    assert run("list", what, *KUSTLAND).stdout == expected


def test_metrics(run: Run) -> None:
    """A whole table of numbers, with what falls apart, who has no partner, and how to read it."""
    expected = (ROOT / "tests" / "data" / "dutch" / "metrics.txt").read_text(encoding="utf-8")

    assert run("metrics", *KUSTLAND).stdout == expected


def test_a_list_of_answers(run: Run, tmp_path: Path) -> None:
    """Yes, no and not known are said, and so is how many a row of a table fits."""
    names = tmp_path / "names.csv"
    names.write_text("naam\nDe Vuurbaak\nhuisartsen\nHotel Zeezicht\n", encoding="utf-8")

    without = run("list", "partnerships", "--without-type", "gemeente", *KUSTLAND).stdout
    matched = run("list", "organisations", "--match", str(names), *KUSTLAND).stdout

    assert [line.split("  ")[0] for line in without.splitlines()[:6]] == [
        *("zonder gemeente", "ja", "nee", "nee"),
        *("niet bekend", "niet bekend"),
    ]
    assert [
        [part.strip() for part in line.split("  ") if part] for line in matched.splitlines()
    ] == [
        ["rij", "in de tabel", "in de gegevens", "gevonden als", "id", "samenwerkingen"],
        ["2", "De Vuurbaak", "ja", "De Vuurbaak", "ziekenhuis-de-vuurbaak", "2"],
        ["3", "huisartsen", "alleen in één document: Huisartsengroep Zandmeer", "0"],
        ["4", "Hotel Zeezicht", "niet gevonden", "0"],
        [],
        ["1 van 3 rijen gevonden in deze 2 documenten"],
    ]


def test_nothing_is_left(run: Run) -> None:
    """What leaves nothing is named; for programs it is the same in every language."""
    ties = run("list", "ties", "--theme", "jeugd").stdout
    members = run("list", "partnerships", "--no-members", "--kind", "project", *KUSTLAND)
    data = json.loads(run("list", "ties", "--theme", "jeugd", "--format", "json").stdout)
    warning = run("report", "--type", "ggd", "--theme", "jeugd", "--language", "nl").stderr

    assert ties == (
        "geen verbindingen in deze 5 documenten (selectie: thema jeugd); het filter op thema laat "
        "niets over\n"
    )
    assert members.stdout == (
        "geen samenwerkingen in deze 2 documenten (selectie: vorm project); met --no-members "
        "blijft niets over\n"
    )
    assert data["emptied_by"] == "the filter on themes leaves nothing"
    assert "met deze filters samen blijft niets over" in warning


def test_build(run: Run, tmp_path: Path) -> None:
    """What was written and found is said in three lines."""
    wrote, *found = run("build", "--output", str(tmp_path)).stdout.splitlines()

    assert wrote.startswith(f"geschreven: {tmp_path / 'network.html'} (")
    assert found == [
        "gevonden: 26 organisaties, 32 samenwerkingen (waarvan 6 met twee of meer genoemde "
        "deelnemers), 41 deelnames en 41 verbindingen in 5 documenten",
        "2 verbonden groepen van twee of meer, 2 onmisbare schakels (Zilveren Kruis en Gemeente "
        "Utrecht); 9 organisaties zonder genoemde partner in deze 5 documenten",
    ]


def test_check(run: Run) -> None:
    """The problems of a file are said with its closing line, in the language asked for."""
    assert run("check", *KUSTLAND, "--language", "nl").stdout.endswith(
        ": 0 fouten, 3 waarschuwingen\n"
    )


def test_migrate(run: Run, tmp_path: Path) -> None:
    """What was written is said to the curator, in the language asked for."""
    shutil.copytree(Path(KUSTLAND[1]).parent, tmp_path / "kustland")
    file = tmp_path / "kustland" / "entities.yaml"
    migrate = ("migrate", "--data", str(file), "--language", "nl")

    assert run(*migrate).stdout == f"{file} geschreven in de huidige versie van het formaat\n"
    assert run(*migrate).stdout == (
        f"{file} staat al in de huidige versie, er is niets gewijzigd\n"
    )


@pytest.mark.parametrize(
    ("variable", "option", "said"),
    [
        (None, None, "geen"),
        ("", None, "geen"),
        ("en", None, "no"),
        ("nl", None, "geen"),
        (None, "en", "no"),
        ("en", "nl", "geen"),
        ("nl", "en", "no"),
    ],
)
@pytest.mark.parametrize("command", [("neighbours", "klm"), ("why", "klm", "elaa"), ("report",)])
def test_which_language(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    variable: str | None,
    option: str | None,
    said: str,
) -> None:
    """The option goes before the variable, the variable before the language of the data."""
    if variable is not None:
        monkeypatch.setenv("COLLABGRAPH_LANGUAGE", variable)

    text = run(*command, *(("--language", option) if option else ())).stdout

    assert f" {said} " in text
    assert f" {'no' if said == 'geen' else 'geen'} " not in text


@pytest.mark.parametrize("place", ["option", "variable"])
def test_an_unknown_language(run: Run, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """A language that is not there is an error that lists those that are."""
    if place == "variable":
        monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "fr")

    result = run("neighbours", "elaa", *(("--language", "fr") if place == "option" else ()))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "'fr' is not one of 'nl', 'en'." in result.stderr
    assert "COLLABGRAPH_LANGUAGE" in result.stderr


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize(
    "question",
    [
        *(("neighbours", "elaa"), ("why", "elaa", "flevoziekenhuis"), ("show", "ozjt")),
        *(
            ("path", "lister", "elaa"),
            ("list", "partnerships"),
            ("list", "ties", "--theme", "jeugd"),
        ),
        *(("show", "positief-gezond-almere"), ("metrics",), ("metrics", "--period", "1950")),
    ],
)
def test_data_have_no_language(run: Run, question: tuple[str, ...], form: str) -> None:
    """What programs read is the same in every language."""
    dutch, english = (
        run(*question, "--format", form, "--language", language) for language in ("nl", "en")
    )

    assert dutch.exit_code == 0
    assert dutch.stdout == english.stdout


def test_data_that_name_no_language(run: Run, tmp_path: Path) -> None:
    """Where a file names no language, or one that is not there, its problems are in English."""
    broken = tmp_path / "entities.yaml"
    broken.write_text("schema: 2\ntitle: Kust\nlanguage: fr\n", encoding="utf-8")

    result = run("check", "--data", str(broken))

    assert result.exit_code == 1
    assert "problems, 0 warnings" in result.stdout


@pytest.mark.parametrize(
    ("name", "file"),
    [("zo'n zes kustgemeenten", "group"), ("zandmeer", "region"), ("IKA", "no-organisation")],
)
def test_what_is_no_organisation(run: Run, name: str, file: str) -> None:
    """A whole card of a group, of a region, and of a name that is no organisation."""
    expected = (ROOT / "tests" / "data" / "dutch" / f"show-{file}.txt").read_text(encoding="utf-8")

    assert run("show", name, *EXAMPLE).stdout == expected


def test_a_group_has_no_partners(run: Run) -> None:
    """Who asks for the partners of a group is told why it has none, and what to ask."""
    asked = run("neighbours", "zo'n zes kustgemeenten", *EXAMPLE, "--language", "nl")

    assert asked.exit_code == 1
    assert asked.stderr == (
        'Fout: "zo\'n zes kustgemeenten" is een groep die niet bij naam genoemd is en dus in geen '
        "enkele verbinding meetelt, 'collabgraph show kustgemeenten' zegt aan welke "
        "samenwerkingen zij deelneemt\n"
    )
