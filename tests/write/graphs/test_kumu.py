"""The blueprint of Kumu: elements and connections under the names that Kumu gives a place."""

import json
from typing import Any

from registries import kustland, with_relations

from graph.write.graphs import Flat, flatten_network, flatten_relations, flatten_two_mode
from graph.write.graphs.kumu import write_kumu


def read(flat: Flat) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_kumu(flat).content)
    return found


def test_network() -> None:
    """A tie is an undirected connection between ids, with its passages as description."""
    blueprint = read(flatten_network(kustland()))

    assert list(blueprint) == ["connections", "elements"]
    assert blueprint["elements"][2] == {
        "id": "c",
        "label": "Gemeente Zandmeer",
        "name": "Gemeente Zandmeer",
        "type": "gemeente",
        "type_label": "gemeente",
        "types": ["gemeente"],
        "region": "zandmeer",
        "region_label": "Zandmeer",
        "tags": ["zandmeer"],
    }
    assert blueprint["connections"][1] == {
        "id": "a.c",
        "from": "a",
        "to": "c",
        "direction": "undirected",
        "type": "shared partnership",
        "label": "Wondpoli Zandmeer",
        "description": (
            "[s1, r. 4] Zij zitten aan tafel p.\n[s1, r. 9] Gemeente Zandmeer betaalt."
        ),
        "weight": 1,
        "newman": 0.5,
        "partnerships": ["p"],
        "certainty": "high",
        "first_year": 2019,
        "last_year": 2019,
        "sources": ["s1"],
    }


def test_two_mode() -> None:
    """A partnership is an element with its kind as type, a membership has its role."""
    blueprint = read(flatten_two_mode(kustland()))

    (p,) = (one for one in blueprint["elements"] if one["id"] == "p")
    assert (p["type"], p["tags"]) == ("programma", ["eerstelijn", "zandmeer"])
    assert p["evidence"] == "[s1, r. 4] Zij zitten aan tafel p."
    (of_c,) = (one for one in blueprint["connections"] if one["id"] == "p.c")
    assert (of_c["from"], of_c["to"], of_c["type"]) == ("p", "c", "funder")
    assert (of_c["label"], of_c["note"]) == ("financier", "betaalt de ruimte")


def test_relations() -> None:
    """A relation is directed, and each has an id of its own."""
    blueprint = read(flatten_relations(with_relations()))

    assert {one["direction"] for one in blueprint["connections"]} == {"directed"}
    ids = [one["id"] for part in blueprint.values() for one in part]
    assert len(ids) == len(set(ids)) == 9
