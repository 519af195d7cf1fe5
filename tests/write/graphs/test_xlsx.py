"""The workbook, read back by openpyxl."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from registries import (
    kustland,
    kustland_in_full,
    make_registry,
    organisation,
    partnership,
    with_relations,
)

from graph.model.errors import ExportError
from graph.model.records import Alias, Attribute, Evidence, Registry
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.graphs import xlsx
from graph.write.graphs.dataset import flatten_dataset
from graph.write.graphs.xlsx import write_xlsx


def in_xml(name: str) -> str:
    """The rule of XML 1.0, section 2.2, production 2."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]", "\ufffd", name)


def read(registry: Registry) -> Workbook:
    return load_workbook(io.BytesIO(write_xlsx(registry).content))


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    heading, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in found]


def test_sheets_and_headings() -> None:
    """Each kind of record has a sheet, with headings in the language of the data."""
    dutch, english = read(kustland()), read(replace(kustland(), language="en"))

    assert dutch.sheetnames == [
        *("Organisaties", "Samenwerkingen", "Deelnames", "Verbindingen", "Relaties"),
        *("Belemmeringen", "Groepen", "Bewijs", "Bronnen", "Over deze gegevens"),
    ]
    assert english.sheetnames[2:5] == ["Memberships", "Ties", "Relations"]
    assert [cell.value for cell in dutch["Deelnames"][1]] == [
        *("samenwerking (code)", "samenwerking", "organisatie (code)", "organisatie"),
        *("rol (code)", "rol", "zekerheid", "zekerheid over wie", "zekerheid over de rol"),
        *("bronnen (codes)", "passages", "opmerking"),
    ]


def test_rows() -> None:
    """The sheets hold the two ties of a and the membership of c, as they stand in the data."""
    workbook = read(kustland())

    (tie, *_) = rows(workbook["Verbindingen"])
    assert (tie["organisatie"], tie["partner"], tie["aantal gedeelde samenwerkingen"]) == (
        *("Ziekenhuis De Vuurbaak", "Huisartsengroep Zandmeer"),
        2,
    )
    assert tie["gewicht volgens Newman"] == 1.5
    assert tie["gedeelde samenwerkingen"] == "Wondpoli Zandmeer; Voorbereiding wondpoli"
    assert [row["organisatie"] for row in rows(workbook["Deelnames"])][:3] == [
        *("Ziekenhuis De Vuurbaak", "Huisartsengroep Zandmeer", "Gemeente Zandmeer"),
    ]
    (of_c,) = (row for row in rows(workbook["Bewijs"]) if row["code"] == "p.c")
    assert (of_c["passage"], of_c["regel"], of_c["titel van de bron"]) == (
        *("Gemeente Zandmeer betaalt.", 9),
        "Bron 1",
    )
    assert rows(workbook["Bronnen"])[1]["uitgever"] == "De Kustkrant"


def test_counts() -> None:
    """Every sheet has as many rows as there are of its kind, none of them empty."""
    workbook = read(with_relations())

    assert {sheet.title: sheet.max_row - 1 for sheet in workbook} == {
        "Organisaties": 8,
        "Samenwerkingen": 5,
        "Deelnames": 8,
        "Verbindingen": 4,
        "Relaties": 4,
        "Belemmeringen": 4,
        "Groepen": 2,
        "Bewijs": 24,
        "Bronnen": 2,
        "Over deze gegevens": 10,
    }


def test_terms_and_caveat() -> None:
    """The last sheet says on what terms, what was left out, and what absence does not mean."""
    registry = replace(kustland(), licence="CC BY 4.0", selection="regions=zandmeer")

    said = dict(read(registry).worksheets[-1].iter_rows(values_only=True))

    assert (said["licentie"], said["selectie"]) == ("CC BY 4.0", "regions=zandmeer")
    assert "betekent niet" in str(said["let op"])
    assert load_workbook(io.BytesIO(write_xlsx(registry).content)).properties.title == (
        "Samenwerking in Kustland"
    )


def test_looks() -> None:
    """The first row stays in sight and filters every column; no column is wider than a screen."""
    for sheet in read(kustland_in_full()):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        widths = [column.width for column in sheet.column_dimensions.values()]
        assert widths
        assert all(8 <= width < 62 for width in widths)


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+31", "-2", "@x", "=cmd|' /C calc'!A0", "{=1}", "\t=1", "'=1", "#REF!", "TRUE"),
        *("https://zorg.nl", "mailto:a@b.nl", "external:x.xlsx", "internal:Blad!A1", "1e5", "007"),
        *("  voor en na  ", "een\ntwee", "_x0041_", "<b>&amp;", "👩‍⚕️", "Één"),
    ],
)
def test_text_stays_text(text: str) -> None:
    """Whatever a text begins with, its cell is text: no formula, number, error or link."""
    registry = make_registry([organisation("a", name=text, note=text)], [])

    sheet = read(registry)["Organisaties"]

    for place in (1, 12):
        cell = sheet.cell(2, place + 1)
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert not any(
        "<f>" in archive.read(name).decode() or "hyperlink" in archive.read(name).decode()
        for archive in [zipfile.ZipFile(io.BytesIO(write_xlsx(registry).content))]
        for name in archive.namelist()
        if name.startswith("xl/worksheets/")
    )


def test_long_text() -> None:
    """A text above the limit of a cell is cut off between two characters, and that is said."""
    quote = "x" * 32_766 + "😀" + "y"
    registry = make_registry(
        [], [partnership("p", "", evidence=(Evidence(source="s1", line=1, quote=quote),))]
    )

    exported = write_xlsx(registry)

    (row,) = rows(load_workbook(io.BytesIO(exported.content))["Bewijs"])
    assert row["passage"] == "x" * 32_766
    said = [one.say(Speaker("nl")) for one in exported.warnings if not isinstance(one, str)]
    assert said == [
        "samenwerkingen 'p', evidence: 32780 tekens, een cel van Excel bevat er hoogstens 32767;"
        " de rest is weggelaten",
        "bewijs 'p', quote: 32769 tekens, een cel van Excel bevat er hoogstens 32767;"
        " de rest is weggelaten",
    ]


def test_longest_text() -> None:
    """A text of just the limit is whole, and nothing is said."""
    registry = make_registry([organisation("a", note="x" * 32_767)], [])

    assert write_xlsx(registry).warnings == ()
    assert len(read(registry)["Organisaties"].cell(2, 13).value) == 32_767


def test_control_characters() -> None:
    """What no table can hold becomes U+FFFD, with a warning; in the title too."""
    registry = make_registry([organisation("a", name="A\x00\ud800")], [], title="Zorg\x01")

    exported = write_xlsx(registry)

    workbook = load_workbook(io.BytesIO(exported.content))
    assert workbook["Organisaties"]["B2"].value == "A\ufffd\ufffd"
    assert workbook.properties.title == "Zorg\ufffd"
    assert list(map(str, exported.warnings)) == [
        "organisations 'a', name: U+0000, U+D800 cannot stand in a table, written as U+FFFD",
        "about these data 'title', value: U+0001 cannot stand in a table, written as U+FFFD",
        "graph, title: U+0001 cannot stand in a table, written as U+FFFD",
    ]


def test_every_character() -> None:
    """Each of the 65,536 characters of the basic plane comes back or is replaced."""
    names = ["x" + "".join(map(chr, range(start, start + 256))) for start in range(0, 0x10000, 256)]
    registry = make_registry(
        [organisation(f"o{n:03}", name=name) for n, name in enumerate(names)], []
    )

    read_back = [row["naam"] for row in rows(read(registry)["Organisaties"])]

    # openpyxl leaves the escape of a carriage return as it stands
    assert read_back == [in_xml(name).replace("\r", "_x000D_") for name in names]


def test_lists() -> None:
    """The items of a list stand in one cell, `;` between."""
    registry = make_registry(
        [organisation("a", aliases=(Alias(text="één"), Alias(text="x;y")))], []
    )

    assert rows(read(registry)["Organisaties"])[0]["andere namen"] == "één;x；y"


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than a sheet has is one clear error."""
    monkeypatch.setattr(xlsx, "MOST_ROWS", 7)

    with pytest.raises(ExportError) as caught:
        write_xlsx(kustland())

    assert caught.value.say(Speaker("nl")) == (
        "Organisaties: 8 rijen, een blad van Excel heeft er hoogstens 7;"
        " laat met een filter iets weg, of schrijf csv"
    )


def test_empty() -> None:
    """Data without anything make a workbook with headings alone."""
    workbook = read(make_registry([], [], sources=0))

    assert [sheet.max_row for sheet in workbook][:-1] == [1] * 9


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_column_has_a_heading(language: str) -> None:
    """Each column has words for readers, and no two on a sheet have the same."""
    columns = find_words("exports.columns", language)

    for table in flatten_dataset(replace(kustland_in_full(), language=language)):
        own = columns.get(table.name, {})
        lacking = {one.name for one in table.attributes} - {*own, *columns["all"]}
        said = [own.get(one.name) or columns["all"].get(one.name) for one in table.attributes]
        assert lacking == set()
        assert len(set(said)) == len(said)


def test_attributes_of_registers() -> None:
    """What a register declares stands under its own label, with its unit."""
    registry = replace(
        make_registry([replace(organisation("a"), attributes=(("beds", 12),))], []),
        attributes=(
            Attribute(
                name="beds", of="organisations", type="whole", unit="st.", labels={"nl": "bedden"}
            ),
        ),
    )

    assert rows(read(registry)["Organisaties"])[0]["bedden, in st."] == 12
