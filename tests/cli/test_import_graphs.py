"""Graphs come in as who takes part in what: our own exports, those of others, and bad ones."""

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from click.testing import Result
from conftest import ROOT

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.reading import read_registry

Run = Callable[..., Result]

DATA = {
    "example": ROOT / "docs" / "example" / "entities.yaml",
    "kustland": ROOT / "tests" / "data" / "kustland" / "entities.yaml",
    "real": ROOT / "entities.yaml",
}
ENDS = {"csv": "csv", "graphml": "graphml", "gexf": "gexf", "kumu": "json"}


@pytest.fixture(autouse=True)
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder."""
    monkeypatch.chdir(tmp_path)


def list_ties(registry: Registry) -> list[tuple[str, str, int, float]]:
    """List the ties with both weights."""
    return [(tie.left, tie.right, tie.weight, tie.newman) for tie in Incidence(registry).ties()]


def list_members(registry: Registry) -> set[tuple[str, str, str]]:
    """List who takes part in what, in which role."""
    return {
        (one.id, member.organisation, member.role)
        for one in registry.partnerships.values()
        for member in one.memberships
    }


def come_back(run: Run, which: str, form: str, graph: str) -> tuple[Registry, Registry]:
    """Export data and import what was written; give both registries."""
    out = f"{graph}.{ENDS[form]}"
    data = str(DATA[which])
    assert run("export", form, "--graph", graph, "--data", data, "--output", out).exit_code == 0
    files = [f"{graph}-nodes.csv", f"{graph}-edges.csv"] if form == "csv" else [out]
    result = run("import", *files, "--write", "back.yaml")
    assert result.exit_code == 0, result.output
    assert run("check", "--data", "back.yaml").exit_code == 0
    return read_registry(data), read_registry("back.yaml")


@pytest.mark.parametrize("which", DATA)
@pytest.mark.parametrize("form", ENDS)
def test_two_modes_come_back(run: Run, form: str, which: str) -> None:
    """The same organisations, partnerships, memberships with roles, and ties with both weights."""
    before, after = come_back(run, which, form, "two-mode")

    assert {one.id: one.name for one in after.organisations.values()} == {
        one.id: one.name for one in before.organisations.values()
    }
    assert {id: (one.name, one.kind) for id, one in after.partnerships.items()} == {
        id: (one.name, one.kind) for id, one in before.partnerships.items()
    }
    assert {id: one.types[0] for id, one in after.organisations.items()} == {
        id: one.types[0] for id, one in before.organisations.items()
    }
    assert {id: one.ids for id, one in after.organisations.items()} == {
        id: one.ids for id, one in before.organisations.items()
    }
    assert {
        id: (one.regions, one.themes, one.period) for id, one in after.partnerships.items()
    } == {id: (one.regions, one.themes, one.period) for id, one in before.partnerships.items()}
    assert list_members(after) == list_members(before)
    assert list_ties(after) == list_ties(before)


@pytest.mark.parametrize("form", ENDS)
def test_ties_come_back_through_what_they_share(run: Run, form: str) -> None:
    """The network names the partnerships on its edges; those with one member are not in it."""
    before, after = come_back(run, "real", form, "network")

    assert after.organisations.keys() == before.organisations.keys()
    assert after.partnerships.keys() == {
        id for id, one in before.partnerships.items() if one.size > 1
    }
    assert list_ties(after) == list_ties(before)


@pytest.mark.parametrize(("end", "write"), [("graphml", nx.write_graphml), ("gexf", nx.write_gexf)])
def test_southern_women(
    run: Run, end: str, write: Callable[[nx.Graph, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A graph that networkx wrote: 18 women at 14 events, 89 attendances, 139 ties."""
    women = nx.davis_southern_women_graph()
    women.graph.clear()  # lists, which GraphML has no type for
    write(women, Path(f"davis.{end}"))

    result = run("import", f"davis.{end}", "--write", "davis.yaml")

    assert "comes in: 18 organisations, 14 partnerships, 89 memberships" in result.output
    assert run("check", "--strict", "--data", "davis.yaml").exit_code == 0
    registry = read_registry("davis.yaml")
    assert len(list_ties(registry)) == 139
    assert registry.organisations["evelyn-jefferson"].name == "Evelyn Jefferson"


ELEMENTS = """Label,Type,Tags
Zorggroep Kust,Organisatie,a|b
Gemeente Zandmeer,Organisatie,
Wondpoli,Project,
Kusttafel,Tafel,
"""
CONNECTIONS = """From,To,Type
Wondpoli,Zorggroep Kust,trekker
Gemeente Zandmeer,Wondpoli,werkt mee
Zorggroep Kust,Gemeente Zandmeer,betaalt
Gemeente Zandmeer,Kusttafel,
Zorggroep Kust,Kusttafel,
Zorggroep Kust,Onbekend,
Wondpoli,Kusttafel,
Wondpoli,Wondpoli,
"""


def test_sheets_of_kumu(run: Run) -> None:
    """Ends are labels; nodes called Project are partnerships, and those that the user names."""
    Path("elements.csv").write_text(ELEMENTS, encoding="utf-8")
    Path("connections.csv").write_text(CONNECTIONS, encoding="utf-8")

    result = run("import", "elements.csv", "connections.csv", "--partnership-type", "Tafel",
                 "--write", "k.yaml")  # fmt: skip

    assert "connections.csv:7: 'Onbekend' is not among the nodes" in result.output
    assert "connections.csv:8: between two partnerships, which is no membership" in result.output
    assert "connections.csv:9: from 'Wondpoli' to itself" in result.output
    assert "lines between two organisations: 1, each a partnership of those two" in result.output
    assert run("check", "--data", "k.yaml").exit_code == 0
    registry = read_registry("k.yaml")
    both = "zorggroep-kust-gemeente-zandmeer-betaalt"
    assert list_members(registry) == {
        ("wondpoli", "zorggroep-kust", "lead"),
        ("wondpoli", "gemeente-zandmeer", "member"),
        ("kusttafel", "zorggroep-kust", "member"),
        ("kusttafel", "gemeente-zandmeer", "member"),
        (both, "zorggroep-kust", "member"),
        (both, "gemeente-zandmeer", "member"),
    }
    assert registry.partnerships[both].name == "Zorggroep Kust – Gemeente Zandmeer: betaalt"
    poli = registry.partnerships["wondpoli"]
    assert (poli.kind, poli.evidence[0].source, poli.evidence[0].line) == ("project", "elements", 4)


def test_edges_alone(run: Run) -> None:
    """Without nodes every end is an organisation."""
    Path("e.csv").write_text("source;target\nLeek;Haren\nHaren;Bedum\n", encoding="utf-8")

    assert run("import", "e.csv", "--write", "e.yaml").exit_code == 0

    registry = read_registry("e.yaml")
    assert [tie[:3] for tie in list_ties(registry)] == [("bedum", "haren", 1), ("haren", "leek", 1)]
    assert run("check", "--strict", "--data", "e.yaml").exit_code == 0


def test_ids_of_others_become_ids_of_ours(run: Run) -> None:
    """An edge that names its ends by a number is read beside the rows that say who they are."""
    Path("n.csv").write_text("Id,Label,bipartite\nN 1,Leek,0\nN 2,Afval,1\n", encoding="utf-8")
    Path("e.csv").write_text("Source,Target\nN 1,N 2\n", encoding="utf-8")

    assert run("import", "n.csv", "e.csv", "--write", "e.yaml").exit_code == 0

    (member,) = read_registry("e.yaml").partnerships["n-2"].memberships
    assert member.organisation == "n-1"
    assert run("check", "--strict", "--data", "e.yaml").exit_code == 0


LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE graphml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<graphml><graph><node id="&c;"/></graph></graphml>"""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.graphml", LAUGHS, "x.graphml:2: declares a document type"),
        ("x.graphml", b"<graphml><graph>", "x.graphml:1: cannot be read as what its name says"),
        ("x.graphml", b"", "x.graphml:1: cannot be read as what its name says"),
        ("x.graphml", b"<gexf/>", "x.graphml: XML, and no GraphML"),
        ("x.graphml", b"<graphml/>", "there is no row below the names of the columns"),
        ("x.gexf", b"<graphml/>", "x.gexf: XML, and no GEXF"),
        ("x.gexf", b"<gexf><attvalue/></gexf>", "x.gexf: cannot be read as what its name says"),
        ("x.json", b"{", "x.json:1: cannot be read as what its name says"),
        ("x.json", b"[]", "x.json: JSON, and no map of Kumu"),
        ("x.json", b'{"elements": [1], "connections": []}', "x.json: JSON, and no map of Kumu"),
        ("x.json", b"[" * 200_000, "x.json: cannot be read as what its name says"),
        ("x.json", b"\xff", "x.json: cannot be read as what its name says"),
        ("x.ods", b"x", "x.ods: a table of this kind is not read, those that are: .csv, "),
    ],
)
def test_what_is_no_graph(run: Run, name: str, data: bytes, said: str) -> None:
    """It is refused in a sentence, with its line where that is known."""
    Path(name).write_bytes(data)

    result = run("import", name, "--write", "x.yaml")

    assert (result.exit_code, isinstance(result.exception, SystemExit)) == (1, True)
    assert said in result.stderr
    assert not Path("x.yaml").exists()


def test_tables_that_do_not_belong_together(run: Run) -> None:
    """Two tables of rows are given one at a time."""
    for name in ("a.csv", "b.csv"):
        Path(name).write_text("Deelnemer,Regeling\nx,y\n", encoding="utf-8")

    result = run("import", "a.csv", "b.csv")

    assert result.exit_code == 1
    assert "a.csv, b.csv: together no graph" in result.stderr


def test_a_column_of_a_graph_cannot_be_named(run: Run) -> None:
    """It would be passed over; so it is refused, with what to do."""
    Path("e.csv").write_text("From,To,Soort\nA,B,x\n", encoding="utf-8")

    result = run("import", "e.csv", "--column", "role=Soort")

    assert result.exit_code == 1
    assert "e.csv: columns of a graph are found by their headings, rename" in result.stderr
