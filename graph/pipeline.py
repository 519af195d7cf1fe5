"""
The whole journey on one screen: read this first.

    entities.yaml, seeds/ -read-> Document -check-> Registry -select-> Registry
        -network-> Incidence: who takes part in what
    then -findings-> facts, or -query-> answers
    and both -write-> text, reports, GraphML, GEXF, CSV, JSON, or -> one HTML page
    and for a notebook two graphs of networkx, and what is measured of them
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model.collector import collector_paused
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.reading import Progress, read_around, read_with_digests
from graph.select.around import Around
from graph.select.filters import EVERYTHING, Selection, list_given
from graph.select.selection import select_registry

if TYPE_CHECKING:
    import networkx as nx

    from graph.findings.facts import Facts
    from graph.network.measure import Measures


@dataclass(frozen=True, kw_only=True, repr=False)  # no slots: what is made once is kept
class Explored:
    """
    Every product of the journey, from one data file and one selection.

    The graphs and the measures are made when they are first asked for.
    """

    registry: Registry
    selected: Registry
    incidence: Incidence

    @cached_property
    def facts(self) -> "Facts":
        """What the data hold, in ids and numbers."""
        from graph.findings.facts import Facts

        return Facts(self.incidence, whole=self.registry)

    @cached_property
    def bipartite(self) -> "nx.Graph":
        """
        The two-mode graph of organisations and partnerships, with the records in `registry`.

        `flatten_graph` makes of it what a writer of networkx takes.
        """
        from graph.network.networkx import build_bipartite

        return build_bipartite(self.incidence)

    @cached_property
    def network(self) -> "nx.Graph":
        """
        The network of organisations, tied by the partnerships that they share: plain values.

        Every writer of networkx takes it (`flatten_graph`); `project_network(explored.bipartite)`
        is the same with the records in `registry`.
        """
        from graph.network.networkx import flatten_graph, project_network

        return flatten_graph(project_network(self.bipartite))

    @cached_property
    def measures(self) -> "Measures":
        """What is counted of the network."""
        from graph.network.measure import measure_network

        return measure_network(self.incidence)

    def __repr__(self) -> str:
        return f"Explored({self.selected!r})"

    def _repr_html_(self) -> str:
        """Show the page in a notebook, without a network."""
        from graph.notebook import draw_frame

        return draw_frame(self)


@collector_paused()
def explore(
    path: str | Path,
    selection: Selection = EVERYTHING,
    *,
    tell: Progress = lambda step: None,
    cache: bool = False,
    around: Around | None = None,
) -> Explored:
    """
    Go the whole way from a data file to who takes part in what.

    Args:
        path: The data file.
        selection: What to keep of it.
        tell: Called with the name of each step before it begins.
        cache: As in `read_registry`.
        around: The part to begin with, before the selection; everything unless given.

    Returns:
        The data as they are and as they are selected; graphs and measures once they are asked for.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
        UnknownIdError: The selection or the part names what the data do not have.
    """
    if around:
        registry = read_around(path, around, cache=cache)
    else:
        registry, _ = read_with_digests(path, tell=tell, cache=cache)
    return explore_registry(registry, selection, tell=tell)


def explore_registry(
    registry: Registry,
    selection: Selection = EVERYTHING,
    *,
    tell: Progress = lambda step: None,
) -> Explored:
    """
    Go the second half of the way: from checked data to who takes part in what.

    Args:
        registry: Checked data.
        selection: What to keep of it.
        tell: Called with the name of each step before it begins.

    Raises:
        UnknownIdError: The selection names what the data do not have.
    """
    tell("select")
    selected = select_registry(registry, selection)
    tell("network")
    return Explored(registry=registry, selected=selected, incidence=Incidence(selected))


def select_incidence(
    incidence: Incidence, selection: Selection, *, keep: Collection[str] = ()
) -> Incidence:
    """Keep what a selection asks for, as `select_registry` does; the same where that is all."""
    if not list_given(selection):
        return incidence
    return Incidence(select_registry(incidence.registry, selection, keep=keep))
