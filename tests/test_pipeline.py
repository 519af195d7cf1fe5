"""The whole journey, on a small file whose every number can be checked by hand."""

from pathlib import Path

import pytest
from conftest import ROOT

from graph import DataError, SourceError, explore
from graph.outputs import make_outputs
from graph.select.filters import Selection
from graph.words.speak import Speaker
from graph.write.answers.closing import write_closing

KUSTLAND = ROOT / "tests" / "data" / "kustland" / "entities.yaml"


def test_from_end_to_end() -> None:
    """The small file gives the organisations, partnerships, ties and measures counted by hand."""
    explored = explore(KUSTLAND)

    assert len(explored.registry.organisations) == 8
    assert len(explored.registry.partnerships) == 5
    assert explored.bipartite.number_of_nodes() == 13
    assert list(explored.network.edges(data="weight")) == [
        ("gemeente-zandmeer", "huisartsengroep-zandmeer", 1),
        ("gemeente-zandmeer", "ziekenhuis-de-vuurbaak", 1),
        ("gemeente-zandmeer", "zilt-en-zoon", 1),
        ("huisartsengroep-zandmeer", "ziekenhuis-de-vuurbaak", 2),
    ]
    assert list(explored.measures.cut_vertices) == ["gemeente-zandmeer"]


def test_steps_are_told_in_order() -> None:
    """Each step says its name before it begins, in the order of the straight line."""
    told: list[str] = []

    explored = explore(KUSTLAND, tell=told.append)
    make_outputs(explored, tell=told.append)

    assert told == [
        *("read", "check", "select", "network"),
        *("render", "export"),
    ]


def test_graphs_and_measures_are_made_once() -> None:
    """A graph is made when it is first asked for, and is then the same one."""
    explored = explore(KUSTLAND)

    assert vars(explored).keys() == {"registry", "selected", "incidence"}
    assert explored.network is explored.network
    assert explored.measures is explored.measures
    assert vars(explored).keys() > {"bipartite", "network", "measures"}


def test_a_selection_narrows_everything_after_it() -> None:
    """The whole registry stays at hand; the graphs hold only what was selected."""
    explored = explore(KUSTLAND, Selection(types=("gemeente",)))

    assert len(explored.registry.organisations) == 8
    assert list(explored.network) == ["gemeente-zandmeer"]


def test_findings_are_said_in_two_lines() -> None:
    """What was found is said in two lines, with singular and plural right."""
    assert write_closing(explore(KUSTLAND).facts, Speaker("en")) == [
        "found 8 organisations, 5 partnerships (3 with two or more named members), "
        "8 memberships and 4 ties in 2 documents",
        "1 component of two or more, 1 cut vertex (Gemeente Zandmeer); "
        "4 organisations without a named partner in these 2 documents",
    ]


def test_errors_say_which_file(tmp_path: Path) -> None:
    """A file that is missing and a file with problems are two different errors."""
    (tmp_path / "e.yaml").write_text("schema: 3\n")

    with pytest.raises(SourceError, match="no such file"):
        explore(tmp_path / "none.yaml")
    with pytest.raises(DataError) as error:
        explore(tmp_path / "e.yaml")

    assert "must be 1 or 2, not '3'" in [problem.message for problem in error.value.problems]
