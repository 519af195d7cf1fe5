"""The vault of Obsidian: properties read back as YAML, links that lead to notes, text as it is."""

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml
from registries import (
    kustland,
    kustland_in_full,
    make_registry,
    organisation,
    partnership,
    with_relations,
)

from graph.model.records import Alias, Evidence, Membership, Registry
from graph.write.graphs.obsidian import write_obsidian


def read(registry: Registry) -> dict[str, tuple[dict[str, Any], str]]:
    """The properties and the text of each note."""
    notes = {}
    for path, content in write_obsidian(registry).files.items():
        text = content.decode()
        _, front, body = text.split("---\n", 2) if text.startswith("---") else ("", "{}", text)
        notes[path.removesuffix(".md")] = (yaml.safe_load(front), body)
    return notes


def links(text: str) -> list[str]:
    return re.findall(r"(?<!\\)\[\[([^\]|]+)\|[^\]]*\]\]", text)


def test_notes_and_folders() -> None:
    """Each organisation, partnership and document has a note, and so have the data."""
    assert {*read(kustland())} == {
        *(
            f"Organisaties/{name}"
            for name in ("Ziekenhuis De Vuurbaak", "Huisartsengroep Zandmeer")
        ),
        *(f"Organisaties/{name}" for name in ("Gemeente Zandmeer", "Zorgverzekeraar Zilt & Zoon")),
        *(f"Organisaties/{name}" for name in ("Stichting Café Één", "Polikliniek De Vuurbaak")),
        *(f"Organisaties/{name}" for name in ("GGD Kustland", "De Kustkrant")),
        *(f"Samenwerkingen/{name}" for name in ("Wondpoli Zandmeer", "Voorbereiding wondpoli")),
        *(f"Samenwerkingen/{name}" for name in ("Regietafel Kustland", "Inloop Zandmeer")),
        *("Samenwerkingen/Netwerk Kustzorg", "Bronnen/Bron 1", "Bronnen/Bron 2"),
        "Over deze gegevens",
    }
    assert "Partnerships/Regietafel Kustland" in read(replace(kustland(), language="en"))


def test_whole_note() -> None:
    """The note of an organisation has its properties, what it takes part in, and its passages."""
    (note,) = (
        content.decode()
        for path, content in write_obsidian(kustland()).files.items()
        if path == "Organisaties/Zorgverzekeraar Zilt & Zoon.md"
    )

    assert note == (
        "---\n"
        'id: "d"\n'
        'types: ["zorgverzekeraar"]\n'
        'type: "zorgverzekeraar"\n'
        'type_label: "zorgverzekeraar"\n'
        "---\n"
        "# Zorgverzekeraar Zilt \\& Zoon\n"
        "\n"
        "## Deelnames\n"
        "\n"
        "- [[Samenwerkingen/Regietafel Kustland|Regietafel Kustland]]: deelnemer, afgeleid\n"
        "\n"
        "## Verbindingen\n"
        "\n"
        "- [[Organisaties/Gemeente Zandmeer|Gemeente Zandmeer]]: "
        "[[Samenwerkingen/Regietafel Kustland|Regietafel Kustland]]\n"
        "\n"
        "## Bewijs\n"
        "\n"
        "> De regietafel komt bijeen.\n"
        ">\n"
        "> — [[Bronnen/Bron 2|Bron 2]], samenvatting van regel 2\n"
    )


def test_properties() -> None:
    """Properties have the names of the exports, and those that point at a note are links."""
    notes = read(kustland())

    unit, _ = notes["Organisaties/Polikliniek De Vuurbaak"]
    network, _ = notes["Samenwerkingen/Netwerk Kustzorg"]
    hospital, _ = notes["Organisaties/Ziekenhuis De Vuurbaak"]
    assert unit["part_of"] == "[[Organisaties/Ziekenhuis De Vuurbaak|Ziekenhuis De Vuurbaak]]"
    assert network["follows"] == ["[[Samenwerkingen/Regietafel Kustland|Regietafel Kustland]]"]
    assert hospital["aliases"] == ["De Vuurbaak"]
    assert notes["Samenwerkingen/Wondpoli Zandmeer"][0]["first_year"] == 2019


@pytest.mark.parametrize(
    "registry", [kustland(), with_relations(), kustland_in_full(), make_registry([], [], sources=0)]
)
def test_every_link_leads_somewhere(registry: Registry) -> None:
    """Each link, in properties and text, is the path of a note; every note but one is linked."""
    notes = read(registry)

    found = {
        link for front, body in notes.values() for link in [*links(body), *links(yaml.dump(front))]
    }
    assert found <= {*notes}


def test_relations_and_context() -> None:
    """A relation stands with both ends; a passage is bold between the words around it."""
    passage = Evidence(source="s1", line=4, quote="doet mee", before="Elaa ", after=", zegt zij")
    member = Membership(organisation="a", evidence=(passage,))
    small = make_registry([organisation("a")], [partnership("p", [member])])

    _, payer = read(with_relations())["Organisaties/Gemeente Zandmeer"]
    _, paid = read(with_relations())["Samenwerkingen/Wondpoli Zandmeer"]
    line = (
        "- [[Organisaties/Gemeente Zandmeer|Gemeente Zandmeer]] financiert "
        "[[Samenwerkingen/Wondpoli Zandmeer|Wondpoli Zandmeer]], vermeld\n"
    )
    assert line in payer
    assert line in paid
    assert "> … Elaa **doet mee**, zegt zij …\n" in read(small)["Organisaties/A"][1]


@pytest.mark.parametrize(
    "name",
    [
        *("[[Elders]]", "![[Elders]]", "# Kop", "#label", "%%weg%%", "==merk==", "$x$", "^blok"),
        *("---", "a: b", "<script>", "[x](http://y.nl)", "a|b", "`x`", "*x*", "- x", "1. x"),
        *('"', "'", "\\", "null", "2020", "no", "@x", "\u2028x\x85", "een\ntwee", "\ud800", "\x00"),
    ],
)
def test_hostile_text(name: str) -> None:
    """Whatever a text holds, properties read back as it, and no markup or link comes of it."""
    registry = make_registry(
        [organisation("a", name=name, note=name, aliases=(Alias(text=name),))],
        [partnership("p", "a", evidence=(Evidence(source="s1", line=1, quote=name),))],
    )

    notes = read(registry)

    (path,) = (path for path in notes if path.startswith("Organisaties/"))
    front, body = notes[path]
    assert front["aliases"][0] == name
    assert {*links(body)} == {"Samenwerkingen/Tafel p", "Bronnen/Bron 1"}
    plain = re.sub(r"\\.", "", body)
    assert not re.search(r"(?m)<|`|\*|==|%%|\$|!\[|(?<!#)(?<!^)#|^---|\]\(", plain)
    assert {*notes} >= {"Samenwerkingen/Tafel p", "Bronnen/Bron 1", "Over deze gegevens"}


def test_a_row_of_a_register() -> None:
    """What stands in a register is cited by its row, what is quoted by its line."""
    registry = kustland()
    sources = {
        "s1": replace(registry.sources["s1"], kind="register", is_summary=False),
        "s2": replace(registry.sources["s2"], is_summary=False),
    }

    notes = read(replace(registry, sources=sources))

    assert "[[Bronnen/Bron 1|Bron 1]], rij 9\n" in notes["Organisaties/Gemeente Zandmeer"][1]
    assert "[[Bronnen/Bron 2|Bron 2]], regel 2\n" in notes["Organisaties/Gemeente Zandmeer"][1]


def test_a_name_no_file_can_have() -> None:
    """The note of such a name has an alias, so that it is found under it."""
    notes = read(make_registry([organisation("a", name="Zorg/Welzijn: NU?")], []))

    assert notes["Organisaties/Zorg Welzijn NU"][0]["aliases"] == ["Zorg/Welzijn: NU?"]
