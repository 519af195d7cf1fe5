"""Network -> one self-contained HTML page."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

import graph
from graph.findings.facts import Facts
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.records import Registry
from graph.page.assets import (
    PAGE,
    draw_icon,
    join_scripts,
    join_styles,
    read_library,
    read_text,
    write_policy,
)
from graph.page.block import PageBlock, build_block
from graph.page.communities import list_communities
from graph.page.coverage import list_coverage
from graph.page.data import Record, build_values, clean_text
from graph.page.environment import make_environment
from graph.page.filters import list_filters
from graph.page.findings import write_findings
from graph.page.layout.earlier import keep_places, read_places
from graph.page.layout.groups import place_groups
from graph.page.layout.positions import compute_positions
from graph.page.opening import write_opening
from graph.page.region_map import make_region_map
from graph.page.rows import count_legend, cut_rows, limit_rows, list_rows
from graph.page.start import list_leaders, list_unknown
from graph.page.still import Line, Mark, draw_picture
from graph.page.story import list_story
from graph.page.style.looks import GROUP_LOOK, Look, node_radius
from graph.page.tighten import tighten
from graph.page.vis import import_pyvis
from graph.read.boundaries.read import read_boundaries
from graph.select.spoken import say_selection
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, name_language

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

MAP_LIMIT = 3000
"""Organisations that the map draws; tables and search hold the others too."""

TIE_LIMIT = 25_000
"""Ties that the map draws at once: the strongest, and all about what is chosen."""

ALONE = 100
"""Organisations without a named partner that stand by name under the map."""

Positions = Mapping[str, tuple[float, float]]


def render_page(
    bipartite: "nx.Graph",
    network: "nx.Graph",
    positions: Positions | None = None,
    *,
    quotes: bool = True,
    licence: str = "",
    contact: str = "",
    whole: Registry | None = None,
    boundaries: Path | None = None,
) -> str:
    """
    Draw the network as one HTML page that needs nothing else: no file, no network, no server.

    Args:
        bipartite: Two-mode graph from `build_bipartite`; its `registry` is what the page shows.
        network: Network from `project_network`, which says nothing more.
        positions: Id -> (x, y) in pixels; computed from `bipartite` unless given.
        quotes: Whether the page holds the words of the documents, beside title and line.
        licence: On what terms the data may be used, in the stamp; else what the data say of it.
        contact: Whom to ask about the data, in the stamp; else what the data say of it.
        whole: The data before any filter, from which the stages of undertakings are read.
        boundaries: TopoJSON or GeoJSON with the shapes of official regions; tiles unless given.

    Returns:
        The page; write it as UTF-8 with its line ends as they are, since the hashes of its
        Content-Security-Policy cover every byte.

    Raises:
        SourceError: The boundaries cannot be read, or are of no region of the data.
    """
    return render_facts(
        Facts(bipartite.graph["registry"], whole=whole),
        compute_positions(bipartite) if positions is None else positions,
        quotes=quotes,
        licence=licence,
        contact=contact,
        boundaries=boundaries,
    )


def render_facts(
    facts: Facts,
    places: Positions,
    *,
    quotes: bool = True,
    licence: str = "",
    contact: str = "",
    boundaries: Path | None = None,
) -> str:
    """Draw what was found as `render_page` does; every id of an organisation has a place."""
    shapes = read_boundaries(boundaries) if boundaries else None
    region_map = make_region_map(facts.incidence, shapes)
    registry = facts.incidence.registry
    values = build_values(facts.incidence)
    if not quotes:
        _leave_out_quotes(values)
    findings = {id: write_findings(facts, id, quotes=quotes) for id in LANGUAGES}
    holder = _hold(facts, values, places)
    holder.templateEnv = make_environment(values["texts"], registry.language)
    holder.templateEnv.globals["page"] = _fill(facts, values, holder, places) | {
        "tie_limit": TIE_LIMIT,
        "region_map": region_map,
        "findings": findings,
        "quotes": quotes,
        "story": {id: list_story(registry, id) for id in LANGUAGES},
        "licence": clean_text(licence or registry.licence or ""),
        "contact": clean_text(contact or registry.contact or ""),
    }
    holder.path = "page.html.j2"
    return tighten(holder.generate_html())


def keep_positions(bipartite: "nx.Graph", earlier: Path) -> dict[str, tuple[float, float]]:
    """
    Start from the positions of an earlier page or GraphML: what stood there stays in its place.

    Args:
        bipartite: Two-mode graph from `build_bipartite`.
        earlier: A page that `render_page` made before, or GraphML whose nodes have `x` and `y`.

    Raises:
        SourceError: There is no such file, or it holds no place of anything in these data.
    """
    places = read_places(earlier)
    if len(bipartite) and not any(clean_text(id) in places for id in bipartite):
        raise SourceError(Message("places.others", file=str(earlier)))
    return keep_places(bipartite, places, compute_positions(bipartite))


def _leave_out_quotes(values: Record) -> None:
    told = (values[kind] for kind in ("partnerships", "groups", "relations", "sources"))
    for records in (*told, *values["barriers"].values()):
        for passage in _list_passages(records):
            passage[2:] = None, None


def _list_passages(value: Any) -> Iterator[list[Any]]:
    """List the passages of records, and of whatever these hold."""
    if isinstance(value, dict):
        yield from value.get("evidence", ())
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _list_passages(inner)


def _hold(facts: Facts, values: Record, places: Positions) -> "Network":
    """
    Put the organisations in a pyvis `Network`, under ids of our own ("n0").

    `add_node` searches all that was added before; appending does not. The script makes the ties
    from the partnerships, because filters make them anew.
    """
    pyvis = import_pyvis()
    drawn = {one.organisation: one for one in facts.leaders.counts[:MAP_LIMIT]}
    holder: Network = pyvis.network.Network(heading=values["title"], directed=False)
    for number, (id, organisation) in enumerate(
        zip(facts.incidence.registry.organisations, values["organisations"], strict=True)
    ):
        if id not in drawn:
            continue
        x, y = places[id]
        node = pyvis.node.Node(
            f"n{number}",
            "custom",
            organisation["name"],
            group=organisation["type"],
            size=node_radius(drawn[id].partnerships),
            x=x,
            y=y,
        )
        holder.nodes.append(node.options)
    holder.options = {
        "autoResize": True,
        "edges": {"smooth": False},
        "interaction": {"dragNodes": True, "selectable": False, "zoomSpeed": 0.7},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "physics": {"enabled": False},
    }
    return holder


def _fill(facts: Facts, values: Record, holder: "Network", places: Positions) -> Record:
    """Gather what the template needs beside what pyvis gives it."""
    library, script, css = read_library(), join_scripts(), join_styles()
    registry = facts.incidence.registry
    rows = list_rows(facts, values)
    most_rows = limit_rows(values)
    legend = count_legend(facts, values)
    group_places = place_groups(registry, places)
    block = build_block(
        values,
        nodes=holder.nodes,
        options=holder.options,
        places=[places[id] for id in registry.partnerships],
        group_places=[group_places[id] for id in registry.groups],
        most_lines=TIE_LIMIT,
        most_rows=most_rows,
        communities=list_communities(facts.incidence),
        filters=list_filters(registry.least_weight),
    )
    return {
        "css": Markup(css),
        "csp": write_policy(scripts=(library, script), style=css),
        "data": values,
        "block": block,
        "languages": {id: name_language(id, id) for id in LANGUAGES},
        "hash": registry.content_hash[:12],
        "icon": Markup(draw_icon()),
        "newest": max((s["date"] for s in values["sources"] if s["date"]), default=None),
        "legend": legend,
        "coverage": list_coverage(facts, rows),
        "opening": {id: write_opening(facts, legend, id) for id in LANGUAGES},
        "library": Markup(library),
        "notices": read_text(PAGE / "template" / "notices.txt"),
        "picture": _picture(values, rows, holder, registry.language),
        "rows": cut_rows(rows, most_rows),
        "fields": any(one["regions"] and len(one["members"]) > 1 for one in values["partnerships"]),
        "alone": [place for place in rows["organisations"] if not rows["partners"][place]],
        "most_alone": ALONE,
        "ties_cut": _count_lines(values, block) > TIE_LIMIT,
        "leaders": list_leaders(facts),
        "unknown": list_unknown(facts),
        "script": Markup(script),
        "selection": _say_selection(registry),
        "version": graph.__version__,
    }


def _count_lines(values: Record, block: PageBlock) -> int:
    """Count what the map would draw at once: on a crowded one the wide partnerships are marks."""
    data = block["data"]
    sizes = [len(one["members"]) for one in values["partnerships"]]
    wide = {at for at, size in enumerate(sizes) if data["communities"] and size > data["wide"]}
    ties = sum(any(at not in wide for at in shared) for _, _, shared, _ in values["ties"])
    return ties + sum(sizes[at] for at in wide)


def _say_selection(registry: Registry) -> Mapping[str, str]:
    """Say what was selected, by language; nothing where all of the data was."""
    said = {one: clean_text(say_selection(registry, Speaker(one))) for one in LANGUAGES}
    return said if registry.selection else {}


def _picture(values: Record, rows: Record, holder: "Network", language: str) -> Markup:
    marks = {}
    for node in holder.nodes:
        number = int(node["id"][1:])
        colour, shape = values["looks"][node["group"]]
        marks[number] = Mark(
            x=node["x"],
            y=node["y"],
            radius=node["size"],
            name=node["label"],
            look=Look(colour, shape),
            partnerships=len(rows["memberships"][number]),
            partners=len(rows["partners"][number]),
        )
    lines = [
        Line(marks[left], marks[right], len(shared), certainty)
        for left, right, shared, certainty in values["ties"]
        if left in marks and right in marks
    ]
    if len(lines) > TIE_LIMIT:
        lines = sorted(lines, key=lambda line: -line.weight)[:TIE_LIMIT]
    speaker = Speaker(language)
    return draw_picture(
        list(marks.values()),
        lines,
        caption=speaker.say("still.map_still"),
        heading=speaker.say("page.alone_heading", n=len(values["sources"])),
        shapes=[GROUP_LOOK.shape] if values["groups"] else [],
    )
