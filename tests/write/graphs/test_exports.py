"""What holds for every format: hostile text survives, and bytes are the same."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.model.message import Message
from graph.model.records import Alias, Evidence, Membership, Registry
from graph.words.speak import Speaker
from graph.write.graphs import FORMATS, Exported, Flat, flatten_network, flatten_two_mode

ROOT = Path(__file__).parents[3]
NAUGHTY = ROOT.parent / "shared" / "data" / "blns.txt"
HOSTILE = (
    "<script>alert(1)</script>",
    "</data></node></graphml>",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- -->",
    "&amp;&lt;&#0;&#x41;",
    "\"'`",
    "\"><attvalue for='name' value='x'/>",
    'een, "twee"\r\ndrie\rvier\nvijf\tzes',
    " voor en na ",
    "\n",
    "\u0085\u2028\u2029",
    "👩\u200d⚕️ zorg 🇳🇱",
    "\u202eדורכש\u202c مستشفى",
    "e\u0301 é \ufdfa",
    "a\x00b\x01\x08\x0b\x0c\x0e\x1f\x7f\x9f",
    "lone \ud800 and \udfff",
    "\ud83d\ude00 in two halves",
    "\ufffe\uffff\ufeff\U0001fffe\U0010ffff",
    "\\n \\u0041 \\",
    "naam " * 2000,
)
BLANKS = ' \t\r\n\xa0\u3000\u2028\u2029\x85\ufeff"`“”‘’'
FORMULA = "=+-@＝＋－＠\ufe62\ufe63\ufe66\ufe6b"


BOTH = (flatten_network, flatten_two_mode)
"""The graphs without direction; `test_relations` has the third."""

Nodes = dict[str, dict[str, Any]]
Edges = dict[tuple[str, str], dict[str, Any]]


def registry_of(names: list[str]) -> Registry:
    """A registry in which each name stands as name, alias, note, partnership and quote."""
    organisations = [
        organisation(f"o{n:05}", name=name, note=name, aliases=(Alias(text=name),))
        for n, name in enumerate(names)
    ]
    partnerships = [
        partnership(
            f"p{n:05}",
            [
                Membership(organisation=f"o{n:05}", note=name),
                Membership(organisation=f"o{(n + 1) % len(names):05}"),
            ],
            name=name,
            evidence=(Evidence(source="s1", line=1, quote=name),),
        )
        for n, name in enumerate(names)
    ]
    return make_registry(organisations, partnerships)


def fits_xml(character: str) -> bool:
    """The rule of XML 1.0, section 2.2, production 2."""
    point = ord(character)
    return (
        point in (0x9, 0xA, 0xD)
        or 0x20 <= point <= 0xD7FF
        or 0xE000 <= point <= 0xFFFD
        or 0x10000 <= point <= 0x10FFFF
    )


def in_xml(name: str) -> str:
    return "".join(character if fits_xml(character) else "\ufffd" for character in name)


def in_json(name: str) -> str:
    """Two halves of one character become that character: JSON cannot tell them apart."""
    return name.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def read_graphml(exported: Exported) -> tuple[Nodes, Edges]:
    return elements(nx.parse_graphml(exported.content.decode()))


def read_gexf(exported: Exported) -> tuple[Nodes, Edges]:
    return elements(nx.read_gexf(io.BytesIO(exported.content)))


def read_json(exported: Exported) -> tuple[Nodes, Edges]:
    return elements(nx.node_link_graph(json.loads(exported.content), edges="edges"))


def elements(graph: nx.Graph) -> tuple[Nodes, Edges]:
    nodes = dict(graph.nodes(data=True))
    edges = {tuple(sorted(ends)): values for *ends, values in graph.edges(data=True)}
    return nodes, edges


def read_csv(exported: Exported) -> tuple[Nodes, Edges]:
    nodes, edges = (
        list(csv.DictReader(io.StringIO(exported.files[name].decode("utf-8-sig"), newline="")))
        for name in ("-nodes", "-edges")
    )
    for cell in (cell for row in (*nodes, *edges) for cell in row.values()):
        assert cell[:1] not in {*FORMULA, "\t", "\r", "\n"}
        assert cell.startswith("'") or cell.strip(BLANKS)[:1] not in {*FORMULA}
    return (
        {row["Id"]: {**row, "note": row["Description"]} for row in nodes},
        {(min(ends), max(ends)): row for row in edges for ends in [(row["Source"], row["Target"])]},
    )


def read_kumu(exported: Exported) -> tuple[Nodes, Edges]:
    blueprint = json.loads(exported.content)
    return (
        {one["id"]: {**one, "note": one.get("description", "")} for one in blueprint["elements"]},
        {
            (min(ends), max(ends)): one
            for one in blueprint["connections"]
            for ends in [(one["from"], one["to"])]
        },
    )


READERS = {
    "graphml": (read_graphml, in_xml),
    "gexf": (read_gexf, in_xml),
    "csv": (read_csv, in_xml),
    "json": (read_json, in_json),
    "kumu": (read_kumu, in_json),
}
"""The formats that hold every attribute, each with how it is read and what becomes of a text."""

LABELS_ALONE = {"pajek", "ucinet"}


def test_every_format_is_read() -> None:
    """Every format is among those below, or holds labels alone and has tests of its own."""
    assert {*READERS} | LABELS_ALONE == {*FORMATS}


def check_survival(form: str, names: list[str]) -> Exported:
    read, expected = READERS[form]

    exported = FORMATS[form](flatten_two_mode(registry_of(names)))

    nodes, edges = read(exported)
    assert len(nodes) == 2 * len(names)
    assert len(edges) == 2 * len(names)
    for n, name in enumerate(names):
        left, right = f"o{n:05}", f"p{n:05}"
        fits = {expected(name), f"'{expected(name)}"} if form == "csv" else {expected(name)}
        assert nodes[left]["name"] in fits
        assert nodes[left]["note"] in fits
        assert nodes[right]["name"] in fits
        assert edges[left, right]["note"] in fits
    return exported


@pytest.mark.parametrize("form", READERS)
def test_naughty_strings_survive(form: str) -> None:
    """Each string of the big list of naughty strings comes back as it was."""
    if not NAUGHTY.exists():
        pytest.skip("the big list of naughty strings stands in ../shared, which is absent")
    lines = NAUGHTY.read_bytes().decode().split("\n")
    names = [line for line in lines if line and not line.startswith("#")]

    _, expected = READERS[form]

    exported = check_survival(form, names)

    assert len(names) >= 515
    unfit = [name for name in names if in_xml(name) != name and expected is in_xml]
    said = map(str, exported.warnings)
    warned = {warning.split("'")[1] for warning in said if "U+FFFD" in warning}
    assert warned >= {f"o{names.index(name):05}" for name in unfit}
    assert bool(warned) == bool(unfit)


@pytest.mark.parametrize("form", READERS)
def test_hostile_strings_survive(form: str) -> None:
    """Markup, control characters, surrogates, emoji and long text come back or are replaced."""
    check_survival(form, list(HOSTILE))


@pytest.mark.parametrize("form", READERS)
def test_every_character_survives(form: str) -> None:
    """Each of the 65,536 characters of the basic plane comes back or is replaced."""
    names = ["x" + "".join(map(chr, range(start, start + 256))) for start in range(0, 0x10000, 256)]

    check_survival(form, names)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_warnings_say_which(form: str) -> None:
    """A warning names each character replaced, the node or edge, and the attribute; once a text."""
    registry = make_registry(
        [
            organisation("a", name="A\x00\ud800\x00"),
            organisation("b", note="\uffff"),
            organisation("c", name="A\x00\ud800\x00", aliases=(Alias(text="x;\x01"),)),
        ],
        [partnership("p", "a b c", evidence=(Evidence(source="s1", line=2, quote="\x1b[31m"),))],
    )

    exported = FORMATS[form](flatten_network(registry))

    assert tuple(map(str, exported.warnings)) == (
        "node 'a', label: U+0000, U+D800 cannot stand in XML, written as U+FFFD",
        "node 'b', note: U+FFFF cannot stand in XML, written as U+FFFD",
        "node 'c', label: U+0000, U+D800 cannot stand in XML, written as U+FFFD",
        "node 'c', aliases: 'x;\\x01': ';' separates a list in XML, written as '；'",
        "node 'c', aliases: U+0001 cannot stand in XML, written as U+FFFD",
        "edge 'a.b', evidence: U+001B cannot stand in XML, written as U+FFFD",
    )
    said = [one.say(Speaker("nl")) for one in exported.warnings if isinstance(one, Message)]
    assert (
        said[0] == "knoop 'a', label: U+0000, U+D800 kan niet in XML staan, geschreven als U+FFFD"
    )
    assert said[3] == (
        "knoop 'c', aliases: 'x;\\x01': ';' scheidt een lijst in XML, geschreven als '；'"
    )
    assert "x；\ufffd" in exported.content.decode()


@pytest.mark.parametrize("form", ["graphml", "gexf", "csv"])
def test_warnings_on_the_whole(form: str) -> None:
    """A title that cannot be written warns too; a table has no place for it."""
    registry = make_registry([], [], title="Zorg\x00")

    exported = FORMATS[form](flatten_two_mode(registry))

    assert tuple(map(str, exported.warnings)) == (
        () if form == "csv" else ("graph, title: U+0000 cannot stand in XML, written as U+FFFD",)
    )


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize(
    "registry",
    [
        make_registry([], [], sources=0),
        make_registry([organisation("a")], []),
        make_registry([organisation("a"), organisation("b")], [partnership("p", "a")]),
    ],
    ids=["empty", "one organisation", "isolates"],
)
def test_without_ties(form: str, registry: Registry) -> None:
    """A network without ties, or without nodes, is still written whole."""
    read, _ = READERS[form]

    nodes, edges = read(FORMATS[form](flatten_network(registry)))

    assert list(nodes) == list(registry.organisations)
    assert edges == {}


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("flatten", BOTH)
def test_nothing_is_none(form: str, flatten: Callable[[Registry], Flat]) -> None:
    """What has no value is left out: the one none is that of u, of which no member is named."""
    read, _ = READERS[form]

    nodes, edges = read(FORMATS[form](flatten(kustland())))

    empty = {
        (element, name)
        for element, values in (*nodes.items(), *edges.items())
        for name, value in values.items()
        if str(value).lower() in {"none", "nan", "null", "[]", "()"}
    }
    assert empty == ({("u", "members_known")} if "u" in nodes else set())


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("flatten", BOTH)
def test_order_does_not_matter(form: str, flatten: Callable[[Registry], Flat]) -> None:
    """Organisations, partnerships and members in another order give the same bytes."""
    registry = kustland()

    other = replace(
        registry,
        organisations=dict(reversed([*registry.organisations.items()])),
        partnerships={
            id: replace(p, memberships=p.memberships[::-1])
            for id, p in reversed([*registry.partnerships.items()])
        },
    )

    assert FORMATS[form](flatten(other)) == FORMATS[form](flatten(registry))


@pytest.mark.parametrize("form", READERS)
def test_scoped_aliases(form: str) -> None:
    """A form that holds in one document alone is exported with its scope, apart from the others."""
    aliases = (
        Alias(text="Alfa"),
        Alias(text="gemeente", source="s1", lines=(4, 9)),
        Alias(text="kring", source="s1"),
    )
    read, _ = READERS[form]

    nodes, _ = read(
        FORMATS[form](flatten_network(make_registry([organisation("a", aliases=aliases)], [])))
    )

    separator = {"csv": "|", "json": None, "kumu": None}.get(form, ";")
    scoped = ["gemeente [s1, r. 4, 9]", "kring [s1]"]
    assert nodes["a"]["aliases"] == ("Alfa" if separator else ["Alfa"])
    assert nodes["a"]["scoped_aliases"] == (separator.join(scoped) if separator else scoped)
