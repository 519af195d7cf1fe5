"""The library as a notebook meets it: what is shown, what is plain, what is refused."""

import base64
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import networkx as nx
import pytest
from conftest import ROOT

import graph
from graph import Explored, Selection, explore
from graph.model.listing import MOST_ROWS, Listing, write_table

KUSTLAND = ROOT / "tests" / "data" / "kustland" / "entities.yaml"
TIES = {
    ("gemeente-zandmeer", "huisartsengroep-zandmeer"): 1,
    ("gemeente-zandmeer", "ziekenhuis-de-vuurbaak"): 1,
    ("gemeente-zandmeer", "zilt-en-zoon"): 1,
    ("huisartsengroep-zandmeer", "ziekenhuis-de-vuurbaak"): 2,
}


@pytest.fixture(scope="module")
def explored() -> Explored:
    """The small file, explored."""
    return explore(KUSTLAND)


class Cells(HTMLParser):
    """Reads the tables of some HTML: each a list of rows, each a list of cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_data(self, data: str) -> None:
        """Add to the cell."""
        if self.tables and self.tables[-1]:
            self.tables[-1][-1][-1] += data


def test_what_is_shown_takes_one_line(explored: Explored) -> None:
    """A value says in one short line what it is; what is as usual is not said."""
    registry = explored.registry

    assert {repr(value) for value in (registry, explored, explored.measures)} == {
        "<Registry 'Samenwerking in Kustland' organisations=8 partnerships=5 sources=2>",
        "Explored(<Registry 'Samenwerking in Kustland' organisations=8 partnerships=5 sources=2>)",
        "<Measures organisations=8 memberships=8 ties=4 components=1>",
    }
    assert repr(Selection()) == "Selection()"
    assert repr(Selection(types=("ggd",), fold=True)) == "Selection(types=('ggd',), fold=True)"
    narrowed = explore(KUSTLAND, Selection(types=("ggd",))).selected
    assert repr(narrowed).endswith(
        "organisations=1 partnerships=0 sources=2 selection='types=ggd'>"
    )


def test_nothing_that_the_library_gives_is_shown_at_length(explored: Explored) -> None:
    """No value fills a screen, whatever it holds."""
    registry, incidence = explored.registry, explored.incidence
    given: list[object] = [
        graph.load_document(KUSTLAND),
        graph.compare_registries(registry, registry),
        graph.make_report(registry),
        *graph.neighbours(incidence, "gemeente-zandmeer"),
        *graph.neighbours(incidence, "gemeente-zandmeer", hops=2),
        *graph.measure_positions(incidence),
        *registry.organisations.values(),
        *registry.sources.values(),
    ]

    assert [repr(value) for value in given if "\n" in repr(value)] == []
    assert [repr(value) for value in given if len(repr(value)) > 500] == []
    assert repr(given[3]).startswith("Neighbour('zilt-en-zoon', hops=1, weight=1)")


def test_neighbours_are_a_table_in_a_notebook(explored: Explored) -> None:
    """A list as it was, and a table with the names that its values have."""
    found = graph.neighbours(explored.incidence, "huisartsengroep-zandmeer")

    (table,) = Cells(found._repr_html_()).tables

    assert isinstance(found, list)
    assert table[0][:5] == ["id", "name", "hops", "weight", "newman"]
    assert [row[:4] for row in table[1:]] == [
        ["ziekenhuis-de-vuurbaak", "Ziekenhuis De Vuurbaak", "1", "2"],
        ["gemeente-zandmeer", "Gemeente Zandmeer", "1", "1"],
    ]
    assert "Wondpoli Zandmeer" in table[1][5]


def test_measures_and_positions_are_tables_in_a_notebook(explored: Explored) -> None:
    """The counts of the whole, and a row for each organisation."""
    whole, each = Cells(explored.measures._repr_html_()).tables
    (positions,) = Cells(graph.measure_positions(explored.incidence)._repr_html_()).tables

    assert dict(zip(*whole, strict=True)) == {
        "organisations": "8",
        "memberships": "8",
        "ties": "4",
        "components": "4",
        "cut_vertices": "gemeente-zandmeer",
        "isolates": "4",
    }
    assert len(each) == len(positions) == 9
    assert ["gemeente-zandmeer", "2", "3", "3", "2"] in each
    assert positions[0][:3] == ["id", "name", "type"]


def test_a_report_is_a_page_in_a_notebook(explored: Explored) -> None:
    """It stands in a frame from which no script reaches the notebook."""
    html = graph.make_report(explored.registry, language="en")._repr_html_()

    assert (
        found := re.fullmatch(r'<iframe src="data:text/html;[^,]+,([^"]+)" [^<>]*></iframe>', html)
    )
    assert "Samenwerking in Kustland" in base64.b64decode(found[1]).decode()


def test_text_of_the_data_stays_text() -> None:
    """What a name holds is shown and never obeyed; a long table says how many rows it has."""
    table = write_table([{"<b>": "<script>alert(1)</script>", "n": 0.1 + 0.2, "none": None}])

    class One:
        def list_cells(self) -> dict[str, object]:
            return {"a": 1}

    long = Listing([One()] * (MOST_ROWS + 1))

    assert "<script" not in table
    assert Cells(table).tables == [[["<b>", "n", "none"], ["<script>alert(1)</script>", "0.3", ""]]]
    assert long._repr_html_().endswith(f"<p>{MOST_ROWS} of {MOST_ROWS + 1}</p>")
    assert write_table([]) == "<table><thead><tr></tr></thead><tbody></tbody></table>"


def by_graphml(flat: nx.Graph) -> nx.Graph:
    """Through GraphML."""
    return nx.parse_graphml("\n".join(nx.generate_graphml(flat)))


def by_gexf(flat: nx.Graph) -> nx.Graph:
    """Through GEXF."""
    return nx.read_gexf(io.BytesIO("\n".join(nx.generate_gexf(flat)).encode()))


def by_gml(flat: nx.Graph) -> nx.Graph:
    """Through GML."""
    return nx.parse_gml(list(nx.generate_gml(flat)))


def by_json(flat: nx.Graph) -> nx.Graph:
    """Through node-link JSON."""
    data = json.loads(json.dumps(nx.node_link_data(flat, edges="edges")))
    return nx.node_link_graph(data, edges="edges")


def by_json_of_cytoscape(flat: nx.Graph) -> nx.Graph:
    """Through the JSON of Cytoscape, which holds no simple graph but one of several edges."""
    return nx.Graph(nx.cytoscape_graph(json.loads(json.dumps(nx.cytoscape_data(flat)))))


ROUNDS = (by_graphml, by_gexf, by_gml, by_json, by_json_of_cytoscape)


@pytest.mark.parametrize("go_round", ROUNDS)
def test_the_network_is_taken_by_every_writer(
    explored: Explored, go_round: Callable[[nx.Graph], nx.Graph]
) -> None:
    """What networkx writes of the network it reads back with every value."""
    network = explored.network

    back = go_round(network)

    weights = {tuple(sorted(ends)): weight for *ends, weight in back.edges(data="weight")}
    assert weights == TIES
    assert dict(back.nodes(data="name"))["ziekenhuis-de-vuurbaak"] == "Ziekenhuis De Vuurbaak"
    tie = back.edges["huisartsengroep-zandmeer", "ziekenhuis-de-vuurbaak"]
    assert tie["partnerships"] == "voorbereiding-wondpoli;wondpoli-zandmeer"


@pytest.mark.parametrize("go_round", ROUNDS)
def test_the_flat_two_mode_graph_is_taken_too(
    explored: Explored, go_round: Callable[[nx.Graph], nx.Graph]
) -> None:
    """And so is the two-mode graph, once it is flat; its roles come back."""
    back = go_round(graph.flatten_graph(explored.bipartite))

    assert len(back) == 13
    assert back.nodes["wondpoli-zandmeer"]["bipartite"] == 1
    assert back.edges["wondpoli-zandmeer", "huisartsengroep-zandmeer"]["role"] == "convener"


def test_pajek_takes_names_and_weights(explored: Explored) -> None:
    """Pajek has text alone beside the weight: networkx says that it leaves out the other number."""
    stream = io.BytesIO()

    with pytest.warns(UserWarning, match="newman is not processed"):
        nx.write_pajek(explored.network, stream)

    back = nx.Graph(nx.parse_pajek(stream.getvalue().decode()))
    weights = {tuple(sorted(ends)): weight for *ends, weight in back.edges(data="weight")}
    assert weights == TIES
    assert back.nodes["zilt-en-zoon"]["name"] == explored.network.nodes["zilt-en-zoon"]["name"]


def test_plain_values_say_which_data_they_are(explored: Explored) -> None:
    """The records are gone from a flat graph; what cites them is there."""
    part = explore(KUSTLAND, Selection(types=("gemeente",)))

    assert explored.network.graph == {
        "title": "Samenwerking in Kustland",
        "language": "nl",
        "selection": "",
        "content_hash": explored.registry.content_hash,
    }
    assert part.network.graph["selection"] == "types=gemeente"
    assert "bipartite" not in explored.network.nodes["zilt-en-zoon"]


def test_records_come_on_request(explored: Explored) -> None:
    """A network made of the two-mode graph has the records, and lists as lists."""
    network = graph.project_network(explored.bipartite)

    assert network.graph["registry"] is explored.selected
    assert network.edges["gemeente-zandmeer", "zilt-en-zoon"]["partnerships"] == (
        "regietafel-kustland",
    )
    assert nx.utils.graphs_equal(graph.flatten_graph(network), explored.network)


def test_a_page_is_drawn_of_what_was_explored(explored: Explored) -> None:
    """`render_page` takes both graphs as `explore` gives them."""
    page = graph.render_page(explored.bipartite, explored.network)

    assert page == graph.render_page(explored.bipartite, graph.project_network(explored.bipartite))


@pytest.mark.parametrize("regions", ["almere", ["almere"], ("almere",), {"almere"}])
def test_one_id_may_stand_alone(regions: Any) -> None:
    """A text is one id and no row of letters; any collection of ids is taken."""
    selection = Selection(regions=regions)

    assert selection == Selection(regions=("almere",))
    assert selection.describe() == "regions=almere"
    assert hash(selection) == hash(Selection(regions=("almere",)))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"regions": 3}, r"regions takes ids, such as \('almere',\), not 3"),
        ({"types": None}, r"types takes ids, such as \('almere',\), not None"),
        ({"roles": ("lead", 1)}, r"roles takes ids, such as .*, not \('lead', 1\)"),
        ({"period": 2021}, "period takes a value of type str, not 2021"),
        ({"certainty": ("high",)}, r"certainty takes a value of type str, not \('high',\)"),
        ({"weight": "2"}, "weight takes a value of type int, not '2'"),
        ({"weight": True}, "weight takes a value of type int, not True"),
        ({"every_region": 1}, "every_region takes a value of type bool, not 1"),
    ],
)
def test_what_is_no_filter_is_refused(given: dict[str, Any], message: str) -> None:
    """A value of another kind is refused where it is given, and not far away."""
    with pytest.raises(TypeError, match=message):
        Selection(**given)


def test_names_are_completed() -> None:
    """What a shell or a notebook completes is all that is there."""
    position = graph.measure_positions(explore(KUSTLAND).incidence)[0]

    assert {*graph.__all__, "__version__"} <= {*dir(graph)}
    assert {"betweenness", "strength", "id"} <= {*dir(position)}
    assert all(hasattr(position, name) for name in dir(position))
