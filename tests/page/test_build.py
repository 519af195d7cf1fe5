"""The page as a file: one piece, the same every time, and closed to the outside."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from lxml import html
from registries import kustland, make_registry, organisation, partnership, thirty

import graph
from graph.findings.changes import CHANGES
from graph.model.divisions import DIVISIONS
from graph.model.records import Registry
from graph.network.networkx import build_bipartite, project_network
from graph.page.assets import PAGE
from graph.page.build import MAP_LIMIT, render_page
from graph.page.bundle import list_modules
from graph.page.data import PLACES, build_values, clean_text
from graph.page.layout.positions import compute_positions
from graph.page.rows import MOST_ROWS
from graph.query.sides import FEATURES, Place
from graph.select.filter import Filter
from graph.select.filters import FILTERS

ROOT = Path(__file__).parents[2]


def render(registry: Registry) -> str:
    """The page of a registry."""
    bipartite = build_bipartite(registry)
    return render_page(bipartite, project_network(bipartite))


def read_data(page: str) -> dict[str, Any]:
    """What a page hands to its script."""
    [block] = re.findall(r'id="data">(.*?)</script>', page, flags=re.DOTALL)
    data: dict[str, Any] = json.loads(block)
    return data


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the small registry."""
    return render(kustland())


def test_document(page: str) -> None:
    """The page is a whole document: doctype, language, encoding, title, width, icon."""
    document = html.document_fromstring(page)

    assert page.startswith("<!doctype html>\n")
    assert document.get("lang") == "nl"
    assert document.findtext(".//title") == "Samenwerking in Kustland – samenwerkingsnetwerk"
    assert document.xpath("//meta[@charset='utf-8']")
    assert document.xpath("//meta[@name='viewport']")
    assert document.xpath("//link[@rel='icon']/@href")[0].startswith("data:image/svg+xml;base64,")


def test_stamp(page: str) -> None:
    """Title, counts, number of sources, content hash and version stand in sight."""
    document = html.document_fromstring(page)

    stamp = [
        " ".join(one.text_content().split()) for one in document.xpath("//*[@class='stamp']//li")
    ]

    assert stamp == [
        "8 organisaties",
        "4 verbindingen",
        "5 samenwerkingen",
        "2 documenten",
        "Nieuwste gedateerde document: april 2012",
        "Gegevensversie abababababab",
        f"Gemaakt met collabgraph {graph.__version__}",
    ]


def test_selection_is_stamped() -> None:
    """What was left out of the data is said beside the counts."""
    page = html.document_fromstring(render(replace(kustland(), selection="types=ziekenhuis")))

    said = {one.get("lang"): one.text for one in page.xpath("//header//bdi[@data-only]")}

    assert said == {
        "nl": "soort organisatie ziekenhuis",
        "en": "type of organisation hospital",
    }
    assert not re.search("types=ziekenhuis<", html.tostring(page, encoding="unicode"))


def test_nothing_is_fetched(page: str) -> None:
    """No element of the page names a remote address."""
    document = html.document_fromstring(page)

    loaded = document.xpath(
        "//*/@src | //link/@href | //*/@srcset | //*/@poster | //object/@data | //form/@action"
    )

    assert [address for address in loaded if not address.startswith("data:")] == []
    assert "url(" not in document.findtext(".//style")
    assert "@import" not in document.findtext(".//style")


def test_policy(page: str) -> None:
    """The policy allows exactly the texts that are there, by their hashes, and nothing else."""
    document = html.document_fromstring(page)
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    assert len(scripts) == 2
    assert policy == (
        f"default-src 'none'; script-src {' '.join(map(hashed, scripts))}; "
        f"style-src {hashed(styles[0])}; img-src data: blob:; base-uri 'none'; "
        "form-action 'none'; connect-src 'none'; trusted-types 'none'; "
        "require-trusted-types-for 'script'"
    )
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script")


def test_no_inline_handlers(page: str) -> None:
    """No element has a handler, a style or a title of its own."""
    document = html.document_fromstring(page)

    names = {name for element in document.iter() for name in element.attrib}

    assert [name for name in sorted(names) if name.startswith("on")] == []
    assert "style" not in names
    assert "title" not in names


def test_licences_are_kept(page: str) -> None:
    """The notes of what is embedded stay: in the library itself, and readable in the page."""
    assert "@copyright (c) 2017-2019 visjs contributors" in page
    assert "Permission is hereby granted, free of charge" in page
    for name in ("Hammer.JS", "component-emitter", "uuid", "core-js", "Babel"):
        assert name in page


def test_vis_network_speaks_its_default_language_alone(page: str) -> None:
    """What it would say at tools that the page does not have is there once, not eleven times."""
    assert page.count("{addDescription:") == 1
    assert "Click in an empty space to place a new node." in page


def test_characters_that_html_forbids(page: str) -> None:
    """No control character or noncharacter stands in the page, also not in what is embedded."""
    forbidden = [*range(9), 11, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]

    assert [code for code in forbidden if chr(code) in page] == []


def test_size() -> None:
    """A page of 30 organisations, 24 tables and 110 ties stays under 1,000 kB."""
    size = len(render(thirty()).encode())

    assert size < 1_000_000


def test_pyvis_holds_the_graph(page: str) -> None:
    """Organisations go through pyvis under ids of our own; the script finds ties by itself."""
    data = read_data(page)

    assert sorted(data) == ["data", "nodes", "options"]
    assert [node["id"] for node in data["nodes"]] == [f"n{number}" for number in range(8)]
    assert data["options"]["physics"] == {"enabled": False}
    assert {key for node in data["nodes"] for key in node} == {"id", "size", "x", "y"}
    assert "quote" not in data["data"]["partnerships"][0]
    assert data["data"]["partnerships"][0]["evidence"] == [[0, 4]]


def test_positions_are_taken_over() -> None:
    """Positions that are given stand in the page as they are."""
    bipartite = build_bipartite(kustland())
    network = project_network(bipartite)
    positions = {id: (number * 10.0, 5.0) for number, id in enumerate(bipartite)}

    page = render_page(bipartite, network, positions)

    data = read_data(page)
    assert [node["x"] for node in data["nodes"]] == [0, 10, 20, 30, 40, 50, 60, 70]
    assert render_page(bipartite, network, compute_positions(bipartite)) == render(kustland())


def test_graphs_are_not_changed() -> None:
    """Rendering leaves both graphs as they were."""
    bipartite = build_bipartite(kustland())
    network = project_network(bipartite)
    before = [dict(network.nodes(data=True)), [dict(d) for *_, d in network.edges(data=True)]]

    render_page(bipartite, network)

    assert [
        dict(network.nodes(data=True)),
        [dict(d) for *_, d in network.edges(data=True)],
    ] == before


def test_large_data_keep_everything() -> None:
    """Beyond what a map can carry, the map says so; the data hold every one, for the tables."""
    count = MAP_LIMIT + 10
    people = [organisation(f"o{n:05}") for n in range(count)]

    page = render(make_registry(people, [partnership("p", "o00000 o00001")]))

    assert len(re.findall(r"<tr id=row-o", page)) == MOST_ROWS
    assert page.count('"key":"o0') == count
    assert page.count('"id":"n') == MAP_LIMIT
    assert "3.000. Zoekveld en tabellen bevatten alles." in page


def test_records_refer_by_place() -> None:
    """What the script gets refers to records by their place, never by an id of the data."""
    values = build_values(kustland())

    assert values["ties"][0] == [0, 1, [0, 1], "high"]
    assert values["partnerships"][0]["members"][2] == {
        "organisation": 2,
        "role": "funder",
        "certainty": "high",
        "identity": "high",
        "roleCertainty": "high",
        "note": "betaalt de ruimte",
        "evidence": [[0, 9, "Gemeente Zandmeer betaalt.", None]],
    }
    assert values["organisations"][5]["partOf"] == 0
    assert values["organisations"][0]["aliases"] == [["De Vuurbaak", None], ["ziekenhuis", 0]]


def test_clean_text_keeps_what_is_fine() -> None:
    """Text that HTML can hold stays as it is, marks of direction and emoji included."""
    text = "Café Één\n\u202b abc\u202c 👩‍⚕️ \u2068x\u2069 جمعية"

    assert clean_text(text) == text


def list_words(one: Filter) -> list[str]:
    """The words that the page says of a filter: over its control, in it, and where it is chosen."""
    if one.value == "number":
        return [f"{one.label}_{end}" for end in ("title", "hint", "all", "least")]
    if one.value == "flag" and not one.of:
        return [one.label, f"{one.label}_title", f"{one.label}_short"]
    if one.name == "every_region":
        return [one.label, f"{one.label}_short"]
    return [one.label, *([f"{one.label}_left_out"] if one.without else [])]


def test_words_are_used_and_known() -> None:
    """Every text is used somewhere, and every text that is used exists."""
    files = [*list_modules()]
    files += [
        PAGE / "template" / "page.html.j2",
        PAGE / "template" / "regions.html.j2",
        PAGE / "build.py",
        PAGE / "environment.py",
        PAGE / "start.py",
    ]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r"""(?:word|\bw|text)\(\s*["']([a-z_]+)["']\s*[,)]""", code))
    said |= set(re.findall(r"""data-t-place="([a-z_]+)\"""", code))
    # Some are chosen first and said later: the key stands in the code all the same.
    quoted = set(re.findall(r"""["'](?:words:)?([a-z_]+)["']""", code))
    built = {f"certainty_{one}" for one in ("high", "medium", "low")}
    built |= {f"known_{one}" for one in ("all", "some", "none")}
    told = product(("planned", "active"), ("in", "undated"))
    built |= {"status_ended", "status_unknown", *(f"status_{one}_{how}" for one, how in told)}
    built |= {"rest_dim", "rest_hide", *(f"sure_{one}" for one in ("high", "medium", "low"))}
    built |= {f"newman_class_{one}" for one in range(1, 6)}
    built |= {f"view_{one}_shown" for one in ("network", "two_mode", "grid", "time", "regions")}
    built |= {"division_other", *(f"division_{one.key}" for one in DIVISIONS)}
    built |= {f"change_{one.replace(' ', '_')}" for one in CHANGES}
    built |= {f"colour_{one}" for one in ("certainty", "region")}
    built |= {"time_dated", "time_undated", "ran_yes", "ran_no", "ran_not_known"}
    built |= {f"sides_{place.replace(' ', '_')}" for place in get_args(Place)}
    built |= {
        "sides_apart",
        "sides_types",
        "sides_themes",
        *(f"sides_of_{one}" for one in FEATURES),
    }
    built |= {word for one in FILTERS for word in list_words(one)}

    assert sorted(set(PLACES) - said - quoted - built) == []
    assert sorted((said | built) - set(PLACES)) == []


def test_scripts_make_no_html() -> None:
    """No script turns text into markup or code, or keeps anything on the reader's computer."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in list_modules())

    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "Function(",
        "localStorage",
        "sessionStorage",
        "fetch(",
        "XMLHttp",
        "import(",
    ):
        assert word not in code
