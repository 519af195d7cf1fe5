"""
The whole journey on one screen: read this first.

    entities.yaml, seeds/ -load-> Document -validate-> Registry -select-> Registry
        -build-> Incidence: who takes part in what
    then -query-> answers   -export-> GraphML, GEXF, CSV, JSON   -render-> one HTML page
    and for a notebook two graphs of networkx, and what is measured of them
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.read.document import Document
from graph.read.load import collector_paused, load_document
from graph.select.filters import EVERYTHING, Selection
from graph.select.selection import select_registry
from graph.validate import validate_document

if TYPE_CHECKING:
    import networkx as nx

    from graph.findings.facts import Facts
    from graph.network.measure import Measures


@dataclass(frozen=True, kw_only=True)  # without slots: graphs and measures are kept once made
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
        """The two-mode graph of organisations and partnerships."""
        from graph.network.networkx import build_bipartite

        return build_bipartite(self.incidence)

    @cached_property
    def network(self) -> "nx.Graph":
        """The network of organisations, tied by the partnerships that they share."""
        from graph.network.networkx import project_network

        return project_network(self.bipartite)

    @cached_property
    def measures(self) -> "Measures":
        """What is counted of the network."""
        from graph.network.measure import measure_network

        return measure_network(self.incidence)

    def _repr_html_(self) -> str:
        """
        Show the page in a notebook, without a network.

        It stands in a frame as a `data:` address and not as `srcdoc`: there a click in the page
        could not change its address, and there its script could reach the notebook around it.
        """
        from base64 import b64encode
        from html import escape

        from graph.page.build import render_facts
        from graph.page.layout.positions import compute_positions

        positions = compute_positions(self.bipartite)
        page = b64encode(render_facts(self.facts, positions).encode()).decode("ascii")
        return (
            f'<iframe src="data:text/html;charset=utf-8;base64,{page}" '
            f'title="{escape(self.registry.title)}" width="100%" height="640"></iframe>'
        )


@collector_paused()
def explore(
    path: str | Path,
    selection: Selection = EVERYTHING,
    *,
    tell: Callable[[str], None] = lambda step: None,
) -> Explored:
    """
    Go the whole way from a data file to who takes part in what.

    Args:
        path: The data file.
        selection: What to keep of it.
        tell: Called with the name of each step before it begins.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
        UnknownIdError: The selection names what the data do not have.
    """
    tell("load")
    document = load_document(path)
    tell("validate")
    registry = validate_document(document)
    tell("select")
    selected = select_registry(registry, selection)
    tell("build")
    return Explored(registry=registry, selected=selected, incidence=Incidence(selected))


def read_document(path: str | Path) -> tuple[Document, Registry]:
    """
    Load and validate a data file: for a question that also asks where a name stands.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
    """
    document = load_document(path)
    return document, validate_document(document)


@collector_paused()
def read_registry(path: str | Path, *, strict: bool = False) -> Registry:
    """
    Load and validate a data file: all that a question needs that asks for no graph.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules; with `strict`, also what is only a warning.
    """
    return validate_document(load_document(path), strict=strict)
