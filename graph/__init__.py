"""
collabgraph: who works with whom in regional care, on what, and which document says so.

    from graph import explore
    explored = explore("entities.yaml")
    explored.network.edges(data="weight")

Names load when they are first used, so that a question from cold pays only for what it needs.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from graph.build import build_bipartite
    from graph.centrality import list_records, measure_positions, measure_two_mode
    from graph.compare import Differences, compare_registries
    from graph.errors import (
        AmbiguousNameError,
        DataError,
        ExportError,
        GraphError,
        SelectionError,
        SourceError,
        UnknownIdError,
    )
    from graph.load import load_document
    from graph.measure import measure_network
    from graph.pipeline import Explored, explore, read_registry
    from graph.project import project_network
    from graph.query.listing import (
        list_organisations,
        list_partnerships,
        list_sources,
        list_ties,
    )
    from graph.query.names import find_organisation
    from graph.query.paths import find_chains, split_without
    from graph.query.ties import neighbours, shared_partnerships
    from graph.render import render_page
    from graph.report.make import make_report
    from graph.select import Selection, select_registry
    from graph.validate import validate_document

_HOMES = {
    "AmbiguousNameError": "errors",
    "DataError": "errors",
    "Differences": "compare",
    "Explored": "pipeline",
    "ExportError": "errors",
    "GraphError": "errors",
    "Selection": "select",
    "SelectionError": "errors",
    "SourceError": "errors",
    "UnknownIdError": "errors",
    "build_bipartite": "build",
    "compare_registries": "compare",
    "explore": "pipeline",
    "find_chains": "query.paths",
    "find_organisation": "query.names",
    "list_organisations": "query.listing",
    "list_partnerships": "query.listing",
    "list_records": "centrality",
    "list_sources": "query.listing",
    "list_ties": "query.listing",
    "load_document": "load",
    "make_report": "report.make",
    "measure_network": "measure",
    "measure_positions": "centrality",
    "measure_two_mode": "centrality",
    "neighbours": "query.ties",
    "project_network": "project",
    "read_registry": "pipeline",
    "render_page": "render",
    "select_registry": "select",
    "shared_partnerships": "query.ties",
    "split_without": "query.paths",
    "validate_document": "validate",
}

__all__ = [
    "AmbiguousNameError",
    "DataError",
    "Differences",
    "Explored",
    "ExportError",
    "GraphError",
    "Selection",
    "SelectionError",
    "SourceError",
    "UnknownIdError",
    "build_bipartite",
    "compare_registries",
    "explore",
    "find_chains",
    "find_organisation",
    "list_organisations",
    "list_partnerships",
    "list_records",
    "list_sources",
    "list_ties",
    "load_document",
    "make_report",
    "measure_network",
    "measure_positions",
    "measure_two_mode",
    "neighbours",
    "project_network",
    "read_registry",
    "render_page",
    "select_registry",
    "shared_partnerships",
    "split_without",
    "validate_document",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"graph.{_HOMES[name]}"), name)
